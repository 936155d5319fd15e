package lexscope.scenarios;

import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.source.SourceText;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Machine;
import lexscope.profiler.events.JfrCollectionListener;
import lexscope.profiler.events.ProfilerEvents;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs a program to be recorded by Flight Recorder: one that makes closures all the time,
/// of which some thousand stay alive, so that the collector runs again and again.
///
/// In one process it is watched and not, by turns. So both are the same compiled code, and load
/// that comes and goes meets both; between processes, what HotSpot makes of the same program
/// differs by more than what is measured here.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(
    value = 5,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmn256m", "-Xss16m"})
public class RecordingBenchmark {
  private static final String PROGRAM =
      """
      const kept = [];
      function make(n) { const list = [n]; return () => list; }
      globalThis.run = function () {
        let sum = 0;
        for (let i = 0; i < 100000; i++) {
          const closure = make(i);
          kept[i % 5000] = closure;
          sum += closure().length;
        }
        return sum;
      };
      """;

  private static final int RUNS = 5;

  /// How much of the recorder is at work.
  public enum Recorder {
    /// The listener is there, but nothing is recorded.
    LISTENING,
    /// All events are recorded, at the throttle that they have.
    RECORDING
  }

  /// The CPU time of an iteration, in nanoseconds: of the runs that nothing watched, and of the
  /// watched ones with all that the recorder did.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Shares {
    /// Of the runs that nothing watched.
    public long alone;

    /// Of the watched ones.
    public long watched;

    /// For JMH.
    public Shares() {}
  }

  /// What watches.
  @Param public Recorder mode;

  private final ProcessTime time = new ProcessTime();
  private Machine machine;
  private JsObject function;
  private Recording recording;
  private boolean watchedFirst;

  /// Loads the program and begins to record.
  @Setup
  public void load() {
    Host host = Host.create(HostOptions.defaults(ConsoleSink.silent()));
    machine = host.machine();
    RunOutcome outcome = host.run(new SourceText("program.js", PROGRAM));
    if (!(outcome instanceof RunOutcome.Completed)) {
      throw new IllegalStateException(outcome.report());
    }
    function =
        (JsObject)
            ObjectOperations.get(machine, machine.realm().globalObject(), PropertyKey.of("run"));
    if (mode == Recorder.RECORDING) {
      recording = new Recording();
      ProfilerEvents.enableIn(recording);
      recording.start();
    }
  }

  /// Ends the recording.
  @TearDown
  public void end() {
    if (recording != null) {
      recording.close();
    }
  }

  /// Makes closures unwatched, and as many watched; the order changes each time.
  @Benchmark
  public Object pair(Shares shares) {
    watchedFirst = !watchedFirst;
    Object first = watchedFirst ? watched(shares) : alone(shares);
    Object second = watchedFirst ? alone(shares) : watched(shares);
    return first.equals(second) ? first : second;
  }

  private Object alone(Shares shares) {
    long recorder = time.recorderNanos();
    long before = time.nanos();
    Object result = run();
    long spent = time.nanos() - before;
    long recorded = time.recorderNanos() - recorder;
    shares.alone += spent - recorded;
    // The recorder writes a little later what it was told in a watched run.
    shares.watched += recorded;
    return result;
  }

  private Object watched(Shares shares) {
    try (JfrCollectionListener _ = JfrCollectionListener.listenTo(machine.heap())) {
      long before = time.nanos();
      Object result = run();
      shares.watched += time.nanos() - before;
      return result;
    }
  }

  /// Makes 100,000 closures some times over, so that the collector runs in each turn.
  private Object run() {
    Object result = Undefined.UNDEFINED;
    for (int i = 0; i < RUNS; i++) {
      int mark = machine.handles().mark();
      result = function.call(machine, Undefined.UNDEFINED, new Object[0]);
      machine.handles().release(mark);
      machine.heap().safepoint();
    }
    return result;
  }
}
