package lexscope.js.web;

import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The document (DOM standard, 4.5): `html` with `head` and `body` below it.
final class DocumentObject extends NodeObject {
  private DocumentObject(Shape shape) {
    super(shape);
  }

  static DocumentObject create(WebRealm web) {
    Agent agent = web.agent();
    int mark = agent.handles().mark();
    Shape shape = Shape.root(agent, web.prototype(WebInterface.DOCUMENT));
    var document = agent.heap().allocate(new DocumentObject(shape));
    ElementObject html = ElementObject.create(web, "html");
    document.insert(agent, html, null);
    html.insert(agent, ElementObject.create(web, "head"), null);
    html.insert(agent, ElementObject.create(web, "body"), null);
    agent.handles().release(mark);
    agent.handles().push(document);
    return document;
  }

  /// The first element with the tag at the top or right below it; null if it was removed.
  @Nullable ElementObject part(String localName) {
    for (NodeObject top : children()) {
      if (top instanceof ElementObject element && element.localName().equals(localName)) {
        return element;
      }
      for (NodeObject below : top.children()) {
        if (below instanceof ElementObject element && element.localName().equals(localName)) {
          return element;
        }
      }
    }
    return null;
  }

  @Override
  int nodeType() {
    return 9;
  }

  @Override
  String nodeName() {
    return "#document";
  }
}
