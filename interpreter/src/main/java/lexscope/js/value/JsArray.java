package lexscope.js.value;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An Array exotic object, section 10.4.2: its `length` and its elements follow each other.
public class JsArray extends JsObject {
  /// The largest length.
  public static final long MAX_LENGTH = 0xFFFF_FFFFL;

  private long length;
  private boolean lengthWritable = true;

  /// An empty array.
  public JsArray(Shape shape) {
    super(shape, EXOTIC_NAMED);
  }

  /// ArrayCreate, section 10.4.2.2, of the current realm, with length 0.
  public static JsArray create(Agent agent) {
    return agent.heap().allocate(new JsArray(agent.realm().arrayShape()));
  }

  /// ArrayCreate, section 10.4.2.2.
  ///
  /// @throws ThrowCompletion with a RangeError if the length is too large
  public static JsArray create(Agent agent, long length, @Nullable JsObject prototype) {
    if (length > MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
    }
    JsArray array =
        agent
            .heap()
            .allocate(
                new JsArray(
                    prototype == agent.realm().arrayShape().prototype()
                        ? agent.realm().arrayShape()
                        : Shape.root(agent, prototype, 0)));
    array.length = length;
    return array;
  }

  /// A new array that takes over `values` as its elements (null = hole).
  public static JsArray of(Agent agent, @Nullable Object... values) {
    return of(agent, agent.realm().arrayShape(), values);
  }

  /// A new array of which V8 keeps named properties in the object, for modelled sizes.
  ///
  /// @param slots room for so many of them
  public static JsArray withSlots(Agent agent, int slots, @Nullable Object... values) {
    return of(agent, Shape.root(agent, agent.realm().arrayShape().prototype(), slots), values);
  }

  private static JsArray of(Agent agent, Shape shape, @Nullable Object[] values) {
    var array = new JsArray(shape);
    if (values.length > 0) {
      array.elements = Elements.of(values, values.length);
      array.length = values.length;
    }
    return agent.heap().allocate(array);
  }

  /// The `length`. Cost: one load.
  public final long length() {
    return length;
  }

  /// Reserves room for so many elements, as `new Array(n)` does.
  public final void reserve(Agent agent, int capacity) {
    Elements e = elements;
    if (e == null) {
      e = new Elements();
      elements = e;
    }
    e.reserve(capacity);
    agent.heap().grew(ModelledSizes.store(capacity));
  }

  /// Gives back the room beyond the length, as built-ins do that know how long the result is.
  public final JsArray trimmed() {
    Elements e = elements;
    if (e != null && length <= Elements.MAX_DENSE) {
      e.trim((int) length);
    }
    return this;
  }

  /// The element at an index, if the elements are dense and it is there; null otherwise. For fast
  /// paths. Cost: constant.
  public final @Nullable Object denseElement(int index) {
    Elements e = elements;
    return e != null && e.isDense() && index >= 0 && index < e.used() ? e.dense()[index] : null;
  }

  /// Replaces an element that is there, where nothing stands in the way; false if the slow path
  /// must be taken. Cost: constant.
  public final boolean replaceElement(int index, Object value) {
    Elements e = elements;
    if (e == null || !e.isDefault() || index < 0 || index >= e.used()) {
      return false;
    }
    @Nullable Object[] dense = e.dense();
    if (dense[index] == null) {
      return false;
    }
    dense[index] = value;
    return true;
  }

  /// Appends an element where nothing stands in the way; false if the slow path must be taken.
  /// Cost: constant, amortised.
  public final boolean push(Agent agent, Object value) {
    Elements e = elements;
    if (!lengthWritable || !shape().isExtensible() || length >= Elements.MAX_DENSE) {
      return false;
    }
    if (e != null && !e.isDefault()) {
      return false;
    }
    putElement(agent, length, value, Attributes.ALL);
    length++;
    return true;
  }

  /// Removes and returns the last element where nothing stands in the way; null if the slow path
  /// must be taken.
  public final @Nullable Object pop() {
    Elements e = elements;
    if (e == null || !e.isDefault() || !lengthWritable || length != e.used()) {
      return null;
    }
    int last = (int) length - 1;
    Object value = last < 0 ? null : e.dense()[last];
    if (value != null) {
      e.truncate(last);
      length = last;
    }
    return value;
  }

  /// Removes and returns the first element where nothing stands in the way (the prototypes must
  /// have no elements); null if the slow path must be taken. Cost: one block move.
  public final @Nullable Object shift() {
    Elements e = elements;
    if (e == null || !e.isDefault() || !lengthWritable || e.used() == 0) {
      return null;
    }
    @Nullable Object[] dense = e.dense();
    Object first = dense[0];
    if (first != null) {
      int last = e.used() - 1;
      System.arraycopy(dense, 1, dense, 0, last);
      e.truncate(last);
      length--;
    }
    return first;
  }

  /// Creates or overwrites an element up to the length as CreateDataProperty does, where nothing
  /// stands in the way; false if the slow path must be taken. Cost: constant, amortised.
  public final boolean createElement(Agent agent, long index, Object value) {
    if (index >= length) {
      return index == length && push(agent, value);
    }
    Elements e = elements;
    if ((e != null && !e.isDefault()) || !shape().isExtensible()) {
      return false;
    }
    putElement(agent, index, value, Attributes.ALL);
    return true;
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    if (!key.isIndex() && key.equals(PropertyKeys.LENGTH)) {
      return Numbers.of(length);
    }
    return super.ownSlot(agent, key);
  }

  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    if (!key.isIndex() && key.equals(PropertyKeys.LENGTH)) {
      return PropertyDescriptor.data(
          Numbers.of(length), lengthWritable ? Attributes.WRITABLE : Attributes.NONE);
    }
    return ordinaryGetOwnProperty(agent, key);
  }

  /// `[[DefineOwnProperty]]`, section 10.4.2.1.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    if (key.isIndex()) {
      long index = key.index();
      if (index >= length && !lengthWritable) {
        return false;
      }
      if (!ordinaryDefineOwnProperty(agent, key, desc)) {
        return false;
      }
      if (index >= length) {
        length = index + 1;
      }
      return true;
    }
    if (key.equals(PropertyKeys.LENGTH)) {
      return setLength(agent, desc);
    }
    return ordinaryDefineOwnProperty(agent, key, desc);
  }

  /// ArraySetLength, section 10.4.2.4.
  private boolean setLength(Agent agent, PropertyDescriptor desc) {
    Object value = desc.value();
    if (value == null) {
      PropertyDescriptor current =
          PropertyDescriptor.data(
              Numbers.of(length), lengthWritable ? Attributes.WRITABLE : Attributes.NONE);
      if (!PropertyValidation.isCompatible(true, desc, current)) {
        return false;
      }
      lengthWritable = lengthWritable && (!desc.hasWritable() || desc.isWritable());
      return true;
    }
    long newLength;
    if (value instanceof Integer i && i >= 0) {
      newLength = i;
    } else {
      newLength = TypeConversion.toUint32(agent, value);
      if (newLength != TypeConversion.toNumber(agent, value)) {
        throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
      }
    }
    PropertyDescriptor wanted = desc.withValue(Numbers.of(newLength));
    PropertyDescriptor current =
        PropertyDescriptor.data(
            Numbers.of(length), lengthWritable ? Attributes.WRITABLE : Attributes.NONE);
    if (!PropertyValidation.isCompatible(true, wanted, current)) {
      return false;
    }
    boolean done = changeLength(newLength);
    if (desc.hasWritable() && !desc.isWritable()) {
      lengthWritable = false;
    }
    return done;
  }

  /// Deletes the elements from the end down to the new length; stops at one that cannot be deleted.
  private boolean changeLength(long newLength) {
    Elements e = elements;
    if (e == null || newLength >= length) {
      length = newLength;
      return true;
    }
    long stuck = e.lastNotConfigurable(newLength);
    long reached = stuck < 0 ? newLength : stuck + 1;
    e.truncate(reached);
    length = reached;
    return stuck < 0;
  }

  @Override
  protected boolean addElement(Agent agent, long index, Object value) {
    if (index >= length) {
      if (!lengthWritable || !super.addElement(agent, index, value)) {
        return false;
      }
      length = index + 1;
      return true;
    }
    return super.addElement(agent, index, value);
  }

  @Override
  public boolean setIndex(Agent agent, int index, Object value, Object receiver) {
    Elements e = elements;
    if (e != null && this == receiver && e.isDefault() && index < e.used()) {
      @Nullable Object[] dense = e.dense();
      if (dense[index] != null) {
        dense[index] = value;
        return true;
      }
    }
    if (index == length && this == receiver && inheritsNoElements() && push(agent, value)) {
      return true;
    }
    return set(agent, PropertyKey.ofIndex(index), value, receiver);
  }

  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    return !key.equals(PropertyKeys.LENGTH) && super.delete(agent, key);
  }

  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    var keys = new ArrayList<PropertyKey>();
    addIndexKeys(keys);
    keys.add(PropertyKeys.LENGTH);
    addNamedKeys(keys);
    return keys;
  }

  @Override
  public boolean restrict(Agent agent, boolean freeze) {
    forbidExtensions(agent);
    restrictAttributes(agent, freeze ? Attributes.ENUMERABLE : ~Attributes.CONFIGURABLE);
    lengthWritable &= !freeze;
    return true;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.ARRAY_HEADER + shape().inObjectBytes();
  }

  @Override
  public String builtinTag() {
    return "Array";
  }

  @Override
  public String describe() {
    return "[object Array]";
  }
}
