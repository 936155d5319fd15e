package lexscope.js.operations;

import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.ProxyObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.value.BoundFunction;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.PropertyLayout;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// What constructors are asked: the prototype and realm of what they make (10.1.13, 10.1.14,
/// 7.3.25), the constructor for derived objects (7.3.22), and whether an object is theirs (13.10.2,
/// 7.3.21).
public final class ConstructorOperations {
  private ConstructorOperations() {}

  /// SpeciesConstructor, section 7.3.22.
  ///
  /// @throws ThrowCompletion if the species is no constructor, or if reading throws
  public static JsObject speciesConstructor(
      Agent agent, JsObject object, JsObject defaultConstructor) {
    Object constructor = ObjectOperations.get(agent, object, PropertyKeys.CONSTRUCTOR);
    if (constructor == Undefined.UNDEFINED) {
      return defaultConstructor;
    }
    JsObject c = ObjectOperations.requireObject(agent, constructor);
    Object species = ObjectOperations.get(agent, c, agent.symbols().species().key());
    if (TestingAndComparison.isNullish(species)) {
      return defaultConstructor;
    }
    if (species instanceof JsObject s && s.isConstructor()) {
      return s;
    }
    throw agent.typeError("object.constructor[Symbol.species] is not a constructor");
  }

  /// GetFunctionRealm, section 7.3.25.
  ///
  /// @throws ThrowCompletion with a TypeError for a revoked proxy
  public static Realm getFunctionRealm(Agent agent, JsObject object) {
    JsObject o = object;
    while (true) {
      switch (o) {
        case BoundFunction bound -> o = bound.target();
        case JsFunction function -> {
          return function.realm();
        }
        case ProxyObject proxy -> o = proxy.requireTarget(agent, "getFunctionRealm");
        default -> {
          return agent.realm();
        }
      }
    }
  }

  /// GetPrototypeFromConstructor, section 10.1.14.
  ///
  /// @throws ThrowCompletion if reading `prototype` throws
  public static JsObject getPrototypeFromConstructor(
      Agent agent, JsObject constructor, Intrinsic fallback) {
    Object prototype = ObjectOperations.get(agent, constructor, PropertyKeys.PROTOTYPE);
    return prototype instanceof JsObject object
        ? object
        : getFunctionRealm(agent, constructor).get(fallback);
  }

  /// OrdinaryCreateFromConstructor, section 10.1.13, for an object without internal slots.
  ///
  /// @throws ThrowCompletion if reading `prototype` throws
  public static JsObject ordinaryCreateFromConstructor(
      Agent agent, JsObject constructor, Intrinsic fallback) {
    JsObject prototype = getPrototypeFromConstructor(agent, constructor, fallback);
    return agent
        .heap()
        .allocate(new JsObject(Shape.root(agent, prototype, PropertyLayout.ALL_IN_OBJECT)));
  }

  /// InstanceofOperator, section 13.10.2.
  ///
  /// @throws ThrowCompletion if `target` is no object that can be asked, or if asking throws
  public static boolean instanceOf(Agent agent, Object value, Object target) {
    if (!(target instanceof JsObject object)) {
      throw agent.typeError(ErrorMessages.rightSideOfInstanceof(false));
    }
    JsObject handler =
        ObjectOperations.getMethod(agent, object, agent.symbols().hasInstance().key());
    if (handler != null) {
      return TypeConversion.toBoolean(ObjectOperations.call(agent, handler, object, value));
    }
    if (!object.isCallable()) {
      throw agent.typeError(ErrorMessages.rightSideOfInstanceof(true));
    }
    return ordinaryHasInstance(agent, object, value);
  }

  /// OrdinaryHasInstance, section 7.3.21.
  ///
  /// @throws ThrowCompletion if the constructor's `prototype` is no object, or if something throws
  public static boolean ordinaryHasInstance(Agent agent, Object constructor, Object value) {
    if (!(constructor instanceof JsObject function) || !function.isCallable()) {
      return false;
    }
    if (function instanceof BoundFunction bound) {
      return instanceOf(agent, value, bound.target());
    }
    if (!(value instanceof JsObject object)) {
      return false;
    }
    Object prototype = ObjectOperations.get(agent, function, PropertyKeys.PROTOTYPE);
    if (!(prototype instanceof JsObject)) {
      throw agent.typeError(ErrorMessages.prototypeNotAnObject(prototype));
    }
    JsObject o = object.getPrototypeOf(agent);
    while (o != null) {
      if (o == prototype) {
        return true;
      }
      o = o.getPrototypeOf(agent);
    }
    return false;
  }
}
