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
import lexscope.js.inspection.RecordCensus;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Leaving out a record whose bindings nothing can capture never changes an answer: programs run
/// with and without it print the same, keep the same and number their records alike.
class ElisionTest {
  /// What a program shows.
  ///
  /// @param records the living records that are made with and without elision: number, sort, place
  /// @param numbers how many record numbers were taken
  private record Answers(
      String failure,
      List<String> output,
      Map<CapturePolicy, Set<String>> alive,
      Map<CapturePolicy, List<String>> paths,
      Map<CapturePolicy, Set<String>> records,
      long numbers) {}

  @TempDir private Path folder;

  @Test
  void scenariosGiveTheSameAnswersWithEveryRecord() {
    assertThat(differences(TestPrograms.library())).isEmpty();
  }

  @Test
  void generatedProgramsGiveTheSameAnswersWithEveryRecord() throws IOException {
    assertThat(differences(TestPrograms.generated(100, folder))).isEmpty();
  }

  private static Map<String, String> differences(Map<String, Path> programs) {
    Map<String, String> found = new TreeMap<>();
    var settings = GuestRun.Settings.under(CapturePolicy.UNION);
    programs.forEach((name, file) -> {
      Answers elided = GuestRun.of(file, settings, ElisionTest::answers);
      Answers full = GuestRun.of(file, settings.withEveryRecord(), ElisionTest::answers);
      compare(name + " failure", elided.failure(), full.failure(), found);
      compare(name + " output", elided.output(), full.output(), found);
      compare(name + " alive", elided.alive(), full.alive(), found);
      compare(name + " paths", elided.paths(), full.paths(), found);
      compare(name + " numbers", elided.numbers(), full.numbers(), found);
      elided
          .records()
          .forEach((policy, records) -> {
            if (!full.records().get(policy).containsAll(records)) {
              compare(
                  name + " records under " + policy, records, full.records().get(policy), found);
            }
          });
    });
    return found;
  }

  private static void compare(
      String what, Object elided, Object full, Map<String, String> differences) {
    if (!elided.equals(full)) {
      differences.put(what, "elided " + elided + ", full " + full);
    }
  }

  private static Answers answers(GuestRun run) {
    long numbers = run.machine().nextRecordNumber();
    Map<CapturePolicy, Set<String>> records = new LinkedHashMap<>();
    for (CapturePolicy policy : CapturePolicy.values()) {
      Set<String> present = new TreeSet<>();
      for (RecordCensus.Entry entry : RecordCensus.of(run.machine().heap(), policy).records()) {
        present.add(
            entry.record().recordNumber()
                + " "
                + entry.record().recordKind()
                + " "
                + entry.record().place());
      }
      records.put(policy, present);
    }
    return new Answers(
        run.failure(),
        List.copyOf(run.output()),
        PoliciesOfOneRunTest.tracedEachWay(run),
        WhyPaths.of(run),
        records,
        numbers);
  }
}
