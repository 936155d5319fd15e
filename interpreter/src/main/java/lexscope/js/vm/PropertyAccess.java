package lexscope.js.vm;

import lexscope.gc.HandleStack;
import lexscope.js.bytecode.InlineCache;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.SpecialSlot;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// GetValue and PutValue of property references, ECMA-262 sections 6.2.5.5 and 6.2.5.6, with inline
/// caches.
///
/// A cache remembers the shape that it last saw and where the property was: in the object, on its
/// prototype chain, or (for stores) which shape adding it leads to. What concerns prototypes counts
/// only as long as the agent's prototype epoch stays the same.
final class PropertyAccess {
  private final Machine machine;
  private final HandleStack handles;

  PropertyAccess(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// `base.key`.
  Object get(Object base, PropertyKey key, InlineCache cache) {
    Object value = quickGet(base, cache);
    return value != null ? value : getSlow(base, key, cache);
  }

  /// `base.key` where the cache has the answer; null where it has none. Runs no guest code.
  @Nullable Object quickGet(Object base, InlineCache cache) {
    return base instanceof JsObject object && object.shape() == cache.shape
        ? cached(object, cache)
        : null;
  }

  private @Nullable Object cached(JsObject object, InlineCache cache) {
    JsObject holder = cache.holder;
    Object slot;
    if (holder == null) {
      slot = object.slot(cache.slot);
    } else if (cache.epoch == machine.prototypeEpoch()) {
      slot = holder.slot(cache.slot);
    } else {
      return null;
    }
    return slot instanceof SpecialSlot || !isPlain(object) ? null : slot;
  }

  private static boolean isPlain(JsObject object) {
    return object.hasPlainNames() || object instanceof JsArray;
  }

  /// `base.key` without a look at the cache.
  Object getSlow(Object base, PropertyKey key, InlineCache cache) {
    if (base instanceof JsString string) {
      return ofString(string, key, cache);
    }
    int mark = handles.mark();
    Object value;
    if (base instanceof JsObject object) {
      value = object.get(machine, key, object);
      remember(object, key, cache);
    } else {
      value = ofPrimitive(base, key);
    }
    handles.release(mark);
    return value;
  }

  private Object ofPrimitive(Object base, PropertyKey key) {
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(ErrorMessages.cannotRead(base, key));
    }
    return ObjectOperations.getV(machine, base, key);
  }

  /// Methods of strings are found on their prototype.
  private Object ofString(JsString base, PropertyKey key, InlineCache cache) {
    JsObject prototype = TypeConversion.prototypeOfPrimitive(machine, base);
    if (prototype != null && prototype.shape() == cache.shape && cache.holder == null) {
      Object slot = prototype.slot(cache.slot);
      if (!(slot instanceof SpecialSlot)) {
        return slot;
      }
    }
    int mark = handles.mark();
    Object value = ObjectOperations.getV(machine, base, key);
    handles.release(mark);
    if (prototype != null
        && !key.isIndex()
        && !key.equals(PropertyKeys.LENGTH)
        && prototype.shape().lookup(key) >= 0) {
      Shape shape = prototype.shape();
      shape.markCached();
      cache.clear();
      cache.shape = shape;
      cache.slot = shape.lookup(key);
    }
    return value;
  }

  /// Remembers where a property was found.
  private void remember(JsObject object, PropertyKey key, InlineCache cache) {
    if (!isPlain(object) || key.isIndex() || key.equals(PropertyKeys.LENGTH)) {
      return;
    }
    JsObject holder = object;
    int slot = holder.shape().lookup(key);
    for (int steps = 0; slot < 0; steps++) {
      holder = holder.shape().prototype();
      if (holder == null || steps == 20 || !isPlain(holder)) {
        return;
      }
      slot = holder.shape().lookup(key);
    }
    if (holder.slot(slot) instanceof SpecialSlot) {
      return;
    }
    Shape shape = object.shape();
    shape.markCached();
    cache.clear();
    cache.shape = shape;
    cache.slot = slot;
    cache.holder = holder == object ? null : holder;
    cache.epoch = machine.prototypeEpoch();
  }

  /// `base.length`.
  Object length(Object base, InlineCache cache) {
    Object value = quickLength(base, cache);
    return value != null ? value : getSlow(base, PropertyKeys.LENGTH, cache);
  }

  /// `base.length` where no guest code can run; null elsewhere.
  @Nullable Object quickLength(Object base, InlineCache cache) {
    if (base instanceof JsArray array) {
      return Numbers.of(array.length());
    }
    if (base instanceof JsString string) {
      return string.length();
    }
    return quickGet(base, cache);
  }

  /// `base[key]`.
  Object element(Object base, Object key) {
    Object value = quickElement(base, key);
    return value != null ? value : elementSlow(base, key);
  }

  /// `base[key]` where no guest code can run; null elsewhere.
  @Nullable Object quickElement(Object base, Object key) {
    if (key instanceof Integer index) {
      if (base instanceof JsArray array) {
        return array.denseElement(index);
      }
      if (base instanceof JsString string && index >= 0 && index < string.length()) {
        return machine.unitString(string.charAt(index));
      }
    }
    return null;
  }

  /// `base[key]` by all rules.
  Object elementSlow(Object base, Object key) {
    if (key instanceof Integer index && index >= 0 && base instanceof JsObject object) {
      int mark = handles.mark();
      Object value = object.getIndex(machine, index, object);
      handles.release(mark);
      return value;
    }
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(
          key instanceof JsObject
              ? "Cannot read properties of " + base
              : ErrorMessages.cannotRead(base, TypeConversion.toPropertyKey(machine, key)));
    }
    int mark = handles.mark();
    handles.push(base);
    PropertyKey name = TypeConversion.toPropertyKey(machine, key);
    Object value =
        base instanceof JsObject object
            ? object.get(machine, name, object)
            : ObjectOperations.getV(machine, base, name);
    handles.release(mark);
    return value;
  }

  /// `base.key = value`.
  void put(Frame frame, Object base, PropertyKey key, Object value, InlineCache cache) {
    if (!quickPut(base, value, cache)) {
      putSlow(frame, base, key, value, cache);
    }
  }

  /// `base.key = value` where the cache tells how; false where it does not. Runs no guest code.
  boolean quickPut(Object base, Object value, InlineCache cache) {
    if (base instanceof JsObject object && object.shape() == cache.shape && isPlain(object)) {
      Shape next = cache.next;
      if (next == null) {
        object.setSlot(cache.slot, value);
        return true;
      }
      if (cache.epoch == machine.prototypeEpoch()) {
        object.addSlot(machine, next, value);
        return true;
      }
    }
    return false;
  }

  /// `base.key = value` without a look at the cache.
  void putSlow(Frame frame, Object base, PropertyKey key, Object value, InlineCache cache) {
    int mark = handles.mark();
    if (base instanceof JsObject object) {
      Shape before = object.shape();
      if (!object.set(machine, key, value, object)) {
        refuse(frame, base, key);
      }
      rememberStore(object, before, key, cache);
    } else {
      putOnPrimitive(frame, base, key, value);
    }
    handles.release(mark);
  }

  private void refuse(Frame frame, Object base, PropertyKey key) {
    if (frame.code.template().isStrict()) {
      throw ObjectOperations.cannotSet(machine, base, key);
    }
  }

  private void putOnPrimitive(Frame frame, Object base, PropertyKey key, Object value) {
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(ErrorMessages.cannotSet(base, key));
    }
    JsObject object = TypeConversion.toObject(machine, base);
    if (!object.set(machine, key, value, base) && frame.code.template().isStrict()) {
      throw ObjectOperations.cannotSet(machine, base, key);
    }
  }

  /// Remembers a store into an own data property, or one that added it.
  private void rememberStore(JsObject object, Shape before, PropertyKey key, InlineCache cache) {
    if (!isPlain(object) || key.isIndex() || key.equals(PropertyKeys.LENGTH)) {
      return;
    }
    Shape after = object.shape();
    int slot = after.lookup(key);
    if (slot < 0 || after.attributes(slot) != Attributes.ALL) {
      return;
    }
    if (after == before) {
      if (!(object.slot(slot) instanceof SpecialSlot)) {
        after.markCached();
        cache.clear();
        cache.shape = after;
        cache.slot = slot;
      }
    } else if (!before.isUnique()
        && !after.isUnique()
        && slot == before.slotCount()
        && after.slotCount() == slot + 1) {
      cache.clear();
      cache.shape = before;
      cache.next = after;
      cache.epoch = machine.prototypeEpoch();
    }
  }

  /// `base[key] = value`.
  void putElement(Frame frame, Object base, Object key, Object value) {
    if (!quickPutElement(base, key, value)) {
      putElementSlow(frame, base, key, value);
    }
  }

  /// `base[key] = value` where an array's element is replaced or appended and nothing stands in the
  /// way; false elsewhere.
  boolean quickPutElement(Object base, Object key, Object value) {
    return base instanceof JsArray array
        && key instanceof Integer index
        && (array.replaceElement(index, value)
            || (index == array.length()
                && hasNoIndexedPrototypes(array)
                && array.push(machine, value)));
  }

  /// Whether appending to the array meets nothing on its prototypes: they are the untouched
  /// intrinsic ones.
  private static boolean hasNoIndexedPrototypes(JsArray array) {
    JsObject prototype = array.shape().prototype();
    for (int steps = 0; prototype != null; steps++) {
      if (steps == 3 || !prototype.hasNoElements()) {
        return false;
      }
      prototype = prototype.shape().prototype();
    }
    return true;
  }

  /// `base[key] = value` by all rules.
  void putElementSlow(Frame frame, Object base, Object key, Object value) {
    if (key instanceof Integer index && index >= 0 && base instanceof JsObject object) {
      int mark = handles.mark();
      if (!object.setIndex(machine, index, value, object)) {
        refuse(frame, base, PropertyKey.ofIndex(index));
      }
      handles.release(mark);
      return;
    }
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(
          key instanceof JsObject
              ? "Cannot set properties of " + base
              : ErrorMessages.cannotSet(base, TypeConversion.toPropertyKey(machine, key)));
    }
    int mark = handles.mark();
    handles.push(base);
    handles.push(value);
    PropertyKey name = TypeConversion.toPropertyKey(machine, key);
    if (base instanceof JsObject object) {
      if (!object.set(machine, name, value, object)) {
        refuse(frame, base, name);
      } else if (!name.isIndex()) {
        object.keyedAssignment(machine);
      }
    } else {
      putOnPrimitive(frame, base, name, value);
    }
    handles.release(mark);
  }

  /// CreateDataProperty on an object literal that is being made.
  void define(JsObject object, PropertyKey key, Object value, InlineCache cache) {
    Shape before = object.shape();
    Shape next = cache.next;
    if (before == cache.shape && next != null) {
      object.addSlot(machine, next, value);
      return;
    }
    if (key.isIndex() || before.lookup(key) >= 0) {
      object.defineOwnProperty(machine, key, PropertyDescriptor.data(value, Attributes.ALL));
      return;
    }
    object.put(machine, key, value, Attributes.ALL);
    Shape after = object.shape();
    if (!before.isUnique() && !after.isUnique()) {
      cache.clear();
      cache.shape = before;
      cache.next = after;
    }
  }

  /// OrdinaryObjectCreate for an object literal with so many properties.
  JsObject newObject(Realm realm, int properties, int site) {
    machine.heap().setSite(site);
    return machine.heap().allocateUnrooted(new JsObject(realm.literalShape(properties)));
  }

  /// ArrayCreate for an array literal with so many elements.
  JsArray newArray(Realm realm, int capacity) {
    var array = machine.heap().allocateUnrooted(new JsArray(realm.arrayShape()));
    if (capacity > 0) {
      array.reserve(machine, capacity);
    }
    return array;
  }

  /// The elements of a list of arguments.
  static Object[] elements(JsArray list) {
    Object[] values = new Object[(int) list.length()];
    for (int i = 0; i < values.length; i++) {
      Object value = list.denseElement(i);
      values[i] = value == null ? Undefined.UNDEFINED : value;
    }
    return values;
  }
}
