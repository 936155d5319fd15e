package lexscope.js.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Packages of the npm registry, unmodified: a program that uses them prints what node prints.
@Timeout(180)
class RealPackagesTest {
  private static final List<String> PACKAGES =
      List.of("lodash@4", "eventemitter3@5", "lru-cache@11", "redux@5", "events@3");

  @Test
  void aProgramThatUsesFivePackagesPrintsWhatNodePrints() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "packages").toAbsolutePath());
    Path program = folder.resolve("packages.js");
    try (InputStream in = RealPackagesTest.class.getResourceAsStream("packages.js")) {
      Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
    }
    install(folder);
    String expected = run(folder, "node", "packages.js");
    assumeTrue(expected != null, "SKIPPED: node is missing");

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

  private static void install(Path folder) throws IOException, InterruptedException {
    if (Files.isDirectory(folder.resolve("node_modules/events"))) {
      return;
    }
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
    var command =
        new java.util.ArrayList<>(List.of("npm", "install", "--silent", "--no-audit", "--no-fund"));
    command.addAll(PACKAGES);
    assumeTrue(
        run(folder, command.toArray(String[]::new)) != null,
        "SKIPPED: npm cannot install the packages here");
  }

  /// What a command prints; null if it cannot be started or fails.
  private static String run(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : null;
    } catch (IOException _) {
      return null;
    }
  }
}
