package lexscope.js.operations;

import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Between descriptors and guest objects, section 6.2.6. What they return is pushed on the handle
/// stack.
public final class PropertyDescriptorOperations {
  private PropertyDescriptorOperations() {}

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
        Object field = ObjectOperations.get(agent, object, names[i]);
        fields[i] = field;
        if (i >= 4 && field != Undefined.UNDEFINED && !TestingAndComparison.isCallable(field)) {
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
      return Undefined.UNDEFINED;
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
}
