package lexscope.js.host;

import java.util.Set;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.value.BoundFunction;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKeys;
import org.jspecify.annotations.Nullable;

/// What an object calls itself: the constructor that it is an instance of, and its `@@toStringTag`.
final class ObjectNaming {
  private static final int LONGEST_CHAIN = 10_000;

  /// The constructors whose prototypes need no explanation.
  private static final Set<String> BUILT_IN =
      Set.of(
          "Object",
          "Function",
          "Array",
          "Number",
          "Boolean",
          "String",
          "Symbol",
          "BigInt",
          "Date",
          "Promise",
          "RegExp",
          "Error",
          "AggregateError",
          "EvalError",
          "RangeError",
          "ReferenceError",
          "SyntaxError",
          "TypeError",
          "URIError",
          "ArrayBuffer",
          "SharedArrayBuffer",
          "DataView",
          "Uint8Array",
          "Int8Array",
          "Uint16Array",
          "Int16Array",
          "Uint32Array",
          "Int32Array",
          "Float32Array",
          "Float64Array",
          "Uint8ClampedArray",
          "BigUint64Array",
          "BigInt64Array",
          "Map",
          "Set",
          "WeakMap",
          "WeakSet",
          "WeakRef",
          "FinalizationRegistry",
          "Proxy",
          "Iterator");

  private final ObjectReader reader;

  ObjectNaming(ObjectReader reader) {
    this.reader = reader;
  }

  static boolean isBuiltIn(String constructor) {
    return BUILT_IN.contains(constructor);
  }

  /// Where a constructor's name was found.
  ///
  /// @param name the constructor's name, null if there is none because the object has no prototype
  /// @param holder the prototype with the `constructor` property, null if the name was not found
  record Origin(@Nullable String name, @Nullable JsObject holder) {}

  /// Finds the first prototype whose `constructor` the object is an instance of.
  Origin origin(JsObject object) {
    JsObject o = object;
    for (int steps = 0; o != null && steps < LONGEST_CHAIN; steps++) {
      String name = wellKnown(object, o);
      if (name == null) {
        name = constructorName(object, o);
      }
      if (name != null) {
        return new Origin(name, o);
      }
      o = reader.prototype(o);
    }
    return new Origin(null, null);
  }

  /// `Object` and `Function` hold whatever programs do to their prototypes' `constructor`.
  private @Nullable String wellKnown(JsObject object, JsObject holder) {
    if (holder == object) {
      return null;
    }
    Realm realm = reader.agent().realm();
    if (holder == realm.get(Intrinsic.OBJECT_PROTOTYPE)) {
      return "Object";
    }
    return holder == realm.get(Intrinsic.FUNCTION_PROTOTYPE) ? "Function" : null;
  }

  private @Nullable String constructorName(JsObject object, JsObject holder) {
    PropertyDescriptor own = reader.own(holder, PropertyKeys.CONSTRUCTOR);
    if (own == null
        || !(own.value() instanceof JsObject constructor)
        || !constructor.isCallable()
        || !isInstance(object, constructor)) {
      return null;
    }
    Object name = ObjectReader.text(reader.get(constructor, PropertyKeys.NAME));
    if (name.equals("")) {
      return null;
    }
    return name instanceof JsObject named ? named.describe() : name.toString();
  }

  /// OrdinaryHasInstance, section 7.3.22, without asking the program.
  private boolean isInstance(JsObject object, JsObject constructor) {
    JsObject target = constructor;
    while (target instanceof BoundFunction bound) {
      target = bound.target();
    }
    Object prototype = target.peek(PropertyKeys.PROTOTYPE);
    JsObject o = reader.prototype(object);
    for (int steps = 0; o != null && steps < LONGEST_CHAIN; steps++) {
      if (o == prototype) {
        return true;
      }
      o = reader.prototype(o);
    }
    return false;
  }

  /// The `@@toStringTag` worth showing: empty if there is none, or if it is shown as a property
  /// anyway.
  String tag(JsObject object, boolean hidden) {
    var key = reader.agent().symbols().toStringTag().key();
    Object tag = ObjectReader.text(reader.get(object, key));
    if (!(tag instanceof String text) || text.isEmpty()) {
      return "";
    }
    PropertyDescriptor own = reader.own(object, key);
    boolean shown = own != null && (hidden || own.isEnumerable());
    return shown ? "" : text;
  }

  /// What stands before the braces, with a blank at the end.
  ///
  /// @param constructor null for an object without prototype
  /// @param fallback what kind of object it is, for want of a constructor
  /// @param size as in `(3)`, or empty
  static String prefix(@Nullable String constructor, String tag, String fallback, String size) {
    if (constructor == null) {
      String mark = !tag.isEmpty() && !fallback.equals(tag) ? " [" + tag + "] " : " ";
      return "[" + fallback + size + ": null prototype]" + mark;
    }
    String mark = !tag.isEmpty() && !constructor.equals(tag) ? " [" + tag + "] " : " ";
    return constructor + size + mark;
  }

  /// The prefix of an object of no special kind.
  static String prefix(@Nullable String constructor, String tag, JsObject object) {
    String kind = object instanceof JsArray ? "Array" : object.className();
    String fallback = constructor == null ? kind : "";
    return prefix(constructor, tag, fallback.equals(tag) ? "Object" : fallback, "");
  }
}
