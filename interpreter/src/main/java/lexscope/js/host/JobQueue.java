package lexscope.js.host;

import java.util.ArrayDeque;
import java.util.List;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The queue behind HostEnqueuePromiseJob (9.5.5) and `queueMicrotask`, and the one of
/// `process.nextTick`: jobs run in the order in which they came; all ticks run before the promise
/// jobs do, and those that promise jobs ask for after these. Waiting jobs are roots.
public final class JobQueue implements RootSource {
  private static final RootKind JOBS = new RootKind("job queue");

  private final Agent agent;
  private final ArrayDeque<Job> waiting = new ArrayDeque<>();
  private final ArrayDeque<Job> ticks = new ArrayDeque<>();
  private @Nullable Job running;

  JobQueue(Agent agent) {
    this.agent = agent;
  }

  /// Puts a job at the end. The job is put on the heap here.
  public void enqueue(Job job) {
    waiting.add(agent.heap().allocateUnrooted(job));
  }

  /// Puts a call at the end of the queue of `process.nextTick`.
  public void enqueueTick(JsObject callback, Object[] arguments) {
    ticks.add(agent.heap().allocateUnrooted(new CallbackJob("nextTick", callback, arguments)));
  }

  /// The job that runs; null if none does.
  public @Nullable Job running() {
    return running;
  }

  /// The promise jobs and microtasks that wait, in the order in which they will run.
  public List<Job> waiting() {
    return List.copyOf(waiting);
  }

  /// The jobs of `process.nextTick` that wait, in the order in which they will run.
  public List<Job> waitingTicks() {
    return List.copyOf(ticks);
  }

  /// Whether no job waits.
  public boolean isEmpty() {
    return waiting.isEmpty() && ticks.isEmpty();
  }

  /// Runs jobs until none waits; each boundary between jobs is a safepoint.
  ///
  /// @return whether any ran
  /// @throws lexscope.js.value.ThrowCompletion if a job throws; those after it still wait
  public boolean runAll() {
    boolean any = false;
    do {
      any |= run(ticks);
      any |= run(waiting);
    } while (!ticks.isEmpty());
    return any;
  }

  /// Runs promise jobs until none waits, but no ticks: what a module's own code is followed by.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if a job throws; those after it still wait
  void runPromiseJobs() {
    run(waiting);
  }

  private boolean run(ArrayDeque<Job> queue) {
    boolean any = false;
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      any = true;
      int mark = agent.handles().mark();
      agent.handles().push(job);
      running = job;
      try {
        job.run(agent);
      } finally {
        running = null;
        agent.handles().release(mark);
      }
      if (agent.heap().safepointRequested()) {
        agent.heap().safepoint();
      }
    }
    return any;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Job job : ticks) {
      visitor.root(JOBS, job.name(), job);
    }
    for (Job job : waiting) {
      visitor.root(JOBS, job.name(), job);
    }
  }
}
