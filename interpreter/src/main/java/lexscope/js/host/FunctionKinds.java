package lexscope.js.host;

import lexscope.js.value.JsObject;

/// What kind of function a function object is, which its prototype need not tell.
final class FunctionKinds {
  private FunctionKinds() {}

  static boolean isClass(JsObject function) {
    return false;
  }

  static String typeName(JsObject function) {
    return "Function";
  }

  static String sourceText(JsObject function) {
    return function.describe();
  }
}
