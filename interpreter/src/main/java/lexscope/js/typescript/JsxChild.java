package lexscope.js.typescript;

/// What stands between the tags of an element: the whole, and the expression in it.
record JsxChild(Form form, int start, int end, int valueStart, int valueEnd) {
  enum Form {
    TEXT,
    EXPRESSION,
    SPREAD,
    ELEMENT,
    EMPTY
  }
}
