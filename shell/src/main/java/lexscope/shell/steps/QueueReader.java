package lexscope.shell.steps;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.js.host.EventLoop;
import lexscope.js.host.Job;
import lexscope.js.host.Timers;
import lexscope.js.intrinsics.PromiseReactionJob;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Reads the queues of jobs and timers.
final class QueueReader {
  private static final int MOST = 50;

  private final Names names;
  private final Heap heap;
  private final EventLoop loop;

  QueueReader(Names names, Machine machine) {
    this.names = names;
    heap = machine.heap();
    loop = machine.eventLoop();
  }

  Queues read() {
    List<Waiting> calls = new ArrayList<>();
    for (Timers.WaitingCall call : loop.timers().waitingCalls()) {
      Object callback = call.callback();
      calls.add(
          new Waiting(
              call.source()
                  + (callback == null ? "" : ": calls " + Handlers.calls(names, callback)),
              names.target(callback),
              call.dueMillis()));
    }
    return new Queues(
        jobs(loop.jobs().waitingTicks()), jobs(loop.jobs().waiting()), bounded(calls));
  }

  private List<Waiting> jobs(List<Job> jobs) {
    return bounded(jobs.stream().map(this::told).toList());
  }

  private Waiting told(Job job) {
    if (job instanceof PromiseReactionJob reaction) {
      Waiting told = Handlers.told(names, heap, reaction.reaction().handler());
      return new Waiting(job.name() + ": " + told.text(), told.target(), -1);
    }
    var callback =
        new EdgeVisitor() {
          @Nullable Object found;

          @Override
          public void edge(EdgeKind kind, Object label, @Nullable Object target) {
            if (label.equals("callback") || label.equals("then")) {
              found = target;
            }
          }

          @Override
          public void element(long index, @Nullable Object target) {}

          @Override
          public void part(EdgeKind kind, Object label, PartedCell target, int part) {}

          @Override
          public void weak(Object label, @Nullable Object target) {}

          @Override
          public void ephemeron(Cell key, @Nullable Object value) {}
        };
    heap.visitEdges(job, CapturePolicy.WHOLE, callback);
    Object found = callback.found;
    return new Waiting(
        job.name() + (found == null ? "" : ": calls " + Handlers.calls(names, found)),
        names.target(found),
        -1);
  }

  private static List<Waiting> bounded(List<Waiting> all) {
    if (all.size() <= MOST) {
      return List.copyOf(all);
    }
    List<Waiting> some = new ArrayList<>(all.subList(0, MOST));
    some.add(new Waiting("and " + (all.size() - MOST) + " more", null, -1));
    return List.copyOf(some);
  }
}
