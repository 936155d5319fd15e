package lexscope.js.vm;

import java.util.Arrays;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.FunctionEnvironmentRecord;
import lexscope.js.environment.ObjectEnvironmentRecord;
import lexscope.js.operations.TypeConversion;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.scope.SlotTable;
import lexscope.js.value.JsObject;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

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
    DeclarativeEnvironmentRecord record =
        scope.kind() == Scope.Kind.FUNCTION
            ? new FunctionEnvironmentRecord(scope, frame.environment, frame.functionRecordNumber())
            : new DeclarativeEnvironmentRecord(
                scope, frame.environment, machine.nextRecordNumber());
    machine.heap().allocateUnrooted(record);
    SlotTable table = scope.slotTable();
    for (int slot : table.undefinedSlots()) {
      record.set(slot, Undefined.UNDEFINED);
    }
    for (int slot : table.functionSlots()) {
      record.set(slot, functionSlot(frame, table.name(slot)));
    }
    frame.environment = record;
  }

  /// The home object, unless the policy gave it up because nothing in the method refers to it.
  private static @Nullable JsObject livingHome(EcmaScriptFunction function) {
    JsObject home = function.homeObject;
    return home == null || home.isDead() ? null : home;
  }

  /// What the slots of `this` and the like begin with.
  private static @Nullable Object functionSlot(Frame frame, String name) {
    EcmaScriptFunction function = frame.function;
    return switch (name) {
      case Binding.THIS -> frame.thisValue;
      case Binding.NEW_TARGET -> frame.newTarget;
      case Binding.HOME_OBJECT -> function == null ? null : livingHome(function);
      default -> function;
    };
  }

  /// The arguments from one on, which a record keeps for what may look for them; undefined if there
  /// are none.
  Object surplus(Frame frame, int from) {
    Object[] arguments = frame.arguments;
    return arguments.length <= from
        ? Undefined.UNDEFINED
        : machine
            .heap()
            .allocateUnrooted(
                new SurplusArguments(Arrays.copyOfRange(arguments, from, arguments.length)));
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
