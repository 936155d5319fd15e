package lexscope.js.typescript;

/// An attribute of an element: offsets of its name and its value.
record JsxAttribute(Form form, String name, int start, int nameEnd, int valueStart, int valueEnd) {
  enum Form {
    TRUE,
    STRING,
    EXPRESSION,
    ELEMENT,
    SPREAD
  }
}
