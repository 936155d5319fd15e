package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A TypedArray exotic object, section 10.4.5: its integer-indexed properties are the elements of a
/// buffer. A key that is the canonical text of a Number but no index of the array names nothing.
public final class TypedArrayObject extends BufferView {
  private static final int FLAGS = EXOTIC_INDEX | EXOTIC_NAMED | EXOTIC_CHAIN;
  private static final long NOT_NUMERIC = -1;
  private static final long NO_INDEX = -2;

  private final ElementType type;

  private TypedArrayObject(
      Shape shape, ElementType type, ArrayBufferObject buffer, int byteOffset, int byteLength) {
    super(shape, FLAGS, buffer, byteOffset, byteLength);
    this.type = type;
  }

  /// A TypedArray on the heap.
  ///
  /// @param byteLength [BufferView#AUTO] to follow the buffer
  public static TypedArrayObject create(
      Agent agent,
      JsObject prototype,
      ElementType type,
      ArrayBufferObject buffer,
      int byteOffset,
      int byteLength) {
    return agent
        .heap()
        .allocate(
            new TypedArrayObject(
                Shape.root(agent, prototype, 0), type, buffer, byteOffset, byteLength));
  }

  /// The element type.
  public ElementType type() {
    return type;
  }

  /// TypedArrayLength, section 10.4.5.12: 0 when out of bounds.
  public int length() {
    return windowBytes() / type.size();
  }

  /// The element at a valid index. Cost: constant.
  public Object element(Agent agent, int index) {
    int at = byteOffset() + index * type.size();
    byte[] data = buffer().data();
    return type.isBigInt()
        ? JsBigInt.of(agent, type.bigIntFromBits(type.readBits(data, at)))
        : type.read(data, at);
  }

  /// Stores the bits of an element at a valid index.
  public void putBits(int index, long bits) {
    type.writeBits(buffer().data(), byteOffset() + index * type.size(), bits);
  }

  /// The bits of a value after conversion to the content type.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if the value does not convert
  public long convert(Agent agent, Object value) {
    return type.isBigInt()
        ? TypeConversion.toBigInt64(agent, value)
        : type.toBits(TypeConversion.toNumber(agent, value));
  }

  /// The index that a key names, if it is canonical numeric (7.1.21) and a valid index (10.4.5.14).
  private long indexOf(PropertyKey key) {
    if (key.isIndex()) {
      return key.index() < length() ? key.index() : NO_INDEX;
    }
    if (!key.isString()) {
      return NOT_NUMERIC;
    }
    String text = key.asString();
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean mayBeNumeric =
        (first >= '0' && first <= '9') || first == '-' || first == 'I' || first == 'N';
    return mayBeNumeric && TypeConversion.canonicalNumericIndexString(text) != null
        ? NO_INDEX
        : NOT_NUMERIC;
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    long index = indexOf(key);
    if (index == NOT_NUMERIC) {
      return super.ownSlot(agent, key);
    }
    return index >= 0 ? element(agent, (int) index) : null;
  }

  /// `[[PreventExtensions]]`, section 10.4.5.1: not while the length may change.
  @Override
  public boolean preventExtensions(Agent agent) {
    boolean fixedLength = !isLengthTracking() && (buffer().isFixedLength() || buffer().isShared());
    return fixedLength && super.preventExtensions(agent);
  }

  /// `[[GetOwnProperty]]`, section 10.4.5.2.
  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    long index = indexOf(key);
    if (index == NOT_NUMERIC) {
      return ordinaryGetOwnProperty(agent, key);
    }
    return index < 0 ? null : PropertyDescriptor.data(element(agent, (int) index), Attributes.ALL);
  }

  /// `[[HasProperty]]`, section 10.4.5.3.
  @Override
  public boolean hasProperty(Agent agent, PropertyKey key) {
    long index = indexOf(key);
    return index == NOT_NUMERIC ? super.hasProperty(agent, key) : index >= 0;
  }

  /// `[[DefineOwnProperty]]`, section 10.4.5.4.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    long index = indexOf(key);
    if (index == NOT_NUMERIC) {
      return ordinaryDefineOwnProperty(agent, key, desc);
    }
    if (index < 0
        || (desc.hasConfigurable() && !desc.isConfigurable())
        || (desc.hasEnumerable() && !desc.isEnumerable())
        || desc.isAccessor()
        || (desc.hasWritable() && !desc.isWritable())) {
      return false;
    }
    Object value = desc.value();
    if (value != null) {
      setElement(agent, index, value);
    }
    return true;
  }

  /// TypedArraySetElement, section 10.4.5.17: the conversion may change the length.
  private void setElement(Agent agent, long index, Object value) {
    long bits = convert(agent, value);
    if (index >= 0 && index < length()) {
      putBits((int) index, bits);
    }
  }

  /// `[[Get]]`, section 10.4.5.5.
  @Override
  public Object get(Agent agent, PropertyKey key, Object receiver) {
    long index = indexOf(key);
    if (index == NOT_NUMERIC) {
      return super.get(agent, key, receiver);
    }
    return index >= 0 ? element(agent, (int) index) : Undefined.UNDEFINED;
  }

  @Override
  public Object getIndex(Agent agent, int index, Object receiver) {
    return index < length() ? element(agent, index) : Undefined.UNDEFINED;
  }

  /// `[[Set]]`, section 10.4.5.6.
  @Override
  public boolean set(Agent agent, PropertyKey key, Object value, Object receiver) {
    long index = indexOf(key);
    if (index != NOT_NUMERIC) {
      if (this == receiver) {
        setElement(agent, index, value);
        return true;
      }
      if (index == NO_INDEX) {
        return true;
      }
    }
    return super.set(agent, key, value, receiver);
  }

  @Override
  public boolean setIndex(Agent agent, int index, Object value, Object receiver) {
    if (this == receiver) {
      setElement(agent, index, value);
      return true;
    }
    return super.setIndex(agent, index, value, receiver);
  }

  /// `[[Delete]]`, section 10.4.5.7.
  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    long index = indexOf(key);
    return index == NOT_NUMERIC ? super.delete(agent, key) : index == NO_INDEX;
  }

  /// `[[OwnPropertyKeys]]`, section 10.4.5.8.
  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    var keys = new ArrayList<PropertyKey>();
    int length = length();
    for (int i = 0; i < length; i++) {
      keys.add(PropertyKey.ofIndex(i));
    }
    addNamedKeys(keys);
    return keys;
  }

  @Override
  public long lengthForIteration(Agent agent) {
    return TypedArrayOperations.validate(agent, this, "next").length();
  }

  @Override
  public String className() {
    return type.constructorName();
  }
}
