package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The Iterator Helper objects that `map`, `filter`, `take`, `drop` and `flatMap` make.
final class IteratorHelper extends LazyIterator {
  private enum Sort {
    MAP,
    FILTER,
    TAKE,
    DROP,
    FLAT_MAP
  }

  private final Sort sort;
  private final @Nullable JsObject function;
  private @Nullable IteratorRecord iterated;
  private @Nullable IteratorRecord inner;
  private double remaining;
  private long counter;

  private IteratorHelper(
      Shape shape,
      Sort sort,
      IteratorRecord iterated,
      @Nullable JsObject function,
      double remaining) {
    super(shape);
    this.sort = sort;
    this.iterated = iterated;
    this.function = function;
    this.remaining = remaining;
  }

  static void addMethods(IntrinsicBuilder prototype) {
    prototype
        .method("drop", 1, (a, t, args, _) -> limited(a, t, args, Sort.DROP, "drop"))
        .method("filter", 1, (a, t, args, _) -> calling(a, t, args, Sort.FILTER, "filter"))
        .method("flatMap", 1, (a, t, args, _) -> calling(a, t, args, Sort.FLAT_MAP, "flatMap"))
        .method("map", 1, (a, t, args, _) -> calling(a, t, args, Sort.MAP, "map"))
        .method("take", 1, (a, t, args, _) -> limited(a, t, args, Sort.TAKE, "take"));
  }

  /// Sections 27.1.4.4, 27.1.4.6 and 27.1.4.8: the helpers with a callback.
  private static Object calling(
      Agent agent, Object thisValue, Object[] args, Sort sort, String method) {
    JsObject o = IteratorConstructor.receiver(agent, thisValue, method);
    JsObject function = IteratorConstructor.callback(agent, o, Args.get(args, 0));
    return make(agent, sort, IteratorOperations.getIteratorDirect(agent, o), function, 0);
  }

  /// Sections 27.1.4.2 and 27.1.4.11: the helpers with a limit.
  private static Object limited(
      Agent agent, Object thisValue, Object[] args, Sort sort, String method) {
    JsObject o = IteratorConstructor.receiver(agent, thisValue, method);
    Object limit = Args.get(args, 0);
    double integer;
    try {
      double number = TypeConversion.toNumber(agent, limit);
      if (Double.isNaN(number)) {
        throw agent.rangeError(ErrorMessages.show(limit) + " must be positive");
      }
      integer = TypeConversion.truncate(number);
      if (integer < 0 || (integer > Numbers.MAX_SAFE_INTEGER && !Double.isInfinite(integer))) {
        throw agent.rangeError(ErrorMessages.show(limit) + " must be positive");
      }
    } catch (ThrowCompletion thrown) {
      throw IteratorOperations.iteratorCloseOnThrow(agent, o, thrown);
    }
    return make(agent, sort, IteratorOperations.getIteratorDirect(agent, o), null, integer);
  }

  private static IteratorHelper make(
      Agent agent,
      Sort sort,
      IteratorRecord iterated,
      @Nullable JsObject function,
      double remaining) {
    return agent
        .heap()
        .allocate(new IteratorHelper(helperShape(agent), sort, iterated, function, remaining));
  }

  @Override
  void release() {
    iterated = null;
    inner = null;
  }

  @Override
  void closeUnderlying(Agent agent, boolean started) {
    IteratorRecord source = iterated;
    IteratorRecord open = inner;
    if (source == null) {
      return;
    }
    if (started && open != null) {
      try {
        IteratorOperations.iteratorClose(agent, open);
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, source, thrown);
      }
    }
    IteratorOperations.iteratorClose(agent, source);
  }

  @Override
  @Nullable Object advance(Agent agent) {
    IteratorRecord source = iterated;
    if (source == null) {
      return null;
    }
    return switch (sort) {
      case MAP -> {
        Object value = IteratorOperations.iteratorStepValue(agent, source);
        yield value == null ? null : callBack(agent, source, value);
      }
      case FILTER -> filtered(agent, source);
      case TAKE -> taken(agent, source);
      case DROP -> {
        while (remaining > 0) {
          remaining--;
          int mark = agent.handles().mark();
          if (IteratorOperations.iteratorStep(agent, source) == null) {
            yield null;
          }
          agent.handles().release(mark);
        }
        yield IteratorOperations.iteratorStepValue(agent, source);
      }
      case FLAT_MAP -> flattened(agent, source);
    };
  }

  private Object callBack(Agent agent, IteratorRecord source, Object value) {
    try {
      return ObjectOperations.call(
          agent,
          function == null ? Undefined.UNDEFINED : function,
          Undefined.UNDEFINED,
          value,
          Numbers.of(counter++));
    } catch (ThrowCompletion thrown) {
      throw IteratorOperations.iteratorCloseOnThrow(agent, source, thrown);
    }
  }

  private @Nullable Object filtered(Agent agent, IteratorRecord source) {
    while (true) {
      int mark = agent.handles().mark();
      Object value = IteratorOperations.iteratorStepValue(agent, source);
      if (value == null || TypeConversion.toBoolean(callBack(agent, source, value))) {
        return value;
      }
      agent.handles().release(mark);
    }
  }

  private @Nullable Object taken(Agent agent, IteratorRecord source) {
    if (remaining == 0) {
      IteratorOperations.iteratorClose(agent, source);
      return null;
    }
    remaining--;
    return IteratorOperations.iteratorStepValue(agent, source);
  }

  private @Nullable Object flattened(Agent agent, IteratorRecord source) {
    while (true) {
      int mark = agent.handles().mark();
      IteratorRecord open = inner;
      if (open == null) {
        Object value = IteratorOperations.iteratorStepValue(agent, source);
        if (value == null) {
          return null;
        }
        Object mapped = callBack(agent, source, value);
        try {
          open = IteratorOperations.getIteratorFlattenable(agent, mapped, false);
        } catch (ThrowCompletion thrown) {
          throw IteratorOperations.iteratorCloseOnThrow(agent, source, thrown);
        }
        inner = open;
      }
      try {
        Object value = IteratorOperations.iteratorStepValue(agent, open);
        if (value != null) {
          return value;
        }
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, source, thrown);
      }
      inner = null;
      agent.handles().release(mark);
    }
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "function", function);
    IteratorRecord.visitEdges(visitor, iterated);
    IteratorRecord.visitEdges(visitor, inner, "inner_iterator", "inner_next_method");
  }
}
