package lexscope.shell.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lexscope.gc.SourcePlace;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.InterruptedRunException;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import lexscope.js.vm.Stepper;
import org.jspecify.annotations.Nullable;

/// Records a run: how the program stands before each of its statements, and when it has ended.
/// Looking changes nothing, so ids and output are those of a run that nobody looks at.
public final class StepRecorder implements Stepper {
  /// How many steps are recorded unless one says otherwise.
  public static final int DEFAULT_STEPS = 1_000;

  /// How many cells are looked at in a run: each step looks at all that are alive.
  private static final long MOST_CELLS = 100_000_000;

  private final CapturePolicy policy;
  private final int maxSteps;
  private final Consumer<Step> onStep;
  private final Lines lines;
  private final Map<String, Trace.Source> sources = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Host host;
  private @Nullable Names names;
  private @Nullable Step last;
  private long looked;
  private String cut = "";

  /// A recorder for one run.
  ///
  /// @param policy the rule by which life and death are judged
  /// @param maxSteps after so many steps the run ends
  /// @param console where the program's output goes besides
  /// @param onStep is told of each step as it is recorded
  public StepRecorder(
      CapturePolicy policy, int maxSteps, ConsoleSink console, Consumer<Step> onStep) {
    this.policy = policy;
    this.maxSteps = maxSteps;
    this.onStep = onStep;
    lines = new Lines(console);
  }

  /// The console that the program is to write to.
  public ConsoleSink console() {
    return lines;
  }

  /// Looks on while a host runs its program.
  ///
  /// @param observed a host that has not run anything yet and writes to [#console]
  public void observe(Host observed) {
    host = observed;
    names = new Names(observed.machine());
    observed.machine().setStepper(this);
    observed.machine().compileAfter(Integer.MAX_VALUE);
  }

  /// Whether the run was ended because there were too many steps.
  public boolean isCut() {
    return !cut.isEmpty();
  }

  /// The texts that statements were in so far.
  public List<Trace.Source> sources() {
    return List.copyOf(sources.values());
  }

  /// The run, when it has ended: unless it was cut, its last step is how the program stands then.
  public Trace finish(String file, RunOutcome outcome) {
    if (!isCut() && !(outcome instanceof RunOutcome.Unusable)) {
      boolean failed = outcome instanceof RunOutcome.Failed;
      if (failed || outcome instanceof RunOutcome.HeapFull) {
        lines.add(true, outcome.report() + "\n");
      }
      lines.end();
      Host ended = observed();
      record(failed ? Step.Moment.FAILED : Step.Moment.ENDED, failed ? ended.failurePlace() : null);
    }
    return new Trace(file, policy.ruleName(), sources(), List.copyOf(steps), cut);
  }

  private Host observed() {
    Host observed = host;
    if (observed == null) {
      throw new IllegalStateException("nothing is looked at");
    }
    return observed;
  }

  @Override
  public void statement(Frame frame) {
    if (!Names.isOwn(frame.sourceName())) {
      return;
    }
    if (steps.size() >= maxSteps) {
      cut =
          "cut after "
              + maxSteps
              + (maxSteps == 1 ? " step" : " steps")
              + ": the program goes on (--max-steps N records more)";
    } else if (looked > MOST_CELLS) {
      cut =
          "cut after "
              + steps.size()
              + " steps: the heap is too large to be looked at at every statement";
    }
    if (isCut()) {
      throw new InterruptedRunException();
    }
    sources.computeIfAbsent(frame.sourceName(), name -> source(name, frame.source()));
    record(Step.Moment.STATEMENT, frame.place());
  }

  @Override
  public void debuggerStatement(Frame frame) {
    // It is a statement like others.
  }

  private void record(Step.Moment moment, @Nullable SourcePlace place) {
    Machine machine = observed().machine();
    Names known = names;
    if (known == null) {
      throw new IllegalStateException("nothing is looked at");
    }
    HeapReader heap = HeapReader.of(known, machine, policy);
    looked += heap.size();
    Step before = last;
    Step step =
        new Step(
            steps.size() + 1,
            moment,
            place,
            heap.contexts(),
            before == null ? heap.boxes() : shared(before.boxes(), heap.boxes()),
            before == null ? heap.holds() : shared(before.holds(), heap.holds()),
            heap.left(),
            before == null ? Set.of() : gone(before, heap),
            lines.take(),
            new QueueReader(known, machine).read(),
            machine.eventLoop().clock().elapsedMillis());
    last = step;
    steps.add(step);
    onStep.accept(step);
  }

  /// What is as it was is kept once.
  private static <T> Map<String, T> shared(Map<String, T> before, Map<String, T> now) {
    now.replaceAll((key, value) -> value.equals(before.get(key)) ? before.get(key) : value);
    return now;
  }

  private static Set<String> gone(Step before, HeapReader heap) {
    Set<String> gone = new LinkedHashSet<>();
    Set<String> contexts = new LinkedHashSet<>();
    heap.contexts().forEach(context -> contexts.add(context.key()));
    for (Context context : before.contexts()) {
      if (!contexts.contains(context.key())) {
        gone.add(context.key());
      }
    }
    for (String key : before.boxes().keySet()) {
      if (!heap.isAlive(key)) {
        gone.add(key);
      }
    }
    return gone;
  }

  private static Trace.Source source(String name, SourceText text) {
    try {
      // What runs may have been translated, or stand inside of a function around it.
      return new Trace.Source(name, Files.readString(Path.of(name)).lines().toList());
    } catch (IOException | InvalidPathException _) {
      List<String> lines = new ArrayList<>();
      for (int line = 1; line <= text.lineCount(); line++) {
        lines.add(text.lineText(line));
      }
      return new Trace.Source(name, List.copyOf(lines));
    }
  }
}
