package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    List<String> readme = Files.readAllLines(root.resolve("README.md"));
    int begin = readme.indexOf("## An example");
    int end = readme.indexOf("## The policies");
    assertThat(begin).isPositive();
    Set<String> shown =
        readme.subList(begin, end).stream()
            .filter(line -> line.startsWith("    "))
            .map(ReadmeProcessTest::withoutIds)
            .filter(line -> !line.isBlank() && !line.matches("(whole|v8|used) .*"))
            .collect(Collectors.toSet());
    assertThat(shown).hasSizeGreaterThan(10);
    String example = "scenarios/examples/sessions.js";
    String printed =
        Launcher.lexscope(root, "why", "binding:open.records", example).endsWith(0).out()
            + Launcher.lexscope(root, "compare", example).endsWith(0).out();
    Set<String> lines =
        printed.lines().map(ReadmeProcessTest::withoutIds).collect(Collectors.toSet());
    assertThat(lines).containsAll(shown);
  }

  private static String withoutIds(String line) {
    return line.strip().replaceAll("#\\d+", "#").replaceAll("\\s+", " ");
  }
}
