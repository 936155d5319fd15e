package lexscope.js.vm;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.gc.TracingRule;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An arguments exotic object, ECMA-262 section 10.4.4, mapped or not. A mapped one keeps the
/// parameters' bindings: assigning a parameter replaces the kept value.
public final class ArgumentsObject extends JsObject {
  /// `[[ParameterMap]]`: for each index the slot of a parameter, or -1.
  ///
  /// @param hasParameters whether the function has any: V8 makes no map without
  record ParameterMap(DeclarativeEnvironmentRecord record, int[] slots, boolean hasParameters) {}

  /// Takes the place of a value in a mapped property, which has its value from the parameter.
  private static final PropertyDescriptor NO_VALUE =
      PropertyDescriptor.valueOnly(Undefined.UNDEFINED);

  private final @Nullable ParameterMap map;

  ArgumentsObject(Shape shape, @Nullable ParameterMap map) {
    super(shape, map == null ? 0 : EXOTIC_INDEX);
    this.map = map;
  }

  private int mappedSlot(PropertyKey key) {
    ParameterMap present = map;
    return present != null && key.isIndex() && key.index() < present.slots.length
        ? present.slots[(int) key.index()]
        : -1;
  }

  private Object mappedValue(int slot) {
    Object value = map == null ? null : map.record.get(slot);
    return value == null ? Undefined.UNDEFINED : value;
  }

  private void unmap(PropertyKey key) {
    if (map != null) {
      map.slots[(int) key.index()] = -1;
    }
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    int slot = mappedSlot(key);
    return slot >= 0 ? mappedValue(slot) : super.ownSlot(agent, key);
  }

  /// `[[GetOwnProperty]]`, ECMA-262 section 10.4.4.1.
  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    PropertyDescriptor property = ordinaryGetOwnProperty(agent, key);
    int slot = mappedSlot(key);
    return property == null || slot < 0 ? property : property.withValue(mappedValue(slot));
  }

  /// `[[DefineOwnProperty]]`, ECMA-262 section 10.4.4.2.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    int slot = mappedSlot(key);
    PropertyDescriptor wanted = desc;
    if (slot >= 0
        && desc.isData()
        && desc.value() == null
        && desc.hasWritable()
        && !desc.isWritable()) {
      wanted = desc.withValue(mappedValue(slot));
    }
    if (!ordinaryDefineOwnProperty(agent, key, wanted)) {
      return false;
    }
    if (slot >= 0 && map != null) {
      if (desc.isAccessor()) {
        unmap(key);
      } else {
        Object value = desc.value();
        if (value != null) {
          map.record.set(slot, value);
        }
        if (desc.hasWritable() && !desc.isWritable()) {
          unmap(key);
        } else if (value != null) {
          ordinaryDefineOwnProperty(agent, key, NO_VALUE);
        }
      }
    }
    return true;
  }

  /// `[[Set]]`, ECMA-262 section 10.4.4.4.
  @Override
  public boolean set(Agent agent, PropertyKey key, Object value, Object receiver) {
    int slot = receiver == this ? mappedSlot(key) : -1;
    if (slot >= 0 && map != null) {
      map.record.set(slot, value);
      return true;
    }
    return super.set(agent, key, value, receiver);
  }

  /// `[[Delete]]`, ECMA-262 section 10.4.4.5.
  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    int slot = mappedSlot(key);
    if (!super.delete(agent, key)) {
      return false;
    }
    if (slot >= 0) {
      unmap(key);
    }
    return true;
  }

  @Override
  public String className() {
    return "Arguments";
  }

  /// V8 computes `@@iterator`, which has a slot here.
  @Override
  protected long headerBytes() {
    long bytes = Math.max(ModelledSizes.OBJECT_HEADER, super.headerBytes() - ModelledSizes.SLOT);
    ParameterMap present = map;
    return present == null || !present.hasParameters
        ? bytes
        : bytes + ModelledSizes.parameterMap(present.slots.length);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    ParameterMap present = map;
    if (present == null) {
      return;
    }
    visitor.part(EdgeKind.HIDDEN, "shell", present.record, PartedCell.SHELL);
    for (int slot : present.slots) {
      if (slot >= 0) {
        visitor.part(EdgeKind.CONTEXT, present.record.partName(slot), present.record, slot);
      }
    }
    switch ((CapturePolicy) rule) {
      case WHOLE, UNION -> visitor.edge(EdgeKind.INTERNAL, "[[ParameterMap]]", present.record);
      case V8 -> visitor.part(EdgeKind.INTERNAL, "context", present.record, PartedCell.CONTEXT);
      case USED -> {}
    }
  }

  @Override
  public String builtinTag() {
    return "Arguments";
  }
}
