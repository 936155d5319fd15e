package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;

/// The label of an edge from a collection to the value of one of its entries: it names the key.
record MapEntryLabel(Object key) {
  private static final int LIMIT = 60;

  @Override
  public String toString() {
    return switch (key) {
      case JsString string -> "value of \"" + string.peek(LIMIT) + "\"";
      case JsObject object -> "value of " + object.describe();
      default -> "value of " + key;
    };
  }
}
