package lexscope.js.environment;

import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.gc.ScopedCell;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// 9.1 Environment Records: identifiers bound to values, with an `[[OuterEnv]]`.
///
/// It is marked binding by binding ([PartedCell]), so that one heap can be traced under every
/// capture policy. A record that only some bindings of are kept is a shell: its other slots are
/// [#SWEPT].
public abstract class EnvironmentRecord extends PartedCell implements ScopedCell {
  /// What stands in a slot that no closure keeps under the policy that the program runs under.
  /// Guest code never reads it: if it does, the scope analysis is wrong.
  public static final Object SWEPT =
      new Object() {
        @Override
        public String toString() {
          return "<not kept>";
        }
      };

  private final long recordNumber;
  private @Nullable EnvironmentRecord outer;

  EnvironmentRecord(@Nullable EnvironmentRecord outer, long recordNumber) {
    this.outer = outer;
    this.recordNumber = recordNumber;
  }

  /// `[[OuterEnv]]`: null for the Global Environment Record. Of a shell it is the innermost record
  /// outward that was not swept.
  public final @Nullable EnvironmentRecord outer() {
    return outer;
  }

  /// The record so many steps outward.
  public final EnvironmentRecord outward(int hops) {
    EnvironmentRecord record = this;
    for (int i = hops; i > 0; i--) {
      record = record.requireOuter();
    }
    return record;
  }

  private EnvironmentRecord requireOuter() {
    EnvironmentRecord next = outer;
    if (next == null) {
      throw new IllegalStateException("record ER" + recordNumber + " has no outer record");
    }
    return next;
  }

  /// HasBinding: whether the record itself binds the name. A `with` object may run guest code.
  ///
  /// @throws lexscope.js.value.ThrowCompletion what guest code throws
  public abstract boolean hasBinding(Agent agent, String name);

  /// GetBindingValue of a name that [#hasBinding] has just found.
  ///
  /// @throws lexscope.js.value.ThrowCompletion a ReferenceError in the temporal dead zone, or what
  ///   guest code throws
  public abstract Object getBindingValue(Agent agent, String name, boolean strict);

  /// SetMutableBinding of a name that [#hasBinding] has found.
  ///
  /// @throws lexscope.js.value.ThrowCompletion an error for constants and dead zones, or what guest
  ///   code throws
  public abstract void setMutableBinding(Agent agent, String name, Object value, boolean strict);

  /// Set (7.3.4) whose failure is an error in strict code only.
  static void setProperty(
      Agent agent, JsObject object, PropertyKey key, Object value, boolean strict) {
    if (strict) {
      ObjectOperations.set(agent, object, key, value);
    } else {
      object.set(agent, key, value, object);
    }
  }

  /// DeleteBinding: false if the binding cannot be deleted.
  public abstract boolean deleteBinding(Agent agent, String name);

  /// WithBaseObject: the `this` of functions that are found by a name in this record; null save for
  /// `with`.
  public @Nullable JsObject withBaseObject() {
    return null;
  }

  @Override
  public final long recordNumber() {
    return recordNumber;
  }

  @Override
  public final CellKind kind() {
    return CellKind.OBJECT;
  }

  @Override
  public final String name() {
    return recordKind();
  }

  /// Whether V8 keeps the binding in a slot in the record's context.
  public abstract boolean isInContext(int slot);

  /// Whether V8 would have made a context for it. The others are transparent to closures: what lies
  /// outside is reached directly.
  abstract boolean hasContext();

  /// Reports what V8 keeps with this record although it is in no slot of a context of its own.
  void visitBesidesContext(EdgeVisitor visitor) {
    // Most records have nothing of the kind.
  }

  /// Reports the edge to the innermost record from here outward that has a context, with the
  /// records in between as shells.
  public final void visitContextChain(Object label, EdgeVisitor visitor) {
    for (EnvironmentRecord record = this; record != null; record = record.outer) {
      if (record.hasContext()) {
        visitor.part(EdgeKind.INTERNAL, label, record, CONTEXT);
        return;
      }
      visitor.part(EdgeKind.HIDDEN, "shell", record, SHELL);
      record.visitBesidesContext(visitor);
    }
  }

  @Override
  protected void sweepParts(TracingRule rule) {
    if (isPartMarked(WHOLE)) {
      return;
    }
    // Records are older than those they are outer to, so the table has already been swept up to the
    // outer one. Nobody uses a binding of a swept record, but a name that is looked up dynamically,
    // from inside a `with`, goes on past it to the global record.
    while (outer != null && outer.isDead()) {
      outer = outer.outer;
    }
  }
}
