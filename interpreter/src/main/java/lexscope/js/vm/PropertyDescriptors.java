package lexscope.js.vm;

import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;

/// Property descriptors of accessors of which one half is absent.
final class PropertyDescriptors {
  private PropertyDescriptors() {}

  /// A getter or a setter alone.
  static PropertyDescriptor accessor(JsObject closure, boolean getter, int attributes) {
    return PropertyDescriptor.of(
        null,
        getter ? closure : null,
        getter ? null : closure,
        Attributes.ENUMERABLE | Attributes.CONFIGURABLE,
        attributes);
  }
}
