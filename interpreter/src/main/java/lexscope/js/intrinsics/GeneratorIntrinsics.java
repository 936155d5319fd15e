package lexscope.js.intrinsics;

import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.PropertyKeys;
import lexscope.js.vm.Agent;
import lexscope.js.vm.AsyncFromSyncIterator;
import lexscope.js.vm.DynamicFunctionKind;
import lexscope.js.vm.GeneratorMethods;
import org.jspecify.annotations.Nullable;

/// The constructors and prototypes of generator functions, async functions and async generator
/// functions, ECMA-262 sections 27.3 to 27.7, and `%AsyncFromSyncIteratorPrototype%`, section
/// 27.1.6.2.
final class GeneratorIntrinsics {
  private GeneratorIntrinsics() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    JsObject generatorPrototype =
        IntrinsicBuilder.ordinary(
                realm, Intrinsic.GENERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
            .method("next", 1, GeneratorMethods::next)
            .method("return", 1, GeneratorMethods::returnMethod)
            .method("throw", 1, GeneratorMethods::throwMethod)
            .tag("Generator")
            .object();
    functionKind(
        realm,
        Intrinsic.GENERATOR_FUNCTION_PROTOTYPE,
        Intrinsic.GENERATOR_FUNCTION,
        "GeneratorFunction",
        GeneratorIntrinsics::generatorFunction,
        generatorPrototype);
    functionKind(
        realm,
        Intrinsic.ASYNC_FUNCTION_PROTOTYPE,
        Intrinsic.ASYNC_FUNCTION,
        "AsyncFunction",
        GeneratorIntrinsics::asyncFunction,
        null);
    if (!realm.has(Intrinsic.ASYNC_ITERATOR_PROTOTYPE)) {
      IntrinsicBuilder.ordinary(realm, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
          .method(agent.symbols().asyncIterator(), 0, (_, self, _, _) -> self);
    }
    JsObject asyncGeneratorPrototype =
        IntrinsicBuilder.ordinary(
                realm, Intrinsic.ASYNC_GENERATOR_PROTOTYPE, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
            .method("next", 1, GeneratorMethods::asyncNext)
            .method("return", 1, GeneratorMethods::asyncReturn)
            .method("throw", 1, GeneratorMethods::asyncThrow)
            .tag("AsyncGenerator")
            .object();
    functionKind(
        realm,
        Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE,
        Intrinsic.ASYNC_GENERATOR_FUNCTION,
        "AsyncGeneratorFunction",
        GeneratorIntrinsics::asyncGeneratorFunction,
        asyncGeneratorPrototype);
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE, Intrinsic.ASYNC_ITERATOR_PROTOTYPE)
        .method("next", 1, AsyncFromSyncIterator::next)
        .method("return", 1, AsyncFromSyncIterator::returnMethod)
        .method("throw", 1, AsyncFromSyncIterator::throwMethod);
  }

  /// A kind of functions: the prototype of its functions, its constructor, and what its functions'
  /// `prototype` inherits.
  private static void functionKind(
      Realm realm,
      Intrinsic prototypeName,
      Intrinsic constructorName,
      String name,
      NativeBody construct,
      @Nullable JsObject instances) {
    Agent agent = realm.agent();
    JsObject prototype =
        IntrinsicBuilder.ordinary(realm, prototypeName, Intrinsic.FUNCTION_PROTOTYPE)
            .tag(name)
            .object();
    JsObject constructor =
        IntrinsicBuilder.constructor(
                realm, constructorName, Intrinsic.FUNCTION, name, 1, construct, null)
            .object();
    constructor.put(agent, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
    prototype.put(agent, PropertyKeys.CONSTRUCTOR, constructor, Attributes.CONFIGURABLE);
    if (instances != null) {
      prototype.put(agent, PropertyKeys.PROTOTYPE, instances, Attributes.CONFIGURABLE);
      instances.put(agent, PropertyKeys.CONSTRUCTOR, prototype, Attributes.CONFIGURABLE);
    }
  }

  private static Object generatorFunction(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return make(
        agent, Intrinsic.GENERATOR_FUNCTION, DynamicFunctionKind.GENERATOR, args, newTarget);
  }

  private static Object asyncFunction(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return make(agent, Intrinsic.ASYNC_FUNCTION, DynamicFunctionKind.ASYNC, args, newTarget);
  }

  private static Object asyncGeneratorFunction(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return make(
        agent,
        Intrinsic.ASYNC_GENERATOR_FUNCTION,
        DynamicFunctionKind.ASYNC_GENERATOR,
        args,
        newTarget);
  }

  private static Object make(
      Agent agent,
      Intrinsic constructorName,
      DynamicFunctionKind kind,
      Object[] args,
      @Nullable JsObject newTarget) {
    JsObject constructor = agent.realm().get(constructorName);
    return agent.createDynamicFunction(
        constructor, newTarget == null ? constructor : newTarget, kind, args);
  }
}
