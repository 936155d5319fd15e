package lexscope.shell.session;

import java.util.List;
import java.util.regex.Pattern;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.host.PropertyReader;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// The properties of what stands before a dot, looked up in the standing heap: nothing runs.
final class ObjectNames {
  private static final Pattern CHAIN =
      Pattern.compile(
          "(?:.*[^\\w$.\\])'\"`])?((?:[\\p{L}_$][\\w$]*)(?:\\.[\\p{L}_$][\\w$]*)*)",
          Pattern.DOTALL);

  private final Subject subject;

  ObjectNames(Subject subject) {
    this.subject = subject;
  }

  /// The names that may follow the dot behind a text; none if the text ends in anything but names
  /// and dots.
  List<String> after(String text) {
    var chain = CHAIN.matcher(text);
    if (!chain.matches() || !subject.isBegun() || subject.isSnapshot()) {
      return List.of();
    }
    String[] names = chain.group(1).split("\\.", -1);
    PropertyReader reader = new PropertyReader(subject.program().host().machine());
    Object value = binding(names[0]);
    for (int i = 1; i < names.length && value != null; i++) {
      value = reader.get(value, names[i]);
    }
    return value == null ? List.of() : reader.names(value);
  }

  private @Nullable Object binding(String name) {
    Standing standing = subject.standing();
    Frame frame = standing == null ? null : standing.frame();
    if (frame != null) {
      if (name.equals("this")) {
        return frame.thisValue();
      }
      Object local = local(frame, name);
      if (local != null) {
        return local;
      }
    }
    return subject.program().evaluator().look(name);
  }

  /// Of the records around, innermost first; null if none of them has the name, or if its value is
  /// no cell.
  private @Nullable Object local(Frame frame, String name) {
    RecordCensus census =
        RecordCensus.of(subject.program().host().machine().heap(), CapturePolicy.WHOLE);
    for (ContextNotation.Registers record : ContextNotation.of(census).getFirst().registers()) {
      for (RecordNotation.Field field : record.bindings()) {
        if (field.name().equals(name)) {
          return field.target();
        }
      }
    }
    for (EnvironmentRecord each = frame.environment(); each != null; each = each.outer()) {
      for (RecordCensus.Entry entry : census.records()) {
        if (entry.record() == each && each.outer() != null) {
          for (RecordNotation.Field field : RecordNotation.of(census, entry).bindings()) {
            if (field.name().equals(name)) {
              return field.target();
            }
          }
        }
      }
    }
    return null;
  }
}
