package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lexscope.gc.Cell;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one run says of the three policies is what a run under each says: the heap of a run that
/// keeps everything, traced three ways.
class PoliciesOfOneRunTest {
  private static final List<CapturePolicy> POLICIES =
      List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED);

  @TempDir private Path folder;

  @Test
  void oneRunOfAScenarioAnswersForAllPolicies() {
    assertThat(differences(TestPrograms.library())).isEmpty();
  }

  @Test
  void oneRunOfAGeneratedProgramAnswersForAllPolicies() throws IOException {
    assertThat(differences(TestPrograms.generated(100, folder))).isEmpty();
  }

  private static Map<String, String> differences(Map<String, Path> programs) {
    Map<String, String> found = new TreeMap<>();
    programs.forEach((name, file) -> {
      Map<CapturePolicy, Set<String>> traced =
          GuestRun.of(
              file,
              GuestRun.Settings.under(CapturePolicy.UNION),
              PoliciesOfOneRunTest::tracedEachWay);
      for (CapturePolicy policy : POLICIES) {
        Set<String> own =
            GuestRun.of(
                file, GuestRun.Settings.under(policy), run -> new TreeSet<>(run.alive().keySet()));
        if (!own.equals(traced.get(policy))) {
          found.put(name + " under " + policy, "traced " + traced.get(policy) + ", run " + own);
        }
      }
    });
    return found;
  }

  static Map<CapturePolicy, Set<String>> tracedEachWay(GuestRun run) {
    Map<CapturePolicy, SnapshotGraph> graphs = new LinkedHashMap<>();
    for (CapturePolicy policy : POLICIES) {
      graphs.put(
          policy,
          HeapCapture.capture(run.machine().heap(), policy, GraphInfo.UNKNOWN, SitePlaces.NONE));
    }
    Map<String, Cell> alive = run.alive();
    Map<CapturePolicy, Set<String>> answers = new LinkedHashMap<>();
    graphs.forEach((policy, graph) -> {
      Set<String> names = new TreeSet<>();
      alive.forEach((name, cell) -> {
        if (graph.ordinalOf(cell.id()) >= 0) {
          names.add(name);
        }
      });
      answers.put(policy, names);
    });
    return answers;
  }
}
