package lexscope.js.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.SourcePlace;
import lexscope.js.bytecode.NamedRegister;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.vm.Frame;

/// One execution context as the specification writes it, ECMA-262 section 9.4.
///
/// A scope whose bindings no closure can reach has no record in the heap: its bindings live in
/// registers. Here it is shown as the record that the specification speaks of, without a number
/// unless it is the function's.
///
/// @param state `running`, `waiting for a callee`, or what a suspended one waits for
/// @param name the function's name, or what code it is
/// @param place where it stands
/// @param fields `Function`, `ScriptOrModule`, `LexicalEnvironment` and the others
/// @param registers the records in registers, innermost first
public record ContextNotation(
    String state, String name, SourcePlace place, List<Field> fields, List<Registers> registers) {
  /// A record whose bindings live in registers.
  ///
  /// @param type such as `DeclarativeEnvironmentRecord`
  /// @param number its number, or -1
  /// @param place where its scope begins
  /// @param bindings its bindings as far as they have registers at this place in the code
  public record Registers(String type, long number, SourcePlace place, List<Field> bindings) {
    private String reference() {
      return number >= 0 ? "ER" + number + " in registers" : type + " (" + place + ") in registers";
    }
  }

  /// The notation of all contexts: the stack, the running one first, then the suspended ones.
  public static List<ContextNotation> of(RecordCensus census) {
    List<ContextNotation> contexts = new ArrayList<>();
    for (Frame frame : census.running()) {
      contexts.add(of(frame, contexts.isEmpty() ? "running" : "waiting for a callee"));
    }
    for (Frame frame : census.suspended()) {
      contexts.add(
          of(
              frame,
              switch (frame.state()) {
                case AWAITING -> "suspended at an await";
                case READY -> "suspended at its start";
                default -> "suspended at a yield";
              }));
    }
    return contexts;
  }

  private static ContextNotation of(Frame frame, String state) {
    Map<Scope, List<Field>> inRegisters = new LinkedHashMap<>();
    for (NamedRegister register : frame.code().namedRegisters()) {
      Binding binding = register.binding();
      if (register.covers(frame.pc()) && binding.isNamed()) {
        inRegisters
            .computeIfAbsent(binding.scope(), _ -> new ArrayList<>())
            .add(new Field(binding.name(), ValueNotation.of(frame.register(register.register()))));
      }
    }
    List<Scope> scopes = new ArrayList<>(inRegisters.keySet());
    scopes.sort(
        Comparator.comparingInt(Scope::start)
            .reversed()
            .thenComparingInt(Scope::end)
            .thenComparing(scope -> scope.kind() == Scope.Kind.FUNCTION));
    List<Registers> registers = new ArrayList<>();
    for (Scope scope : scopes) {
      registers.add(
          new Registers(
              scope.recordKind(),
              scope.kind() == Scope.Kind.FUNCTION ? frame.recordNumber() : -1,
              scope.place(),
              inRegisters.getOrDefault(scope, List.of())));
    }
    return new ContextNotation(
        state,
        frame.code().name(),
        frame.place(),
        fields(frame, scopes, registers),
        List.copyOf(registers));
  }

  private static List<Field> fields(Frame frame, List<Scope> scopes, List<Registers> registers) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            "Function", frame.function() == null ? "null" : ValueNotation.of(frame.function())));
    if (frame.scriptOrModule() != null) {
      fields.add(new Field("ScriptOrModule", frame.scriptOrModule().path()));
    }
    fields.add(new Field("LexicalEnvironment", lexical(frame, scopes, registers)));
    fields.add(new Field("VariableEnvironment", variable(frame, scopes, registers)));
    if (frame.privateEnvironment() != null) {
      fields.add(new Field("PrivateEnvironment", "#" + frame.privateEnvironment().id()));
    }
    return fields;
  }

  /// The innermost scope that is entered, in registers or in a record.
  private static String lexical(Frame frame, List<Scope> scopes, List<Registers> registers) {
    EnvironmentRecord record = frame.environment();
    if (registers.isEmpty()
        || (record.scope() instanceof Scope own
            && own.unit() == scopes.getFirst().unit()
            && isInside(own, scopes.getFirst()))) {
      return "ER" + record.recordNumber();
    }
    return registers.getFirst().reference();
  }

  private static boolean isInside(Scope inner, Scope outer) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }

  /// Where `var`s are: in the record of the function or its body, of the module, the script or the
  /// eval code.
  private static String variable(Frame frame, List<Scope> scopes, List<Registers> registers) {
    if (frame.function() == null) {
      return "ER" + frame.variableEnvironment().recordNumber();
    }
    Scope wanted = frame.function().template().info().bodyScope();
    for (EnvironmentRecord record = frame.environment(); record != null; record = record.outer()) {
      if (record.scope() == wanted) {
        return "ER" + record.recordNumber();
      }
    }
    for (int i = 0; i < scopes.size(); i++) {
      if (scopes.get(i) == wanted) {
        return registers.get(i).reference();
      }
    }
    return wanted.kind() == Scope.Kind.FUNCTION && frame.recordNumber() > 0
        ? "ER" + frame.recordNumber() + " without bindings"
        : wanted.recordKind() + " without bindings";
  }
}
