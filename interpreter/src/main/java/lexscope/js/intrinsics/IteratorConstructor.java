package lexscope.js.intrinsics;

import lexscope.gc.EdgeVisitor;
import lexscope.gc.HandleStack;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Accessor;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Iterator%` and its prototype, section 27.1.3 and 27.1.4, without the lazy helpers.
final class IteratorConstructor {
  private IteratorConstructor() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(realm, Intrinsic.ITERATOR_PROTOTYPE)
            .method(agent.symbols().iterator(), 0, (_, thisValue, _, _) -> thisValue)
            .method("every", 1, IteratorConstructor::every)
            .method("find", 1, IteratorConstructor::find)
            .method("forEach", 1, IteratorConstructor::forEach)
            .method("includes", 1, IteratorConstructor::includes)
            .method("reduce", 1, IteratorConstructor::reduce)
            .method("some", 1, IteratorConstructor::some)
            .method("toArray", 0, IteratorConstructor::toArray);
    IteratorHelper.addMethods(prototype);
    IteratorChunks.addMethods(prototype);
    IntrinsicBuilder.constructor(
            realm, Intrinsic.ITERATOR, "Iterator", 0, IteratorConstructor::construct, null)
        .constant("prototype", prototype.object())
        .method("concat", 0, IteratorConcatenation::concat)
        .method("from", 1, IteratorConstructor::from)
        .method("zip", 1, IteratorZip::zip)
        .method("zipKeyed", 1, IteratorZip::zipKeyed);
    weirdAccessor(
        realm, PropertyKeys.CONSTRUCTOR, (a, _, _, _) -> a.realm().get(Intrinsic.ITERATOR));
    weirdAccessor(realm, agent.symbols().toStringTag().key(), (a, _, _, _) -> a.string("Iterator"));
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.WRAP_FOR_VALID_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, IteratorConstructor::wrapNext)
        .method("return", 0, IteratorConstructor::wrapReturn);
    LazyIterator.create(realm);
    IntrinsicBuilder.ordinary(realm, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
        .method(agent.symbols().asyncIterator(), 0, (_, thisValue, _, _) -> thisValue);
  }

  /// The accessors of section 27.1.4.1 and 27.1.4.14: their setter leaves the prototype alone.
  private static void weirdAccessor(
      Realm realm, PropertyKey key, lexscope.js.value.NativeBody getter) {
    Agent agent = realm.agent();
    String name = key.isSymbol() ? "[" + key.symbol().name() + "]" : key.asString();
    var get = NativeFunction.create(realm, "get " + name, 0, getter);
    lexscope.js.value.NativeBody setter =
        key.isSymbol()
            ? (a, t, args, _) ->
                setIgnoringPrototype(a, t, a.symbols().toStringTag().key(), Args.get(args, 0))
            : (a, t, args, _) ->
                setIgnoringPrototype(a, t, PropertyKeys.CONSTRUCTOR, Args.get(args, 0));
    var set = NativeFunction.create(realm, "set " + name, 1, setter);
    realm
        .get(Intrinsic.ITERATOR_PROTOTYPE)
        .put(agent, key, new Accessor(get, set), Attributes.CONFIGURABLE);
  }

  /// SetterThatIgnoresPrototypeProperties, section 7.3.37.
  private static Object setIgnoringPrototype(
      Agent agent, Object thisValue, PropertyKey key, Object value) {
    JsObject object = ObjectOperations.requireObject(agent, thisValue);
    if (object == agent.realm().get(Intrinsic.ITERATOR_PROTOTYPE)) {
      throw agent.typeError(ErrorMessages.readOnly(key, object));
    }
    if (object.getOwnProperty(agent, key) == null) {
      ObjectOperations.createDataPropertyOrThrow(agent, object, key, value);
    } else {
      ObjectOperations.set(agent, object, key, value);
    }
    return Undefined.UNDEFINED;
  }

  /// Iterator ( ), section 27.1.3.1.1: abstract.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "Iterator");
    }
    if (newTarget == agent.realm().get(Intrinsic.ITERATOR)) {
      throw agent.typeError("Abstract class Iterator not directly constructable");
    }
    return ConstructorOperations.ordinaryCreateFromConstructor(
        agent, newTarget, Intrinsic.ITERATOR_PROTOTYPE);
  }

  /// An iterator that is wrapped so that it inherits the helpers, section 27.1.3.2.1.1.
  private static final class WrappedIterator extends JsObject {
    private final IteratorRecord iterated;

    WrappedIterator(Shape shape, IteratorRecord iterated) {
      super(shape);
      this.iterated = iterated;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      super.visitEdges(rule, visitor);
      IteratorRecord.visitEdges(visitor, iterated);
    }
  }

  /// Section 27.1.3.2.1.
  private static Object from(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    IteratorRecord record =
        IteratorOperations.getIteratorFlattenable(agent, Args.get(args, 0), true);
    JsObject iterator = agent.realm().get(Intrinsic.ITERATOR);
    if (ConstructorOperations.ordinaryHasInstance(agent, iterator, record.iterator())) {
      return record.iterator();
    }
    JsObject prototype = agent.realm().get(Intrinsic.WRAP_FOR_VALID_ITERATOR_PROTOTYPE);
    return agent.heap().allocate(new WrappedIterator(Shape.root(agent, prototype, 0), record));
  }

  private static IteratorRecord wrapped(Agent agent, Object value, String method) {
    if (value instanceof WrappedIterator wrapper) {
      return wrapper.iterated;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("%WrapForValidIteratorPrototype%." + method, value));
  }

  /// Section 27.1.3.2.1.1.1.
  private static Object wrapNext(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    IteratorRecord record = wrapped(agent, thisValue, "next");
    return ObjectOperations.call(agent, record.nextMethod(), record.iterator());
  }

  /// Section 27.1.3.2.1.1.2.
  private static Object wrapReturn(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject iterator = wrapped(agent, thisValue, "return").iterator();
    JsObject method = ObjectOperations.getMethod(agent, iterator, PropertyKeys.RETURN);
    return method == null
        ? IteratorOperations.createIterResultObject(agent, Undefined.UNDEFINED, true)
        : ObjectOperations.call(agent, method, iterator);
  }

  /// The receiver of a method.
  static JsObject receiver(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof JsObject object) {
      return object;
    }
    throw agent.typeError("Iterator.prototype." + method + " called on non-object");
  }

  /// The callback of a method; a wrong one closes the iterator.
  static JsObject callback(Agent agent, JsObject iterator, Object function) {
    if (function instanceof JsObject callback && callback.isCallable()) {
      return callback;
    }
    throw IteratorOperations.iteratorCloseOnThrow(
        agent, iterator, agent.typeError(ErrorMessages.notAFunction(function)));
  }

  /// What a step of a consuming method answers when it is done; null to go on.
  @FunctionalInterface
  private interface Step {
    @Nullable Object take(Agent agent, Object answer, Object value);
  }

  private static Object consume(
      Agent agent, Object thisValue, Object[] args, String method, Object otherwise, Step step) {
    JsObject o = receiver(agent, thisValue, method);
    JsObject function = callback(agent, o, Args.get(args, 0));
    IteratorRecord record = IteratorOperations.getIteratorDirect(agent, o);
    HandleStack handles = agent.handles();
    for (long k = 0; ; k++) {
      int mark = handles.mark();
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        return otherwise;
      }
      Object answer;
      try {
        answer = ObjectOperations.call(agent, function, Undefined.UNDEFINED, value, Numbers.of(k));
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, record, thrown);
      }
      Object result = step.take(agent, answer, value);
      if (result != null) {
        IteratorOperations.iteratorClose(agent, record);
        return result;
      }
      handles.release(mark);
    }
  }

  /// Section 27.1.4.3.
  private static Object every(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return consume(
        agent,
        thisValue,
        args,
        "every",
        true,
        (_, answer, _) -> TypeConversion.toBoolean(answer) ? null : (Object) false);
  }

  /// Section 27.1.4.5.
  private static Object find(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return consume(
        agent,
        thisValue,
        args,
        "find",
        Undefined.UNDEFINED,
        (_, answer, value) -> TypeConversion.toBoolean(answer) ? value : null);
  }

  /// Section 27.1.4.7.
  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return consume(agent, thisValue, args, "forEach", Undefined.UNDEFINED, (_, _, _) -> null);
  }

  /// Section 27.1.4.10.
  private static Object some(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return consume(
        agent,
        thisValue,
        args,
        "some",
        false,
        (_, answer, _) -> TypeConversion.toBoolean(answer) ? (Object) true : null);
  }

  /// Iterator.prototype.includes ( searchElement [ , skippedElements ] ).
  private static Object includes(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue, "includes");
    double skipped;
    try {
      skipped = skippedElements(agent, Args.get(args, 1));
    } catch (ThrowCompletion thrown) {
      throw IteratorOperations.iteratorCloseOnThrow(agent, o, thrown);
    }
    IteratorRecord record = IteratorOperations.getIteratorDirect(agent, o);
    while (true) {
      int mark = agent.handles().mark();
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        return false;
      }
      if (skipped > 0) {
        skipped--;
      } else if (TestingAndComparison.sameValueZero(value, Args.get(args, 0))) {
        IteratorOperations.iteratorClose(agent, record);
        return true;
      }
      agent.handles().release(mark);
    }
  }

  private static double skippedElements(Agent agent, Object value) {
    if (value == Undefined.UNDEFINED) {
      return 0;
    }
    double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
    if (Double.isNaN(number) || number != Math.rint(number)) {
      throw agent.typeError(ErrorMessages.show(value) + " is not an integer");
    }
    if (number < 0 || (number > Numbers.MAX_SAFE_INTEGER && !Double.isInfinite(number))) {
      throw agent.rangeError(ErrorMessages.show(value) + " must be positive");
    }
    return number;
  }

  /// Section 27.1.4.9.
  private static Object reduce(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue, "reduce");
    JsObject function = callback(agent, o, Args.get(args, 0));
    IteratorRecord record = IteratorOperations.getIteratorDirect(agent, o);
    HandleStack handles = agent.handles();
    Object accumulator =
        args.length > 1 ? args[1] : IteratorOperations.iteratorStepValue(agent, record);
    if (accumulator == null) {
      throw agent.typeError(ErrorMessages.EMPTY_ITERATOR_REDUCE);
    }
    int base = handles.mark();
    for (long k = args.length > 1 ? 0 : 1; ; k++) {
      handles.release(base);
      handles.push(accumulator);
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        return accumulator;
      }
      try {
        accumulator =
            ObjectOperations.call(
                agent, function, Undefined.UNDEFINED, accumulator, value, Numbers.of(k));
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, record, thrown);
      }
    }
  }

  /// Section 27.1.4.12.
  private static Object toArray(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue, "toArray");
    IteratorRecord record = IteratorOperations.getIteratorDirect(agent, o);
    JsArray array = JsArray.create(agent);
    while (true) {
      int mark = agent.handles().mark();
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        return array;
      }
      array.push(agent, value);
      agent.handles().release(mark);
    }
  }
}
