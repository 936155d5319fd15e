package lexscope.js.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.scope.Binding;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A module namespace exotic object, ECMA-262 section 10.4.6: its properties are views of the
/// module's exports.
public final class ModuleNamespace extends JsObject {
  private static final int WRITABLE_AND_ENUMERABLE = Attributes.WRITABLE | Attributes.ENUMERABLE;

  private final ModuleRecord module;
  private final Map<PropertyKey, ExportResolver.Resolved> exports;
  private final ModuleLoader loader;

  private ModuleNamespace(
      Shape shape,
      ModuleRecord module,
      Map<PropertyKey, ExportResolver.Resolved> exports,
      ModuleLoader loader) {
    super(shape, EXOTIC_INDEX | EXOTIC_NAMED | EXOTIC_CHAIN);
    this.module = module;
    this.exports = exports;
    this.loader = loader;
  }

  /// GetModuleNamespace, ECMA-262 section 16.2.1.10.
  static JsObject of(Agent agent, ModuleRecord module, ModuleLoader loader) {
    JsObject present = module.namespace;
    if (present != null) {
      return present;
    }
    Map<PropertyKey, ExportResolver.Resolved> exports = new LinkedHashMap<>();
    for (String name : new TreeSet<>(ExportResolver.exportedNames(module))) {
      if (ExportResolver.resolve(module, name)
          instanceof ExportResolver.Outcome.Found(ExportResolver.Resolved binding)) {
        exports.put(PropertyKey.of(name), binding);
      }
    }
    var namespace =
        agent
            .heap()
            .allocate(new ModuleNamespace(Shape.root(agent, null, 1), module, exports, loader));
    namespace.put(
        agent,
        PropertyKey.ofSymbol(agent.symbols().toStringTag()),
        agent.string("Module"),
        Attributes.NONE);
    module.namespace = namespace;
    return namespace;
  }

  /// The names of the exports, in order.
  public List<PropertyKey> exportedKeys() {
    return List.copyOf(exports.keySet());
  }

  /// Whether the binding of an export is in its dead zone.
  public boolean isUninitialized(Agent agent, PropertyKey key) {
    ExportResolver.Resolved binding = exports.get(key);
    return binding != null && valueOrNull(agent, binding) == null;
  }

  private Object value(Agent agent, PropertyKey key, ExportResolver.Resolved binding) {
    Object value = valueOrNull(agent, binding);
    if (value == null) {
      throw agent.referenceError(ErrorMessages.deadZone(key.asString()));
    }
    return value;
  }

  private @Nullable Object valueOrNull(Agent agent, ExportResolver.Resolved binding) {
    String localName = binding.localName();
    if (localName == null) {
      return of(agent, binding.module(), loader);
    }
    ModuleEnvironmentRecord environment = binding.module().environment;
    Object value = null;
    if (environment != null) {
      Binding slot =
          environment.scope() instanceof lexscope.js.scope.Scope scope
              ? scope.find(localName)
              : null;
      value = slot == null ? null : environment.get(slot.slot());
      if (value instanceof ModuleEnvironmentRecord.ImportBinding view) {
        value = view.value();
      }
    }
    return value;
  }

  @Override
  public @Nullable JsObject getPrototypeOf(Agent agent) {
    return null;
  }

  @Override
  public boolean setPrototypeOf(Agent agent, @Nullable JsObject prototype) {
    return prototype == null;
  }

  @Override
  public boolean isExtensible(Agent agent) {
    return false;
  }

  @Override
  public boolean preventExtensions(Agent agent) {
    return true;
  }

  @Override
  protected @Nullable Object ownSlot(Agent agent, PropertyKey key) {
    ExportResolver.Resolved binding = exports.get(key);
    return binding == null ? super.ownSlot(agent, key) : value(agent, key, binding);
  }

  /// `[[GetOwnProperty]]`, ECMA-262 section 10.4.6.5.
  @Override
  public @Nullable PropertyDescriptor getOwnProperty(Agent agent, PropertyKey key) {
    ExportResolver.Resolved binding = exports.get(key);
    return binding == null
        ? ordinaryGetOwnProperty(agent, key)
        : PropertyDescriptor.data(value(agent, key, binding), WRITABLE_AND_ENUMERABLE);
  }

  /// `[[DefineOwnProperty]]`, ECMA-262 section 10.4.6.6.
  @Override
  public boolean defineOwnProperty(Agent agent, PropertyKey key, PropertyDescriptor desc) {
    if (key.isSymbol()) {
      return ordinaryDefineOwnProperty(agent, key, desc);
    }
    PropertyDescriptor current = getOwnProperty(agent, key);
    if (current == null
        || (desc.hasConfigurable() && desc.isConfigurable())
        || (desc.hasEnumerable() && !desc.isEnumerable())
        || desc.isAccessor()
        || (desc.hasWritable() && !desc.isWritable())) {
      return false;
    }
    Object value = desc.value();
    return value == null || TestingAndComparison.sameValue(value, current.valueOrUndefined());
  }

  /// `[[HasProperty]]`, ECMA-262 section 10.4.6.7.
  @Override
  public boolean hasProperty(Agent agent, PropertyKey key) {
    return exports.containsKey(key) || super.ownSlot(agent, key) != null;
  }

  /// `[[Get]]`, ECMA-262 section 10.4.6.8.
  @Override
  public Object get(Agent agent, PropertyKey key, Object receiver) {
    ExportResolver.Resolved binding = exports.get(key);
    return binding == null ? super.get(agent, key, receiver) : value(agent, key, binding);
  }

  /// `[[Set]]`, ECMA-262 section 10.4.6.9.
  @Override
  public boolean set(Agent agent, PropertyKey key, Object value, Object receiver) {
    return false;
  }

  /// `[[Delete]]`, ECMA-262 section 10.4.6.10.
  @Override
  public boolean delete(Agent agent, PropertyKey key) {
    return key.isSymbol() ? super.delete(agent, key) : !exports.containsKey(key);
  }

  /// `[[OwnPropertyKeys]]`, ECMA-262 section 10.4.6.11.
  @Override
  public List<PropertyKey> ownPropertyKeys(Agent agent) {
    List<PropertyKey> keys = new ArrayList<>(exports.keySet());
    addNamedKeys(keys);
    return keys;
  }

  @Override
  public boolean restrict(Agent agent, boolean freeze) {
    return false;
  }

  @Override
  public String className() {
    return "Module";
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[Module]]", module);
    for (ExportResolver.Resolved binding : exports.values()) {
      visitor.edge(EdgeKind.INTERNAL, "[[Exports]]", binding.module());
    }
  }
}
