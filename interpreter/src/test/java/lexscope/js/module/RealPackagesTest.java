package lexscope.js.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Packages of the npm registry, unmodified: a program that uses them prints what node prints.
@Timeout(180)
class RealPackagesTest {
  private static final List<String> PACKAGES =
      List.of("lodash@4", "eventemitter3@5", "lru-cache@11", "redux@5", "events@3");

  @Test
  void aProgramThatUsesFivePackagesPrintsWhatNodePrints() throws Exception {
    Path folder = Path.of("target", "packages").toAbsolutePath();
    NodeProcess.install(folder, PACKAGES);
    Path program = NodeProcess.copy(RealPackagesTest.class, "packages.js", folder);
    String expected = NodeProcess.run(folder, "packages.js");

    var printed = new StringBuilder();
    var sink =
        new ConsoleSink() {
          @Override
          public void out(String lines) {
            printed.append(lines);
          }

          @Override
          public void err(String lines) {
            printed.append(lines);
          }
        };
    RunOutcome outcome =
        Host.onGuestThread(() -> Host.create(HostOptions.defaults(sink)).run(program));
    assertThat(outcome).isEqualTo(new RunOutcome.Completed());
    assertThat(printed.toString()).isEqualTo(expected);
  }
}
