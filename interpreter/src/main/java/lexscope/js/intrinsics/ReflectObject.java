package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PropertyDescriptorOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Reflect%`, section 28.1.
final class ReflectObject {
  private ReflectObject() {}

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.REFLECT)
        .method("apply", 3, ReflectObject::apply)
        .method("construct", 2, ReflectObject::construct)
        .method("defineProperty", 3, ReflectObject::defineProperty)
        .method("deleteProperty", 2, ReflectObject::deleteProperty)
        .method("get", 2, ReflectObject::get)
        .method("getOwnPropertyDescriptor", 2, ReflectObject::getOwnPropertyDescriptor)
        .method("getPrototypeOf", 1, ReflectObject::getPrototypeOf)
        .method("has", 2, ReflectObject::has)
        .method("isExtensible", 1, ReflectObject::isExtensible)
        .method("ownKeys", 1, ReflectObject::ownKeys)
        .method("preventExtensions", 1, ReflectObject::preventExtensions)
        .method("set", 3, ReflectObject::set)
        .method("setPrototypeOf", 2, ReflectObject::setPrototypeOf)
        .tag("Reflect");
  }

  private static JsObject target(Agent agent, Object[] args, String method) {
    if (Args.get(args, 0) instanceof JsObject object) {
      return object;
    }
    throw agent.typeError("Reflect." + method + " called on non-object");
  }

  private static PropertyKey key(Agent agent, Object[] args) {
    return TypeConversion.toPropertyKey(agent, Args.get(args, 1));
  }

  /// Section 28.1.1.
  private static Object apply(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object function = Args.get(args, 0);
    if (!TestingAndComparison.isCallable(function)) {
      throw agent.typeError(
          "Function.prototype.apply was called on "
              + ErrorMessages.show(function)
              + ", which is "
              + (function instanceof JsObject || function == Undefined.UNDEFINED ? "an " : "a ")
              + TestingAndComparison.typeOf(function)
              + " and not a function");
    }
    Object[] list = ObjectOperations.createListFromArrayLike(agent, Args.get(args, 2));
    return ((JsObject) function).call(agent, Args.get(args, 1), list);
  }

  private static JsObject requireConstructor(Agent agent, Object value) {
    if (value instanceof JsObject object && object.isConstructor()) {
      return object;
    }
    throw agent.typeError(ErrorMessages.notAConstructor(value));
  }

  /// Section 28.1.2.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject constructor = requireConstructor(agent, Args.get(args, 0));
    JsObject target = args.length > 2 ? requireConstructor(agent, args[2]) : constructor;
    Object[] list = ObjectOperations.createListFromArrayLike(agent, Args.get(args, 1));
    return constructor.construct(agent, list, target);
  }

  /// Section 28.1.3.
  private static Object defineProperty(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = target(agent, args, "defineProperty");
    PropertyKey key = key(agent, args);
    return object.defineOwnProperty(
        agent, key, PropertyDescriptorOperations.toPropertyDescriptor(agent, Args.get(args, 2)));
  }

  /// Section 28.1.4.
  private static Object deleteProperty(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return target(agent, args, "deleteProperty").delete(agent, key(agent, args));
  }

  /// Section 28.1.5.
  private static Object get(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = target(agent, args, "get");
    PropertyKey key = key(agent, args);
    return object.get(agent, key, args.length > 2 ? args[2] : object);
  }

  /// Section 28.1.6.
  private static Object getOwnPropertyDescriptor(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = target(agent, args, "getOwnPropertyDescriptor");
    return PropertyDescriptorOperations.fromPropertyDescriptor(
        agent, object.getOwnProperty(agent, key(agent, args)));
  }

  /// Section 28.1.7.
  private static Object getPrototypeOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ObjectOperations.nullable(target(agent, args, "getPrototypeOf").getPrototypeOf(agent));
  }

  /// Section 28.1.8.
  private static Object has(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return target(agent, args, "has").hasProperty(agent, key(agent, args));
  }

  /// Section 28.1.9.
  private static Object isExtensible(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return target(agent, args, "isExtensible").isExtensible(agent);
  }

  /// Section 28.1.10.
  private static Object ownKeys(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsArray list = JsArray.create(agent);
    for (PropertyKey key : target(agent, args, "ownKeys").ownPropertyKeys(agent)) {
      list.push(agent, key.toValue(agent));
    }
    return list;
  }

  /// Section 28.1.11.
  private static Object preventExtensions(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return target(agent, args, "preventExtensions").preventExtensions(agent);
  }

  /// Section 28.1.12.
  private static Object set(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = target(agent, args, "set");
    PropertyKey key = key(agent, args);
    return object.set(agent, key, Args.get(args, 2), args.length > 3 ? args[3] : object);
  }

  /// Section 28.1.13.
  private static Object setPrototypeOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = target(agent, args, "setPrototypeOf");
    Object prototype = Args.get(args, 1);
    if (!(prototype instanceof JsObject) && prototype != Null.NULL) {
      throw agent.typeError(ErrorMessages.invalidPrototype(prototype));
    }
    return object.setPrototypeOf(agent, prototype instanceof JsObject p ? p : null);
  }
}
