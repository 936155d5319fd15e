package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated programs in our interpreter and in other engines: the same values must be alive. Of a
/// disagreement the smallest program that shows it is printed.
class GeneratedProgramsDifferentialTest {
  private static final int COUNT = 500;
  private static final int ORACLE_COUNT = 120;
  private static final long SEED = 91_000L;
  private static final String MEASURED_VERSION = "11.3.";

  private final ScenarioRunner runner = new ScenarioRunner(false);
  @TempDir private Path folder;

  @Test
  void theV8PolicyKeepsWhatV8Keeps() {
    compare(EngineHost.V8, CapturePolicy.V8, GeneratedProgramsTest.programs(SEED, COUNT));
  }

  @Test
  void theV8PolicyKeepsWhatV8KeepsFromAFreshSeed() {
    long seed = Long.getLong("lexscope.seed", System.currentTimeMillis());
    System.out.println("generated programs: -Dlexscope.seed=" + seed);
    compare(EngineHost.V8, CapturePolicy.V8, GeneratedProgramsTest.programs(seed, COUNT));
  }

  /// QuickJS keeps more than it needs below a direct eval, and every variable of a module. A
  /// closure outside a block that uses a function declared in it does not always keep the function
  /// there.
  @Test
  void theUsedPolicyKeepsWhatQuickJsKeeps() {
    compare(
        EngineHost.QUICKJS,
        CapturePolicy.USED,
        GeneratedProgramsTest.programs(SEED, ORACLE_COUNT).stream()
            .filter(p -> p.kind() == Scenario.Kind.SCRIPT)
            .filter(p -> !p.rows().contains("eval") && !p.rows().contains("annex-b"))
            .toList());
  }

  /// engine262 has no functions in blocks. Its arguments objects hold what the parameters were
  /// bound to at first, which matters where a parameter is declared again.
  @Test
  void theWholePolicyKeepsWhatEngine262Keeps() {
    compare(
        EngineHost.ENGINE262,
        CapturePolicy.WHOLE,
        GeneratedProgramsTest.programs(SEED, ORACLE_COUNT).stream()
            .filter(p -> !p.rows().contains("annex-b"))
            .filter(p -> !p.source().contains("_again\""))
            .toList());
  }

  @Test
  void thePoliciesFormAChain() throws IOException {
    for (ClosureProgram program : GeneratedProgramsTest.programs(SEED + COUNT, COUNT / 2)) {
      Set<String> used = alive(program, CapturePolicy.USED);
      Set<String> v8 = alive(program, CapturePolicy.V8);
      assertThat(v8).as(program.source()).containsAll(used);
      if (Stream.of("eval", "catch-pattern-holds-thrown", "for-let", "class")
          .noneMatch(program.rows()::contains)) {
        assertThat(alive(program, CapturePolicy.WHOLE)).as(program.source()).containsAll(v8);
      }
    }
  }

  private Set<String> alive(ClosureProgram program, CapturePolicy policy) throws IOException {
    Path file = GeneratedProgramsTest.requests(List.of(program), folder).getFirst().path();
    Execution execution = runner.execute(file, policy);
    assertThat(execution.failure()).as(program.source()).isNull();
    return new TreeSet<>(execution.alive());
  }

  private void compare(String engine, CapturePolicy policy, List<ClosureProgram> programs) {
    List<Integer> disagreements = disagreements(engine, policy, programs);
    if (disagreements.isEmpty()) {
      return;
    }
    ClosureProgram first = programs.get(disagreements.getFirst());
    ClosureProgram smallest =
        ProgramShrinker.shrink(first, batch -> disagreements(engine, policy, batch));
    fail(
        "%d of %d programs differ from %s under %s. The smallest made of one (seed %d, helpers left"
            + " out):%n%s%n%s",
        disagreements.size(),
        programs.size(),
        engine,
        policy,
        first.seed(),
        Piece.render(smallest.pieces()),
        describe(engine, policy, smallest));
  }

  /// Indexes of the programs of which the engine and our interpreter say different things.
  private List<Integer> disagreements(
      String engine, CapturePolicy policy, List<ClosureProgram> programs) {
    List<EngineHost.Request> requests = requests(programs);
    EngineHost.Answers answers = EngineHost.run(engine, requests);
    Assumptions.assumeTrue(
        !engine.equals(EngineHost.V8) || answers.version().startsWith(MEASURED_VERSION),
        "SKIPPED: the rules are those of V8 "
            + MEASURED_VERSION
            + ", this is "
            + answers.version());
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Execution theirs = answers.of(requests.get(i).id());
      if (theirs.failure() != null) {
        continue;
      }
      Execution ours = runner.execute(requests.get(i).path(), policy);
      if (ours.failure() != null || !ours.alive().equals(theirs.alive())) {
        found.add(i);
      }
    }
    return found;
  }

  private String describe(String engine, CapturePolicy policy, ClosureProgram program) {
    EngineHost.Request request = requests(List.of(program)).getFirst();
    Execution theirs = EngineHost.run(engine, List.of(request)).of(request.id());
    Execution ours = runner.execute(request.path(), policy);
    return engine
        + ": "
        + new TreeSet<>(theirs.alive())
        + "\nours: "
        + (ours.failure() == null ? new TreeSet<>(ours.alive()) : ours.failure());
  }

  /// Variants of one program share its seed, so the requests are numbered.
  private List<EngineHost.Request> requests(List<ClosureProgram> programs) {
    try {
      List<EngineHost.Request> requests = new ArrayList<>();
      for (int i = 0; i < programs.size(); i++) {
        ClosureProgram program = programs.get(i);
        Path file = folder.resolve("p" + i + program.kind().extension());
        java.nio.file.Files.writeString(file, program.source());
        requests.add(new EngineHost.Request("p" + i, program.kind(), file));
      }
      return requests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
