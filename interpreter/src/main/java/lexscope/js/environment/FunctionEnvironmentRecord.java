package lexscope.js.environment;

import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import org.jspecify.annotations.Nullable;

/// 9.1.1.3 Function Environment Records: a declarative record with `[[ThisValue]]`,
/// `[[ThisBindingStatus]]`, `[[FunctionObject]]` and `[[NewTarget]]`, which stand in slots like
/// bindings ([Binding#THIS] and the others). `[[ThisBindingStatus]]` is ~lexical~ for arrow
/// functions, which have no such slot, ~uninitialized~ while the slot is null.
public final class FunctionEnvironmentRecord extends DeclarativeEnvironmentRecord {
  /// NewFunctionEnvironment (9.1.2.4): who enters the function stores the slots.
  public FunctionEnvironmentRecord(
      Scope scope, @Nullable EnvironmentRecord outer, long recordNumber) {
    super(scope, outer, recordNumber);
  }

  @Override
  public String recordKind() {
    return "FunctionEnvironmentRecord";
  }

  /// V8 finds the home object of a class's methods in the class's context, so the slot here keeps
  /// nothing, but stays while that context keeps the object. The object is older than the record:
  /// if it is to be swept, it already has been.
  @Override
  boolean staysWithValue(TracingRule rule, int slot) {
    Binding home = scope().find(Binding.HOME_OBJECT);
    return rule == CapturePolicy.V8
        && home != null
        && home.slot() == slot
        && peek(slot) instanceof Cell object
        && !object.isDead();
  }

  /// V8 keeps the home object in a context between a method and what is around its literal, if any
  /// method there uses `super`.
  @Override
  void visitBesidesContext(EdgeVisitor visitor) {
    if (scope().function().sharesHomeObject()) {
      Binding home = scope().find(Binding.HOME_OBJECT);
      if (home != null) {
        visitor.part(EdgeKind.INTERNAL, "[[HomeObject]]", this, home.slot());
      }
    }
  }
}
