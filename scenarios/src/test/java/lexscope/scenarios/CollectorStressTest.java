package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lexscope.gc.HeapCorruptionException;
import lexscope.js.environment.SweptSlotException;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A collection at every safepoint before which something was allocated, and a verified heap.
///
/// The verifier proves that the table holds what paths lead to and nothing else, and that cells
/// report what their Java fields hold. Guest code that reads a binding that was given up ends with
/// a [SweptSlotException].
class CollectorStressTest {
  /// Under the union every edge is followed, so every collection is verified; the other policies
  /// sweep the same heaps, now and then verified.
  private static final int VERIFIED = 8;

  /// One program collects some thousand times.
  private static final int VERIFIED_IN_LONG_PROGRAMS = 100;

  private static final String LONG_PROGRAM = "basics/long-chain-of-closures";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void theHeapsOfAllScenariosAreSoundAtEveryCollection(CapturePolicy policy) {
    assertThat(faults(TestPrograms.library(), policy)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void theHeapsOfGeneratedProgramsAreSoundAtEveryCollection(CapturePolicy policy)
      throws IOException {
    assertThat(faults(TestPrograms.generated(50, folder), policy)).isEmpty();
  }

  private static Map<String, String> faults(Map<String, Path> programs, CapturePolicy policy) {
    Map<String, String> faults = new TreeMap<>();
    programs.forEach((name, file) -> {
      int every =
          name.equals(LONG_PROGRAM)
              ? VERIFIED_IN_LONG_PROGRAMS
              : policy == CapturePolicy.UNION ? 1 : VERIFIED;
      try {
        String failure =
            GuestRun.of(file, GuestRun.Settings.under(policy).stressed(every), GuestRun::failure);
        if (!failure.isEmpty()) {
          faults.put(name, failure);
        }
      } catch (HeapCorruptionException | SweptSlotException | AssertionError e) {
        faults.put(name, e.getMessage());
      }
    });
    return faults;
  }
}
