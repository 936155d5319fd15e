package lexscope.js.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that go through the built-in modules print what Node 20 prints.
@Timeout(300)
class BuiltinModulesTest {
  /// So often node is asked until it prints the same.
  private static final int MOST_RUNS = 8;

  @TempDir Path folder = Path.of("");

  static Stream<String> programs() throws IOException {
    Path resources = Path.of("src", "test", "resources", "lexscope", "js", "node", "programs");
    try (Stream<Path> files = Files.list(resources)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramPrintsWhatNodePrints(String name) throws IOException {
    NodeProcess.assumeVersion(20);
    Files.createDirectories(folder.resolve("programs"));
    Path program = NodeProcess.copy(BuiltinModulesTest.class, "programs/" + name, folder);
    String printed = printed(program);
    String expected = NodeProcess.run(folder, "programs/" + name);
    // Where the machine is busy node's timers are late, and then fire in another order.
    for (int again = 1; again < MOST_RUNS && !expected.equals(printed); again++) {
      expected = NodeProcess.run(folder, "programs/" + name);
    }
    assertThat(printed).isEqualTo(expected);
  }

  private static String printed(Path program) {
    var out = new StringBuilder();
    var sink =
        new ConsoleSink() {
          @Override
          public void out(String lines) {
            out.append(lines);
          }

          @Override
          public void err(String lines) {}
        };
    RunOutcome outcome =
        Host.onGuestThread(() -> Host.create(HostOptions.defaults(sink)).run(program));
    return outcome instanceof RunOutcome.Completed ? out.toString() : out + "\n" + outcome;
  }
}
