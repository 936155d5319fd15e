package lexscope.js.operations;

import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;

/// The texts of the errors that the language throws, worded as V8 words them, because people search
/// for those. Making a text runs no guest code.
public final class ErrorMessages {
  public static final String STACK_OVERFLOW = "Maximum call stack size exceeded";
  public static final String INVALID_ARRAY_LENGTH = "Invalid array length";
  public static final String INVALID_STRING_LENGTH = "Invalid string length";
  public static final String NULLISH_TO_OBJECT = "Cannot convert undefined or null to object";
  public static final String OBJECT_TO_PRIMITIVE = "Cannot convert object to primitive value";
  public static final String SYMBOL_TO_STRING = "Cannot convert a Symbol value to a string";
  public static final String SYMBOL_TO_NUMBER = "Cannot convert a Symbol value to a number";
  public static final String BIGINT_TO_NUMBER = "Cannot convert a BigInt value to a number";
  public static final String MIXED_BIGINT =
      "Cannot mix BigInt and other types, use explicit conversions";
  public static final String LIST_FROM_NON_OBJECT = "CreateListFromArrayLike called on non-object";
  public static final String CYCLIC_PROTO = "Cyclic __proto__ value";
  public static final String EMPTY_REDUCE = "Reduce of empty array with no initial value";
  public static final String EMPTY_ITERATOR_REDUCE =
      "Reduce of a done iterator with no initial value";
  public static final String INVALID_DESCRIPTOR =
      "Invalid property descriptor. Cannot both specify accessors and a value or writable"
          + " attribute";
  public static final String PROXY_NON_OBJECT =
      "Cannot create proxy with a non-object as target or handler";
  public static final String PUSH_TOO_LONG =
      "Pushing elements past the maximum array-like length (2^53 - 1) is disallowed";
  public static final String URI_MALFORMED = "URI malformed";
  public static final String GENERATOR_RUNNING = "Generator is already running";

  private ErrorMessages() {}

  /// A value as messages show it.
  public static String show(Object value) {
    return switch (value) {
      case JsString s -> s.peek(JsString.NAME_LIMIT);
      case Double d -> NumberConversion.numberToString(d);
      case JsBigInt b -> b.toString();
      case JsObject o -> o.describe();
      default -> value.toString();
    };
  }

  /// A value by its type, simple ones with the value: `number 5`, `object null`, `object`.
  public static String showTyped(Object value) {
    String type = TestingAndComparison.typeOf(value);
    return switch (value) {
      case JsString s -> type + " \"" + s.peek(JsString.NAME_LIMIT) + "\"";
      case Integer _, Double _, Boolean _, Null _ -> type + " " + show(value);
      default -> type;
    };
  }

  public static String notAFunction(Object value) {
    return show(value) + " is not a function";
  }

  public static String notAConstructor(Object value) {
    return show(value) + " is not a constructor";
  }

  public static String notAnObject(Object value) {
    return show(value) + " is not an object";
  }

  public static String notIterable(Object value) {
    return showTyped(value) + " is not iterable (cannot read property Symbol(Symbol.iterator))";
  }

  public static String notAsyncIterable(Object value) {
    return showTyped(value) + " is not async iterable";
  }

  public static String iteratorResultNotAnObject(Object value) {
    return "Iterator result " + show(value) + " is not an object";
  }

  public static String cannotRead(Object base, PropertyKey key) {
    return "Cannot read properties of " + show(base) + " (reading '" + key + "')";
  }

  public static String cannotSet(Object base, PropertyKey key) {
    return "Cannot set properties of " + show(base) + " (setting '" + key + "')";
  }

  public static String deadZone(String name) {
    return name.equals("this")
        ? "Must call super constructor in derived class before accessing 'this' or returning from"
            + " derived constructor"
        : "Cannot access '" + name + "' before initialization";
  }

  public static String constantVariable() {
    return "Assignment to constant variable.";
  }

  public static String notDefined(String name) {
    return name + " is not defined";
  }

  public static String readOnly(PropertyKey key, Object object) {
    return "Cannot assign to read only property '"
        + key
        + "' of "
        + (object instanceof JsObject ? "object '" : TestingAndComparison.typeOf(object) + " '")
        + show(object)
        + "'";
  }

  public static String onlyGetter(PropertyKey key, Object object) {
    return "Cannot set property " + key + " of " + show(object) + " which has only a getter";
  }

  public static String notExtensibleAdd(PropertyKey key) {
    return "Cannot add property " + key + ", object is not extensible";
  }

  public static String notExtensibleDefine(PropertyKey key) {
    return "Cannot define property " + key + ", object is not extensible";
  }

  public static String notExtensible(Object object) {
    return show(object) + " is not extensible";
  }

  public static String cannotRedefine(PropertyKey key) {
    return "Cannot redefine property: " + key;
  }

  /// Why a class cannot be constructed whose parent is no constructor.
  ///
  /// @param name the name of the class, perhaps empty
  public static String superNotConstructor(Object parent, String name) {
    boolean none = parent instanceof JsObject object && object.isCallable();
    return "Super constructor "
        + (none ? "null" : show(parent))
        + (name.isEmpty() ? " of anonymous class" : " of " + name)
        + " is not a constructor";
  }

  public static String cannotDelete(PropertyKey key, Object object) {
    return "Cannot delete property '" + key + "' of " + show(object);
  }

  public static String cannotCreate(PropertyKey key, Object base) {
    return "Cannot create property '"
        + key
        + "' on "
        + TestingAndComparison.typeOf(base)
        + " '"
        + show(base)
        + "'";
  }

  public static String invalidPrototype(Object value) {
    return "Object prototype may only be an Object or null: " + show(value);
  }

  public static String descriptorNotAnObject(Object value) {
    return "Property description must be an object: " + show(value);
  }

  public static String accessorNotAFunction(boolean getter, Object value) {
    return (getter ? "Getter" : "Setter") + " must be a function: " + show(value);
  }

  public static String constructorRequiresNew(String name) {
    return "Constructor " + name + " requires 'new'";
  }

  public static String classRequiresNew(String name) {
    return "Class constructor " + name + " cannot be invoked without 'new'";
  }

  public static String incompatibleReceiver(String method, Object receiver) {
    return "Method " + method + " called on incompatible receiver " + show(receiver);
  }

  public static String nullishThis(String method) {
    return method + " called on null or undefined";
  }

  public static String notBigInt(Object value) {
    return "Cannot convert " + show(value) + " to a BigInt";
  }

  public static String rightSideOfInstanceof(boolean callable) {
    return "Right-hand side of 'instanceof' is not " + (callable ? "callable" : "an object");
  }

  public static String rightSideOfIn(Object key, Object object) {
    return "Cannot use 'in' operator to search for '" + show(key) + "' in " + show(object);
  }

  public static String prototypeNotAnObject(Object value) {
    return "Function has non-object prototype '" + show(value) + "' in instanceof check";
  }

  public static String immutablePrototype(Object object) {
    return "Immutable prototype object '" + show(object) + "' cannot have their prototype set";
  }

  public static String notGeneric(String method, String required) {
    return method + " requires that 'this' be a " + required;
  }

  public static String regExpArgument(String method) {
    return "First argument to " + method + " must not be a regular expression";
  }
}
