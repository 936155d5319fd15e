package lexscope.js.operations;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.js.value.JsObject;
import org.jspecify.annotations.Nullable;

/// An Iterator Record, section 7.4.1. Who keeps one across guest code sees to it that the iterator
/// and its `next` method are rooted; the operations of [IteratorOperations] push both.
public final class IteratorRecord {
  private final JsObject iterator;
  private final Object nextMethod;
  private boolean done;

  /// A record that is not done.
  public IteratorRecord(JsObject iterator, Object nextMethod) {
    this.iterator = iterator;
    this.nextMethod = nextMethod;
  }

  /// The `[[Iterator]]`.
  public JsObject iterator() {
    return iterator;
  }

  /// The `[[NextMethod]]`; it may be anything.
  public Object nextMethod() {
    return nextMethod;
  }

  /// The `[[Done]]`.
  public boolean isDone() {
    return done;
  }

  /// Sets `[[Done]]`.
  public void finish() {
    done = true;
  }

  /// The edges of a cell that keeps a record under these names, if it keeps one now.
  public static void visitEdges(
      EdgeVisitor visitor, @Nullable IteratorRecord record, String iterator, String nextMethod) {
    if (record != null) {
      visitor.edge(EdgeKind.INTERNAL, iterator, record.iterator);
      visitor.edge(EdgeKind.INTERNAL, nextMethod, record.nextMethod);
    }
  }

  /// The edges of a cell that keeps the record that it iterates, if it keeps one now.
  public static void visitEdges(EdgeVisitor visitor, @Nullable IteratorRecord iterated) {
    visitEdges(visitor, iterated, "iterated", "next_method");
  }
}
