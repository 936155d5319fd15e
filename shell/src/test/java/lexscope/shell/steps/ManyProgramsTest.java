package lexscope.shell.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for the trace of any program: tried on those of the scenario library.
class ManyProgramsTest {
  private static final Path LIBRARY =
      Path.of("..", "scenarios", "src", "main", "resources", "lexscope", "scenarios", "library");
  private static final int STEPS = 100;

  /// Each policy takes other programs.
  private static final int EVERY = 3;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(
      value = CapturePolicy.class,
      names = {"WHOLE", "V8", "USED"})
  @DisplayName("all that is shown is held by a path from a root, and dies at most once")
  void heldAndGone(CapturePolicy policy) throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.walk(LIBRARY)) {
      programs = files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
    assertThat(programs).hasSizeGreaterThan(20);
    for (int i = policy.ordinal(); i < programs.size(); i += EVERY) {
      Path program = programs.get(i);
      Recorded run =
          Recorded.of(
              folder,
              String.valueOf(program.getFileName()),
              Files.readString(program),
              policy,
              STEPS);
      assertThat(run.trace().steps()).as("%s", program).isNotEmpty();
      Set<String> dead = new HashSet<>();
      for (Step step : run.trace().steps()) {
        check(program, step, dead);
      }
    }
  }

  private static void check(Path program, Step step, Set<String> dead) {
    String where = program + ", step " + step.number();
    for (Box box : step.boxes().values()) {
      List<Hold> path = Recorded.path(step, box.key());
      assertThat(path.getFirst().from()).as("%s: %s", where, box.title()).isEmpty();
    }
    for (Context context : step.contexts()) {
      assertThat(step.holds()).as("%s: %s", where, context.name()).containsKey(context.key());
    }
    for (String key : step.gone()) {
      // Cells never come back; an activation enters a block again and again.
      assertThat(!key.startsWith("#") || dead.add(key)).as("%s: %s", where, key).isTrue();
      assertThat(step.boxes()).as("%s", where).doesNotContainKey(key);
    }
    assertThat(Collections.disjoint(step.boxes().keySet(), dead)).as("%s", where).isTrue();
  }
}
