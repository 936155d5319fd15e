package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated programs, judged by other engines: what one policy keeps the larger one keeps too.
class GeneratedProgramsTest {
  private static final int COUNT = 500;
  private static final int ORACLE_COUNT = 80;
  private static final long SEED = 20_26_11L;

  /// Rows about matters that policies leave open, or that a single program shows best.
  private static final Set<String> NOT_GENERATED =
      Set.of(
          "mapped-arguments-escape",
          "left-blocks-in-suspended",
          "completed-generator",
          "resolve-keeps-promise",
          "error-stack",
          "timeout-handle",
          "instance-pins-module");

  @Test
  void everyRowOfTheRulesIsGenerated() {
    Map<String, Integer> counts = new TreeMap<>();
    for (ClosureProgram program : programs(SEED, COUNT)) {
      program.rows().forEach(row -> counts.merge(row, 1, Integer::sum));
    }
    Set<String> expected = RuleRows.keys();
    expected.removeAll(NOT_GENERATED);
    assertThat(counts.keySet()).as("rows and programs: %s", counts).containsAll(expected);
  }

  @Test
  void theSameSeedGivesTheSameProgram() {
    assertThat(ClosureProgramGenerator.generate(7).source())
        .isEqualTo(ClosureProgramGenerator.generate(7).source());
  }

  @Test
  void everyGeneratedProgramRunsInV8(@TempDir Path folder) throws IOException {
    List<ClosureProgram> programs = programs(SEED, COUNT);
    EngineHost.Answers answers = EngineHost.run(EngineHost.V8, requests(programs, folder));
    for (ClosureProgram program : programs) {
      Execution execution = answers.of(Long.toString(program.seed()));
      assertThat(execution.failure()).as(program.source()).isNull();
      assertThat(execution.tracked()).as(program.source()).containsAll(execution.alive());
    }
  }

  /// QuickJS has one box for each variable that a closure uses, so V8 keeps no less. Under a direct
  /// eval QuickJS keeps more than it needs, and its modules keep all their variables.
  @Test
  void v8KeepsWhatQuickJsKeeps(@TempDir Path folder) throws IOException {
    List<ClosureProgram> programs =
        programs(SEED, ORACLE_COUNT).stream()
            .filter(p -> p.kind() == Scenario.Kind.SCRIPT && !p.rows().contains("eval"))
            .toList();
    assertThat(keepsLess(EngineHost.QUICKJS, EngineHost.V8, programs, folder)).isEmpty();
  }

  /// engine262 has the specification's whole records. V8 keeps more than those under a catch
  /// pattern, in captured loop heads and below an eval; engine262 has no functions in blocks.
  @Test
  void engine262KeepsWhatV8Keeps(@TempDir Path folder) throws IOException {
    List<ClosureProgram> programs =
        programs(SEED, 2 * ORACLE_COUNT).stream()
            .filter(p ->
                Stream.of("eval", "annex-b", "catch-pattern-holds-thrown", "for-let")
                    .noneMatch(p.rows()::contains))
            .toList();
    assertThat(keepsLess(EngineHost.V8, EngineHost.ENGINE262, programs, folder)).isEmpty();
  }

  /// Programs and the values that the first engine keeps and the second, which should keep no less,
  /// does not.
  private static Map<String, Set<String>> keepsLess(
      String smaller, String larger, List<ClosureProgram> programs, Path folder)
      throws IOException {
    List<EngineHost.Request> requests = requests(programs, folder);
    EngineHost.Answers less = EngineHost.run(smaller, requests);
    EngineHost.Answers more = EngineHost.run(larger, requests);
    Map<String, Set<String>> wrong = new TreeMap<>();
    int compared = 0;
    for (ClosureProgram program : programs) {
      String id = Long.toString(program.seed());
      if (less.of(id).failure() == null && more.of(id).failure() == null) {
        compared++;
        Set<String> extra = new TreeSet<>(less.of(id).alive());
        extra.removeAll(more.of(id).alive());
        if (!extra.isEmpty()) {
          wrong.put(program.source(), extra);
        }
      }
    }
    assertThat(compared)
        .as("programs that both engines can run")
        .isGreaterThan(programs.size() * 9 / 10);
    return wrong;
  }

  static List<ClosureProgram> programs(long firstSeed, int count) {
    return LongStream.range(firstSeed, firstSeed + count)
        .mapToObj(ClosureProgramGenerator::generate)
        .toList();
  }

  static List<EngineHost.Request> requests(List<ClosureProgram> programs, Path folder)
      throws IOException {
    List<EngineHost.Request> requests = new ArrayList<>();
    for (ClosureProgram program : programs) {
      Path file = folder.resolve(program.seed() + program.kind().extension());
      Files.writeString(file, program.source());
      requests.add(new EngineHost.Request(Long.toString(program.seed()), program.kind(), file));
    }
    return requests;
  }
}
