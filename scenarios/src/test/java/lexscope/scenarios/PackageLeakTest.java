package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.AllocationSites;
import lexscope.js.vm.Machine;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.compare.BindingFinding;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A small application on a package of the npm registry, with a leak planted in it, diagnosed.
@Timeout(300)
final class PackageLeakTest {
  /// An array of 5,000 elements: object, elements' header, eight bytes each.
  private static final long HISTORY_BYTES = 16 + 32 + 8 * 5000;

  private static final int SESSIONS = 10;

  private Path folder = Path.of("target", "leaking-package").toAbsolutePath();

  @BeforeEach
  void installPackage() {
    NodeProcess.install(folder, List.of("eventemitter3@5"));
  }

  private Host run(String text) throws IOException {
    Path program = Files.writeString(folder.resolve("chat.cjs"), text);
    ConsoleSink silent =
        new ConsoleSink() {
          @Override
          public void out(String lines) {}

          @Override
          public void err(String lines) {}
        };
    return Host.onGuestThread(() -> {
      Host host = Host.create(HostOptions.defaults(silent));
      assertThat(host.run(program)).isEqualTo(new RunOutcome.Completed());
      return host;
    });
  }

  private static String app() throws IOException {
    try (var in = PackageLeakTest.class.getResourceAsStream("chat-sessions.cjs")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static SnapshotGraph graph(Host host, CapturePolicy policy) {
    Machine machine = host.machine();
    AllocationSites sites = machine.sites();
    return HeapCapture.capture(
        machine.heap(),
        policy,
        new GraphInfo("chat.cjs", "end", "", "run"),
        site -> {
          AllocationSites.Site known = sites.site(site);
          return known == null ? null : known.place();
        });
  }

  private static String why(Host host, CapturePolicy policy) {
    DominatorTree tree = DominatorTree.of(graph(host, policy), EdgeRule.of("strong"));
    return TextReport.why(
        tree, WhyAnswer.of(tree, TargetQuery.parse("binding:openSession.history")));
  }

  private static PolicyGap gap(Host host, String keeper, String other) {
    return PolicyComparison.of(
            List.of(
                graph(host, CapturePolicy.WHOLE),
                graph(host, CapturePolicy.V8),
                graph(host, CapturePolicy.USED)),
            PolicyComparison.DEFAULT_THRESHOLD_BYTES)
        .gaps()
        .stream()
        .filter(gap -> gap.keeper().equals(keeper) && gap.other().equals(other))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whyGoesFromTheEmitterThroughTheListenerToTheBinding() throws IOException {
    Host host = run(app());
    List<String> steps =
        why(host, CapturePolicy.V8)
            .lines()
            .filter(line -> line.startsWith("  →") || line.startsWith("  global object"))
            .toList();
    String[] expected = {
      "global object",
      "→ Object #",
      "→ property bus: EventEmitter (",
      "→ property _events: ",
      "→ property message: Array (",
      "→ element 0: EE (",
      "→ property fn: closure count (",
      "→ context: ER",
      "→ binding history: Array (",
    };
    assertThat(steps).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(steps.get(i)).contains(expected[i]);
    }
    assertThat(steps.get(7))
        .contains("Context of openSession", "(stale: the newest record of openSession");
    assertThat(steps.get(8)).contains("(used by no living closure)");
    assertThat(why(host, CapturePolicy.V8))
        .contains("10 are meant", "to free it, cut this edge", "binding history of ER");
    assertThat(why(host, CapturePolicy.USED)).contains("not alive");
  }

  @Test
  void compareNamesTheSiblingAndTheBytesThatItCosts() throws IOException {
    PolicyGap gap = gap(run(app()), "v8", "used");
    BindingFinding worst = gap.bindings().getFirst();
    assertThat(worst.function()).isEqualTo("openSession");
    assertThat(worst.binding()).isEqualTo("history");
    assertThat(worst.records()).isEqualTo(SESSIONS);
    assertThat(worst.bytes()).isBetween(SESSIONS * HISTORY_BYTES, SESSIONS * (HISTORY_BYTES + 100));
    assertThat(gap.extraBytes()).isBetween(worst.bytes(), worst.bytes() + 2_000);
    assertThat(worst.keptUnder()).containsExactly("whole", "v8");
    assertThat(worst.holder()).isNotNull();
    assertThat(worst.holder().name()).isEqualTo("count");
    assertThat(worst.capturers()).hasSize(1);
    Capturer sibling = worst.capturers().getFirst();
    assertThat(sibling.function()).isEqualTo("summarize");
    assertThat(sibling.living()).isZero();
  }

  @Test
  void withoutTheSiblingNothingIsKept() throws IOException {
    String mended =
        app()
                .replace(
                    "const summarize = () => history.join('\\n');",
                    "const summarize = summarizer(history);")
            + "function summarizer(history) { return () => history.join('\\n'); }\n";
    Host host = run(mended);
    assertThat(why(host, CapturePolicy.V8)).contains("not alive");
    assertThat(gap(host, "v8", "used").extraBytes()).isLessThan(HISTORY_BYTES);
  }
}
