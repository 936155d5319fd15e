package lexscope.js.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lexscope.gc.Heap;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Packages of the npm registry, unmodified: a program that uses one prints what node prints. Node
/// runs them with timers on virtual time, as this host does.
@Timeout(300)
class RealPackagesTest {
  private static final Path FOLDER = Path.of("target", "packages").toAbsolutePath();
  private static final List<String> PACKAGES =
      List.of(
          "@vue/reactivity@3",
          "acorn@8",
          "ajv@8",
          "async@3",
          "bluebird@3",
          "dayjs@1",
          "esprima@4",
          "eventemitter3@5",
          "handlebars@4",
          "immer@11",
          "lodash@4",
          "lru-cache@11",
          "marked@18",
          "mobx@6",
          "mustache@4",
          "p-limit@7",
          "preact@10",
          "preact-render-to-string@6",
          "prettier@3",
          "ramda@0.32",
          "react@19",
          "react-dom@19",
          "react-test-renderer@19",
          "redux@5",
          "rxjs@7",
          "semver@7",
          "typescript@5",
          "uuid@14",
          "xstate@5",
          "zod@4",
          "zustand@5");

  /// Stripping types from a file; formatting one.
  private static final Set<String> OF_ONE_TASK = Set.of("typescript", "prettier");

  private static final FunctionCoverage COVERAGE = new FunctionCoverage();

  static Stream<String> programs() throws IOException {
    Path folder = Path.of("src", "test", "resources", "lexscope", "js", "module", "packages");
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramThatUsesAPackagePrintsWhatNodePrints(String name) throws Exception {
    NodeProcess.install(FOLDER, PACKAGES);
    Files.createDirectories(FOLDER.resolve("packages"));
    Path program = NodeProcess.copy(RealPackagesTest.class, "packages/" + name, FOLDER);
    Path timers = NodeProcess.copy(RealPackagesTest.class, "virtual-timers.js", FOLDER);
    String expected = NodeProcess.run(FOLDER, "--require", timers.toString(), "packages/" + name);

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
        Host.onGuestThread(() -> {
          Host host = Host.create(HostOptions.defaults(sink));
          Heap heap = host.machine().heap();
          COVERAGE.watch(heap);
          RunOutcome result = host.run(program);
          COVERAGE.end(heap);
          return result;
        });
    assertThat(printed.toString()).as("%s", outcome).isEqualTo(expected);
    assertThat(outcome).isEqualTo(new RunOutcome.Completed());
  }

  /// Programs reach at least half of the functions of each package that is asked for, as counted
  /// here; of two large ones those of the one task that they are asked to do.
  @AfterAll
  static void atLeastHalfOfTheFunctionsWereCalled() throws IOException {
    Map<String, FunctionCoverage.Count> counts = COVERAGE.counts();
    var table = new StringBuilder("# package, functions of the files that it loads, called\n");
    counts.forEach((name, count) ->
        table.append(
            "%s %d %d (%d %%)%n".formatted(name, count.all(), count.called(), count.percent())));
    Files.writeString(Path.of("target", "package-coverage.txt"), table);
    List<String> asked =
        PACKAGES.stream().map(name -> name.substring(0, name.lastIndexOf('@'))).toList();
    if (counts.keySet().containsAll(asked)) {
      assertThat(counts)
          .as("%s", table)
          .allSatisfy((name, count) -> {
            if (asked.contains(name) && !OF_ONE_TASK.contains(name)) {
              assertThat(count.percent()).as(name).isGreaterThanOrEqualTo(50);
            }
          });
    }
  }
}
