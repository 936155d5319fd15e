package lexscope.shell.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.gc.Cell;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// Reads the execution contexts, and the records that they have in registers: the specification
/// knows these as records like all others.
final class ContextReader {
  private final Names names;
  private final List<Context> contexts = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Box, String> registers = new LinkedHashMap<>();
  private final Set<Cell> used = new LinkedHashSet<>();

  private ContextReader(Names names) {
    this.names = names;
  }

  static ContextReader of(Names names, RecordCensus census) {
    ContextReader reader = new ContextReader(names);
    List<Frame> frames = new ArrayList<>(census.running());
    frames.addAll(census.suspended());
    List<ContextNotation> notations = ContextNotation.of(census);
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      if (frame.state() == Frame.State.RUNNING || Names.isOwn(frame.sourceName())) {
        reader.frames.add(frame);
        reader.read(frame, notations.get(i));
      }
    }
    return reader;
  }

  /// The contexts: the stack, the running one first, then the suspended ones.
  List<Context> contexts() {
    return contexts;
  }

  /// The activations that are [#contexts].
  List<Frame> frames() {
    return frames;
  }

  /// The records in registers, each with the key of its context.
  Map<Box, String> registers() {
    return registers;
  }

  /// What contexts refer to without a detour: it is shown before everything else.
  Set<Cell> used() {
    return used;
  }

  private void read(Frame frame, ContextNotation notation) {
    String key = Names.contextKey(frame);
    for (ContextNotation.Registers each : notation.registers()) {
      List<Row> rows = new ArrayList<>();
      for (Field binding : each.bindings()) {
        rows.add(names.row(Row.Kind.BINDING, binding, key));
        use(binding.target());
      }
      rows.add(names.row(Row.Kind.FIELD, each.outer(), key));
      registers.put(
          box(
              Names.key(key, each),
              each.number(),
              each.type() + (each.owner().isEmpty() ? "" : " of " + each.owner()),
              each.place().toString(),
              rows),
          key);
    }
    Row lexical = null;
    List<Row> rows = new ArrayList<>();
    for (Field field : notation.fields()) {
      Row row = names.row(Row.Kind.FIELD, field, key);
      if (field.name().equals("LexicalEnvironment")) {
        lexical = row;
      } else if (field.name().equals("VariableEnvironment") && field.target() == null) {
        row = withoutBindings(frame, key, row, lexical, rows);
      }
      rows.add(row);
      use(field.target());
    }
    for (EnvironmentRecord record = frame.environment(); record != null; record = record.outer()) {
      use(record);
    }
    contexts.add(
        new Context(
            key, Handlers.nameOf(frame), notation.state(), notation.place(), List.copyOf(rows)));
  }

  /// A function whose scope has no bindings makes a record all the same, and runs in it unless it
  /// is in a block.
  private Row withoutBindings(
      Frame frame, String key, Row row, @Nullable Row lexical, List<Row> rows) {
    EcmaScriptFunction function = frame.function();
    if (function == null || frame.recordNumber() <= 0 || !row.value().startsWith("ER")) {
      return row;
    }
    String made = "r" + key;
    registers.put(
        box(
            made,
            frame.recordNumber(),
            "FunctionEnvironmentRecord of " + Handlers.nameOf(frame),
            String.valueOf(function.place()),
            List.of(names.row(Row.Kind.FIELD, "[[OuterEnv]]", function.environment()))),
        key);
    if (lexical != null && Names.key(function.environment()).equals(lexical.target())) {
      rows.set(rows.indexOf(lexical), new Row(Row.Kind.FIELD, lexical.name(), row.value(), made));
    }
    return new Row(Row.Kind.FIELD, row.name(), row.value(), made);
  }

  private void use(@Nullable Object target) {
    if (target instanceof Cell cell) {
      used.add(names.shown(cell));
    }
  }

  private static Box box(String key, long number, String type, String place, List<Row> rows) {
    return new Box(
        key,
        Box.Kind.RECORD,
        number >= 0 ? "ER" + number : "ER",
        type,
        place,
        true,
        List.copyOf(rows));
  }
}
