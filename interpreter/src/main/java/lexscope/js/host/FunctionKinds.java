package lexscope.js.host;

import java.util.regex.Pattern;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.vm.EcmaScriptFunction;

/// What kind of function a function object is, whatever its prototype says.
final class FunctionKinds {
  private static final Pattern COMMENT = Pattern.compile("//.*\\n|/\\*(?s:.*?)\\*/");
  private static final Pattern CLASS_HEAD = Pattern.compile("class\\s+[^(]*?\\s*\\{");

  private FunctionKinds() {}

  /// Whether it is shown as a class. Like Node, which goes by the text, it takes a class whose
  /// heritage begins with a parenthesis before the first brace for a function.
  static boolean isClass(JsObject function) {
    return function instanceof EcmaScriptFunction closure
        && closure.template().isClassConstructor()
        && looksLikeClass(closure.sourceText());
  }

  private static boolean looksLikeClass(String text) {
    int brace = text.indexOf('{');
    return brace >= 0
        && (text.lastIndexOf('(', brace) < 0
            || CLASS_HEAD.matcher(COMMENT.matcher(text).replaceAll("")).lookingAt());
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
