package lexscope.js.operations;

import java.util.List;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Operations on objects, section 7.3, but for those that go over all own properties
/// ([OwnProperties]) or ask a constructor ([ConstructorOperations]). What they return is pushed on
/// the handle stack.
public final class ObjectOperations {
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
      boolean own =
          base instanceof JsString string
              && (key.equals(PropertyKeys.LENGTH)
                  || key.isIndex() && key.index() < string.length());
      return agent.typeError(
          own ? ErrorMessages.readOnly(key, base) : ErrorMessages.cannotCreate(key, base));
    }
    JsObject o = object;
    while (o != null && (o.hasPlainNames() || o instanceof JsArray)) {
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

  /// The prototype as a value.
  public static Object nullable(@Nullable JsObject object) {
    return object == null ? Null.NULL : object;
  }
}
