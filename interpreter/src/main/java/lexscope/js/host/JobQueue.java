package lexscope.js.host;

import java.util.ArrayDeque;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.vm.Agent;

/// The queue behind HostEnqueuePromiseJob (9.5.5) and `queueMicrotask`: jobs run in the order in
/// which they came. Waiting jobs are roots.
public final class JobQueue implements RootSource {
  private static final RootKind JOBS = new RootKind("job queue");

  private final Agent agent;
  private final ArrayDeque<Job> waiting = new ArrayDeque<>();

  JobQueue(Agent agent) {
    this.agent = agent;
  }

  /// Puts a job at the end. The job is put on the heap here.
  public void enqueue(Job job) {
    waiting.add(agent.heap().allocateUnrooted(job));
  }

  /// Whether no job waits.
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Runs jobs until none waits; each boundary between jobs is a safepoint.
  ///
  /// @return whether any ran
  /// @throws lexscope.js.value.ThrowCompletion if a job throws; those after it still wait
  public boolean runAll() {
    boolean any = false;
    for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
      any = true;
      int mark = agent.handles().mark();
      agent.handles().push(job);
      try {
        job.run(agent);
      } finally {
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
    for (Job job : waiting) {
      visitor.root(JOBS, job.name(), job);
    }
  }
}
