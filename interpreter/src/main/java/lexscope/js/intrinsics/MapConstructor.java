package lexscope.js.intrinsics;

import java.util.List;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Map%, sections 24.1.1 and 24.1.2.
final class MapConstructor {
  private MapConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.MAP,
            "Map",
            0,
            MapConstructor::construct,
            realm.get(Intrinsic.MAP_PROTOTYPE))
        .method("groupBy", 2, MapConstructor::groupBy)
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  /// 24.1.1.1 `Map ( [ iterable ] )`.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "Map");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.MAP_PROTOTYPE);
    MapObject map = MapObject.create(agent, prototype);
    KeyedCollections.addEntries(agent, map, Args.get(args, 0));
    return map;
  }

  /// 24.1.2.1 Map.groupBy ( items, callback ).
  private static Object groupBy(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    List<IteratorOperations.Group> groups =
        IteratorOperations.groupBy(agent, Args.get(args, 0), Args.get(args, 1), false);
    MapObject map = MapObject.create(agent, agent.realm().get(Intrinsic.MAP_PROTOTYPE));
    for (IteratorOperations.Group group : groups) {
      map.set(agent, group.key(), ObjectOperations.createArrayFromList(agent, group.values()));
    }
    return map;
  }
}
