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
  /// @param owner the function that it belongs to; empty for an anonymous one
  /// @param bindings its bindings as far as they have registers at this place in the code
  /// @param outer its `[[OuterEnv]]`
  public record Registers(
      String type,
      long number,
      SourcePlace place,
      String owner,
      List<Field> bindings,
      Field outer) {
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
            .add(Field.of(binding.name(), frame.register(register.register())));
      }
    }
    List<Scope> scopes = new ArrayList<>(inRegisters.keySet());
    scopes.sort(
        Comparator.comparingInt(Scope::start)
            .reversed()
            .thenComparingInt(Scope::end)
            .thenComparing(scope -> scope.kind() == Scope.Kind.FUNCTION));
    List<Registers> registers = new ArrayList<>();
    for (Scope scope : scopes.reversed()) {
      registers.addFirst(
          new Registers(
              scope.recordKind(),
              scope.kind() == Scope.Kind.FUNCTION ? frame.recordNumber() : -1,
              scope.place(),
              scope.ownerName(),
              inRegisters.getOrDefault(scope, List.of()),
              outer(frame, scope, scopes, registers)));
    }
    return new ContextNotation(
        state,
        frame.code().name(),
        frame.place(),
        fields(frame, scopes, registers),
        List.copyOf(registers));
  }

  /// The `[[OuterEnv]]` of a record in registers: the record of the next scope outward that has one
  /// in the heap or in registers.
  ///
  /// @param registers those of the scopes outside of it, the last ones in `scopes`
  private static Field outer(
      Frame frame, Scope scope, List<Scope> scopes, List<Registers> registers) {
    int skipped = scopes.size() - registers.size();
    for (Scope around = scope.outer();
        around != null && around.unit() == scope.unit();
        around = around.outer()) {
      int index = scopes.indexOf(around);
      if (index >= skipped) {
        Registers found = registers.get(index - skipped);
        return new Field("[[OuterEnv]]", found.reference(), found);
      }
      for (EnvironmentRecord record = frame.environment();
          record != null;
          record = record.outer()) {
        if (record.scope() == around) {
          return Field.of("[[OuterEnv]]", record);
        }
      }
    }
    return Field.of(
        "[[OuterEnv]]",
        frame.function() == null ? frame.environment() : frame.function().environment());
  }

  private static List<Field> fields(Frame frame, List<Scope> scopes, List<Registers> registers) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        frame.function() == null
            ? new Field("Function", "null")
            : Field.of("Function", frame.function()));
    if (frame.scriptOrModule() != null) {
      fields.add(new Field("ScriptOrModule", frame.scriptOrModule().path()));
    }
    fields.add(lexical("LexicalEnvironment", frame, scopes, registers));
    fields.add(variable("VariableEnvironment", frame, scopes, registers));
    if (frame.privateEnvironment() != null) {
      fields.add(new Field("PrivateEnvironment", "#" + frame.privateEnvironment().id()));
    }
    return fields;
  }

  /// The innermost scope that is entered, in registers or in a record.
  private static Field lexical(
      String name, Frame frame, List<Scope> scopes, List<Registers> registers) {
    EnvironmentRecord record = frame.environment();
    if (registers.isEmpty()
        || (record.scope() instanceof Scope own
            && own.unit() == scopes.getFirst().unit()
            && isInside(own, scopes.getFirst()))) {
      return Field.of(name, record);
    }
    return new Field(name, registers.getFirst().reference(), registers.getFirst());
  }

  private static boolean isInside(Scope inner, Scope outer) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }

  /// Where `var`s are: in the record of the function or its body, of the module, the script or the
  /// eval code.
  private static Field variable(
      String name, Frame frame, List<Scope> scopes, List<Registers> registers) {
    if (frame.function() == null) {
      return Field.of(name, frame.variableEnvironment());
    }
    Scope wanted = frame.function().template().info().bodyScope();
    for (EnvironmentRecord record = frame.environment(); record != null; record = record.outer()) {
      if (record.scope() == wanted) {
        return Field.of(name, record);
      }
    }
    for (int i = 0; i < scopes.size(); i++) {
      if (scopes.get(i) == wanted) {
        return new Field(name, registers.get(i).reference(), registers.get(i));
      }
    }
    return new Field(
        name,
        wanted.kind() == Scope.Kind.FUNCTION && frame.recordNumber() > 0
            ? "ER" + frame.recordNumber() + " without bindings"
            : wanted.recordKind() + " without bindings");
  }
}
