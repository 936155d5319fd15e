package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Numbers;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An array iterator, section 23.1.5. When it is done it lets go of the array.
public final class ArrayIterator extends JsObject {
  /// What it gives.
  public enum Kind {
    KEY,
    VALUE,
    KEY_AND_VALUE
  }

  private @Nullable JsObject array;
  private final Kind kind;
  private long index;

  ArrayIterator(Shape shape, JsObject array, Kind kind) {
    super(shape);
    this.array = array;
    this.kind = kind;
  }

  /// What is iterated; null when the iterator is done.
  public @Nullable JsObject array() {
    return array;
  }

  /// The next value; null when the iterator is done. The value is pushed.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if reading throws
  public @Nullable Object step(Agent agent) {
    JsObject source = array;
    if (source == null) {
      return null;
    }
    long at = index;
    if (at >= source.lengthForIteration(agent)) {
      array = null;
      return null;
    }
    index = at + 1;
    return switch (kind) {
      case KEY -> Numbers.of(at);
      case VALUE -> ObjectOperations.get(agent, source, at);
      case KEY_AND_VALUE ->
          ObjectOperations.createArray(
              agent, Numbers.of(at), ObjectOperations.get(agent, source, at));
    };
  }

  /// As [#step], for the next element of a plain array, where nothing can be observed and nothing
  /// is allocated; null if [#step] must be taken. Cost: constant.
  public @Nullable Object quickStep() {
    if (kind != Kind.VALUE || !(array instanceof JsArray source)) {
      return null;
    }
    long at = index;
    if (at >= source.length() || at > Integer.MAX_VALUE) {
      return null;
    }
    Object value = source.denseElement((int) at);
    if (value != null) {
      index = at + 1;
    }
    return value;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + 3L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "iterated_object", array);
  }
}
