package lexscope.js.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A node of a document (DOM standard, 4.4). A node refers to its parent and its children.
abstract class NodeObject extends EventTargetObject {
  private @Nullable NodeObject parent;
  private final List<NodeObject> children = new ArrayList<>(0);

  NodeObject(Shape shape) {
    super(shape);
  }

  /// The `nodeType`.
  abstract int nodeType();

  /// The `nodeName`.
  abstract String nodeName();

  final @Nullable NodeObject parent() {
    return parent;
  }

  final List<NodeObject> children() {
    return children;
  }

  /// Whether this node is `other` or one of its ancestors. Cost: the depth of `other`.
  final boolean contains(@Nullable NodeObject other) {
    for (NodeObject at = other; at != null; at = at.parent) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }

  /// Inserts a node before another child, or at the end; it leaves the place where it was.
  final void insert(Agent agent, NodeObject node, @Nullable NodeObject before) {
    node.detach();
    int at = before == null ? -1 : children.indexOf(before);
    children.add(at < 0 ? children.size() : at, node);
    node.parent = this;
    agent.heap().grew(ModelledSizes.SLOT);
  }

  /// Leaves the parent.
  final void detach() {
    NodeObject from = parent;
    if (from != null) {
      from.children.remove(this);
      parent = null;
    }
  }

  /// Lets go of all children.
  final void clear() {
    for (NodeObject child : children) {
      child.parent = null;
    }
    children.clear();
  }

  /// The nodes below this one in document order, made with a work list.
  final List<NodeObject> descendants() {
    var found = new ArrayList<NodeObject>();
    var pending = new ArrayDeque<NodeObject>();
    push(pending, this);
    for (NodeObject node = pending.poll(); node != null; node = pending.poll()) {
      found.add(node);
      push(pending, node);
    }
    return found;
  }

  private static void push(ArrayDeque<NodeObject> pending, NodeObject node) {
    for (int i = node.children.size() - 1; i >= 0; i--) {
      pending.push(node.children.get(i));
    }
  }

  /// The text of all text nodes below.
  String textContent() {
    var text = new StringBuilder();
    for (NodeObject node : descendants()) {
      if (node instanceof TextObject data) {
        text.append(data.data());
      }
    }
    return text.toString();
  }

  @Override
  final @Nullable EventTargetObject eventParent() {
    return parent;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + (1L + children.size()) * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "parentNode", parent);
    for (int i = 0; i < children.size(); i++) {
      visitor.element(i, children.get(i));
    }
  }
}
