package lexscope.js.host;

import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.vm.EcmaScriptFunction;

/// What kind of function a function object is, whatever its prototype says.
final class FunctionKinds {
  private FunctionKinds() {}

  static boolean isClass(JsObject function) {
    return function instanceof EcmaScriptFunction closure
        && closure.template().isClassConstructor();
  }

  /// The name of the constructor that would make such a function.
  static String typeName(JsObject function) {
    if (!(function instanceof EcmaScriptFunction closure)) {
      return "Function";
    }
    String prefix = closure.template().isAsync() ? "Async" : "";
    return prefix + (closure.template().isGenerator() ? "GeneratorFunction" : "Function");
  }

  static String sourceText(JsObject function) {
    return function instanceof JsFunction named ? named.sourceText() : function.describe();
  }
}
