package lexscope.js.value;

import org.jspecify.annotations.Nullable;

/// The checks of section 10.1.6: may a property be changed as a descriptor wants?
public final class PropertyValidation {
  private PropertyValidation() {}

  /// IsCompatiblePropertyDescriptor, section 10.1.6.2, with the checking half of
  /// ValidateAndApplyPropertyDescriptor, section 10.1.6.3.
  ///
  /// @param current the property as it is; null when there is none
  public static boolean isCompatible(
      boolean extensible, PropertyDescriptor desc, @Nullable PropertyDescriptor current) {
    if (current == null) {
      return extensible;
    }
    if (current.isConfigurable()) {
      return true;
    }
    if (desc.isConfigurable()
        || (desc.hasEnumerable() && desc.isEnumerable() != current.isEnumerable())
        || (!desc.isGeneric() && desc.isAccessor() != current.isAccessor())) {
      return false;
    }
    if (current.isAccessor()) {
      return (desc.getter() == null || desc.getter() == current.getter())
          && (desc.setter() == null || desc.setter() == current.setter());
    }
    if (current.isWritable()) {
      return true;
    }
    Object value = desc.value();
    return !desc.isWritable() && (value == null || same(value, current.valueOrUndefined()));
  }

  /// The attributes and the slot content after applying a compatible descriptor: the applying half
  /// of ValidateAndApplyPropertyDescriptor.
  static PropertyDescriptor merge(PropertyDescriptor desc, PropertyDescriptor current) {
    int kept = current.attributes() & ~desc.present();
    if (desc.isAccessor()) {
      int attributes = (kept | desc.attributes()) & ~Attributes.WRITABLE;
      Object getter = desc.getter() != null ? desc.getter() : current.getter();
      Object setter = desc.setter() != null ? desc.setter() : current.setter();
      return PropertyDescriptor.accessor(
          getter == null ? Undefined.UNDEFINED : getter,
          setter == null ? Undefined.UNDEFINED : setter,
          attributes);
    }
    if (desc.isData() || !current.isAccessor()) {
      Object value = desc.value() != null ? desc.value() : current.value();
      return PropertyDescriptor.data(
          value == null ? Undefined.UNDEFINED : value, kept | desc.attributes());
    }
    return PropertyDescriptor.accessor(
        current.getter() == null ? Undefined.UNDEFINED : current.getter(),
        current.setter() == null ? Undefined.UNDEFINED : current.setter(),
        kept | desc.attributes());
  }

  private static boolean same(Object a, Object b) {
    return a.equals(b);
  }
}
