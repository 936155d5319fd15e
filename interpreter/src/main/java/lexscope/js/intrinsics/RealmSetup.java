package lexscope.js.intrinsics;

import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// CreateIntrinsics, section 9.3.2: makes the intrinsic objects in a fixed order, so that their ids
/// are the same in every run.
final class RealmSetup {
  private RealmSetup() {}

  static void createIntrinsics(Realm realm) {
    Agent agent = realm.agent();
    int mark = agent.handles().mark();
    createFoundation(realm);
    agent.handles().release(mark);
  }

  /// The objects that everything else refers to.
  private static void createFoundation(Realm realm) {
    Agent agent = realm.agent();
    JsObject objectPrototype = JsObject.create(agent, null);
    realm.set(Intrinsic.OBJECT_PROTOTYPE, objectPrototype);
    realm.set(Intrinsic.FUNCTION_PROTOTYPE, FunctionPrototype.createObject(realm));
    realm.set(
        Intrinsic.ARRAY_PROTOTYPE,
        agent.heap().allocate(new JsArray(Shape.root(agent, objectPrototype, 0))));
    realm.makeShapes();
    realm.setGlobalObject(JsObject.create(agent, objectPrototype));
  }
}
