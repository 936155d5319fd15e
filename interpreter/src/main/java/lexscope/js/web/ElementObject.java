package lexscope.js.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An element (DOM standard, 4.9): a tag name and attributes in order.
final class ElementObject extends NodeObject {
  private final String localName;
  private final Map<String, String> attributes = new LinkedHashMap<>(4);
  private @Nullable JsObject style;

  private ElementObject(Shape shape, String localName) {
    super(shape);
    this.localName = localName;
  }

  /// @param localName in lower case
  static ElementObject create(WebRealm web, String localName) {
    Agent agent = web.agent();
    Shape shape = Shape.root(agent, web.prototype(WebInterface.ELEMENT));
    return agent.heap().allocate(new ElementObject(shape, localName));
  }

  String localName() {
    return localName;
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /// An attribute's value, empty if it is missing.
  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /// The classes of the `class` attribute, in order, each once.
  Set<String> classes() {
    var classes = new LinkedHashSet<String>();
    for (String name : attribute("class").split("[ \t\n\r\f]+", -1)) {
      if (!name.isEmpty()) {
        classes.add(name);
      }
    }
    return classes;
  }

  /// The `style` object: a plain object. NON-SPEC: it does not follow the attribute.
  JsObject style(Agent agent) {
    JsObject made = style;
    if (made == null) {
      made = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
      style = made;
    }
    return made;
  }

  @Override
  int nodeType() {
    return 1;
  }

  @Override
  String nodeName() {
    return localName.toUpperCase(Locale.ROOT);
  }

  @Override
  public String className() {
    return "HTMLElement";
  }

  @Override
  public String name() {
    String id = attribute("id");
    return "<" + localName + (id.isEmpty() ? "" : " id=\"" + id + "\"") + ">";
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "style", style);
  }
}
