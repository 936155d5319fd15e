package lexscope.js.intrinsics;

import java.util.Objects;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Map.prototype%, section 24.1.3.
final class MapPrototype {
  private MapPrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder builder =
        IntrinsicBuilder.ordinary(realm, Intrinsic.MAP_PROTOTYPE)
            .method("clear", 0, MapPrototype::clear)
            .method("delete", 1, MapPrototype::delete)
            .method("entries", 0, MapPrototype::entries)
            .method("forEach", 1, MapPrototype::forEach)
            .method("get", 1, MapPrototype::get)
            .method("getOrInsert", 2, MapPrototype::getOrInsert)
            .method("getOrInsertComputed", 2, MapPrototype::getOrInsertComputed)
            .method("has", 1, MapPrototype::has)
            .method("keys", 0, MapPrototype::keys)
            .method("set", 2, MapPrototype::set)
            .getter("size", MapPrototype::size)
            .method("values", 0, MapPrototype::values)
            .tag("Map");
    Object entries = builder.object().peek(PropertyKey.of("entries"));
    builder.value(
        realm.agent().symbols().iterator(), Objects.requireNonNull(entries), Attributes.HIDDEN);
  }

  private static MapObject thisMap(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof MapObject map) {
      return map;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Map.prototype." + method, thisValue));
  }

  /// 24.1.3.1 Map.prototype.clear ( ).
  private static Object clear(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    thisMap(agent, thisValue, "clear").data().clear();
    return Undefined.UNDEFINED;
  }

  /// 24.1.3.3 Map.prototype.delete ( key ).
  private static Object delete(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisMap(agent, thisValue, "delete").data().delete(Args.get(args, 0));
  }

  /// 24.1.3.4 Map.prototype.entries ( ).
  private static Object entries(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "entries");
    return CollectionIterator.create(agent, map, CollectionIterator.Kind.ENTRIES);
  }

  /// 24.1.3.5 `Map.prototype.forEach ( callback [ , thisArg ] )`.
  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "forEach");
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    Object thisArg = Args.get(args, 1);
    HandleStack handles = agent.handles();
    for (OrderedTable.Cursor cursor = map.data().cursor(); cursor.advance(); ) {
      int mark = handles.mark();
      ObjectOperations.call(agent, callback, thisArg, cursor.value(), cursor.key(), map);
      handles.release(mark);
    }
    return Undefined.UNDEFINED;
  }

  /// 24.1.3.6 Map.prototype.get ( key ).
  private static Object get(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object value = thisMap(agent, thisValue, "get").data().get(Args.get(args, 0));
    return value == null ? Undefined.UNDEFINED : value;
  }

  /// Map.prototype.getOrInsert ( key, value ) of the proposal "upsert", part of ES2026.
  private static Object getOrInsert(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "getOrInsert");
    Object value = map.data().get(Args.get(args, 0));
    if (value == null) {
      value = Args.get(args, 1);
      map.set(agent, Args.get(args, 0), value);
    }
    return value;
  }

  /// Map.prototype.getOrInsertComputed ( key, callback ) of the proposal "upsert", part of ES2026.
  private static Object getOrInsertComputed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "getOrInsertComputed");
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 1));
    Object key = OrderedTable.canonicalKey(Args.get(args, 0));
    Object value = map.data().get(key);
    if (value == null) {
      value = ObjectOperations.call(agent, callback, Undefined.UNDEFINED, key);
      map.set(agent, key, value);
    }
    return value;
  }

  /// 24.1.3.7 Map.prototype.has ( key ).
  private static Object has(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisMap(agent, thisValue, "has").data().has(Args.get(args, 0));
  }

  /// 24.1.3.8 Map.prototype.keys ( ).
  private static Object keys(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "keys");
    return CollectionIterator.create(agent, map, CollectionIterator.Kind.KEYS);
  }

  /// 24.1.3.9 Map.prototype.set ( key, value ).
  private static Object set(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "set");
    map.set(agent, Args.get(args, 0), Args.get(args, 1));
    return map;
  }

  /// 24.1.3.10 get Map.prototype.size.
  private static Object size(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisMap(agent, thisValue, "size").data().size();
  }

  /// 24.1.3.11 Map.prototype.values ( ).
  private static Object values(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    MapObject map = thisMap(agent, thisValue, "values");
    return CollectionIterator.create(agent, map, CollectionIterator.Kind.VALUES);
  }
}
