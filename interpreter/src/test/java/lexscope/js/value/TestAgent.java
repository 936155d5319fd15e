package lexscope.js.value;

import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Agent;

/// An agent with a realm, and short ways to use built-ins without a program.
public final class TestAgent extends Agent {
  /// A fresh realm on a fresh heap.
  public TestAgent() {
    super(CapturePolicy.WHOLE);
    Realm.create(this);
  }

  /// A property of the global object, by a dotted path.
  public Object global(String path) {
    Object value = realm().globalObject();
    for (String name : path.split("\\.")) {
      value = ObjectOperations.getV(this, value, PropertyKey.of(name));
    }
    return value;
  }

  /// Calls a built-in found by a dotted path, with the object before the last dot as receiver.
  public Object call(String path, Object... args) {
    int dot = path.lastIndexOf('.');
    Object receiver = dot < 0 ? Undefined.UNDEFINED : global(path.substring(0, dot));
    return ObjectOperations.call(this, global(path), receiver, guest(args));
  }

  /// Calls a method of a value.
  public Object invoke(Object receiver, String method, Object... args) {
    return ObjectOperations.invoke(this, receiver, PropertyKey.of(method), guest(args));
  }

  /// Applies `new` to a built-in.
  public JsObject construct(String path, Object... args) {
    return ObjectOperations.construct(this, (JsObject) global(path), guest(args));
  }

  /// An array of values.
  public JsArray array(Object... values) {
    return JsArray.of(this, guest(values));
  }

  /// An object literal: keys and values in turn.
  public JsObject object(Object... keysAndValues) {
    JsObject object = new JsObject(realm().literalShape(keysAndValues.length / 2));
    heap().allocate(object);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(
          this,
          PropertyKey.of((String) keysAndValues[i]),
          guest(keysAndValues[i + 1])[0],
          Attributes.ALL);
    }
    return object;
  }

  /// A function.
  public NativeFunction function(NativeBody body) {
    return NativeFunction.create(realm(), "", 0, body);
  }

  /// Host strings become guest strings.
  public Object[] guest(Object... values) {
    Object[] result = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] =
          values[i] instanceof String s
              ? string(s)
              : values[i] instanceof Double d ? Numbers.of(d) : values[i];
    }
    return result;
  }

  /// A value as text: arrays by `join`, others as messages show them.
  public String show(Object value) {
    return value instanceof JsArray array
        ? "[" + invoke(array, "join", ", ") + "]"
        : ErrorMessages.show(value);
  }
}
