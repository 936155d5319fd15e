package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `Iterator.concat`, section 27.1.3.2.1: one iterable after the other.
final class IteratorConcatenation extends LazyIterator {
  private record Operand(JsObject item, JsObject method) {}

  private final ArrayDeque<Operand> waiting = new ArrayDeque<>();
  private @Nullable IteratorRecord open;

  private IteratorConcatenation(Shape shape) {
    super(shape);
  }

  /// `Iterator.concat ( ...items )`.
  static Object concat(Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    var made = new IteratorConcatenation(helperShape(agent));
    for (Object item : args) {
      JsObject object = ObjectOperations.requireObject(agent, item);
      JsObject method = ObjectOperations.getMethod(agent, object, agent.symbols().iterator().key());
      if (method == null) {
        throw agent.typeError(ErrorMessages.notIterable(item));
      }
      agent.handles().push(method);
      made.waiting.add(new Operand(object, method));
    }
    return agent.heap().allocate(made);
  }

  @Override
  @Nullable Object advance(Agent agent) {
    while (true) {
      int mark = agent.handles().mark();
      IteratorRecord current = open;
      if (current == null) {
        Operand next = waiting.poll();
        if (next == null) {
          return null;
        }
        agent.handles().push(next.item());
        Object iterator = ObjectOperations.call(agent, next.method(), next.item());
        current =
            IteratorOperations.getIteratorDirect(
                agent, ObjectOperations.requireObject(agent, iterator));
        open = current;
      }
      Object value = IteratorOperations.iteratorStepValue(agent, current);
      if (value != null) {
        return value;
      }
      open = null;
      agent.handles().release(mark);
    }
  }

  @Override
  void closeUnderlying(Agent agent, boolean started) {
    IteratorRecord current = open;
    if (current != null) {
      IteratorOperations.iteratorClose(agent, current);
    }
  }

  @Override
  void release() {
    open = null;
    waiting.clear();
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    IteratorRecord.visitEdges(visitor, open);
    for (Operand each : waiting) {
      visitor.edge(EdgeKind.INTERNAL, "iterable", each.item());
      visitor.edge(EdgeKind.INTERNAL, "open_method", each.method());
    }
  }
}
