package lexscope.js.vm;

import lexscope.gc.HandleStack;
import lexscope.js.intrinsics.ArrayIteratorPrototype;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// Iterators whose records stand in registers, ECMA-262 section 7.4.
final class Iteration {
  private static final Object[] NO_ARGUMENTS = {};

  private final Machine machine;
  private final HandleStack handles;

  Iteration(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// GetIterator(sync): the iterator and its next method go into two registers.
  void open(Frame frame, int iterator, int next, Object value) {
    int mark = handles.mark();
    Object[] registers = frame.registers;
    IteratorRecord record =
        IteratorOperations.getIteratorFromMethod(machine, value, iteratorMethod(frame, value));
    registers[iterator] = record.iterator();
    registers[next] = record.nextMethod();
    handles.release(mark);
  }

  /// `value[@@iterator]`, or a TypeError that quotes what is written.
  private JsObject iteratorMethod(Frame frame, Object value) {
    JsObject method = IteratorOperations.iteratorMethod(machine, value);
    if (method == null) {
      throw machine.typeError(RenderedCallSite.notIterable(frame, value));
    }
    return method;
  }

  /// GetIterator(async).
  void openAsync(Object[] registers, int iterator, int next, Object value) {
    int mark = handles.mark();
    JsObject method =
        ObjectOperations.getMethod(
            machine, value, PropertyKey.ofSymbol(machine.symbols().asyncIterator()));
    if (method == null) {
      JsObject sync =
          ObjectOperations.getMethod(
              machine, value, PropertyKey.ofSymbol(machine.symbols().iterator()));
      if (sync == null) {
        throw machine.typeError(ErrorMessages.notAsyncIterable(value));
      }
      IteratorRecord record = IteratorOperations.getIteratorFromMethod(machine, value, sync);
      JsObject wrapped = AsyncFromSyncIterator.create(machine, record);
      registers[iterator] = wrapped;
      registers[next] = ObjectOperations.get(machine, wrapped, PropertyKeys.NEXT);
    } else {
      Object opened = ObjectOperations.call(machine, method, value);
      if (!(opened instanceof JsObject object)) {
        throw machine.typeError(ErrorMessages.notAnObject(opened));
      }
      handles.push(object);
      // A collection in the getter of `next` would empty a register that is not live yet.
      Object nextMethod = ObjectOperations.get(machine, object, PropertyKeys.NEXT);
      registers[iterator] = object;
      registers[next] = nextMethod;
    }
    handles.release(mark);
  }

  /// IteratorStepValue: false when the iterator is done.
  boolean step(Frame frame, Object[] registers, int[] code, int pc) {
    Object iterator = registers[code[pc + 2]];
    Object next = registers[code[pc + 3]];
    Object quick = ArrayIteratorPrototype.quickStep(iterator, next);
    if (quick != null) {
      registers[code[pc + 1]] = quick;
      return true;
    }
    return stepSlowly(frame, iterator, next, code[pc + 1]);
  }

  /// The same by all rules; the value goes into a register of the frame.
  boolean stepSlowly(Frame frame, Object iterator, Object next, int value) {
    int mark = handles.mark();
    Object result = machine.calls().callOther(frame, next, iterator, NO_ARGUMENTS);
    if (!(result instanceof JsObject object)) {
      throw machine.typeError(ErrorMessages.iteratorResultNotAnObject(result));
    }
    handles.push(object);
    boolean done = TypeConversion.toBoolean(object.get(machine, PropertyKeys.DONE, object));
    if (!done) {
      frame.registers[value] = object.get(machine, PropertyKeys.VALUE, object);
    }
    handles.release(mark);
    return !done;
  }

  /// An array of what an iterator still yields.
  Object rest(Frame frame, Object iterator, Object next) {
    int outer = handles.mark();
    JsArray array = JsArray.create(machine);
    while (true) {
      int mark = handles.mark();
      Object result = machine.calls().callOther(frame, next, iterator, NO_ARGUMENTS);
      if (!(result instanceof JsObject object)) {
        throw machine.typeError(ErrorMessages.iteratorResultNotAnObject(result));
      }
      handles.push(object);
      if (TypeConversion.toBoolean(object.get(machine, PropertyKeys.DONE, object))) {
        break;
      }
      array.push(machine, object.get(machine, PropertyKeys.VALUE, object));
      handles.release(mark);
    }
    handles.release(outer);
    return array;
  }

  /// Appends what an iterable yields to an array.
  void spread(Frame frame, JsArray array, Object iterable) {
    int outer = handles.mark();
    handles.push(array);
    IteratorRecord record =
        IteratorOperations.getIteratorFromMethod(
            machine, iterable, iteratorMethod(frame, iterable));
    while (true) {
      int mark = handles.mark();
      Object value = ArrayIteratorPrototype.quickStep(record.iterator(), record.nextMethod());
      if (value == null) {
        value = IteratorOperations.iteratorStepValue(machine, record);
      }
      if (value == null) {
        break;
      }
      array.push(machine, value);
      handles.release(mark);
    }
    handles.release(outer);
  }

  /// IteratorClose of a completion that is no throw.
  void close(Object iterator) {
    int mark = handles.mark();
    IteratorOperations.iteratorClose(machine, (JsObject) iterator);
    handles.release(mark);
  }

  /// IteratorClose of a throw completion: what goes wrong meanwhile is of no interest.
  void closeQuietly(Frame frame, Object iterator) {
    int mark = handles.mark();
    try {
      JsObject method = ObjectOperations.getMethod(machine, iterator, PropertyKeys.RETURN);
      if (method != null) {
        method.call(machine, iterator, NO_ARGUMENTS);
      }
    } catch (ThrowCompletion _) {
      // The first throw completion counts.
      machine.unwindTo(frame);
    }
    handles.release(mark);
  }

  /// GetMethod(iterator, "throw") or "return", as a value.
  Object method(Object iterator, int which) {
    int mark = handles.mark();
    JsObject method =
        ObjectOperations.getMethod(
            machine, iterator, which == 1 ? PropertyKeys.THROW : PropertyKeys.RETURN);
    handles.release(mark);
    return method == null ? Undefined.UNDEFINED : method;
  }

  /// EnumerateObjectProperties, ECMA-262 section 14.7.5.9.
  Object enumerate(Object value) {
    int mark = handles.mark();
    JsObject object = TypeConversion.toObject(machine, value);
    Object keys = machine.heap().allocateUnrooted(new ForInKeys(object));
    handles.release(mark);
    return keys;
  }
}
