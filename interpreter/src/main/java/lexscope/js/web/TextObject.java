package lexscope.js.web;

import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A text node (DOM standard, 4.11).
final class TextObject extends NodeObject {
  private String data;

  private TextObject(Shape shape, String data) {
    super(shape);
    this.data = data;
  }

  static TextObject create(WebRealm web, String data) {
    Agent agent = web.agent();
    Shape shape = Shape.root(agent, web.prototype(WebInterface.TEXT));
    return agent.heap().allocate(new TextObject(shape, data));
  }

  String data() {
    return data;
  }

  void setData(String newData) {
    data = newData;
  }

  @Override
  int nodeType() {
    return 3;
  }

  @Override
  String nodeName() {
    return "#text";
  }

  @Override
  String textContent() {
    return data;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + ModelledSizes.flatString(data.length(), false);
  }
}
