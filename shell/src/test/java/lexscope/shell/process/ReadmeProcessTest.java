package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The output in the README is what the program prints. Ids and totals move with every built-in
/// that is added, so they are left out.
final class ReadmeProcessTest {
  @Test
  void theExampleIsRealOutput() throws Exception {
    Path root = Path.of("..").toRealPath();
    Set<String> shown = shown(root, "## An example", "## The policies");
    shown.removeIf(line -> line.matches("(whole|v8|used) .*"));
    assertThat(shown).hasSizeGreaterThan(10);
    String example = "scenarios/examples/sessions.js";
    String printed =
        Launcher.lexscope(root, "why", "binding:open.records", example).endsWith(0).out()
            + Launcher.lexscope(root, "compare", example).endsWith(0).out();
    assertThat(lines(printed)).containsAll(shown);
  }

  @Test
  void theFailedLeakTestIsRealOutput() throws Exception {
    Path root = Path.of("..").toRealPath();
    Set<String> shown = shown(root, "## Leak tests in CI", "`lexscope test --help` lists");
    shown.removeIf(line -> line.startsWith("export "));
    assertThat(shown).hasSizeGreaterThan(20);
    String printed =
        Launcher.lexscope(root, "test", "scenarios/examples/panel.scenario.mjs").endsWith(1).out();
    assertThat(lines(printed)).containsAll(shown);
  }

  /// The indented lines between two of the README.
  private static Set<String> shown(Path root, String first, String last) throws Exception {
    List<String> readme = Files.readAllLines(root.resolve("README.md"));
    int begin = readme.indexOf(first);
    assertThat(begin).isPositive();
    return readme.subList(begin, readme.size()).stream()
        .takeWhile(line -> !line.startsWith(last))
        .filter(line -> line.startsWith("    ") && !line.isBlank())
        .map(ReadmeProcessTest::withoutIds)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> lines(String printed) {
    return printed.lines().map(ReadmeProcessTest::withoutIds).collect(Collectors.toSet());
  }

  private static String withoutIds(String line) {
    return line.strip().replaceAll("#\\d+", "#").replaceAll("\\s+", " ");
  }
}
