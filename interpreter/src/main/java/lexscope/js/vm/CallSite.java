package lexscope.js.vm;

import lexscope.js.source.SourceText;
import lexscope.js.syntax.Program;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;

/// How a line of a stack trace calls a function, as V8 does: with the class of its receiver in
/// front, and the name of the property that it was found by where that differs. Runs no guest code.
final class CallSite {
  /// Of larger objects only the first properties are searched for the function, of longer chains
  /// only the first objects.
  private static final int MOST_PROPERTIES = 1000;

  private static final int LONGEST_CHAIN = 10;

  private CallSite() {}

  /// The words before the place; empty for a function without a name that is no method.
  static String describe(Frame frame) {
    EcmaScriptFunction function = frame.function;
    if (function == null) {
      return isScriptFile(frame) ? "Object.<anonymous>" : "";
    }
    String name = function.functionName();
    if (frame.newTarget instanceof JsObject) {
      return "new " + (name.isEmpty() ? "<anonymous>" : name);
    }
    Object receiver = frame.thisValue;
    if (receiver == null
        || receiver == Undefined.UNDEFINED
        || receiver == Null.NULL
        || receiver == frame.realm.globalObject()) {
      return name;
    }
    if (name.startsWith("get ") || name.startsWith("set ")) {
      return name + " [as " + name.substring(4) + "]";
    }
    if (!name.isEmpty() && !isIdentifier(name)) {
      return name;
    }
    return asMethod(typeName(receiver), name, methodName(receiver, function, name));
  }

  /// Node runs a script file as the body of a method of its exports.
  private static boolean isScriptFile(Frame frame) {
    return frame.code.template().info().node() instanceof Program.Script
        && !frame.code.template().source().name().equals(SourceText.EVAL);
  }

  private static String asMethod(String type, String name, String method) {
    if (name.isEmpty()) {
      return type + "." + (method.isEmpty() ? "<anonymous>" : method);
    }
    String called = name.startsWith(type) ? name : type + "." + name;
    return method.isEmpty() || name.endsWith(method) ? called : called + " [as " + method + "]";
  }

  private static boolean isIdentifier(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  private static String typeName(Object receiver) {
    return switch (receiver) {
      case JsFunction function ->
          function.functionName().isEmpty() ? "Function" : function.functionName();
      case JsObject object -> object.name();
      case Boolean _ -> "Boolean";
      case Number _ -> "Number";
      case JsString _ -> "String";
      case Symbol _ -> "Symbol";
      case JsBigInt _ -> "BigInt";
      default -> "Object";
    };
  }

  /// The property of the receiver, or of its prototypes, that holds the function.
  private static String methodName(Object receiver, JsFunction function, String name) {
    JsObject object = receiver instanceof JsObject itself ? itself : null;
    for (int i = 0; object != null && i < LONGEST_CHAIN; i++) {
      String found = nameIn(object, function, name);
      if (!found.isEmpty()) {
        return found;
      }
      object = object.shape().prototype();
    }
    return "";
  }

  private static String nameIn(JsObject object, JsFunction function, String name) {
    if (!name.isEmpty() && object.peek(PropertyKey.of(name)) == function) {
      return name;
    }
    Shape shape = object.shape();
    int slots = Math.min(shape.slotCount(), MOST_PROPERTIES);
    for (int slot = 0; slot < slots; slot++) {
      PropertyKey key = shape.keyAt(slot);
      if (key != null && !key.isSymbol() && !key.isPrivateName() && object.slot(slot) == function) {
        return key.asString();
      }
    }
    return "";
  }
}
