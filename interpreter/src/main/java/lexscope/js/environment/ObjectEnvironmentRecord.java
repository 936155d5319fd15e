package lexscope.js.environment;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.Scope;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// 9.1.1.2 Object Environment Records: the bindings of a `with` statement are the properties of its
/// object.
public final class ObjectEnvironmentRecord extends EnvironmentRecord {
  private final Scope scope;
  private @Nullable JsObject bindingObject;

  /// NewObjectEnvironment (9.1.2.3) with `[[IsWithEnvironment]]` true.
  public ObjectEnvironmentRecord(
      Scope scope, JsObject bindingObject, @Nullable EnvironmentRecord outer, long recordNumber) {
    super(outer, recordNumber);
    this.scope = scope;
    this.bindingObject = bindingObject;
  }

  /// `[[BindingObject]]`.
  public JsObject bindingObject() {
    JsObject object = bindingObject;
    if (object == null) {
      throw new IllegalStateException("a with object was read that no closure keeps");
    }
    return object;
  }

  /// HasBinding (9.1.1.2.1): `@@unscopables` hides names.
  @Override
  public boolean hasBinding(Agent agent, String name) {
    JsObject object = bindingObject();
    PropertyKey key = PropertyKey.of(name);
    if (!object.hasProperty(agent, key)) {
      return false;
    }
    Object unscopables =
        ObjectOperations.get(agent, object, PropertyKey.ofSymbol(agent.symbols().unscopables()));
    return !(unscopables instanceof JsObject hidden
        && TypeConversion.toBoolean(ObjectOperations.get(agent, hidden, key)));
  }

  /// GetBindingValue (9.1.1.2.6).
  @Override
  public Object getBindingValue(Agent agent, String name, boolean strict) {
    JsObject object = bindingObject();
    PropertyKey key = PropertyKey.of(name);
    if (!object.hasProperty(agent, key)) {
      if (strict) {
        throw agent.referenceError(ErrorMessages.notDefined(name));
      }
      return Undefined.UNDEFINED;
    }
    return ObjectOperations.get(agent, object, key);
  }

  /// SetMutableBinding (9.1.1.2.5).
  @Override
  public void setMutableBinding(Agent agent, String name, Object value, boolean strict) {
    JsObject object = bindingObject();
    PropertyKey key = PropertyKey.of(name);
    if (!object.hasProperty(agent, key) && strict) {
      throw agent.referenceError(ErrorMessages.notDefined(name));
    }
    setProperty(agent, object, key, value, strict);
  }

  /// DeleteBinding (9.1.1.2.7).
  @Override
  public boolean deleteBinding(Agent agent, String name) {
    return bindingObject().delete(agent, PropertyKey.of(name));
  }

  /// WithBaseObject (9.1.1.2.10).
  @Override
  public JsObject withBaseObject() {
    return bindingObject();
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public String recordKind() {
    return "ObjectEnvironmentRecord";
  }

  @Override
  public SourcePlace place() {
    return scope.place();
  }

  @Override
  public boolean isInContext(int slot) {
    return hasContext();
  }

  @Override
  boolean hasContext() {
    return scope.contextSlots().length > 0;
  }

  @Override
  public int partCount() {
    return 1;
  }

  @Override
  public String partName(int part) {
    return scope.slotName(part);
  }

  @Override
  public long partBytes(int part) {
    return switch (part) {
      case SHELL -> 0;
      case 0 -> 16;
      default -> shallowBytes();
    };
  }

  @Override
  public long shallowBytes() {
    return 40;
  }

  @Override
  protected void visitPart(int part, TracingRule rule, EdgeVisitor visitor) {
    if (part == SHELL) {
      return;
    }
    visitor.edge(EdgeKind.INTERNAL, "[[BindingObject]]", bindingObject);
    EnvironmentRecord outer = outer();
    if (outer != null && part == WHOLE) {
      visitor.edge(EdgeKind.INTERNAL, "[[OuterEnv]]", outer);
    } else if (outer != null && part == CONTEXT && rule == CapturePolicy.V8) {
      outer.visitContextChain("previous", visitor);
    }
  }

  @Override
  protected void sweepParts(TracingRule rule) {
    super.sweepParts(rule);
    if (!isPartMarked(WHOLE) && !isPartMarked(0) && !isPartMarked(CONTEXT)) {
      bindingObject = null;
    }
  }
}
