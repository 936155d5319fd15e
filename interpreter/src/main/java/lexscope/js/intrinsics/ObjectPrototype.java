package lexscope.js.intrinsics;

import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The properties of `%Object.prototype%`, section 20.1.3, with those of annex B.2.2.
final class ObjectPrototype {
  private ObjectPrototype() {}

  static void create(Realm realm) {
    new IntrinsicBuilder(realm, realm.get(Intrinsic.OBJECT_PROTOTYPE))
        .method("__defineGetter__", 2, ObjectPrototype::defineGetter)
        .method("__defineSetter__", 2, ObjectPrototype::defineSetter)
        .method("hasOwnProperty", 1, ObjectPrototype::hasOwnProperty)
        .method("__lookupGetter__", 1, ObjectPrototype::lookupGetter)
        .method("__lookupSetter__", 1, ObjectPrototype::lookupSetter)
        .method("isPrototypeOf", 1, ObjectPrototype::isPrototypeOf)
        .method("propertyIsEnumerable", 1, ObjectPrototype::propertyIsEnumerable)
        .method(
            "toString", 0, ObjectPrototype::toStringMethod, Intrinsic.OBJECT_PROTOTYPE_TO_STRING)
        .method("valueOf", 0, ObjectPrototype::valueOf)
        .accessor("__proto__", ObjectPrototype::getProto, ObjectPrototype::setProto)
        .method("toLocaleString", 0, ObjectPrototype::toLocaleString);
  }

  private static JsObject toObject(Agent agent, Object value) {
    JsObject object = TypeConversion.toObject(agent, value);
    agent.handles().push(object);
    return object;
  }

  /// Section 20.1.3.2: the key is converted first.
  private static Object hasOwnProperty(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 0));
    return ObjectOperations.hasOwnProperty(agent, toObject(agent, thisValue), key);
  }

  /// Section 20.1.3.3.
  private static Object isPrototypeOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(Args.get(args, 0) instanceof JsObject value)) {
      return false;
    }
    JsObject object = toObject(agent, thisValue);
    JsObject o = value.getPrototypeOf(agent);
    while (o != null) {
      if (o == object) {
        return true;
      }
      o = o.getPrototypeOf(agent);
    }
    return false;
  }

  /// Section 20.1.3.4.
  private static Object propertyIsEnumerable(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 0));
    PropertyDescriptor own = toObject(agent, thisValue).getOwnProperty(agent, key);
    return own != null && own.isEnumerable();
  }

  /// Section 20.1.3.5.
  private static Object toLocaleString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ObjectOperations.invoke(agent, thisValue, PropertyKeys.TO_STRING);
  }

  /// Section 20.1.3.6.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (thisValue == Undefined.UNDEFINED) {
      return agent.string("[object Undefined]");
    }
    if (thisValue == Null.NULL) {
      return agent.string("[object Null]");
    }
    JsObject object = toObject(agent, thisValue);
    String builtin = TestingAndComparison.isArray(agent, object) ? "Array" : object.builtinTag();
    Object tag = ObjectOperations.get(agent, object, agent.symbols().toStringTag().key());
    return agent.string("[object " + (tag instanceof JsString s ? s.toString() : builtin) + "]");
  }

  /// Section 20.1.3.7.
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return TypeConversion.toObject(agent, thisValue);
  }

  /// Section 20.1.3.8.1.
  private static Object getProto(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ObjectOperations.nullable(toObject(agent, thisValue).getPrototypeOf(agent));
  }

  /// Section 20.1.3.8.2.
  private static Object setProto(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TestingAndComparison.requireObjectCoercible(agent, thisValue, "Object.prototype.__proto__");
    Object prototype = Args.get(args, 0);
    if (prototype instanceof JsObject || prototype == Null.NULL) {
      ObjectConstructor.setPrototypeOrThrow(
          agent, thisValue, prototype instanceof JsObject object ? object : null);
    }
    return Undefined.UNDEFINED;
  }

  /// Section 20.1.3.9.1.
  private static Object defineGetter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return define(agent, thisValue, args, true);
  }

  /// Section 20.1.3.9.2.
  private static Object defineSetter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return define(agent, thisValue, args, false);
  }

  private static Object define(Agent agent, Object thisValue, Object[] args, boolean getter) {
    JsObject object = toObject(agent, thisValue);
    Object function = Args.get(args, 1);
    if (!TestingAndComparison.isCallable(function)) {
      throw agent.typeError(
          "Object.prototype.__define" + (getter ? "G" : "S") + "etter__: Expecting function");
    }
    int bits = Attributes.ENUMERABLE | Attributes.CONFIGURABLE;
    PropertyDescriptor desc =
        PropertyDescriptor.of(null, getter ? function : null, getter ? null : function, bits, bits);
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 0));
    ObjectOperations.definePropertyOrThrow(agent, object, key, desc);
    return Undefined.UNDEFINED;
  }

  /// Section 20.1.3.9.3.
  private static Object lookupGetter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return lookup(agent, thisValue, args, true);
  }

  /// Section 20.1.3.9.4.
  private static Object lookupSetter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return lookup(agent, thisValue, args, false);
  }

  private static Object lookup(Agent agent, Object thisValue, Object[] args, boolean getter) {
    JsObject o = toObject(agent, thisValue);
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 0));
    while (o != null) {
      PropertyDescriptor own = o.getOwnProperty(agent, key);
      if (own != null) {
        Object function = getter ? own.getter() : own.setter();
        return function == null ? Undefined.UNDEFINED : function;
      }
      o = o.getPrototypeOf(agent);
    }
    return Undefined.UNDEFINED;
  }
}
