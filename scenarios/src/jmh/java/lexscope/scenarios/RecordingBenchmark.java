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
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
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

  /// How much of the recorder is at work.
  public enum Recorder {
    /// Nothing listens.
    NONE,
    /// The listener is there, but nothing is recorded.
    LISTENING,
    /// All events are recorded, at the throttle that they have.
    RECORDING
  }

  /// What is measured.
  @Param public Recorder mode;

  private Machine machine;
  private JsObject run;
  private JfrCollectionListener listener;
  private Recording recording;

  /// Loads the program and begins to record.
  @Setup
  public void load() {
    Host host = Host.create(HostOptions.defaults(ConsoleSink.silent()));
    machine = host.machine();
    if (mode == Recorder.RECORDING) {
      recording = new Recording();
      ProfilerEvents.enableIn(recording);
      recording.start();
    }
    if (mode != Recorder.NONE) {
      listener = JfrCollectionListener.listenTo(machine.heap());
    }
    RunOutcome outcome = host.run(new SourceText("program.js", PROGRAM));
    if (!(outcome instanceof RunOutcome.Completed)) {
      throw new IllegalStateException(outcome.report());
    }
    run =
        (JsObject)
            ObjectOperations.get(machine, machine.realm().globalObject(), PropertyKey.of("run"));
  }

  /// Ends the recording.
  @TearDown
  public void end() {
    if (listener != null) {
      listener.close();
    }
    if (recording != null) {
      recording.close();
    }
  }

  /// Makes 100,000 closures.
  @Benchmark
  public Object run() {
    int mark = machine.handles().mark();
    Object result = run.call(machine, Undefined.UNDEFINED, new Object[0]);
    machine.handles().release(mark);
    machine.heap().safepoint();
    return result;
  }
}
