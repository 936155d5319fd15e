package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.HandleStack;
import lexscope.gc.TracingRule;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Promise.all, allSettled, any and race (27.2.4.1, 2, 3, 5), and the record that the element
/// functions of one call share: the values so far, and how many are missing.
public final class PromiseCombinator extends Cell {
  /// Which of the four.
  enum Kind {
    ALL,
    ALL_SETTLED,
    ANY,
    RACE
  }

  private static final String[] SLOTS = {"[[Combinator]]", "[[Index]]", "[[Fulfilled]]"};

  private final Kind kind;
  private final PromiseCapability capability;
  private final List<Object> values = new ArrayList<>();
  private final BitSet called = new BitSet();
  private int remaining = 1;

  private PromiseCombinator(Kind kind, PromiseCapability capability) {
    this.kind = kind;
    this.capability = capability;
  }

  /// The common steps of the four functions.
  static Object combine(Agent agent, Object constructor, Object iterable, Kind kind) {
    PromiseCapability capability = PromiseOperations.newPromiseCapability(agent, constructor);
    JsObject c = (JsObject) constructor;
    IteratorRecord iterator = null;
    try {
      Object resolve = ObjectOperations.get(agent, c, PropertyKeys.RESOLVE);
      if (!TestingAndComparison.isCallable(resolve)) {
        throw agent.typeError("Promise resolve or reject function is not callable");
      }
      iterator = IteratorOperations.getIterator(agent, iterable);
      var combinator = agent.heap().allocate(new PromiseCombinator(kind, capability));
      combinator.subscribe(agent, c, resolve, iterator);
    } catch (ThrowCompletion thrown) {
      ThrowCompletion cause = thrown;
      if (iterator != null && !iterator.isDone()) {
        cause = IteratorOperations.iteratorCloseOnThrow(agent, iterator, thrown);
      }
      PromiseOperations.reject(agent, capability, cause.value());
    }
    return capability.promise();
  }

  /// PerformPromiseAll and its sisters (27.2.4.1.2, 27.2.4.2.1, 27.2.4.3.1, 27.2.4.5.1).
  private void subscribe(
      Agent agent, JsObject constructor, Object resolve, IteratorRecord iterator) {
    HandleStack handles = agent.handles();
    for (int index = 0; ; index++) {
      int mark = handles.mark();
      Object next = IteratorOperations.iteratorStepValue(agent, iterator);
      if (next == null) {
        break;
      }
      if (kind != Kind.RACE) {
        values.add(Undefined.UNDEFINED);
      }
      Object promise = ObjectOperations.call(agent, resolve, constructor, next);
      Object onFulfilled =
          kind == Kind.ANY || kind == Kind.RACE
              ? capability.resolve()
              : elementFunction(agent, index, true);
      Object onRejected =
          kind == Kind.ALL || kind == Kind.RACE
              ? capability.reject()
              : elementFunction(agent, index, false);
      remaining++;
      ObjectOperations.invoke(agent, promise, PropertyKeys.THEN, onFulfilled, onRejected);
      handles.release(mark);
    }
    if (kind != Kind.RACE && --remaining == 0) {
      finish(agent);
    }
  }

  /// The combinator of an element function; null for other functions.
  public static @Nullable PromiseCombinator of(CapturingFunction function) {
    return function.hasSlots(SLOTS) ? (PromiseCombinator) function.captured(0) : null;
  }

  /// The index that an element function is for.
  public static int indexOf(CapturingFunction function) {
    return (Integer) function.captured(1);
  }

  /// The name of the function that made it: `all`, `allSettled` or `any`.
  public String functionName() {
    return switch (kind) {
      case ALL -> "all";
      case ALL_SETTLED -> "allSettled";
      case ANY -> "any";
      case RACE -> "race";
    };
  }

  /// The capability that it settles.
  public PromiseCapability capability() {
    return capability;
  }

  private Object elementFunction(Agent agent, int index, boolean fulfilled) {
    return CapturingFunction.create(
        agent.realm(), "", 1, PromiseCombinator::element, SLOTS, this, index, fulfilled);
  }

  /// The element functions (27.2.4.1.3, 27.2.4.2.2, 27.2.4.2.3, 27.2.4.3.2).
  private static Object element(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    var combinator = (PromiseCombinator) self.captured(0);
    int index = (Integer) self.captured(1);
    if (combinator.called.get(index)) {
      return Undefined.UNDEFINED;
    }
    combinator.called.set(index);
    Object value = Args.get(args, 0);
    combinator.values.set(
        index,
        combinator.kind == Kind.ALL_SETTLED
            ? outcome(agent, (Boolean) self.captured(2), value)
            : value);
    if (--combinator.remaining == 0) {
      combinator.finish(agent);
    }
    return Undefined.UNDEFINED;
  }

  private static JsObject outcome(Agent agent, boolean fulfilled, Object value) {
    JsObject object = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    object.put(
        agent,
        PropertyKeys.STATUS,
        agent.string(fulfilled ? "fulfilled" : "rejected"),
        Attributes.ALL);
    object.put(agent, fulfilled ? PropertyKeys.VALUE : PropertyKeys.REASON, value, Attributes.ALL);
    return object;
  }

  private void finish(Agent agent) {
    Object all = ObjectOperations.createArrayFromList(agent, values);
    if (kind != Kind.ANY) {
      PromiseOperations.resolve(agent, capability, all);
      return;
    }
    JsObject error =
        (JsObject)
            agent.error(Intrinsic.AGGREGATE_ERROR_PROTOTYPE, "All promises were rejected").value();
    error.put(agent, PropertyKeys.ERRORS, all, Attributes.HIDDEN);
    PromiseOperations.reject(agent, capability, error);
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + (3L + values.size()) * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[Capability]]", capability);
    for (int i = 0; i < values.size(); i++) {
      visitor.element(i, values.get(i));
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }

  @Override
  public String name() {
    return "Promise combinator";
  }
}
