package lexscope.js.vm;

import java.util.List;
import lexscope.js.value.Accessor;
import lexscope.js.value.JsObject;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// Private names, methods and fields, ECMA-262 sections 7.3.27 to 7.3.32 and 9.2.
final class PrivateElements {
  private PrivateElements() {}

  /// NewPrivateEnvironment with a Private Name for each name.
  static void push(Machine machine, Frame frame, List<?> names) {
    Symbol[] symbols = new Symbol[names.size()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = Symbol.createPrivateName(machine, machine.string("#" + names.get(i)));
    }
    frame.privateEnvironment =
        machine.heap().allocate(new PrivateEnvironment(frame.privateEnvironment, symbols));
  }

  /// Back to the environment of a depth, after a throw out of a class.
  static void trim(Frame frame, int depth) {
    while (frame.privateEnvironment != null && frame.privateEnvironment.depth() > depth) {
      frame.privateEnvironment = frame.privateEnvironment.outer();
    }
  }

  /// PrivateGet, ECMA-262 section 7.3.31.
  static Object get(Machine machine, Frame frame, Object base, int hops, int index) {
    Symbol name = PrivateEnvironment.resolve(frame.privateEnvironment, hops, index);
    Object slot = slot(machine, base, name, "read private member ", " from");
    if (!(slot instanceof Accessor accessor)) {
      return slot;
    }
    if (accessor.getter() == null) {
      throw machine.typeError("'" + name.description() + "' was defined without a getter");
    }
    return accessor.get(machine, base);
  }

  /// PrivateSet, ECMA-262 section 7.3.32.
  static void set(Machine machine, Frame frame, Object base, int hops, int index, Object value) {
    Symbol name = PrivateEnvironment.resolve(frame.privateEnvironment, hops, index);
    Object slot = slot(machine, base, name, "write private member ", " to");
    var object = (JsObject) base;
    if (slot instanceof Accessor accessor) {
      if (!accessor.set(machine, value, base)) {
        throw machine.typeError("'" + name.description() + "' was defined without a setter");
      }
    } else if (object.isPrivateField(name)) {
      object.setPrivate(name, value);
    } else {
      throw machine.typeError("Private method '" + name.description() + "' is not writable");
    }
  }

  private static Object slot(
      Machine machine, Object base, Symbol name, String verb, String preposition) {
    Object slot = base instanceof JsObject object ? object.privateSlot(name) : null;
    if (slot == null) {
      throw machine.typeError(
          "Cannot "
              + verb
              + name.description()
              + preposition
              + " an object whose class did not declare it");
    }
    return slot;
  }

  /// `#name in value`, ECMA-262 section 13.10.1.
  static boolean has(Machine machine, Frame frame, Object value, int hops, int index) {
    Symbol name = PrivateEnvironment.resolve(frame.privateEnvironment, hops, index);
    if (!(value instanceof JsObject object)) {
      throw machine.typeError(
          "Cannot use 'in' operator to search for '" + name.description() + "' in " + value);
    }
    return object.privateSlot(name) != null;
  }

  /// Appends to `[[Fields]]`.
  static void addField(
      EcmaScriptFunction constructor, Object key, boolean isPrivate, @Nullable Object initializer) {
    EcmaScriptFunction function = initializer instanceof EcmaScriptFunction each ? each : null;
    if (function != null) {
      function.fieldName = key;
    }
    constructor.classElements().fields.add(new ClassElements.Field(key, isPrivate, function));
  }

  /// PrivateMethodOrAccessorAdd of a static method; the second half of an accessor joins the first.
  static void defineStatic(
      Machine machine, EcmaScriptFunction constructor, Symbol name, JsObject closure, int kind) {
    Object slot = ClassElements.slotOf(closure, kind);
    if (slot instanceof Accessor half && constructor.privateSlot(name) instanceof Accessor other) {
      constructor.setPrivate(
          name,
          new Accessor(
              half.getter() == null ? other.getter() : half.getter(),
              half.setter() == null ? other.setter() : half.setter()));
    } else {
      machine.calls().addPrivate(constructor, name, slot, false, false);
    }
  }
}
