package lexscope.scenarios.leaks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.AllocationSites;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// Runs leak scenarios: each in a fresh heap and realm whose collector traces by the policy in
/// question; `setup` once, then `act` and `undo` round by round, and after each round everything
/// that waits, timers included, and a collection.
///
/// A runner belongs to one thread; [#interrupt] may be called from any.
public final class LeakRunner {
  private final boolean stress;
  private final Path base;
  private final AtomicReference<@Nullable Host> running = new AtomicReference<>();
  private volatile boolean interrupted;

  /// A runner that shows paths relative to the folder that the process runs in.
  ///
  /// @param stress whether to collect at every safepoint
  public LeakRunner(boolean stress) {
    this(stress, Path.of("").toAbsolutePath());
  }

  /// A runner.
  ///
  /// @param stress whether to collect at every safepoint
  /// @param base paths below this folder are shown relative to it
  public LeakRunner(boolean stress, Path base) {
    this.stress = stress;
    this.base = base;
  }

  /// Asks what runs to end at its next safepoint: it fails, and so does whatever is run after it.
  public void interrupt() {
    interrupted = true;
    Host host = running.get();
    if (host != null) {
      host.interrupt();
    }
  }

  /// Whether the runner was interrupted.
  public boolean isInterrupted() {
    return interrupted;
  }

  /// Runs a scenario under each of its policies.
  public List<LeakResult> run(LeakScenario scenario) {
    return scenario.policies().stream().map(policy -> run(scenario, policy)).toList();
  }

  /// Runs a scenario under a policy and judges it.
  public LeakResult run(LeakScenario scenario, CapturePolicy policy) {
    return Host.onGuestThread(() -> {
      try {
        Observation observation = observe(scenario, policy);
        return LeakResult.of(
            scenario, policy, new Judge(scenario, policy, observation, base).findings());
      } catch (UnusableScenarioException e) {
        Finding failure =
            new Finding(
                "runs to its end",
                1,
                "the scenario failed",
                String.valueOf(e.getMessage()).lines().map(this::shown).toList(),
                null);
        return LeakResult.of(scenario, policy, List.of(failure));
      }
    });
  }

  /// What a baseline says of a scenario's end under a policy, a line each.
  ///
  /// @throws UnusableScenarioException if the scenario ends with an error
  List<String> baseline(LeakScenario scenario, CapturePolicy policy) {
    return Host.onGuestThread(
        () -> BaselineFile.lines(Census.of(observe(scenario, policy).end()), base));
  }

  private String shown(String text) {
    return Evidences.relative(base, text);
  }

  private Observation observe(LeakScenario scenario, CapturePolicy policy) {
    Path subject = scenario.subject();
    if (subject == null) {
      return observeRounds(scenario, policy);
    }
    return scenario.isAboutSnapshot() ? observeSnapshot(subject) : observeProgram(subject, policy);
  }

  private static Observation observeSnapshot(Path file) {
    try {
      SnapshotGraph graph = HeapSnapshotReader.read(file);
      return new Observation(List.of(), DominatorTree.of(graph, EdgeRule.STRONG), null, 0, 0, null);
    } catch (IOException e) {
      throw new UnusableScenarioException(file + ": " + e.getMessage());
    }
  }

  private Observation observeProgram(Path file, CapturePolicy policy) {
    Host host = host(file, policy);
    AllocationMeter meter = new AllocationMeter();
    host.machine().heap().addListener(meter);
    host.machine().heap().collect("idle");
    meter.start();
    check(host.run(file));
    return ended(host, file, policy, List.of(), meter);
  }

  private Observation observeRounds(LeakScenario scenario, CapturePolicy policy) {
    Path file = scenario.file();
    Host host = host(file, policy);
    AllocationMeter meter = new AllocationMeter();
    host.machine().heap().addListener(meter);
    int handles = host.machine().handles().mark();
    check(host.run(file));
    // What loading the file handed to Java must not pass for what the scenario keeps.
    host.machine().handles().release(handles);
    call(host, scenario, "setup");
    meter.start();
    List<Census> censuses = new ArrayList<>();
    for (int round = 0; round < scenario.rounds(); round++) {
      call(host, scenario, "act", round);
      call(host, scenario, "undo", round);
      censuses.add(Census.of(tree(host, file, policy)));
    }
    return ended(host, file, policy, censuses, meter);
  }

  private Observation ended(
      Host host, Path file, CapturePolicy policy, List<Census> censuses, AllocationMeter meter) {
    DominatorTree end = tree(host, file, policy);
    Set<String> globals = new LinkedHashSet<>();
    for (PropertyKey key : host.machine().realm().globalObject().ownPropertyKeys(host.machine())) {
      globals.add(key.toString());
    }
    return new Observation(
        censuses,
        end,
        policy == CapturePolicy.USED ? null : graph(host, file, CapturePolicy.USED),
        meter.collections(),
        meter.allocatedBytes(),
        new ProgramNames(end.graph(), globals));
  }

  private Host host(Path file, CapturePolicy policy) {
    Host host =
        Host.create(
            HostOptions.defaults(ConsoleSink.silent())
                .withPolicy(policy)
                .withStress(stress)
                .withProgram(file.toString()));
    running.set(host);
    if (interrupted) {
      throw new UnusableScenarioException("interrupted");
    }
    return host;
  }

  private static void call(Host host, LeakScenario scenario, String name, Object... arguments) {
    check(
        host.goOn(
            () -> {
              Object function = host.offered(scenario.file(), name);
              if (function != Undefined.UNDEFINED) {
                ObjectOperations.call(host.machine(), function, Undefined.UNDEFINED, arguments);
              }
            },
            scenario.roundMillis()));
  }

  private static void check(RunOutcome outcome) {
    if (!(outcome instanceof RunOutcome.Completed)) {
      throw new UnusableScenarioException(outcome.report());
    }
  }

  private static DominatorTree tree(Host host, Path file, CapturePolicy policy) {
    return DominatorTree.of(graph(host, file, policy), EdgeRule.STRONG);
  }

  private static SnapshotGraph graph(Host host, Path file, CapturePolicy policy) {
    AllocationSites sites = host.machine().sites();
    return HeapCapture.capture(
        host.machine().heap(),
        policy,
        new GraphInfo(file.toString(), "end", "", file.toString()),
        site -> {
          AllocationSites.Site known = sites.site(site);
          return known == null ? null : known.place();
        });
  }
}
