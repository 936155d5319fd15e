package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %WeakMap% and %WeakSet% with their prototypes, sections 24.3 and 24.4.
final class WeakCollections {
  private WeakCollections() {}

  static void create(Realm realm) {
    IntrinsicBuilder map =
        IntrinsicBuilder.ordinary(realm, Intrinsic.WEAK_MAP_PROTOTYPE)
            .method("delete", 1, WeakCollections::mapDelete)
            .method("get", 1, WeakCollections::mapGet)
            .method("getOrInsert", 2, WeakCollections::mapGetOrInsert)
            .method("getOrInsertComputed", 2, WeakCollections::mapGetOrInsertComputed)
            .method("has", 1, WeakCollections::mapHas)
            .method("set", 2, WeakCollections::mapSet)
            .tag("WeakMap");
    IntrinsicBuilder.constructor(
        realm, Intrinsic.WEAK_MAP, "WeakMap", 0, WeakCollections::constructMap, map.object());
    IntrinsicBuilder set =
        IntrinsicBuilder.ordinary(realm, Intrinsic.WEAK_SET_PROTOTYPE)
            .method("add", 1, WeakCollections::setAdd)
            .method("delete", 1, WeakCollections::setDelete)
            .method("has", 1, WeakCollections::setHas)
            .tag("WeakSet");
    IntrinsicBuilder.constructor(
        realm, Intrinsic.WEAK_SET, "WeakSet", 0, WeakCollections::constructSet, set.object());
  }

  /// 24.3.1.1 `WeakMap ( [ iterable ] )`.
  private static Object constructMap(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "WeakMap");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.WEAK_MAP_PROTOTYPE);
    WeakMapObject map = WeakMapObject.create(agent, prototype);
    KeyedCollections.addEntries(agent, map, Args.get(args, 0));
    return map;
  }

  /// 24.4.1.1 `WeakSet ( [ iterable ] )`.
  private static Object constructSet(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "WeakSet");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.WEAK_SET_PROTOTYPE);
    WeakSetObject set = WeakSetObject.create(agent, prototype);
    KeyedCollections.addValues(agent, set, Args.get(args, 0));
    return set;
  }

  private static WeakMapObject thisMap(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof WeakMapObject map) {
      return map;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("WeakMap.prototype." + method, thisValue));
  }

  private static WeakSetObject thisSet(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof WeakSetObject set) {
      return set;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("WeakSet.prototype." + method, thisValue));
  }

  private static Object requireKey(Agent agent, Object key, String use) {
    if (!KeyedCollections.canBeHeldWeakly(key)) {
      throw agent.typeError("Invalid value used " + use);
    }
    return key;
  }

  /// 24.3.3.2 WeakMap.prototype.delete ( key ).
  private static Object mapDelete(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisMap(agent, thisValue, "delete").data().delete(Args.get(args, 0));
  }

  /// 24.3.3.3 WeakMap.prototype.get ( key ).
  private static Object mapGet(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object value = thisMap(agent, thisValue, "get").data().get(Args.get(args, 0));
    return value == null ? Undefined.UNDEFINED : value;
  }

  /// WeakMap.prototype.getOrInsert ( key, value ) of the proposal "upsert", part of ES2026.
  private static Object mapGetOrInsert(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    WeakMapObject map = thisMap(agent, thisValue, "getOrInsert");
    Object key = requireKey(agent, Args.get(args, 0), "as weak map key");
    Object value = map.data().get(key);
    if (value == null) {
      value = Args.get(args, 1);
      map.set(agent, key, value);
    }
    return value;
  }

  /// WeakMap.prototype.getOrInsertComputed ( key, callback ) of the proposal "upsert", part of
  /// ES2026.
  private static Object mapGetOrInsertComputed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    WeakMapObject map = thisMap(agent, thisValue, "getOrInsertComputed");
    Object key = requireKey(agent, Args.get(args, 0), "as weak map key");
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 1));
    Object value = map.data().get(key);
    if (value == null) {
      value = ObjectOperations.call(agent, callback, Undefined.UNDEFINED, key);
      map.set(agent, key, value);
    }
    return value;
  }

  /// 24.3.3.4 WeakMap.prototype.has ( key ).
  private static Object mapHas(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisMap(agent, thisValue, "has").data().has(Args.get(args, 0));
  }

  /// 24.3.3.5 WeakMap.prototype.set ( key, value ).
  private static Object mapSet(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    WeakMapObject map = thisMap(agent, thisValue, "set");
    map.set(agent, requireKey(agent, Args.get(args, 0), "as weak map key"), Args.get(args, 1));
    return map;
  }

  /// 24.4.3.1 WeakSet.prototype.add ( value ).
  private static Object setAdd(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    WeakSetObject set = thisSet(agent, thisValue, "add");
    set.add(agent, requireKey(agent, Args.get(args, 0), "in weak set"));
    return set;
  }

  /// 24.4.3.3 WeakSet.prototype.delete ( value ).
  private static Object setDelete(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSet(agent, thisValue, "delete").data().delete(Args.get(args, 0));
  }

  /// 24.4.3.4 WeakSet.prototype.has ( value ).
  private static Object setHas(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisSet(agent, thisValue, "has").data().has(Args.get(args, 0));
  }
}
