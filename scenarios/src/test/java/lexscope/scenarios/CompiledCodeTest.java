package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lexscope.gc.Heap;
import lexscope.gc.HeapCorruptionException;
import lexscope.js.environment.SweptSlotException;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.GraphInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Compiling code for the JVM changes how fast a program runs and nothing else: what it prints,
/// what it keeps, and every id in its snapshots stay as they are when it is interpreted.
class CompiledCodeTest {
  /// Under the narrower policies now and then.
  private static final int VERIFIED = 8;

  /// One program collects some thousand times.
  private static final int VERIFIED_IN_LONG_PROGRAMS = 100;

  private static final String LONG_PROGRAM = "basics/long-chain-of-closures";

  /// What a program shows.
  private record Answers(
      String failure,
      List<String> output,
      long numbers,
      Map<CapturePolicy, List<String>> paths,
      Map<CapturePolicy, String> snapshots) {}

  @TempDir private Path folder;

  @Test
  void scenariosLeaveTheSameHeapByteForByte() {
    assertThat(differences(TestPrograms.library())).isEmpty();
  }

  @Test
  void generatedProgramsLeaveTheSameHeapByteForByte() throws IOException {
    assertThat(differences(TestPrograms.generated(100, folder))).isEmpty();
  }

  @Test
  void aSnapshotInTheMiddleOfCompiledCodeShowsTheActivationsAsInterpretedOnes() {
    List<String> interpreted = snapshotsAtDebugger(Integer.MAX_VALUE);
    assertThat(interpreted).hasSize(4);
    assertThat(snapshotsAtDebugger(1)).isEqualTo(interpreted);
    assertThat(snapshotsAtDebugger(2)).isEqualTo(interpreted);
  }

  private static List<String> snapshotsAtDebugger(int compileAfter) {
    String program =
        """
        function outer(n) {
          let a = n * 2, text = 'text' + n, unused = { big: n };
          const later = () => a;
          for (let i = 0; i < 3; i++) {
            let inLoop = { sum: i + a };
            if (n === 4 && i > 0) debugger;
            try { text += inLoop.sum; if (i === 2) throw [i]; } catch (e) { debugger; text += e; }
          }
          return later() + text.length;
        }
        function* steps(n) {
          let kept = [n];
          while (true) {
            const got = yield kept.length;
            if (got) { kept.push({ got }); debugger; }
          }
        }
        const started = steps(5);
        started.next();
        started.next(3);
        for (let i = 4; i < 5; i++) outer(i);
        """;
    return Host.onGuestThread(() -> {
      List<String> snapshots = new ArrayList<>();
      Host host = Host.create(HostOptions.defaults(GuestRun.linesTo(new ArrayList<>())));
      host.machine().compileAfter(compileAfter);
      host.machine()
          .onDebuggerStatement(_ -> {
            StringBuilder all = new StringBuilder();
            for (CapturePolicy policy : CapturePolicy.values()) {
              all.append(snapshot(host.machine().heap(), policy));
            }
            snapshots.add(all.toString());
          });
      assertThat(host.run(new SourceText("middle.js", program)))
          .isInstanceOf(RunOutcome.Completed.class);
      return snapshots;
    });
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void theHeapsOfCompiledScenariosAreSoundAtEveryCollection(CapturePolicy policy) {
    assertThat(faults(TestPrograms.library(), policy)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void theHeapsOfCompiledGeneratedProgramsAreSoundAtEveryCollection(CapturePolicy policy)
      throws IOException {
    assertThat(faults(TestPrograms.generated(50, folder), policy)).isEmpty();
  }

  /// Interpreted; compiled before the first call; and with activations that begin in the
  /// interpreter and go on in compiled code.
  private static Map<String, String> differences(Map<String, Path> programs) {
    Map<String, String> found = new TreeMap<>();
    var settings = GuestRun.Settings.under(CapturePolicy.UNION);
    programs.forEach((name, file) -> {
      Answers interpreted = GuestRun.of(file, settings, CompiledCodeTest::answers);
      for (int calls : new int[] {1, 3}) {
        Answers compiled =
            GuestRun.of(file, settings.compiledAfter(calls), CompiledCodeTest::answers);
        if (!compiled.equals(interpreted)) {
          found.put(
              name + " after " + calls,
              "interpreted " + shortened(interpreted) + ", compiled " + shortened(compiled));
        }
      }
    });
    return found;
  }

  /// Everything but the snapshots, of which there is the length.
  private static String shortened(Answers answers) {
    Map<CapturePolicy, Integer> lengths = new LinkedHashMap<>();
    answers.snapshots().forEach((policy, text) -> lengths.put(policy, text.length()));
    return answers.failure()
        + answers.output()
        + answers.numbers()
        + answers.paths()
        + " snapshots "
        + lengths;
  }

  private static Answers answers(GuestRun run) {
    Map<CapturePolicy, String> snapshots = new LinkedHashMap<>();
    for (CapturePolicy policy : CapturePolicy.values()) {
      snapshots.put(policy, snapshot(run.machine().heap(), policy));
    }
    return new Answers(
        run.failure(),
        List.copyOf(run.output()),
        run.machine().nextRecordNumber(),
        WhyPaths.of(run),
        snapshots);
  }

  private static String snapshot(Heap heap, CapturePolicy policy) {
    var bytes = new ByteArrayOutputStream();
    try {
      HeapSnapshotWriter.write(
          HeapCapture.capture(heap, policy, GraphInfo.UNKNOWN, SitePlaces.NONE), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, String> faults(Map<String, Path> programs, CapturePolicy policy) {
    Map<String, String> faults = new TreeMap<>();
    programs.forEach((name, file) -> {
      int every =
          name.equals(LONG_PROGRAM)
              ? VERIFIED_IN_LONG_PROGRAMS
              : policy == CapturePolicy.UNION ? 1 : VERIFIED;
      var settings = GuestRun.Settings.under(policy).stressed(every).compiledAfter(2);
      try {
        String failure = GuestRun.of(file, settings, GuestRun::failure);
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
