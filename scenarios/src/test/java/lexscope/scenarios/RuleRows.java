package lexscope.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rows of the rule tables, from `rows.txt`.
final class RuleRows {
  private RuleRows() {}

  /// All keys.
  static Set<String> keys() {
    try {
      return Files.readAllLines(EngineHost.resource("rows.txt")).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.substring(0, line.indexOf(' ')))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
