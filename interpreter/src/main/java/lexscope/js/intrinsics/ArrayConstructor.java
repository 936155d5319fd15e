package lexscope.js.intrinsics;

import lexscope.gc.HandleStack;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Array%`, section 23.1.1 and 23.1.2.
final class ArrayConstructor {
  private static final int MAX_RESERVED = 1 << 25;

  private ArrayConstructor() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.ARRAY,
            "Array",
            1,
            ArrayConstructor::construct,
            realm.get(Intrinsic.ARRAY_PROTOTYPE))
        .method("from", 1, ArrayConstructor::from)
        .method("fromAsync", 1, ArrayFromAsync::fromAsync)
        .method("isArray", 1, ArrayConstructor::isArray)
        .method("of", 0, ArrayConstructor::of)
        .getter(agent.symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  /// Array ( ...values ), section 23.1.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject target = newTarget == null ? agent.realm().get(Intrinsic.ARRAY) : newTarget;
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(agent, target, Intrinsic.ARRAY_PROTOTYPE);
    if (args.length == 1 && Numbers.isNumber(args[0])) {
      double length = Numbers.toDouble(args[0]);
      if (!(length >= 0 && length <= JsArray.MAX_LENGTH && Math.rint(length) == length)) {
        throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
      }
      JsArray array = JsArray.create(agent, (long) length, prototype);
      if (length > 0 && length <= MAX_RESERVED) {
        array.reserve(agent, (int) length);
      }
      return array;
    }
    JsArray array = JsArray.create(agent, 0, prototype);
    array.reserve(agent, args.length);
    for (Object arg : args) {
      array.push(agent, arg);
    }
    return array;
  }

  /// Section 23.1.2.2.
  private static Object isArray(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return TestingAndComparison.isArray(agent, Args.get(args, 0));
  }

  /// Section 23.1.2.3.
  private static Object of(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject array = construct(agent, thisValue, args.length);
    for (int k = 0; k < args.length; k++) {
      ObjectOperations.createDataPropertyOrThrow(agent, array, k, args[k]);
    }
    ObjectOperations.set(agent, array, PropertyKeys.LENGTH, args.length);
    return array;
  }

  static JsObject construct(Agent agent, Object constructor, long length) {
    return constructor instanceof JsObject c && c.isConstructor()
        ? ObjectOperations.construct(agent, c, Numbers.of(length))
        : JsArray.create(agent, length, agent.realm().get(Intrinsic.ARRAY_PROTOTYPE));
  }

  /// Section 23.1.2.1.
  private static Object from(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object items = Args.get(args, 0);
    Object mapper = Args.get(args, 1);
    JsObject map =
        mapper == Undefined.UNDEFINED ? null : ObjectOperations.requireCallable(agent, mapper);
    JsObject using = ObjectOperations.getMethod(agent, items, agent.symbols().iterator().key());
    return using == null
        ? fromArrayLike(agent, thisValue, items, map, Args.get(args, 2))
        : fromIterable(agent, thisValue, items, using, map, Args.get(args, 2));
  }

  private static Object fromIterable(
      Agent agent,
      Object constructor,
      Object items,
      JsObject using,
      @Nullable JsObject map,
      Object thisArg) {
    JsObject array =
        constructor instanceof JsObject c && c.isConstructor()
            ? ObjectOperations.construct(agent, c)
            : JsArray.create(agent);
    IteratorRecord record = IteratorOperations.getIteratorFromMethod(agent, items, using);
    HandleStack handles = agent.handles();
    for (long k = 0; ; k++) {
      int mark = handles.mark();
      Object value = IteratorOperations.iteratorStepValue(agent, record);
      if (value == null) {
        ObjectOperations.set(agent, array, PropertyKeys.LENGTH, Numbers.of(k));
        return ArrayPrototype.trimmed(array);
      }
      try {
        Object mapped =
            map == null ? value : ObjectOperations.call(agent, map, thisArg, value, Numbers.of(k));
        ObjectOperations.createDataPropertyOrThrow(agent, array, k, mapped);
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, record, thrown);
      }
      handles.release(mark);
    }
  }

  private static Object fromArrayLike(
      Agent agent, Object constructor, Object items, @Nullable JsObject map, Object thisArg) {
    JsObject source = TypeConversion.toObject(agent, items);
    HandleStack handles = agent.handles();
    handles.push(source);
    long length = ObjectOperations.lengthOfArrayLike(agent, source);
    JsObject array = construct(agent, constructor, length);
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value = ObjectOperations.get(agent, source, k);
      Object mapped =
          map == null ? value : ObjectOperations.call(agent, map, thisArg, value, Numbers.of(k));
      ObjectOperations.createDataPropertyOrThrow(agent, array, k, mapped);
      handles.release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    ObjectOperations.set(agent, array, PropertyKeys.LENGTH, Numbers.of(length));
    return ArrayPrototype.trimmed(array);
  }

  /// ArraySpeciesCreate, section 10.4.2.3.
  static JsObject speciesCreate(Agent agent, JsObject original, long length) {
    Object constructor = Undefined.UNDEFINED;
    if (TestingAndComparison.isArray(agent, original)) {
      constructor = ObjectOperations.get(agent, original, PropertyKeys.CONSTRUCTOR);
      if (constructor instanceof JsObject c && c.isConstructor()) {
        Realm realm = ConstructorOperations.getFunctionRealm(agent, c);
        if (realm != agent.realm() && c == realm.get(Intrinsic.ARRAY)) {
          constructor = Undefined.UNDEFINED;
        }
      }
      if (constructor instanceof JsObject c) {
        constructor = ObjectOperations.get(agent, c, agent.symbols().species().key());
        if (constructor == Null.NULL) {
          constructor = Undefined.UNDEFINED;
        }
      }
    }
    if (constructor == Undefined.UNDEFINED || constructor == agent.realm().get(Intrinsic.ARRAY)) {
      JsArray array = JsArray.create(agent, length, agent.realm().get(Intrinsic.ARRAY_PROTOTYPE));
      if (length > 0 && length <= MAX_RESERVED) {
        array.reserve(agent, (int) length);
      }
      return array;
    }
    if (constructor instanceof JsObject c && c.isConstructor()) {
      return ObjectOperations.construct(agent, c, Numbers.of(length));
    }
    throw agent.typeError("object.constructor[Symbol.species] is not a constructor");
  }
}
