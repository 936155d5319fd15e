package lexscope.scenarios.leaks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lexscope.js.policy.CapturePolicy;

/// The text file beside a scenario that says what was alive in a state known to be good: for each
/// policy a line for each sort of things that the program made, with number and bytes.
///
/// ```text
/// [v8]
/// 1  32 B  Store (store.js:3:15)
/// ```
public final class BaselineFile {
  private static final String SUFFIX = ".baseline";
  private static final String HEAD =
      "# What is alive at the end, by policy: count, own bytes, what. Written by --update.";

  private final Path path;

  /// The baseline of a scenario.
  public BaselineFile(Path scenario) {
    path = scenario.resolveSibling(scenario.getFileName() + SUFFIX);
  }

  /// The file.
  public Path path() {
    return path;
  }

  /// The lines about a census: what was made at a known place, in alphabetical order.
  static List<String> lines(Census census, Path base) {
    Map<String, Census.Count> sums = new TreeMap<>();
    census
        .counts()
        .forEach((sort, count) -> {
          if (!sort.site().isEmpty()) {
            sums.merge(
                Evidences.relative(base, sort.text()),
                count,
                (a, b) -> a.plus(b.nodes(), b.bytes()));
          }
        });
    List<String> lines = new ArrayList<>();
    sums.forEach((text, count) -> lines.add(count.nodes() + "  " + count.bytes() + " B  " + text));
    return lines;
  }

  /// How lines differ from those of the file: `-` stands before a line that only the file has, `+`
  /// before one that is new.
  List<String> differences(CapturePolicy policy, List<String> actual) {
    if (!Files.exists(path)) {
      return List.of("there is no baseline " + path.getFileName() + ": --update writes it");
    }
    List<String> expected = read().getOrDefault(policy.ruleName(), List.of());
    List<String> differences = new ArrayList<>();
    expected.stream()
        .filter(line -> !actual.contains(line))
        .forEach(l -> differences.add("- " + l));
    actual.stream()
        .filter(line -> !expected.contains(line))
        .forEach(l -> differences.add("+ " + l));
    return differences;
  }

  /// Writes the lines about one policy; those about others stay.
  ///
  /// @throws IOException if the file cannot be written
  void update(CapturePolicy policy, List<String> lines) throws IOException {
    Map<String, List<String>> sections = Files.exists(path) ? read() : new LinkedHashMap<>();
    sections.put(policy.ruleName(), lines);
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (CapturePolicy each : CapturePolicy.values()) {
      List<String> section = sections.get(each.ruleName());
      if (section != null) {
        text.append('[').append(each.ruleName()).append("]\n");
        section.forEach(line -> text.append(line).append('\n'));
      }
    }
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private Map<String, List<String>> read() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        if (line.startsWith("[") && line.endsWith("]")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException _) {
      throw new UnusableScenarioException(path + ": cannot be read as UTF-8 text");
    }
    return sections;
  }
}
