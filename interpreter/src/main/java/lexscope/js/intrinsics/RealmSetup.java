package lexscope.js.intrinsics;

import java.util.List;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.value.Attributes;
import lexscope.js.value.ImmutablePrototypeObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.value.WellKnownSymbols;
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
    RegExpPrototype.create(realm);
    RegExpConstructor.create(realm);
    RegExpStringIteratorPrototype.create(realm);
    ReflectObject.create(realm);
    ProxyConstructor.create(realm);
    GlobalFunctions.create(realm);
    UriFunctions.create(realm);
    EscapeFunctions.create(realm);
    EvalFunction.create(realm);
    createTextAndNumbers(realm);
    createCollections(realm);
    createBuffers(realm);
    PromisePrototype.create(realm);
    PromiseConstructor.create(realm);
    GeneratorIntrinsics.create(realm);
    DisposableStacks.create(realm);
    defineGlobalProperties(realm);
    hideFromStackTraces(realm);
    realm.setGlobalEnvironment(
        agent
            .heap()
            .allocate(
                new GlobalEnvironmentRecord(
                    realm.globalObject(), realm.globalObject(), agent.nextRecordNumber())));
    agent.handles().release(mark);
  }

  /// Functions that V8 leaves before they call, or that have no activation of their own there.
  private static void hideFromStackTraces(Realm realm) {
    hide(realm, Intrinsic.FUNCTION_PROTOTYPE, PropertyKey.of("call"));
    hide(realm, Intrinsic.FUNCTION_PROTOTYPE, PropertyKey.of("apply"));
    hide(realm, Intrinsic.FUNCTION_PROTOTYPE, realm.agent().symbols().hasInstance().key());
    hide(realm, Intrinsic.REFLECT, PropertyKey.of("apply"));
    hide(realm, Intrinsic.REFLECT, PropertyKey.of("construct"));
    for (Intrinsic name : List.of(Intrinsic.ARRAY, Intrinsic.PROXY)) {
      ((NativeFunction) realm.get(name)).showInStackTraces(NativeFunction.InStackTraces.NEVER);
    }
    var unlessNested = NativeFunction.InStackTraces.BELOW_GUEST_CODE;
    ((NativeFunction) realm.get(Intrinsic.REGEXP)).showInStackTraces(unlessNested);
    WellKnownSymbols symbols = realm.agent().symbols();
    for (Symbol symbol :
        List.of(
            symbols.match(),
            symbols.matchAll(),
            symbols.replace(),
            symbols.search(),
            symbols.split())) {
      show(realm, Intrinsic.REGEXP_PROTOTYPE, symbol.key(), unlessNested);
    }
  }

  private static void hide(Realm realm, Intrinsic holder, PropertyKey key) {
    show(realm, holder, key, NativeFunction.InStackTraces.NEVER);
  }

  private static void show(
      Realm realm, Intrinsic holder, PropertyKey key, NativeFunction.InStackTraces when) {
    if (realm.get(holder).peek(key) instanceof NativeFunction function) {
      function.showInStackTraces(when);
    }
  }

  /// Clauses 21, 22 and 25.5, but for regular expressions.
  private static void createTextAndNumbers(Realm realm) {
    NumberPrototype.create(realm);
    NumberConstructor.create(realm);
    BigIntPrototype.create(realm);
    BigIntConstructor.create(realm);
    MathObject.create(realm);
    DatePrototype.create(realm);
    DateConstructor.create(realm);
    StringPrototype.create(realm);
    StringConstructor.create(realm);
    StringIteratorPrototype.create(realm);
    JsonObject.create(realm);
  }

  /// Clauses 24 and 26.1, 26.2.
  private static void createCollections(Realm realm) {
    CollectionIterator.createPrototypes(realm);
    MapPrototype.create(realm);
    MapConstructor.create(realm);
    SetPrototype.create(realm);
    SetConstructor.create(realm);
    WeakCollections.create(realm);
    WeakRefs.create(realm);
  }

  /// Clauses 23.2 and 25.1 to 25.4.
  private static void createBuffers(Realm realm) {
    ArrayBuffers.create(realm);
    SharedArrayBuffers.create(realm);
    TypedArrayPrototype.create(realm);
    TypedArrayConstructor.create(realm);
    DataViews.create(realm);
    AtomicsObject.create(realm);
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
