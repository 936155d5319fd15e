package lexscope.js.value;

import org.jspecify.annotations.Nullable;

/// A Property Descriptor, section 6.2.6: each of its six fields may be absent. Immutable.
public final class PropertyDescriptor {
  private final @Nullable Object value;
  private final @Nullable Object getter;
  private final @Nullable Object setter;
  private final int present;
  private final int attributes;

  private PropertyDescriptor(
      @Nullable Object value,
      @Nullable Object getter,
      @Nullable Object setter,
      int present,
      int attributes) {
    this.value = value;
    this.getter = getter;
    this.setter = setter;
    this.present = present;
    this.attributes = attributes;
  }

  /// A data descriptor with all fields.
  public static PropertyDescriptor data(Object value, int attributes) {
    return new PropertyDescriptor(value, null, null, Attributes.ALL, attributes);
  }

  /// An accessor descriptor with all fields; the functions are undefined or callable.
  public static PropertyDescriptor accessor(Object getter, Object setter, int attributes) {
    return new PropertyDescriptor(
        null,
        getter,
        setter,
        Attributes.ENUMERABLE | Attributes.CONFIGURABLE,
        attributes & ~Attributes.WRITABLE);
  }

  /// A descriptor with a value and nothing else.
  public static PropertyDescriptor valueOnly(Object value) {
    return new PropertyDescriptor(value, null, null, 0, 0);
  }

  /// A descriptor of any fields: null means absent.
  ///
  /// @param present which of the three attributes are there, as bits of [Attributes]
  /// @param attributes their values
  public static PropertyDescriptor of(
      @Nullable Object value,
      @Nullable Object getter,
      @Nullable Object setter,
      int present,
      int attributes) {
    return new PropertyDescriptor(value, getter, setter, present, attributes & present);
  }

  /// The complete descriptor of what stands in a slot.
  static PropertyDescriptor ofSlot(Object slot, int attributes) {
    return slot instanceof Accessor accessor
        ? accessor(accessor.getterValue(), accessor.setterValue(), attributes)
        : data(slot, attributes);
  }

  /// `[[Value]]`; null if absent.
  public @Nullable Object value() {
    return value;
  }

  /// `[[Value]]`, undefined if absent.
  public Object valueOrUndefined() {
    return value == null ? Undefined.UNDEFINED : value;
  }

  /// `[[Get]]`: undefined, callable, or null if absent.
  public @Nullable Object getter() {
    return getter;
  }

  /// `[[Set]]`: undefined, callable, or null if absent.
  public @Nullable Object setter() {
    return setter;
  }

  /// Whether `[[Writable]]` is there.
  public boolean hasWritable() {
    return (present & Attributes.WRITABLE) != 0;
  }

  /// Whether `[[Enumerable]]` is there.
  public boolean hasEnumerable() {
    return (present & Attributes.ENUMERABLE) != 0;
  }

  /// Whether `[[Configurable]]` is there.
  public boolean hasConfigurable() {
    return (present & Attributes.CONFIGURABLE) != 0;
  }

  /// `[[Writable]]`, false if absent.
  public boolean isWritable() {
    return (attributes & Attributes.WRITABLE) != 0;
  }

  /// `[[Enumerable]]`, false if absent.
  public boolean isEnumerable() {
    return (attributes & Attributes.ENUMERABLE) != 0;
  }

  /// `[[Configurable]]`, false if absent.
  public boolean isConfigurable() {
    return (attributes & Attributes.CONFIGURABLE) != 0;
  }

  /// The attributes that are there, as bits.
  public int present() {
    return present;
  }

  /// The attributes' values as bits; those absent are 0.
  public int attributes() {
    return attributes;
  }

  /// IsAccessorDescriptor, section 6.2.6.1.
  public boolean isAccessor() {
    return getter != null || setter != null;
  }

  /// IsDataDescriptor, section 6.2.6.2.
  public boolean isData() {
    return value != null || hasWritable();
  }

  /// IsGenericDescriptor, section 6.2.6.3.
  public boolean isGeneric() {
    return !isAccessor() && !isData();
  }

  /// CompletePropertyDescriptor, section 6.2.6.6.
  public PropertyDescriptor complete() {
    return isAccessor()
        ? accessor(
            getter == null ? Undefined.UNDEFINED : getter,
            setter == null ? Undefined.UNDEFINED : setter,
            attributes)
        : data(valueOrUndefined(), attributes);
  }

  /// The descriptor with another value.
  public PropertyDescriptor withValue(Object newValue) {
    return new PropertyDescriptor(newValue, getter, setter, present, attributes);
  }

  /// What a property made from this descriptor holds in its slot.
  Object toSlot() {
    return isAccessor()
        ? new Accessor(
            getter instanceof JsObject get ? get : null,
            setter instanceof JsObject set ? set : null)
        : valueOrUndefined();
  }
}
