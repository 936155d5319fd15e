package lexscope.js.intrinsics;

import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// The result of JSON.rawJSON: a frozen object without a prototype whose text JSON.stringify
/// copies.
public final class RawJsonObject extends JsObject {
  private static final PropertyKey RAW_JSON = PropertyKey.of("rawJSON");

  private final String text;

  private RawJsonObject(Shape shape, String text) {
    super(shape);
    this.text = text;
  }

  /// An object for a JSON text, on the heap.
  public static RawJsonObject create(Agent agent, JsString text) {
    RawJsonObject object =
        agent.heap().allocate(new RawJsonObject(Shape.root(agent, null, 1), text.toString()));
    object.put(agent, RAW_JSON, text, Attributes.ENUMERABLE);
    object.preventExtensions(agent);
    return object;
  }

  /// The JSON text.
  public String text() {
    return text;
  }
}
