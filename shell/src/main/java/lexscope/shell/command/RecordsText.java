package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.FunctionNotation;
import lexscope.js.inspection.ModuleNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Frame;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.report.JsonReport;
import org.jspecify.annotations.Nullable;

/// The answer of `records` as text.
public final class RecordsText {
  private static final int MOST_LINES = 10;

  private final StringBuilder out = new StringBuilder();

  private RecordsText() {}

  static String of(GraphInfo info, CapturePolicy policy, RecordCensus census, int most) {
    RecordsText text = new RecordsText();
    List<RecordCensus.Entry> records = census.records();
    text.out.append(JsonReport.name(info)).append(", policy ").append(policy.ruleName());
    text.out
        .append(", ")
        .append(records.size())
        .append(records.size() == 1 ? " record\n" : " records\n");
    ContextNotation.of(census).forEach(text::write);
    census.modules().forEach(module -> text.write(ModuleNotation.of(module)));
    records.forEach(entry -> text.write(RecordNotation.of(census, entry)));
    text.writeFunctions(census, most);
    return text.out.toString();
  }

  /// One execution context with the records that it sees, from its LexicalEnvironment outward; the
  /// modules and the Global Environment Record if nothing runs.
  ///
  /// @param running the running activation; null for none
  public static String ofContext(
      GraphInfo info, CapturePolicy policy, RecordCensus census, @Nullable Frame running) {
    RecordsText text = new RecordsText();
    text.out.append(JsonReport.name(info)).append(", policy ").append(policy.ruleName());
    text.out.append('\n');
    EnvironmentRecord innermost = null;
    if (running == null) {
      text.out.append("no execution context is running\n");
      census.modules().forEach(module -> text.write(ModuleNotation.of(module)));
    } else {
      text.write(ContextNotation.of(census).getFirst());
      innermost = running.environment();
    }
    for (RecordCensus.Entry entry : census.records()) {
      if (running == null && entry.record().outer() == null) {
        text.write(RecordNotation.of(census, entry));
      }
    }
    for (EnvironmentRecord record = innermost; record != null; record = record.outer()) {
      RecordCensus.Entry entry = census.entry(record);
      if (entry == null) {
        text.out.append("\nER").append(record.recordNumber()).append(": <not kept>\n");
      } else {
        text.write(RecordNotation.of(census, entry));
      }
    }
    return text.out.toString();
  }

  private void write(ContextNotation context) {
    out.append("\nexecution context");
    out.append(context.name().isEmpty() ? "" : " of " + context.name());
    out.append(" (").append(context.place()).append("), ").append(context.state()).append(" {\n");
    write(context.fields(), "  ");
    out.append("}\n");
    for (ContextNotation.Registers each : context.registers()) {
      out.append("  in registers: ");
      out.append(each.number() >= 0 ? "ER" + each.number() + ": " : "");
      out.append(each.type()).append(" (").append(each.place()).append(") {\n");
      write(each.bindings(), "    ");
      out.append("  }\n");
    }
  }

  private void write(ModuleNotation module) {
    out.append("\nModule Record ").append(module.path()).append(" #").append(module.id());
    out.append(" {\n");
    write(module.fields(), "  ");
    out.append("}\n");
  }

  private void write(RecordNotation record) {
    out.append("\nER").append(record.number()).append(": ").append(record.type());
    out.append(record.owner().isEmpty() ? "" : " of " + record.owner());
    out.append(record.place() == null ? "" : " (" + record.place() + ")");
    out.append(" #").append(record.id()).append(" {\n");
    boolean global = record.place() == null;
    if (global) {
      out.append(record.bindings().isEmpty() ? "" : "  [[DeclarativeRecord]]:\n");
      write(record.bindings(), "    ");
      write(record.fields().subList(0, 1), "  ");
      write(record.objectBindings(), "    ");
      write(record.fields().subList(1, record.fields().size()), "  ");
    } else {
      List<Field> all = new ArrayList<>(record.bindings());
      all.addAll(record.objectBindings());
      all.addAll(record.fields());
      write(all, "  ");
    }
    out.append("}\n");
    lines("held by ", record.holders());
    lines("stale in ", record.stale());
  }

  private void lines(String word, List<String> lines) {
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      out.append("  ").append(word).append(line).append('\n');
    }
    if (lines.size() > MOST_LINES) {
      out.append("  … and ").append(lines.size() - MOST_LINES).append(" more\n");
    }
  }

  private void writeFunctions(RecordCensus census, int most) {
    int closures = census.functions().size();
    out.append('\n').append(closures).append(closures == 1 ? " closure\n" : " closures\n");
    census.functions().stream()
        .limit(most)
        .map(FunctionNotation::of)
        .forEach(function -> {
          out.append("  ").append(function.name().isEmpty() ? "(anonymous)" : function.name());
          out.append(function.place() == null ? "" : " (" + function.place() + ")");
          out.append(" #").append(function.id());
          out.append(" { [[Environment]]: ").append(function.environment());
          out.append(", [[ThisMode]]: ").append(function.thisMode()).append(" }\n");
        });
    if (closures > most) {
      out.append("  … and ").append(closures - most).append(" more\n");
    }
  }

  private void write(List<Field> fields, String indentation) {
    int width = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    for (Field field : fields) {
      out.append(indentation).append(field.name()).append(':');
      out.repeat(' ', width - field.name().length() + 1).append(field.value()).append('\n');
    }
  }
}
