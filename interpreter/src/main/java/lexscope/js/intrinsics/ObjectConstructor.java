package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.OwnProperties;
import lexscope.js.operations.PropertyDescriptorOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Object%`, section 20.1.1 and 20.1.2.
final class ObjectConstructor {
  private ObjectConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.OBJECT,
            "Object",
            1,
            ObjectConstructor::construct,
            realm.get(Intrinsic.OBJECT_PROTOTYPE))
        .method("assign", 2, ObjectConstructor::assign)
        .method("create", 2, ObjectConstructor::objectCreate)
        .method("defineProperties", 2, ObjectConstructor::defineProperties)
        .method("defineProperty", 3, ObjectConstructor::defineProperty)
        .method("entries", 1, ObjectConstructor::entries)
        .method("freeze", 1, ObjectConstructor::freeze)
        .method("fromEntries", 1, ObjectConstructor::fromEntries)
        .method("getOwnPropertyDescriptor", 2, ObjectConstructor::getOwnPropertyDescriptor)
        .method("getOwnPropertyDescriptors", 1, ObjectConstructor::getOwnPropertyDescriptors)
        .method("getOwnPropertyNames", 1, ObjectConstructor::getOwnPropertyNames)
        .method("getOwnPropertySymbols", 1, ObjectConstructor::getOwnPropertySymbols)
        .method("getPrototypeOf", 1, ObjectConstructor::getPrototypeOf)
        .method("groupBy", 2, ObjectConstructor::groupBy)
        .method("hasOwn", 2, ObjectConstructor::hasOwn)
        .method("is", 2, ObjectConstructor::is)
        .method("isExtensible", 1, ObjectConstructor::isExtensible)
        .method("isFrozen", 1, ObjectConstructor::isFrozen)
        .method("isSealed", 1, ObjectConstructor::isSealed)
        .method("keys", 1, ObjectConstructor::keys)
        .method("preventExtensions", 1, ObjectConstructor::preventExtensions)
        .method("seal", 1, ObjectConstructor::seal)
        .method("setPrototypeOf", 2, ObjectConstructor::setPrototypeOf)
        .method("values", 1, ObjectConstructor::values);
  }

  /// `Object ( [ value ] )`, section 20.1.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget != null && newTarget != agent.realm().get(Intrinsic.OBJECT)) {
      return ConstructorOperations.ordinaryCreateFromConstructor(
          agent, newTarget, Intrinsic.OBJECT_PROTOTYPE);
    }
    Object value = Args.get(args, 0);
    if (TestingAndComparison.isNullish(value)) {
      return agent.heap().allocate(new JsObject(agent.realm().objectShape()));
    }
    return TypeConversion.toObject(agent, value);
  }

  /// Section 20.1.2.1.
  private static Object assign(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject to = TypeConversion.toObject(agent, Args.get(args, 0));
    HandleStack handles = agent.handles();
    for (int i = 1; i < args.length; i++) {
      if (TestingAndComparison.isNullish(args[i])) {
        continue;
      }
      JsObject from = TypeConversion.toObject(agent, args[i]);
      handles.push(from);
      for (PropertyKey key : from.ownPropertyKeys(agent)) {
        int mark = handles.mark();
        PropertyDescriptor own = from.getOwnProperty(agent, key);
        if (own != null && own.isEnumerable()) {
          ObjectOperations.set(agent, to, key, ObjectOperations.get(agent, from, key));
        }
        handles.release(mark);
      }
    }
    return to;
  }

  /// Section 20.1.2.2.
  private static Object objectCreate(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = JsObject.create(agent, requirePrototype(agent, Args.get(args, 0)));
    Object properties = Args.get(args, 1);
    return properties == Undefined.UNDEFINED
        ? object
        : objectDefineProperties(agent, object, properties);
  }

  private static @Nullable JsObject requirePrototype(Agent agent, Object value) {
    if (value instanceof JsObject object) {
      return object;
    }
    if (value == Null.NULL) {
      return null;
    }
    throw agent.typeError(ErrorMessages.invalidPrototype(value));
  }

  /// Section 20.1.2.3.
  private static Object defineProperties(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return objectDefineProperties(
        agent, receiver(agent, args, "Object.defineProperties"), Args.get(args, 1));
  }

  private static JsObject receiver(Agent agent, Object[] args, String method) {
    if (Args.get(args, 0) instanceof JsObject object) {
      return object;
    }
    throw agent.typeError(method + " called on non-object");
  }

  private record Definition(PropertyKey key, PropertyDescriptor descriptor) {}

  /// ObjectDefineProperties, section 20.1.2.3.1.
  private static Object objectDefineProperties(Agent agent, JsObject object, Object properties) {
    JsObject source = TypeConversion.toObject(agent, properties);
    agent.handles().push(source);
    List<Definition> definitions = new ArrayList<>();
    for (PropertyKey key : source.ownPropertyKeys(agent)) {
      PropertyDescriptor own = source.getOwnProperty(agent, key);
      if (own != null && own.isEnumerable()) {
        Object description = ObjectOperations.get(agent, source, key);
        definitions.add(
            new Definition(
                key, PropertyDescriptorOperations.toPropertyDescriptor(agent, description)));
      }
    }
    for (Definition definition : definitions) {
      ObjectOperations.definePropertyOrThrow(
          agent, object, definition.key(), definition.descriptor());
    }
    return object;
  }

  /// Section 20.1.2.4.
  private static Object defineProperty(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = receiver(agent, args, "Object.defineProperty");
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 1));
    PropertyDescriptor desc =
        PropertyDescriptorOperations.toPropertyDescriptor(agent, Args.get(args, 2));
    ObjectOperations.definePropertyOrThrow(agent, object, key, desc);
    return object;
  }

  /// Section 20.1.2.5.
  private static Object entries(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return list(agent, args, OwnProperties.Listing.ENTRIES);
  }

  /// Section 20.1.2.19.
  private static Object keys(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return list(agent, args, OwnProperties.Listing.KEYS);
  }

  /// Section 20.1.2.24.
  private static Object values(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return list(agent, args, OwnProperties.Listing.VALUES);
  }

  private static Object list(Agent agent, Object[] args, OwnProperties.Listing listing) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    agent.handles().push(object);
    return OwnProperties.enumerableOwnProperties(agent, object, listing);
  }

  /// Section 20.1.2.6.
  private static Object freeze(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return setLevel(agent, Args.get(args, 0), true);
  }

  /// Section 20.1.2.22.
  private static Object seal(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return setLevel(agent, Args.get(args, 0), false);
  }

  private static Object setLevel(Agent agent, Object value, boolean freeze) {
    if (value instanceof JsObject object
        && !OwnProperties.setIntegrityLevel(agent, object, freeze)) {
      throw agent.typeError("'preventExtensions' on proxy: trap returned falsish");
    }
    return value;
  }

  /// Section 20.1.2.7.
  private static Object fromEntries(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object iterable = Args.get(args, 0);
    if (TestingAndComparison.isNullish(iterable)) {
      throw agent.typeError(ErrorMessages.notIterable(iterable));
    }
    JsObject object = agent.heap().allocate(new JsObject(agent.realm().objectShape()));
    KeyedCollections.addEntriesFromIterable(
        agent,
        iterable,
        (key, value) ->
            ObjectOperations.createDataPropertyOrThrow(
                agent, object, TypeConversion.toPropertyKey(agent, key), value));
    return object;
  }

  /// Section 20.1.2.8.
  private static Object getOwnPropertyDescriptor(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    agent.handles().push(object);
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 1));
    return PropertyDescriptorOperations.fromPropertyDescriptor(
        agent, object.getOwnProperty(agent, key));
  }

  /// Section 20.1.2.9.
  private static Object getOwnPropertyDescriptors(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    agent.handles().push(object);
    JsObject result = agent.heap().allocate(new JsObject(agent.realm().objectShape()));
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      PropertyDescriptor own = object.getOwnProperty(agent, key);
      if (own != null) {
        result.put(
            agent,
            key,
            PropertyDescriptorOperations.fromPropertyDescriptor(agent, own),
            Attributes.ALL);
      }
    }
    return result;
  }

  /// Section 20.1.2.10.
  private static Object getOwnPropertyNames(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ownKeys(agent, args, false);
  }

  /// Section 20.1.2.11.
  private static Object getOwnPropertySymbols(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ownKeys(agent, args, true);
  }

  /// GetOwnPropertyKeys, section 20.1.2.11.1.
  private static JsArray ownKeys(Agent agent, Object[] args, boolean symbols) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    agent.handles().push(object);
    JsArray list = JsArray.create(agent);
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      if (key.isSymbol() == symbols) {
        list.push(agent, key.toValue(agent));
      }
    }
    return list;
  }

  /// Section 20.1.2.12.
  private static Object getPrototypeOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    return ObjectOperations.nullable(object.getPrototypeOf(agent));
  }

  /// Section 20.1.2.13.
  private static Object groupBy(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    List<IteratorOperations.Group> groups =
        IteratorOperations.groupBy(agent, Args.get(args, 0), Args.get(args, 1), true);
    JsObject result = JsObject.create(agent, null);
    for (IteratorOperations.Group group : groups) {
      JsArray values = ObjectOperations.createArrayFromList(agent, group.values());
      result.put(agent, (PropertyKey) group.key(), values, Attributes.ALL);
    }
    return result;
  }

  /// Section 20.1.2.14.
  private static Object hasOwn(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = TypeConversion.toObject(agent, Args.get(args, 0));
    agent.handles().push(object);
    PropertyKey key = TypeConversion.toPropertyKey(agent, Args.get(args, 1));
    return ObjectOperations.hasOwnProperty(agent, object, key);
  }

  /// Section 20.1.2.15.
  private static Object is(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return TestingAndComparison.sameValue(Args.get(args, 0), Args.get(args, 1));
  }

  /// Section 20.1.2.16.
  private static Object isExtensible(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Args.get(args, 0) instanceof JsObject object && object.isExtensible(agent);
  }

  /// Section 20.1.2.17.
  private static Object isFrozen(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return !(Args.get(args, 0) instanceof JsObject object)
        || OwnProperties.testIntegrityLevel(agent, object, true);
  }

  /// Section 20.1.2.18.
  private static Object isSealed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return !(Args.get(args, 0) instanceof JsObject object)
        || OwnProperties.testIntegrityLevel(agent, object, false);
  }

  /// Section 20.1.2.20.
  private static Object preventExtensions(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object value = Args.get(args, 0);
    if (value instanceof JsObject object && !object.preventExtensions(agent)) {
      throw agent.typeError("'preventExtensions' on proxy: trap returned falsish");
    }
    return value;
  }

  /// Section 20.1.2.23.
  private static Object setPrototypeOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object value = Args.get(args, 0);
    TestingAndComparison.requireObjectCoercible(agent, value, "Object.setPrototypeOf");
    JsObject prototype = requirePrototype(agent, Args.get(args, 1));
    setPrototypeOrThrow(agent, value, prototype);
    return value;
  }

  /// Sets a prototype; says why if it cannot.
  static void setPrototypeOrThrow(Agent agent, Object value, @Nullable JsObject prototype) {
    if (!(value instanceof JsObject object) || object.setPrototypeOf(agent, prototype)) {
      return;
    }
    if (object instanceof ProxyObject) {
      throw agent.typeError(
          "'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'");
    }
    if (object == agent.realm().get(Intrinsic.OBJECT_PROTOTYPE)) {
      throw agent.typeError(ErrorMessages.immutablePrototype("Object.prototype"));
    }
    throw agent.typeError(
        object.shape().isExtensible()
            ? ErrorMessages.CYCLIC_PROTO
            : ErrorMessages.notExtensible(object));
  }
}
