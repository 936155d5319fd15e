package lexscope.js.operations;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.value.Attributes;
import lexscope.js.value.BoundFunction;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Operations on objects, section 7.3. What they return is pushed on the handle stack.
public final class ObjectOperations {
  private static final Object UNDEFINED = Undefined.UNDEFINED;

  private ObjectOperations() {}

  private static <T> T held(Agent agent, T value) {
    agent.handles().push(value);
    return value;
  }

  /// Get, section 7.3.2.
  ///
  /// @throws ThrowCompletion if reading throws
  public static Object get(Agent agent, JsObject object, PropertyKey key) {
    return held(agent, object.get(agent, key, object));
  }

  /// Get of an integer index up to 2^53 - 1.
  ///
  /// @throws ThrowCompletion if reading throws
  public static Object get(Agent agent, JsObject object, long index) {
    return held(
        agent,
        index <= Integer.MAX_VALUE
            ? object.getIndex(agent, (int) index, object)
            : object.get(agent, PropertyKey.ofIndex(index), object));
  }

  /// GetV, section 7.3.3.
  ///
  /// @throws ThrowCompletion with a TypeError for undefined and null, or if reading throws
  public static Object getV(Agent agent, Object value, PropertyKey key) {
    if (value instanceof JsObject object) {
      return get(agent, object, key);
    }
    if (value instanceof JsString string) {
      if (key.equals(PropertyKeys.LENGTH)) {
        return string.length();
      }
      if (key.isIndex() && key.index() < string.length()) {
        return JsString.ofUnit(agent, string.charAt((int) key.index()));
      }
    }
    JsObject prototype = TypeConversion.prototypeOfPrimitive(agent, value);
    if (prototype == null) {
      throw agent.typeError(ErrorMessages.cannotRead(value, key));
    }
    return held(agent, prototype.get(agent, key, value));
  }

  /// Set, section 7.3.4, with Throw = true.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be set, or if setting throws
  public static void set(Agent agent, JsObject object, PropertyKey key, Object value) {
    if (!object.set(agent, key, value, object)) {
      throw cannotSet(agent, object, key);
    }
  }

  /// Set of an integer index up to 2^53 - 1, with Throw = true.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be set, or if setting throws
  public static void set(Agent agent, JsObject object, long index, Object value) {
    boolean done =
        index <= Integer.MAX_VALUE
            ? object.setIndex(agent, (int) index, value, object)
            : object.set(agent, PropertyKey.ofIndex(index), value, object);
    if (!done) {
      throw cannotSet(agent, object, PropertyKey.ofIndex(index));
    }
  }

  /// The TypeError for a property that could not be set, with the reason. Runs no guest code.
  public static ThrowCompletion cannotSet(Agent agent, Object base, PropertyKey key) {
    if (!(base instanceof JsObject object)) {
      return agent.typeError(ErrorMessages.cannotCreate(key, base));
    }
    JsObject o = object;
    while (o != null && o.hasPlainNames()) {
      PropertyDescriptor own = o.getOwnProperty(agent, key);
      if (own != null) {
        return agent.typeError(
            own.isAccessor()
                ? ErrorMessages.onlyGetter(key, base)
                : ErrorMessages.readOnly(key, base));
      }
      o = o.getPrototypeOf(agent);
    }
    if (o == null && !object.shape().isExtensible()) {
      return agent.typeError(ErrorMessages.notExtensibleAdd(key));
    }
    return agent.typeError(object.describeFailedSet(key, ErrorMessages.readOnly(key, base)));
  }

  /// CreateDataProperty, section 7.3.5.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean createDataProperty(
      Agent agent, JsObject object, PropertyKey key, Object value) {
    return object.defineOwnProperty(agent, key, PropertyDescriptor.data(value, Attributes.ALL));
  }

  /// CreateDataPropertyOrThrow, section 7.3.6.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be created
  public static void createDataPropertyOrThrow(
      Agent agent, JsObject object, PropertyKey key, Object value) {
    if (!createDataProperty(agent, object, key, value)) {
      throw cannotDefine(agent, object, key);
    }
  }

  /// CreateDataPropertyOrThrow for an integer index.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be created
  public static void createDataPropertyOrThrow(
      Agent agent, JsObject object, long index, Object value) {
    if (object instanceof JsArray array && array.createElement(agent, index, value)) {
      return;
    }
    createDataPropertyOrThrow(agent, object, PropertyKey.ofIndex(index), value);
  }

  /// DefinePropertyOrThrow, section 7.3.8.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be defined
  public static void definePropertyOrThrow(
      Agent agent, JsObject object, PropertyKey key, PropertyDescriptor desc) {
    if (!object.defineOwnProperty(agent, key, desc)) {
      throw cannotDefine(agent, object, key);
    }
  }

  private static ThrowCompletion cannotDefine(Agent agent, JsObject object, PropertyKey key) {
    return agent.typeError(
        object.hasPlainNames()
                && object.getOwnProperty(agent, key) == null
                && !object.shape().isExtensible()
            ? ErrorMessages.notExtensibleDefine(key)
            : ErrorMessages.cannotRedefine(key));
  }

  /// DeletePropertyOrThrow, section 7.3.9.
  ///
  /// @throws ThrowCompletion with a TypeError if the property cannot be deleted
  public static void deletePropertyOrThrow(Agent agent, JsObject object, PropertyKey key) {
    if (!object.delete(agent, key)) {
      throw agent.typeError(ErrorMessages.cannotDelete(key, object));
    }
  }

  /// GetMethod, section 7.3.10; null for undefined.
  ///
  /// @throws ThrowCompletion with a TypeError if the property is no function
  public static @Nullable JsObject getMethod(Agent agent, Object value, PropertyKey key) {
    Object method = getV(agent, value, key);
    if (TestingAndComparison.isNullish(method)) {
      return null;
    }
    return requireCallable(agent, method);
  }

  /// The value as a function object.
  ///
  /// @throws ThrowCompletion with a TypeError if it is not callable
  public static JsObject requireCallable(Agent agent, Object value) {
    if (value instanceof JsObject function && function.isCallable()) {
      return function;
    }
    throw agent.typeError(ErrorMessages.notAFunction(value));
  }

  /// The value as an object.
  ///
  /// @throws ThrowCompletion with a TypeError if it is none
  public static JsObject requireObject(Agent agent, Object value) {
    if (value instanceof JsObject object) {
      return object;
    }
    throw agent.typeError(ErrorMessages.notAnObject(value));
  }

  /// HasProperty, section 7.3.11.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean hasProperty(Agent agent, JsObject object, PropertyKey key) {
    return object.hasProperty(agent, key);
  }

  /// HasOwnProperty, section 7.3.12.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean hasOwnProperty(Agent agent, JsObject object, PropertyKey key) {
    return object.getOwnProperty(agent, key) != null;
  }

  /// Call, section 7.3.13.
  ///
  /// @throws ThrowCompletion with a TypeError if `function` is not callable, or if it throws
  public static Object call(Agent agent, Object function, Object thisValue, Object... args) {
    return held(agent, requireCallable(agent, function).call(agent, thisValue, args));
  }

  /// Construct, section 7.3.14, with the constructor as new target.
  ///
  /// @throws ThrowCompletion if the constructor throws
  public static JsObject construct(Agent agent, JsObject constructor, Object... args) {
    return held(agent, constructor.construct(agent, args, constructor));
  }

  /// Construct, section 7.3.14.
  ///
  /// @throws ThrowCompletion if the constructor throws
  public static JsObject construct(
      Agent agent, JsObject constructor, Object[] args, JsObject newTarget) {
    return held(agent, constructor.construct(agent, args, newTarget));
  }

  /// SetIntegrityLevel, section 7.3.15.
  ///
  /// @param freeze frozen rather than sealed
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean setIntegrityLevel(Agent agent, JsObject object, boolean freeze) {
    if (object.restrict(agent, freeze)) {
      return true;
    }
    if (!object.preventExtensions(agent)) {
      return false;
    }
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      int present = Attributes.CONFIGURABLE;
      if (freeze) {
        PropertyDescriptor current = object.getOwnProperty(agent, key);
        if (current == null) {
          continue;
        }
        present |= current.isAccessor() ? 0 : Attributes.WRITABLE;
      }
      definePropertyOrThrow(
          agent, object, key, PropertyDescriptor.of(null, null, null, present, 0));
    }
    return true;
  }

  /// TestIntegrityLevel, section 7.3.16.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean testIntegrityLevel(Agent agent, JsObject object, boolean frozen) {
    if (object.isExtensible(agent)) {
      return false;
    }
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      PropertyDescriptor current = object.getOwnProperty(agent, key);
      if (current != null
          && (current.isConfigurable()
              || (frozen && !current.isAccessor() && current.isWritable()))) {
        return false;
      }
    }
    return true;
  }

  /// CreateArrayFromList, section 7.3.17. The array is pushed.
  public static JsArray createArrayFromList(Agent agent, List<?> elements) {
    return JsArray.of(agent, elements.toArray());
  }

  /// CreateArrayFromList of these values; the array takes them over.
  public static JsArray createArray(Agent agent, Object... elements) {
    return JsArray.of(agent, elements);
  }

  /// LengthOfArrayLike, section 7.3.18.
  ///
  /// @throws ThrowCompletion if reading `length` throws
  public static long lengthOfArrayLike(Agent agent, JsObject object) {
    if (object instanceof JsArray array) {
      return array.length();
    }
    return TypeConversion.toLength(agent, get(agent, object, PropertyKeys.LENGTH));
  }

  /// CreateListFromArrayLike, section 7.3.19. Every element is pushed; the caller's scope keeps
  /// them.
  ///
  /// @throws ThrowCompletion with a TypeError if the value is no object, or if reading throws
  public static Object[] createListFromArrayLike(Agent agent, Object value) {
    if (!(value instanceof JsObject object)) {
      throw agent.typeError(ErrorMessages.LIST_FROM_NON_OBJECT);
    }
    long length = lengthOfArrayLike(agent, object);
    if (length > (1 << 24)) {
      throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
    }
    Object[] list = new Object[(int) length];
    for (int i = 0; i < list.length; i++) {
      list[i] = get(agent, object, i);
    }
    return list;
  }

  /// Invoke, section 7.3.20.
  ///
  /// @throws ThrowCompletion if there is no such method, or if it throws
  public static Object invoke(Agent agent, Object value, PropertyKey key, Object... args) {
    Object method = getV(agent, value, key);
    if (!TestingAndComparison.isCallable(method)) {
      throw agent.typeError(
          (value instanceof JsObject ? ErrorMessages.show(value) + "." + key : key.toString())
              + " is not a function");
    }
    return call(agent, method, value, args);
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
    Object prototype = get(agent, function, PropertyKeys.PROTOTYPE);
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

  /// InstanceofOperator, section 13.10.2.
  ///
  /// @throws ThrowCompletion if `target` is no object that can be asked, or if asking throws
  public static boolean instanceOf(Agent agent, Object value, Object target) {
    if (!(target instanceof JsObject object)) {
      throw agent.typeError(ErrorMessages.rightSideOfInstanceof(false));
    }
    JsObject handler = getMethod(agent, object, agent.symbols().hasInstance().key());
    if (handler != null) {
      return TypeConversion.toBoolean(call(agent, handler, object, value));
    }
    if (!object.isCallable()) {
      throw agent.typeError(ErrorMessages.rightSideOfInstanceof(true));
    }
    return ordinaryHasInstance(agent, object, value);
  }

  /// SpeciesConstructor, section 7.3.22.
  ///
  /// @throws ThrowCompletion if the species is no constructor, or if reading throws
  public static JsObject speciesConstructor(
      Agent agent, JsObject object, JsObject defaultConstructor) {
    Object constructor = get(agent, object, PropertyKeys.CONSTRUCTOR);
    if (constructor == UNDEFINED) {
      return defaultConstructor;
    }
    JsObject c = requireObject(agent, constructor);
    Object species = get(agent, c, agent.symbols().species().key());
    if (TestingAndComparison.isNullish(species)) {
      return defaultConstructor;
    }
    if (species instanceof JsObject s && s.isConstructor()) {
      return s;
    }
    throw agent.typeError("object.constructor[Symbol.species] is not a constructor");
  }

  /// What EnumerableOwnProperties lists.
  public enum Listing {
    KEYS,
    VALUES,
    ENTRIES
  }

  /// EnumerableOwnProperties, section 7.3.23. What is listed is in the array that comes back.
  ///
  /// @throws ThrowCompletion if reading throws
  public static JsArray enumerableOwnProperties(Agent agent, JsObject object, Listing listing) {
    JsArray list = JsArray.create(agent);
    HandleStack handles = agent.handles();
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      if (key.isSymbol()) {
        continue;
      }
      PropertyDescriptor own = object.getOwnProperty(agent, key);
      if (own == null || !own.isEnumerable()) {
        continue;
      }
      int mark = handles.mark();
      list.push(
          agent,
          switch (listing) {
            case KEYS -> key.toValue(agent);
            case VALUES -> get(agent, object, key);
            case ENTRIES -> createArray(agent, key.toValue(agent), get(agent, object, key));
          });
      handles.release(mark);
    }
    return list.trimmed();
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
        case lexscope.js.intrinsics.ProxyObject proxy ->
            o = proxy.requireTarget(agent, "getFunctionRealm");
        default -> {
          return agent.realm();
        }
      }
    }
  }

  /// CopyDataProperties, section 7.3.26.
  ///
  /// @throws ThrowCompletion if reading throws
  public static void copyDataProperties(
      Agent agent, JsObject target, Object source, List<PropertyKey> excluded) {
    if (TestingAndComparison.isNullish(source)) {
      return;
    }
    JsObject from = TypeConversion.toObject(agent, source);
    HandleStack handles = agent.handles();
    handles.push(from);
    for (PropertyKey key : from.ownPropertyKeys(agent)) {
      if (excluded.contains(key)) {
        continue;
      }
      int mark = handles.mark();
      PropertyDescriptor own = from.getOwnProperty(agent, key);
      if (own != null && own.isEnumerable()) {
        createDataPropertyOrThrow(agent, target, key, get(agent, from, key));
      }
      handles.release(mark);
    }
  }

  /// GetPrototypeFromConstructor, section 10.1.14.
  ///
  /// @throws ThrowCompletion if reading `prototype` throws
  public static JsObject getPrototypeFromConstructor(
      Agent agent, JsObject constructor, Intrinsic fallback) {
    Object prototype = get(agent, constructor, PropertyKeys.PROTOTYPE);
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
    return agent.heap().allocate(new JsObject(Shape.root(agent, prototype, Shape.ALL_IN_OBJECT)));
  }

  /// ToPropertyDescriptor, section 6.2.6.5.
  ///
  /// @throws ThrowCompletion if the value is no valid descriptor
  public static PropertyDescriptor toPropertyDescriptor(Agent agent, Object value) {
    if (!(value instanceof JsObject object)) {
      throw agent.typeError(ErrorMessages.descriptorNotAnObject(value));
    }
    int present = 0;
    int attributes = 0;
    PropertyKey[] names = {
      PropertyKeys.ENUMERABLE,
      PropertyKeys.CONFIGURABLE,
      PropertyKeys.VALUE,
      PropertyKeys.WRITABLE,
      PropertyKeys.GET,
      PropertyKeys.SET
    };
    @Nullable Object[] fields = new @Nullable Object[names.length];
    for (int i = 0; i < names.length; i++) {
      if (object.hasProperty(agent, names[i])) {
        Object field = get(agent, object, names[i]);
        fields[i] = field;
        if (i >= 4 && field != UNDEFINED && !TestingAndComparison.isCallable(field)) {
          throw agent.typeError(ErrorMessages.accessorNotAFunction(i == 4, field));
        }
      }
    }
    int[] bits = {Attributes.ENUMERABLE, Attributes.CONFIGURABLE, 0, Attributes.WRITABLE};
    for (int i = 0; i < 4; i++) {
      Object field = fields[i];
      if (field != null && bits[i] != 0) {
        present |= bits[i];
        attributes |= TypeConversion.toBoolean(field) ? bits[i] : 0;
      }
    }
    if ((fields[4] != null || fields[5] != null)
        && (fields[2] != null || (present & Attributes.WRITABLE) != 0)) {
      throw agent.typeError(ErrorMessages.INVALID_DESCRIPTOR);
    }
    return PropertyDescriptor.of(fields[2], fields[4], fields[5], present, attributes);
  }

  /// FromPropertyDescriptor, section 6.2.6.4.
  public static Object fromPropertyDescriptor(Agent agent, @Nullable PropertyDescriptor desc) {
    if (desc == null) {
      return UNDEFINED;
    }
    JsObject object = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    if (desc.value() != null) {
      object.put(agent, PropertyKeys.VALUE, desc.value(), Attributes.ALL);
    }
    if (desc.hasWritable()) {
      object.put(agent, PropertyKeys.WRITABLE, desc.isWritable(), Attributes.ALL);
    }
    if (desc.getter() != null) {
      object.put(agent, PropertyKeys.GET, desc.getter(), Attributes.ALL);
    }
    if (desc.setter() != null) {
      object.put(agent, PropertyKeys.SET, desc.setter(), Attributes.ALL);
    }
    if (desc.hasEnumerable()) {
      object.put(agent, PropertyKeys.ENUMERABLE, desc.isEnumerable(), Attributes.ALL);
    }
    if (desc.hasConfigurable()) {
      object.put(agent, PropertyKeys.CONFIGURABLE, desc.isConfigurable(), Attributes.ALL);
    }
    return object;
  }

  /// The keys of a group and its values, in order.
  public record Group(Object key, List<Object> values) {}

  /// GroupBy, section 7.3.35. Keys and values are pushed; the caller's scope keeps them.
  ///
  /// @param propertyKeys whether keys are property keys, else they are compared as a Map does
  /// @throws ThrowCompletion if iterating or the callback throws
  public static List<Group> groupBy(
      Agent agent, Object items, Object callback, boolean propertyKeys) {
    if (TestingAndComparison.isNullish(items)) {
      throw agent.typeError(ErrorMessages.notIterable(items));
    }
    JsObject function = requireCallable(agent, callback);
    var groups = new java.util.LinkedHashMap<Object, Group>();
    IteratorRecord iterator = IteratorOperations.getIterator(agent, items);
    long k = 0;
    while (true) {
      Object value = IteratorOperations.iteratorStepValue(agent, iterator);
      if (value == null) {
        return new ArrayList<>(groups.values());
      }
      Object key;
      try {
        Object answer = call(agent, function, UNDEFINED, value, Numbers.of(k));
        key =
            propertyKeys
                ? TypeConversion.toPropertyKey(agent, answer)
                : Numbers.MINUS_ZERO.equals(answer) ? (Object) 0 : answer;
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, iterator, thrown);
      }
      groups.computeIfAbsent(key, _ -> new Group(key, new ArrayList<>())).values().add(value);
      k++;
    }
  }

  /// The prototype as a value.
  public static Object nullable(@Nullable JsObject object) {
    return object == null ? Null.NULL : object;
  }
}
