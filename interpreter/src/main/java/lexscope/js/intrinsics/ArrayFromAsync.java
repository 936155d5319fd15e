package lexscope.js.intrinsics;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.AsyncFromSyncIterator;
import lexscope.js.vm.AsyncFunctions;
import lexscope.js.vm.Continuation;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// `Array.fromAsync ( items [ , mapper [ , thisArg ] ] )`, section 23.1.2.2. The specification
/// describes it as an async function; here it is what such a function keeps while it awaits, and
/// where it goes on.
final class ArrayFromAsync extends Cell implements Continuation {
  private enum Awaiting {
    NEXT_RESULT,
    ITEM,
    MAPPED,
    CLOSED
  }

  private final PromiseObject promise;
  private final Object constructor;
  private final Object thisArg;
  private @Nullable JsObject mapper;
  private @Nullable IteratorRecord iterator;
  private @Nullable JsObject source;
  private @Nullable JsObject target;
  private @Nullable Object thrown;
  private long length;
  private long index;
  private Awaiting awaiting = Awaiting.NEXT_RESULT;

  private ArrayFromAsync(PromiseObject promise, Object constructor, Object thisArg) {
    this.promise = promise;
    this.constructor = constructor;
    this.thisArg = thisArg;
  }

  static Object fromAsync(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PromiseObject promise = PromiseOperations.newPromise(agent);
    agent.handles().push(promise);
    ArrayFromAsync run =
        agent.heap().allocate(new ArrayFromAsync(promise, thisValue, Args.get(args, 2)));
    try {
      run.begin(agent, Args.get(args, 0), Args.get(args, 1));
      run.advance((Machine) agent);
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
    }
    return promise;
  }

  private void begin(Agent agent, Object items, Object mapping) {
    if (mapping != Undefined.UNDEFINED) {
      mapper = ObjectOperations.requireCallable(agent, mapping);
    }
    JsObject method =
        ObjectOperations.getMethod(agent, items, agent.symbols().asyncIterator().key());
    if (method != null) {
      iterator = IteratorOperations.getIteratorFromMethod(agent, items, method);
    } else {
      method = ObjectOperations.getMethod(agent, items, agent.symbols().iterator().key());
      if (method != null) {
        IteratorRecord sync = IteratorOperations.getIteratorFromMethod(agent, items, method);
        JsObject wrapper = AsyncFromSyncIterator.create((Machine) agent, sync);
        agent.handles().push(wrapper);
        iterator = IteratorOperations.getIteratorDirect(agent, wrapper);
      }
    }
    boolean constructs = constructor instanceof JsObject c && c.isConstructor();
    if (iterator != null) {
      target =
          constructs
              ? ObjectOperations.construct(agent, (JsObject) constructor)
              : JsArray.create(agent);
      return;
    }
    JsObject list = TypeConversion.toObject(agent, items);
    source = list;
    length = ObjectOperations.lengthOfArrayLike(agent, list);
    target = ArrayConstructor.construct(agent, constructor, length);
  }

  private JsObject target() {
    JsObject present = target;
    if (present == null) {
      throw new IllegalStateException("nothing is being filled");
    }
    return present;
  }

  @Override
  public void settled(Machine machine, int mode, Object value) {
    try {
      if (mode == Frame.THROW) {
        rejected(machine, value);
      } else {
        fulfilled(machine, value);
      }
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(machine, promise, completion.value());
    }
  }

  private void rejected(Machine machine, Object value) {
    switch (awaiting) {
      case NEXT_RESULT, ITEM -> throw new ThrowCompletion(value);
      case MAPPED -> close(machine, value);
      case CLOSED -> throw new ThrowCompletion(thrown == null ? value : thrown);
    }
  }

  private void fulfilled(Machine machine, Object value) {
    switch (awaiting) {
      case NEXT_RESULT -> {
        JsObject result = ObjectOperations.requireObject(machine, value);
        if (IteratorOperations.iteratorComplete(machine, result)) {
          finish(machine);
        } else {
          item(machine, IteratorOperations.iteratorValue(machine, result));
        }
      }
      case ITEM -> item(machine, value);
      case MAPPED -> store(machine, value);
      case CLOSED -> throw new ThrowCompletion(thrown == null ? value : thrown);
    }
  }

  /// Asks for the next item.
  private void advance(Machine machine) {
    IteratorRecord record = iterator;
    JsObject list = source;
    if (record != null) {
      await(
          machine,
          ObjectOperations.call(machine, record.nextMethod(), record.iterator()),
          Awaiting.NEXT_RESULT);
    } else if (list != null && index < length) {
      await(machine, ObjectOperations.get(machine, list, index), Awaiting.ITEM);
    } else {
      finish(machine);
    }
  }

  private void item(Machine machine, Object value) {
    JsObject function = mapper;
    if (function == null) {
      store(machine, value);
      return;
    }
    Object mapped;
    try {
      mapped = ObjectOperations.call(machine, function, thisArg, value, Numbers.of(index));
    } catch (ThrowCompletion completion) {
      close(machine, completion.value());
      return;
    }
    await(machine, mapped, Awaiting.MAPPED);
  }

  private void store(Machine machine, Object value) {
    try {
      ObjectOperations.createDataPropertyOrThrow(machine, target(), index, value);
    } catch (ThrowCompletion completion) {
      close(machine, completion.value());
      return;
    }
    index++;
    advance(machine);
  }

  private void finish(Machine machine) {
    ObjectOperations.set(machine, target(), PropertyKeys.LENGTH, Numbers.of(index));
    PromiseOperations.resolvePromise(machine, promise, target());
  }

  /// AsyncIteratorClose, section 7.4.12, of a throw completion.
  private void close(Machine machine, Object error) {
    IteratorRecord record = iterator;
    if (record == null) {
      throw new ThrowCompletion(error);
    }
    thrown = error;
    Object result;
    try {
      JsObject method = ObjectOperations.getMethod(machine, record.iterator(), PropertyKeys.RETURN);
      if (method == null) {
        throw new ThrowCompletion(error);
      }
      result = ObjectOperations.call(machine, method, record.iterator());
    } catch (ThrowCompletion _) {
      throw new ThrowCompletion(error);
    }
    await(machine, result, Awaiting.CLOSED);
  }

  private void await(Machine machine, Object value, Awaiting what) {
    awaiting = what;
    try {
      AsyncFunctions.await(machine, value, this);
    } catch (ThrowCompletion completion) {
      rejected(machine, completion.value());
    }
  }

  @Override
  public long shallowBytes() {
    return 96;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[Promise]]", promise);
    visitor.edge(EdgeKind.INTERNAL, "constructor", constructor);
    visitor.edge(EdgeKind.INTERNAL, "this_arg", thisArg);
    visitor.edge(EdgeKind.INTERNAL, "mapper", mapper);
    visitor.edge(EdgeKind.INTERNAL, "array_like", source);
    visitor.edge(EdgeKind.INTERNAL, "target", target);
    visitor.edge(EdgeKind.INTERNAL, "thrown", thrown);
    IteratorRecord.visitEdges(visitor, iterator);
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "Array.fromAsync";
  }
}
