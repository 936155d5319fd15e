package lexscope.js.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.NamedRegister;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.scope.ScopeAnalyzer;
import lexscope.js.syntax.FunctionNode;

/// A standing activation as code sees it that an observer evaluates there: its bindings in
/// registers stand in a record, innermost of all.
///
/// The record is a copy: what the evaluated code assigns is written back when it ends, and a
/// closure that it made keeps the record and sees no later assignment of the activation.
final class ObservedFrame {
  private final Frame frame;
  private final Map<Binding, NamedRegister> registers = new LinkedHashMap<>();
  private final Scope scope;
  private final DeclarativeEnvironmentRecord record;

  private ObservedFrame(Machine machine, Frame frame) {
    this.frame = frame;
    Map<String, NamedRegister> innermost = new LinkedHashMap<>();
    for (NamedRegister register : frame.code.namedRegisters()) {
      if (register.covers(frame.pc) && register.binding().isNamed()) {
        // Outer scopes come first.
        innermost.put(register.binding().name(), register);
      }
    }
    FunctionTemplate template = frame.code.template();
    FunctionNode node = template.node();
    boolean self = node != null && !node.isArrow();
    List<Binding> held =
        new ArrayList<>(innermost.values().stream().map(NamedRegister::binding).toList());
    held.removeIf(binding -> binding.name().equals(Binding.THIS));
    Scope around = frame.environment.scope() instanceof Scope outer ? outer : null;
    scope = ScopeAnalyzer.observerScope(template.tree(), template.info(), around, held, self);
    record = new DeclarativeEnvironmentRecord(scope, frame.environment, machine.nextRecordNumber());
    machine.heap().allocate(record);
    for (Binding own : scope.bindings()) {
      NamedRegister register = innermost.get(own.name());
      if (own.name().equals(Binding.THIS)) {
        record.set(own.slot(), frame.thisValue);
      } else if (register != null) {
        registers.put(own, register);
        record.set(own.slot(), frame.registers[register.register()]);
      }
    }
  }

  /// Makes the record and holds it by a handle.
  static ObservedFrame of(Machine machine, Frame frame) {
    return new ObservedFrame(machine, frame);
  }

  /// The scope in which the code stands.
  Scope scope() {
    return scope;
  }

  /// The record of [#scope].
  DeclarativeEnvironmentRecord record() {
    return record;
  }

  /// Gives the activation what was assigned.
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  void writeBack() {
    registers.forEach(
        (binding, register) -> frame.registers[register.register()] = record.peek(binding.slot()));
  }
}
