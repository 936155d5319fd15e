package lexscope.js.vm;

import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.FunctionEnvironmentRecord;
import lexscope.js.environment.ObjectEnvironmentRecord;
import lexscope.js.operations.TypeConversion;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.value.JsObject;
import lexscope.js.value.Undefined;

/// Enters and leaves scopes that have a record.
final class Scopes {
  private final Machine machine;

  Scopes(Machine machine) {
    this.machine = machine;
  }

  /// The record outside of a record that is not the outermost.
  static EnvironmentRecord outer(EnvironmentRecord record) {
    EnvironmentRecord outer = record.outer();
    if (outer == null) {
      throw new IllegalStateException("left the outermost Environment Record");
    }
    return outer;
  }

  /// NewDeclarativeEnvironment or NewFunctionEnvironment for a scope. Bindings without a dead zone
  /// begin as undefined.
  void push(Frame frame, Object constant) {
    var scope = (Scope) constant;
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    DeclarativeEnvironmentRecord record;
    if (scope.kind() == Scope.Kind.FUNCTION) {
      record =
          new FunctionEnvironmentRecord(scope, frame.environment, frame.functionRecordNumber());
      machine.heap().allocateUnrooted(record);
      fillFunction(frame, scope, record);
    } else {
      record =
          new DeclarativeEnvironmentRecord(scope, frame.environment, machine.nextRecordNumber());
      machine.heap().allocateUnrooted(record);
      for (Binding binding : scope.bindings()) {
        if (!binding.hasDeadZone() && binding.isNamed()) {
          record.set(binding.slot(), Undefined.UNDEFINED);
        }
      }
    }
    frame.environment = record;
  }

  private static void fillFunction(Frame frame, Scope scope, DeclarativeEnvironmentRecord record) {
    EcmaScriptFunction function = frame.function;
    for (Binding binding : scope.bindings()) {
      Object value =
          switch (binding.kind()) {
            case FUNCTION_SLOT ->
                switch (binding.name()) {
                  case Binding.THIS -> frame.thisValue;
                  case Binding.NEW_TARGET -> frame.newTarget;
                  case Binding.HOME_OBJECT -> function == null ? null : function.homeObject;
                  default -> function;
                };
            case HIDDEN -> null;
            default -> binding.hasDeadZone() ? null : Undefined.UNDEFINED;
          };
      record.set(binding.slot(), value);
    }
  }

  /// NewObjectEnvironment of a with statement.
  void pushWith(Frame frame, Object value, Object constant) {
    var scope = (Scope) constant;
    int mark = machine.handles().mark();
    JsObject object = TypeConversion.toObject(machine, value);
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    frame.environment =
        machine
            .heap()
            .allocateUnrooted(
                new ObjectEnvironmentRecord(
                    scope, object, frame.environment, machine.nextRecordNumber()));
    machine.handles().release(mark);
  }

  /// CreatePerIterationEnvironment, ECMA-262 section 14.7.4.4.
  void copy(Frame frame) {
    machine.heap().setSite(frame.code.siteBase() + frame.pc);
    var current = (DeclarativeEnvironmentRecord) frame.environment;
    frame.environment =
        machine.heap().allocateUnrooted(current.nextIteration(machine.nextRecordNumber()));
  }
}
