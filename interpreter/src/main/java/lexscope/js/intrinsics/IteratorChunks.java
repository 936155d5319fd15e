package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `Iterator.prototype.chunks` and `Iterator.prototype.windows`: arrays of as many values of the
/// underlying iterator.
final class IteratorChunks extends LazyIterator {
  private static final double MAX_SIZE = 4_294_967_295.0;

  private final double size;
  private final boolean sliding;
  private final boolean partial;
  private final ArrayDeque<Object> buffer = new ArrayDeque<>();
  private @Nullable IteratorRecord iterated;

  private IteratorChunks(
      Shape shape, IteratorRecord iterated, double size, boolean sliding, boolean partial) {
    super(shape);
    this.iterated = iterated;
    this.size = size;
    this.sliding = sliding;
    this.partial = partial;
  }

  static void addMethods(IntrinsicBuilder prototype) {
    prototype
        .method("chunks", 1, IteratorChunks::chunks)
        .method("windows", 1, IteratorChunks::windows);
  }

  private static Object chunks(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = IteratorConstructor.receiver(agent, thisValue, "chunks");
    double size = size(agent, o, Args.get(args, 0));
    return make(agent, o, size, false, true);
  }

  private static Object windows(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = IteratorConstructor.receiver(agent, thisValue, "windows");
    double size = size(agent, o, Args.get(args, 0));
    Object undersized = Args.get(args, 1);
    String text = undersized instanceof JsString string ? string.toString() : "";
    boolean partial = text.equals("allow-partial");
    if (undersized != Undefined.UNDEFINED && !partial && !text.equals("only-full")) {
      throw IteratorOperations.iteratorCloseOnThrow(
          agent,
          o,
          agent.typeError(
              ErrorMessages.show(undersized) + " is neither \"only-full\" nor \"allow-partial\""));
    }
    return make(agent, o, size, true, partial);
  }

  private static IteratorChunks make(
      Agent agent, JsObject o, double size, boolean sliding, boolean partial) {
    IteratorRecord record = IteratorOperations.getIteratorDirect(agent, o);
    return agent
        .heap()
        .allocate(new IteratorChunks(helperShape(agent), record, size, sliding, partial));
  }

  private static double size(Agent agent, JsObject iterator, Object value) {
    if (!(value instanceof Number number)
        || number.doubleValue() != Math.rint(number.doubleValue())
        || Double.isInfinite(number.doubleValue())) {
      throw IteratorOperations.iteratorCloseOnThrow(
          agent, iterator, agent.typeError(ErrorMessages.show(value) + " is not an integer"));
    }
    double size = number.doubleValue();
    if (size < 1 || size > MAX_SIZE) {
      throw IteratorOperations.iteratorCloseOnThrow(
          agent,
          iterator,
          agent.rangeError(ErrorMessages.show(value) + " must be positive and below 2 ** 32"));
    }
    return size;
  }

  @Override
  @Nullable Object advance(Agent agent) {
    IteratorRecord source = iterated;
    if (source == null) {
      return null;
    }
    while (true) {
      int mark = agent.handles().mark();
      Object value = IteratorOperations.iteratorStepValue(agent, source);
      if (value == null) {
        iterated = null;
        return partial && !buffer.isEmpty() && buffer.size() < size ? list(agent) : null;
      }
      if (sliding && buffer.size() == size) {
        buffer.removeFirst();
      }
      buffer.add(value);
      agent.handles().release(mark);
      if (buffer.size() == size) {
        return list(agent);
      }
    }
  }

  private Object list(Agent agent) {
    Object array = ObjectOperations.createArrayFromList(agent, new ArrayList<>(buffer));
    if (!sliding) {
      buffer.clear();
    }
    return array;
  }

  @Override
  void closeUnderlying(Agent agent, boolean started) {
    IteratorRecord source = iterated;
    if (source != null) {
      IteratorOperations.iteratorClose(agent, source);
    }
  }

  @Override
  void release() {
    iterated = null;
    buffer.clear();
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    IteratorRecord.visitEdges(visitor, iterated);
    int index = 0;
    for (Object value : buffer) {
      visitor.element(index++, value);
    }
  }
}
