package lexscope.js.intrinsics;

import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;

/// The methods of %String.prototype% that make HTML (B.2.2.2 to B.2.2.14).
final class StringHtmlMethods {
  private StringHtmlMethods() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .method("anchor", 1, createHtml("anchor", "a", "name"))
        .method("big", 0, createHtml("big", "big", ""))
        .method("blink", 0, createHtml("blink", "blink", ""))
        .method("bold", 0, createHtml("bold", "b", ""))
        .method("fixed", 0, createHtml("fixed", "tt", ""))
        .method("fontcolor", 1, createHtml("fontcolor", "font", "color"))
        .method("fontsize", 1, createHtml("fontsize", "font", "size"))
        .method("italics", 0, createHtml("italics", "i", ""))
        .method("link", 1, createHtml("link", "a", "href"))
        .method("small", 0, createHtml("small", "small", ""))
        .method("strike", 0, createHtml("strike", "strike", ""))
        .method("sub", 0, createHtml("sub", "sub", ""))
        .method("sup", 0, createHtml("sup", "sup", ""));
  }

  /// B.2.2.2.1 CreateHTML ( string, tag, attribute, value ) as the body of a method.
  private static NativeBody createHtml(String method, String tag, String attribute) {
    return (agent, thisValue, args, _) -> {
      JsString s = StringPrototype.thisString(agent, thisValue, method);
      var html = new StringBuilder("<").append(tag);
      if (!attribute.isEmpty()) {
        String value = TypeConversion.toString(agent, Args.get(args, 0)).toString();
        html.append(' ').append(attribute).append("=\"");
        html.append(value.replace("\"", "&quot;")).append('"');
      }
      html.append('>').append(s).append("</").append(tag).append('>');
      return JsString.of(agent, html.toString());
    };
  }
}
