package lexscope.js.environment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.ScopeLayout;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// 9.1.1.4 Global Environment Records: the outermost record, made of an object part (the global
/// object: `var`s and functions of scripts, and the built-ins) and a declarative part (`let`,
/// `const` and `class` of scripts).
public final class GlobalEnvironmentRecord extends EnvironmentRecord {
  private final JsObject globalObject;
  private final JsObject globalThis;
  private final Map<String, GlobalBinding> declarative = new LinkedHashMap<>();

  /// NewGlobalEnvironment (9.1.2.5).
  public GlobalEnvironmentRecord(JsObject globalObject, JsObject globalThis, long recordNumber) {
    super(null, recordNumber);
    this.globalObject = globalObject;
    this.globalThis = globalThis;
  }

  /// The binding object of `[[ObjectRecord]]`.
  public JsObject globalObject() {
    return globalObject;
  }

  /// `[[GlobalThisValue]]`.
  public JsObject globalThis() {
    return globalThis;
  }

  /// The bindings of `[[DeclarativeRecord]]` in order of declaration.
  public Collection<GlobalBinding> declarativeBindings() {
    return Collections.unmodifiableCollection(declarative.values());
  }

  /// The binding of that name in `[[DeclarativeRecord]]`, or null.
  public @Nullable GlobalBinding lexicalBinding(String name) {
    return declarative.get(name);
  }

  /// HasLexicalDeclaration (9.1.1.4.12).
  public boolean hasLexicalDeclaration(String name) {
    return declarative.containsKey(name);
  }

  /// HasRestrictedGlobalProperty (9.1.1.4.13): whether the global object has a property of that
  /// name that cannot be configured.
  public boolean hasRestrictedGlobalProperty(Agent agent, String name) {
    PropertyDescriptor existing = globalObject.getOwnProperty(agent, PropertyKey.of(name));
    return existing != null && !existing.isConfigurable();
  }

  /// CreateMutableBinding (9.1.1.4.2) and CreateImmutableBinding (9.1.1.4.3): uninitialized. The
  /// caller has checked for duplicates.
  public GlobalBinding createLexicalBinding(String name, boolean constant) {
    var binding = new GlobalBinding(name, constant);
    declarative.put(name, binding);
    return binding;
  }

  /// CanDeclareGlobalVar (9.1.1.4.14).
  public boolean canDeclareGlobalVar(Agent agent, String name) {
    return globalObject.getOwnProperty(agent, PropertyKey.of(name)) != null
        || globalObject.isExtensible(agent);
  }

  /// CanDeclareGlobalFunction (9.1.1.4.15).
  public boolean canDeclareGlobalFunction(Agent agent, String name) {
    PropertyDescriptor existing = globalObject.getOwnProperty(agent, PropertyKey.of(name));
    if (existing == null) {
      return globalObject.isExtensible(agent);
    }
    return existing.isConfigurable()
        || (existing.isData() && existing.isWritable() && existing.isEnumerable());
  }

  /// CreateGlobalVarBinding (9.1.1.4.16): a property with the value undefined, unless there is one
  /// or none can be added.
  public void createGlobalVarBinding(Agent agent, String name, boolean deletable) {
    PropertyKey key = PropertyKey.of(name);
    if (globalObject.getOwnProperty(agent, key) == null && globalObject.isExtensible(agent)) {
      ObjectOperations.definePropertyOrThrow(
          agent,
          globalObject,
          key,
          PropertyDescriptor.data(Undefined.UNDEFINED, attributes(deletable)));
    }
  }

  /// CreateGlobalFunctionBinding (9.1.1.4.17).
  public void createGlobalFunctionBinding(
      Agent agent, String name, Object function, boolean deletable) {
    PropertyKey key = PropertyKey.of(name);
    PropertyDescriptor existing = globalObject.getOwnProperty(agent, key);
    PropertyDescriptor wanted =
        existing == null || existing.isConfigurable()
            ? PropertyDescriptor.data(function, attributes(deletable))
            : PropertyDescriptor.valueOnly(function);
    ObjectOperations.definePropertyOrThrow(agent, globalObject, key, wanted);
    setProperty(agent, globalObject, key, function, false);
  }

  private static int attributes(boolean deletable) {
    return Attributes.WRITABLE | Attributes.ENUMERABLE | (deletable ? Attributes.CONFIGURABLE : 0);
  }

  @Override
  public boolean hasBinding(Agent agent, String name) {
    return declarative.containsKey(name) || globalObject.hasProperty(agent, PropertyKey.of(name));
  }

  @Override
  public Object getBindingValue(Agent agent, String name, boolean strict) {
    GlobalBinding binding = declarative.get(name);
    if (binding != null) {
      Object value = binding.get();
      if (value == null) {
        throw agent.referenceError(ErrorMessages.deadZone(name));
      }
      return value;
    }
    PropertyKey key = PropertyKey.of(name);
    if (!globalObject.hasProperty(agent, key)) {
      throw agent.referenceError(ErrorMessages.notDefined(name));
    }
    return globalObject.get(agent, key, globalObject);
  }

  @Override
  public void setMutableBinding(Agent agent, String name, Object value, boolean strict) {
    GlobalBinding binding = declarative.get(name);
    if (binding != null) {
      if (binding.get() == null) {
        throw agent.referenceError(ErrorMessages.deadZone(name));
      }
      if (binding.isConstant()) {
        throw agent.typeError(ErrorMessages.constantVariable());
      }
      binding.set(value);
      return;
    }
    PropertyKey key = PropertyKey.of(name);
    if (strict && !globalObject.hasProperty(agent, key)) {
      throw agent.referenceError(ErrorMessages.notDefined(name));
    }
    setProperty(agent, globalObject, key, value, strict);
  }

  @Override
  public boolean deleteBinding(Agent agent, String name) {
    if (declarative.containsKey(name)) {
      return false;
    }
    PropertyKey key = PropertyKey.of(name);
    return globalObject.getOwnProperty(agent, key) == null || globalObject.delete(agent, key);
  }

  @Override
  public @Nullable ScopeLayout scope() {
    return null;
  }

  @Override
  public String recordKind() {
    return "GlobalEnvironmentRecord";
  }

  @Override
  public boolean isInContext(int slot) {
    return true;
  }

  @Override
  boolean hasContext() {
    return true;
  }

  @Override
  public int partCount() {
    return 0;
  }

  @Override
  public String partName(int part) {
    throw new IndexOutOfBoundsException(part);
  }

  @Override
  public long partBytes(int part) {
    return part == SHELL ? 0 : shallowBytes();
  }

  @Override
  public long shallowBytes() {
    return 32 + 8L * declarative.size();
  }

  /// Global bindings are roots under every policy, so any way to reach the record reaches all of
  /// it.
  @Override
  protected void visitPart(int part, TracingRule rule, EdgeVisitor visitor) {
    if (part != SHELL) {
      visitor.edge(EdgeKind.INTERNAL, "[[ObjectRecord]]", globalObject);
      visitor.edge(EdgeKind.INTERNAL, "[[GlobalThisValue]]", globalThis);
      for (GlobalBinding binding : declarative.values()) {
        visitor.edge(EdgeKind.CONTEXT, binding.name(), binding.get());
      }
    }
  }
}
