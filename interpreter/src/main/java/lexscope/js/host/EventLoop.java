package lexscope.js.host;

import lexscope.gc.Heap;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.vm.Agent;

/// What runs when no execution context is running: jobs, timers, finalization, on virtual time.
///
/// A turn is one timer callback, one immediate or one cleanup call, and after it all jobs that
/// wait. Targets of WeakRefs are let go after each turn.
public final class EventLoop {
  /// Up to when timers fire by default, in virtual milliseconds.
  public static final double DEFAULT_UNTIL_MILLIS = 1_000_000;

  /// How often one repeating timer fires at most by default; likewise how many immediates run.
  public static final int DEFAULT_MAX_TURNS = 10_000;

  private final Agent agent;
  private final JobQueue jobs;
  private final VirtualClock clock = new VirtualClock();
  private final Timers timers;
  private final FinalizationJobs finalizationJobs;
  private final KeptObjects keptAlive = new KeptObjects();
  private final RejectionTracker rejections = new RejectionTracker();
  private int immediateTurns;

  /// The loop of an agent; its queues become sources of roots.
  public EventLoop(Agent agent) {
    this.agent = agent;
    jobs = new JobQueue(agent);
    timers = new Timers(agent, clock);
    finalizationJobs = new FinalizationJobs(agent);
    Heap heap = agent.heap();
    heap.addRootSource(jobs);
    heap.addRootSource(timers);
    heap.addRootSource(keptAlive);
    heap.addRootSource(finalizationJobs);
    heap.addRootSource(rejections);
  }

  /// The queue of promise jobs and microtasks.
  public JobQueue jobs() {
    return jobs;
  }

  /// The time that the program sees.
  public VirtualClock clock() {
    return clock;
  }

  /// The timers.
  public Timers timers() {
    return timers;
  }

  /// The calls of cleanup callbacks that wait.
  public FinalizationJobs finalizationJobs() {
    return finalizationJobs;
  }

  /// What WeakRefs keep alive during the running job.
  public KeptObjects keptAlive() {
    return keptAlive;
  }

  /// The rejections that nobody handled.
  public RejectionTracker rejections() {
    return rejections;
  }

  /// Ends a turn (or the main program): runs all jobs, lets WeakRef targets go.
  ///
  /// @return whether any job ran
  /// @throws lexscope.js.value.ThrowCompletion if a job throws
  /// @throws UnhandledRejectionException if a promise was rejected and nobody handled it
  public boolean finishTurn() {
    boolean ran = jobs.runAll();
    PromiseObject rejected = rejections.takeFirst();
    if (rejected != null) {
      throw new UnhandledRejectionException(rejected);
    }
    keptAlive.clear();
    if (agent.heap().safepointRequested()) {
      agent.heap().safepoint();
    }
    return ran;
  }

  /// Runs everything that is to run: jobs, timers that are due before `untilMillis`, immediates,
  /// and, by collecting when nothing else is left, finalization; until nothing runs any more.
  ///
  /// @param untilMillis virtual milliseconds since the start
  /// @param maxTurns how often a repeating timer fires at most, and how many immediates run
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws
  /// @throws UnhandledRejectionException if a promise was rejected and nobody handled it
  public void runUntilIdle(double untilMillis, int maxTurns) {
    do {
      finishTurn();
      runTurns(untilMillis, maxTurns);
      agent.heap().collect("idle");
    } while (!finalizationJobs.isEmpty() || !jobs.isEmpty());
  }

  private void runTurns(double untilMillis, int maxTurns) {
    while (true) {
      boolean ran = false;
      while (!finalizationJobs.isEmpty()) {
        finalizationJobs.runFirst();
        finishTurn();
        ran = true;
      }
      while (timers.fireNext(maxTurns)) {
        finishTurn();
        ran = true;
      }
      ran |= runImmediates(maxTurns);
      if (!ran) {
        double due = timers.nextDueMillis(maxTurns);
        if (due > untilMillis) {
          return;
        }
        clock.advanceTo(due);
      }
    }
  }

  private boolean runImmediates(int maxTurns) {
    boolean ran = false;
    for (ImmediateObject immediate : timers.waitingImmediates()) {
      if (immediateTurns < maxTurns && timers.runImmediate(immediate)) {
        immediateTurns++;
        finishTurn();
        ran = true;
      }
    }
    return ran;
  }
}
