package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interfaces Node and Text.
final class NodeInterface {
  private NodeInterface() {}

  /// Reads a property of a node.
  @FunctionalInterface
  interface Reader {
    Object read(Agent agent, NodeObject node);
  }

  static void define(WebRealm web) {
    web.define(WebInterface.NODE, WebInterface.EVENT_TARGET, 0, WebRealm.illegalConstructor())
        .getter("nodeType", reader((_, node) -> node.nodeType()))
        .getter("nodeName", reader((agent, node) -> agent.string(node.nodeName())))
        .getter("parentNode", reader((_, node) -> ObjectOperations.nullable(node.parent())))
        .getter(
            "parentElement",
            reader(
                (_, node) -> node.parent() instanceof ElementObject element ? element : Null.NULL))
        .getter(
            "childNodes",
            reader((agent, node) -> ObjectOperations.createArrayFromList(agent, node.children())))
        .getter("firstChild", reader((_, node) -> child(node, true)))
        .getter("lastChild", reader((_, node) -> child(node, false)))
        .getter("nextSibling", reader((_, node) -> sibling(node, 1)))
        .getter("previousSibling", reader((_, node) -> sibling(node, -1)))
        .getter("isConnected", reader(NodeInterface::isConnected))
        .getter("ownerDocument", reader((agent, _) -> WebRealm.of(agent).document()))
        .accessor(
            "textContent",
            reader((agent, node) -> agent.string(node.textContent())),
            NodeInterface::setTextContent)
        .method("appendChild", 1, NodeInterface::appendChild)
        .method("insertBefore", 2, NodeInterface::insertBefore)
        .method("removeChild", 1, NodeInterface::removeChild)
        .method("replaceChild", 2, NodeInterface::replaceChild)
        .method("hasChildNodes", 0, reader((_, node) -> !node.children().isEmpty()))
        .method(
            "contains",
            1,
            (agent, thisValue, args, _) ->
                Args.get(args, 0) instanceof NodeObject other
                    && thisNode(agent, thisValue).contains(other))
        .method(
            "remove",
            0,
            (agent, thisValue, _, _) -> {
              thisNode(agent, thisValue).detach();
              return Undefined.UNDEFINED;
            })
        .method("append", 0, NodeInterface::append)
        .method("prepend", 0, NodeInterface::prepend)
        .method("replaceChildren", 0, NodeInterface::replaceChildren);
  }

  static void defineText(WebRealm web) {
    web.define(
            WebInterface.TEXT,
            WebInterface.NODE,
            0,
            (agent, _, args, newTarget) -> {
              WebRealm realm = WebRealm.of(agent);
              realm.prototypeFor(newTarget, WebInterface.TEXT);
              Object data = Args.get(args, 0);
              return TextObject.create(
                  realm, data == Undefined.UNDEFINED ? "" : TypeConversion.toText(agent, data));
            })
        .accessor(
            "data",
            reader((agent, node) -> agent.string(node.textContent())),
            NodeInterface::setTextContent);
  }

  static NativeBody reader(Reader reader) {
    return (agent, thisValue, _, _) -> reader.read(agent, thisNode(agent, thisValue));
  }

  static NodeObject thisNode(Agent agent, Object thisValue) {
    if (thisValue instanceof NodeObject node) {
      return node;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Node.prototype", thisValue));
  }

  private static NodeObject node(Agent agent, Object value) {
    if (value instanceof NodeObject node) {
      return node;
    }
    throw agent.typeError("The argument is not a Node: " + ErrorMessages.show(value));
  }

  private static Object child(NodeObject node, boolean first) {
    List<NodeObject> children = node.children();
    return children.isEmpty() ? Null.NULL : first ? children.getFirst() : children.getLast();
  }

  private static Object sibling(NodeObject node, int step) {
    NodeObject parent = node.parent();
    if (parent == null) {
      return Null.NULL;
    }
    int at = parent.children().indexOf(node) + step;
    return at >= 0 && at < parent.children().size() ? parent.children().get(at) : Null.NULL;
  }

  private static Object isConnected(Agent agent, NodeObject node) {
    return WebRealm.of(agent).document().contains(node);
  }

  private static Object setTextContent(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject node = thisNode(agent, thisValue);
    Object value = Args.get(args, 0);
    String text = value == Null.NULL ? "" : TypeConversion.toText(agent, value);
    if (node instanceof TextObject data) {
      data.setData(text);
      return Undefined.UNDEFINED;
    }
    node.clear();
    if (!text.isEmpty()) {
      node.insert(agent, TextObject.create(WebRealm.of(agent), text), null);
    }
    return Undefined.UNDEFINED;
  }

  /// Inserts after the check that no node becomes its own ancestor.
  private static void insert(
      Agent agent, NodeObject parent, NodeObject node, @Nullable NodeObject before) {
    if (node.contains(parent) || parent instanceof TextObject) {
      throw DomExceptions.create(
          agent, "The new child element contains the parent.", "HierarchyRequestError");
    }
    parent.insert(agent, node, before == node ? null : before);
  }

  private static Object appendChild(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject child = node(agent, Args.get(args, 0));
    insert(agent, thisNode(agent, thisValue), child, null);
    return child;
  }

  private static Object insertBefore(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject parent = thisNode(agent, thisValue);
    NodeObject child = node(agent, Args.get(args, 0));
    Object before = Args.get(args, 1);
    if (TestingAndComparison.isNullish(before)) {
      insert(agent, parent, child, null);
    } else {
      insert(agent, parent, child, requireChild(agent, parent, before));
    }
    return child;
  }

  private static NodeObject requireChild(Agent agent, NodeObject parent, Object value) {
    NodeObject child = node(agent, value);
    if (child.parent() != parent) {
      throw DomExceptions.create(agent, "The node is not a child of this node.", "NotFoundError");
    }
    return child;
  }

  private static Object removeChild(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject child = requireChild(agent, thisNode(agent, thisValue), Args.get(args, 0));
    child.detach();
    return child;
  }

  private static Object replaceChild(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject parent = thisNode(agent, thisValue);
    NodeObject child = node(agent, Args.get(args, 0));
    NodeObject old = requireChild(agent, parent, Args.get(args, 1));
    if (child != old) {
      insert(agent, parent, child, old);
      old.detach();
    }
    return old;
  }

  /// Nodes as they are, everything else as text.
  private static List<NodeObject> nodes(Agent agent, Object[] args) {
    var nodes = new ArrayList<NodeObject>();
    for (Object arg : args) {
      nodes.add(
          arg instanceof NodeObject node
              ? node
              : TextObject.create(WebRealm.of(agent), TypeConversion.toText(agent, arg)));
    }
    return nodes;
  }

  private static Object append(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject parent = thisNode(agent, thisValue);
    for (NodeObject child : nodes(agent, args)) {
      insert(agent, parent, child, null);
    }
    return Undefined.UNDEFINED;
  }

  private static Object prepend(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject parent = thisNode(agent, thisValue);
    NodeObject first = parent.children().isEmpty() ? null : parent.children().getFirst();
    for (NodeObject child : nodes(agent, args)) {
      insert(agent, parent, child, first);
    }
    return Undefined.UNDEFINED;
  }

  private static Object replaceChildren(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    NodeObject parent = thisNode(agent, thisValue);
    List<NodeObject> nodes = nodes(agent, args);
    parent.clear();
    for (NodeObject child : nodes) {
      insert(agent, parent, child, null);
    }
    return Undefined.UNDEFINED;
  }
}
