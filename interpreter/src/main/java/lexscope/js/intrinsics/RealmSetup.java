package lexscope.js.intrinsics;

import lexscope.js.value.Attributes;
import lexscope.js.value.ImmutablePrototypeObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
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
    ObjectPrototype.create(realm);
    ObjectConstructor.create(realm);
    FunctionPrototype.create(realm);
    FunctionConstructor.create(realm);
    ErrorConstructors.create(realm);
    BooleanConstructor.create(realm);
    SymbolConstructor.create(realm);
    IteratorConstructor.create(realm);
    ArrayIteratorPrototype.create(realm);
    ArrayPrototype.create(realm);
    ArrayConstructor.create(realm);
    ReflectObject.create(realm);
    ProxyConstructor.create(realm);
    GlobalFunctions.create(realm);
    UriFunctions.create(realm);
    defineGlobalProperties(realm);
    agent.handles().release(mark);
  }

  /// The objects that everything else refers to.
  private static void createFoundation(Realm realm) {
    Agent agent = realm.agent();
    JsObject objectPrototype =
        agent.heap().allocate(new ImmutablePrototypeObject(Shape.root(agent, null)));
    realm.set(Intrinsic.OBJECT_PROTOTYPE, objectPrototype);
    realm.set(Intrinsic.FUNCTION_PROTOTYPE, FunctionPrototype.createObject(realm));
    realm.set(
        Intrinsic.ARRAY_PROTOTYPE,
        agent.heap().allocate(new JsArray(Shape.root(agent, objectPrototype, 0))));
    realm.makeShapes();
    realm.setGlobalObject(JsObject.create(agent, objectPrototype));
  }

  /// SetDefaultGlobalBindings, section 9.3.3: the constructors and namespaces of sections 19.3 and
  /// 19.4, as far as they were made.
  private static void defineGlobalProperties(Realm realm) {
    for (Intrinsic name : Intrinsic.values()) {
      if (name.isGlobalProperty() && realm.has(name)) {
        realm
            .globalObject()
            .put(
                realm.agent(),
                PropertyKey.of(name.globalName()),
                realm.get(name),
                Attributes.HIDDEN);
      }
    }
  }
}
