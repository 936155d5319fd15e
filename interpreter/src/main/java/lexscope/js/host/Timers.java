package lexscope.js.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The timers that wait, and the callbacks of `setImmediate`. Timers fire in order of their due
/// time, those of one time in order of creation. All are roots.
public final class Timers implements RootSource {
  private static final RootKind TIMERS = new RootKind("timers");
  private static final double MAX_DELAY = Integer.MAX_VALUE;

  private final Agent agent;
  private final VirtualClock clock;
  private final PriorityQueue<Timer> queue = new PriorityQueue<>();
  private final Map<Integer, Timer> byHandle = new LinkedHashMap<>();
  private final Map<Integer, CallbackJob> immediates = new LinkedHashMap<>();
  private int lastHandle;
  private long lastSequence;

  Timers(Agent agent, VirtualClock clock) {
    this.agent = agent;
    this.clock = clock;
  }

  /// Starts a timer; gives its handle. Delays that are not between 1 and 2^31 - 1 ms count as 1 ms.
  public int start(JsObject callback, Object[] arguments, double delayMillis, boolean repeats) {
    double delay = delayMillis >= 1 && delayMillis <= MAX_DELAY ? Math.floor(delayMillis) : 1;
    var timer = new Timer(++lastHandle, callback, arguments, repeats ? delay : -1);
    agent.heap().allocateUnrooted(timer);
    timer.schedule(clock.elapsedMillis() + delay, ++lastSequence);
    queue.add(timer);
    byHandle.put(timer.handle(), timer);
    return timer.handle();
  }

  /// Queues a callback for the end of the present turn; gives its handle.
  int startImmediate(JsObject callback, Object[] arguments) {
    var job = new CallbackJob("setImmediate", callback, arguments);
    immediates.put(++lastHandle, agent.heap().allocateUnrooted(job));
    return lastHandle;
  }

  /// Cancels the timer or immediate with the handle, if it still waits.
  void clear(int handle) {
    Timer timer = byHandle.remove(handle);
    if (timer != null) {
      timer.cancel();
      queue.remove(timer);
    }
    immediates.remove(handle);
  }

  /// When the first timer is due, in milliseconds since the start; infinity when none waits.
  double nextDueMillis(int maxTurns) {
    Timer timer = next(maxTurns);
    return timer == null ? Double.POSITIVE_INFINITY : timer.dueMillis();
  }

  /// The first timer that may still fire; repeating ones that had their turns stay roots but wait
  /// for nothing.
  private @Nullable Timer next(int maxTurns) {
    while (true) {
      Timer timer = queue.peek();
      if (timer == null || timer.turns() < maxTurns) {
        return timer;
      }
      queue.poll();
    }
  }

  /// Fires the first timer if it is due.
  ///
  /// @return whether one fired
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  boolean fireNext(int maxTurns) {
    Timer timer = next(maxTurns);
    if (timer == null || timer.dueMillis() > clock.elapsedMillis()) {
      return false;
    }
    queue.poll();
    if (!timer.repeats()) {
      byHandle.remove(timer.handle());
    }
    int mark = agent.handles().mark();
    agent.handles().push(timer);
    try {
      timer.fire(agent);
    } finally {
      agent.handles().release(mark);
    }
    if (timer.repeats() && !timer.isCancelled()) {
      timer.schedule(clock.elapsedMillis() + timer.repeatMillis(), ++lastSequence);
      queue.add(timer);
    }
    return true;
  }

  /// The handles of the immediates that wait now.
  List<Integer> immediateHandles() {
    return List.copyOf(immediates.keySet());
  }

  /// Runs an immediate if it was not cleared meanwhile.
  ///
  /// @return whether it ran
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  boolean runImmediate(int handle) {
    CallbackJob job = immediates.remove(handle);
    if (job == null) {
      return false;
    }
    int mark = agent.handles().mark();
    agent.handles().push(job);
    try {
      job.run(agent);
    } finally {
      agent.handles().release(mark);
    }
    return true;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Timer timer : byHandle.values()) {
      visitor.root(TIMERS, timer, timer);
    }
    for (CallbackJob job : immediates.values()) {
      visitor.root(TIMERS, "setImmediate", job);
    }
  }
}
