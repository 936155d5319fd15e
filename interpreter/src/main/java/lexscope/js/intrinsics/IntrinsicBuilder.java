package lexscope.js.intrinsics;

import lexscope.js.value.Accessor;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Puts properties onto an intrinsic object with the attributes that clause 18 gives them.
public final class IntrinsicBuilder {
  private final Realm realm;
  private final Agent agent;
  private final JsObject object;

  /// Builds on an object.
  public IntrinsicBuilder(Realm realm, JsObject object) {
    this.realm = realm;
    this.agent = realm.agent();
    this.object = object;
  }

  /// Builds an ordinary object with `%Object.prototype%` and registers it.
  public static IntrinsicBuilder ordinary(Realm realm, Intrinsic name) {
    return ordinary(realm, name, Intrinsic.OBJECT_PROTOTYPE);
  }

  /// Builds an ordinary object with a prototype and registers it.
  public static IntrinsicBuilder ordinary(Realm realm, Intrinsic name, Intrinsic prototype) {
    JsObject object = JsObject.create(realm.agent(), realm.get(prototype));
    realm.set(name, object);
    return new IntrinsicBuilder(realm, object);
  }

  /// Builds a constructor with `%Function.prototype%` and registers it. When `prototype` is there
  /// it becomes its `prototype`, and the prototype's `constructor` refers back.
  public static IntrinsicBuilder constructor(
      Realm realm,
      Intrinsic name,
      String functionName,
      int length,
      NativeBody body,
      @Nullable JsObject prototype) {
    return constructor(
        realm, name, Intrinsic.FUNCTION_PROTOTYPE, functionName, length, body, prototype);
  }

  /// Builds a constructor that inherits from another one and registers it.
  public static IntrinsicBuilder constructor(
      Realm realm,
      Intrinsic name,
      Intrinsic parent,
      String functionName,
      int length,
      NativeBody body,
      @Nullable JsObject prototype) {
    Agent agent = realm.agent();
    NativeFunction function =
        NativeFunction.create(
            realm, Shape.root(agent, realm.get(parent), 3), functionName, length, body, true);
    realm.set(name, function);
    if (prototype != null) {
      function.put(agent, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
      prototype.put(agent, PropertyKeys.CONSTRUCTOR, function, Attributes.HIDDEN);
    }
    return new IntrinsicBuilder(realm, function);
  }

  /// The object.
  public JsObject object() {
    return object;
  }

  /// Adds a method.
  public IntrinsicBuilder method(String name, int length, NativeBody body) {
    return value(name, NativeFunction.create(realm, name, length, body), Attributes.HIDDEN);
  }

  /// Adds a method and registers it as an intrinsic of its own.
  public IntrinsicBuilder method(String name, int length, NativeBody body, Intrinsic registered) {
    NativeFunction function = NativeFunction.create(realm, name, length, body);
    realm.set(registered, function);
    return value(name, function, Attributes.HIDDEN);
  }

  /// Adds a method whose key is a symbol; its name is the description in brackets.
  public IntrinsicBuilder method(Symbol key, int length, NativeBody body) {
    return method(key, length, body, Attributes.HIDDEN);
  }

  /// Adds a method whose key is a symbol, with attributes.
  public IntrinsicBuilder method(Symbol key, int length, NativeBody body, int attributes) {
    return value(key, NativeFunction.create(realm, bracketed(key), length, body), attributes);
  }

  /// Adds an accessor property without a setter.
  public IntrinsicBuilder getter(String name, NativeBody getter) {
    return accessor(name, getter, null);
  }

  /// Adds an accessor property without a setter whose key is a symbol.
  public IntrinsicBuilder getter(Symbol key, NativeBody getter) {
    return accessor(key.key(), bracketed(key), getter, null, Attributes.CONFIGURABLE);
  }

  /// Adds an accessor property.
  public IntrinsicBuilder accessor(String name, NativeBody getter, @Nullable NativeBody setter) {
    return accessor(PropertyKey.of(name), name, getter, setter, Attributes.CONFIGURABLE);
  }

  /// Adds an accessor property whose key is a symbol.
  public IntrinsicBuilder accessor(Symbol key, NativeBody getter, @Nullable NativeBody setter) {
    return accessor(key.key(), bracketed(key), getter, setter, Attributes.CONFIGURABLE);
  }

  private IntrinsicBuilder accessor(
      PropertyKey key,
      String name,
      NativeBody getter,
      @Nullable NativeBody setter,
      int attributes) {
    NativeFunction get = NativeFunction.create(realm, "get " + name, 0, getter);
    NativeFunction set =
        setter == null ? null : NativeFunction.create(realm, "set " + name, 1, setter);
    object.put(agent, key, new Accessor(get, set), attributes);
    return this;
  }

  /// Adds a data property.
  public IntrinsicBuilder value(String name, Object value, int attributes) {
    object.put(agent, PropertyKey.of(name), value, attributes);
    return this;
  }

  /// Adds a data property whose key is a symbol.
  public IntrinsicBuilder value(Symbol key, Object value, int attributes) {
    object.put(agent, key.key(), value, attributes);
    return this;
  }

  /// Adds a constant: neither writable nor enumerable nor configurable.
  public IntrinsicBuilder constant(String name, Object value) {
    return value(name, value, Attributes.NONE);
  }

  /// Adds `@@toStringTag`.
  public IntrinsicBuilder tag(String text) {
    return value(agent.symbols().toStringTag(), agent.string(text), Attributes.CONFIGURABLE);
  }

  private static String bracketed(Symbol key) {
    return "[" + key.name() + "]";
  }
}
