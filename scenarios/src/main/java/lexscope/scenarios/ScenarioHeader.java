package lexscope.scenarios;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the comment at the head of a scenario.
///
/// ```js
/// // Title: A sibling that is gone keeps a value alive
/// // Why: One or more sentences; further lines are indented.
/// // Rows: sibling-closures, block
/// // Output:
/// //   3
/// // Values:           whole  v8     used
/// //   big             alive  alive  dead   what keeps it, or why nothing does
/// ```
///
/// `Title`, `Why` and `Values` are required. The header ends at the first line that is no comment.
final class ScenarioHeader {
  private static final String COMMENT = "//";
  private static final String ITEM = "   ";

  private enum Section {
    TITLE,
    WHY,
    ROWS,
    OUTPUT,
    VALUES
  }

  private final Path file;
  private final Set<Section> seen = new HashSet<>();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder explanation = new StringBuilder();
  private final List<String> rows = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private final List<TrackedValue> values = new ArrayList<>();
  private int line;

  private ScenarioHeader(Path file) {
    this.file = file;
  }

  /// Whether a file with that text is the entry of a scenario; other files belong to one.
  static boolean opens(String text) {
    return text.startsWith("// Title:");
  }

  /// Reads a scenario.
  ///
  /// @throws ScenarioFormatException when the header is not well-formed
  static Scenario read(String name, Path file, Scenario.Kind kind, String text) {
    var header = new ScenarioHeader(file);
    header.lines(text);
    for (Section required : List.of(Section.TITLE, Section.WHY, Section.VALUES)) {
      if (!header.seen.contains(required)) {
        throw header.problem(
            "the header has no " + required.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return new Scenario(
        name,
        file,
        kind,
        header.title.toString(),
        header.explanation.toString(),
        header.rows,
        header.output,
        header.values);
  }

  private void lines(String text) {
    Section section = null;
    for (String each : text.lines().takeWhile(l -> l.startsWith(COMMENT)).toList()) {
      line++;
      String content = each.substring(COMMENT.length());
      if (content.startsWith(ITEM)) {
        if (section == null) {
          throw problem("a line without a section");
        }
        item(section, content.substring(ITEM.length()));
      } else {
        section = opening(content.strip());
      }
    }
  }

  private Section opening(String content) {
    int colon = content.indexOf(':');
    String word = colon < 0 ? content : content.substring(0, colon);
    for (Section section : Section.values()) {
      if (section.name().equalsIgnoreCase(word)) {
        if (!seen.add(section)) {
          throw problem("a second " + word);
        }
        rest(section, content.substring(colon + 1).strip());
        return section;
      }
    }
    throw problem("unknown section: " + word);
  }

  private void rest(Section section, String text) {
    switch (section) {
      case TITLE -> title.append(text);
      case WHY -> explanation.append(text);
      case ROWS -> rows.addAll(List.of(text.split(",\\s*")));
      case OUTPUT -> {
        if (!text.isEmpty()) {
          throw problem("output stands on lines of its own");
        }
      }
      case VALUES -> {
        if (!text.matches("whole\\s+v8\\s+used")) {
          throw problem("the columns are: whole v8 used");
        }
      }
    }
  }

  private void item(Section section, String text) {
    switch (section) {
      case TITLE -> title.append(' ').append(text.strip());
      case WHY -> explanation.append(' ').append(text.strip());
      case ROWS -> rows.addAll(List.of(text.strip().split(",\\s*")));
      case OUTPUT -> output.add(text);
      case VALUES -> value(text.strip());
    }
  }

  private void value(String text) {
    String[] cells = text.split("\\s+", 5);
    if (cells.length < 5) {
      throw problem("a value needs a name, three expectations and a reason");
    }
    String name = cells[0];
    if (values.stream().anyMatch(v -> v.name().equals(name))) {
      throw problem("a second " + name);
    }
    values.add(
        new TrackedValue(
            name, expectation(cells[1]), expectation(cells[2]), expectation(cells[3]), cells[4]));
  }

  private Expectation expectation(String word) {
    Expectation expectation = Expectation.of(word);
    if (expectation == null) {
      throw problem("alive, dead or either, not " + word);
    }
    return expectation;
  }

  private ScenarioFormatException problem(String text) {
    return new ScenarioFormatException(file, Math.max(1, line), text);
  }
}
