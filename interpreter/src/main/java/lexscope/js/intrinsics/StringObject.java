package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.PropertyValidation;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A String exotic object, section 10.4.3: its code units are properties.
public final class StringObject extends JsObject {
  private final JsString data;

  private StringObject(Shape shape, JsString data) {
    super(shape, EXOTIC_INDEX | EXOTIC_NAMED);
    this.data = data;
  }

  /// StringCreate, section 10.4.3.4.
  public static StringObject create(Agent agent, JsString data, @Nullable JsObject prototype) {
    return agent.heap().allocate(new StringObject(Shape.root(agent, prototype, 0), data));
  }

  /// The `[[StringData]]`.
  public JsString data() {
    return data;
  }

  /// StringGetOwnProperty, section 10.4.3.5, as a value; null when the key is none of the string's.
  private @Nullable Object stringProperty(Agent agent, PropertyKey key) {
    if (key.isIndex()) {
      return key.index() < data.length()
          ? JsString.ofUnit(agent, data.charAt((int) key.index()))
          : null;
    }
    return key.equals(PropertyKeys.LENGTH) ? (Object) data.length() : null;
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    Object own = stringProperty(agent, key);
    return own != null ? own : super.ownSlot(agent, key);
  }

  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    Object own = stringProperty(agent, key);
    return own != null
        ? PropertyDescriptor.data(own, key.isIndex() ? Attributes.ENUMERABLE : Attributes.NONE)
        : ordinaryGetOwnProperty(agent, key);
  }

  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    if (stringProperty(agent, key) != null) {
      return PropertyValidation.isCompatible(isExtensible(agent), desc, getOwnProperty(agent, key));
    }
    return ordinaryDefineOwnProperty(agent, key, desc);
  }

  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    return stringProperty(agent, key) == null && super.delete(agent, key);
  }

  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    var keys = new ArrayList<PropertyKey>();
    for (int i = 0; i < data.length(); i++) {
      keys.add(PropertyKey.ofIndex(i));
    }
    addIndexKeys(keys);
    keys.add(PropertyKeys.LENGTH);
    addNamedKeys(keys);
    return keys;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "value", data);
  }

  @Override
  public String builtinTag() {
    return "String";
  }
}
