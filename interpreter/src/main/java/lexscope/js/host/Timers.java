package lexscope.js.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The timers that wait, and the callbacks of `setImmediate`. Timers fire in order of their due
/// time, those of one time in order of creation. All that wait are roots. Starting, clearing and
/// firing cost the logarithm of the number that waits.
public final class Timers implements RootSource {
  private static final RootKind TIMERS = new RootKind("timers");
  private static final double MAX_DELAY = Integer.MAX_VALUE;

  private final Agent agent;
  private final VirtualClock clock;
  private final TimerClasses classes;
  private final TreeSet<TimeoutObject> queue = new TreeSet<>();
  private final Set<TimeoutObject> waiting = new LinkedHashSet<>();
  private final Set<ImmediateObject> immediates = new LinkedHashSet<>();

  /// Those whose number the program has asked for, and may clear by it.
  private final Map<Integer, TimeoutObject> numbered = new LinkedHashMap<>();

  // How many of the queue, and of the immediates, the program goes on for.
  private int referencedTimers;
  private int referencedImmediates;

  private int lastNumber;
  private long lastSequence;

  Timers(Agent agent, VirtualClock clock) {
    this.agent = agent;
    this.clock = clock;
    classes = new TimerClasses(agent, this);
  }

  /// Starts a timer. Delays that are not between 1 and 2^31 - 1 ms count as 1 ms.
  ///
  /// @param callback called with the timer as `this`
  /// @param referenced whether the program goes on until it has fired
  /// @return the program's `Timeout` object
  public JsObject start(
      JsObject callback,
      Object[] arguments,
      double delayMillis,
      boolean repeats,
      boolean referenced) {
    double delay = delayMillis >= 1 && delayMillis <= MAX_DELAY ? Math.floor(delayMillis) : 1;
    int mark = agent.handles().mark();
    TimeoutObject timer =
        agent.heap().allocate(new TimeoutObject(classes.timeout(), ++lastNumber, delay, repeats));
    timer.define(agent, callback, arguments, clock.elapsedMillis());
    timer.setReferenced(referenced);
    enqueue(timer);
    agent.handles().release(mark);
    return timer;
  }

  private void enqueue(TimeoutObject timer) {
    timer.schedule(agent, clock.elapsedMillis(), ++lastSequence);
    if (queue.add(timer) && timer.isReferenced()) {
      referencedTimers++;
    }
    waiting.add(timer);
  }

  private void dequeue(TimeoutObject timer) {
    if (queue.remove(timer) && timer.isReferenced()) {
      referencedTimers--;
    }
  }

  private boolean dequeue(ImmediateObject immediate) {
    boolean waited = immediates.remove(immediate);
    if (waited && immediate.isReferenced()) {
      referencedImmediates--;
    }
    return waited;
  }

  /// Says whether the program goes on for the sake of a timer or an immediate.
  void setReferenced(ScheduledObject scheduled, boolean yes) {
    if (scheduled.isReferenced() == yes) {
      return;
    }
    scheduled.setReferenced(yes);
    int more = yes ? 1 : -1;
    switch (scheduled) {
      case TimeoutObject timer when queue.contains(timer) -> referencedTimers += more;
      case ImmediateObject immediate when immediates.contains(immediate) ->
          referencedImmediates += more;
      default -> {}
    }
  }

  /// Queues a callback for the end of the present turn.
  JsObject startImmediate(JsObject callback, Object[] arguments) {
    int mark = agent.handles().mark();
    ImmediateObject immediate =
        agent.heap().allocate(new ImmediateObject(classes.immediate(), ++lastNumber));
    immediate.define(agent, callback, arguments);
    immediates.add(immediate);
    referencedImmediates++;
    agent.handles().release(mark);
    return immediate;
  }

  /// Cancels a timer, if it was not cleared yet.
  void clear(TimeoutObject timer) {
    if (timer.isAlive()) {
      forget(timer);
      timer.clear(agent);
    }
  }

  private void forget(TimeoutObject timer) {
    dequeue(timer);
    waiting.remove(timer);
    if (timer.isNumbered()) {
      numbered.remove(timer.number());
    }
  }

  /// Cancels an immediate, if it still waits.
  void clear(ImmediateObject immediate) {
    if (dequeue(immediate)) {
      immediate.destroy(agent);
    }
  }

  /// Cancels the timer whose number the program got, if it still waits.
  void clear(int number) {
    TimeoutObject timer = numbered.get(number);
    if (timer != null) {
      clear(timer);
    }
  }

  /// The number that stands for a timer.
  int number(TimeoutObject timer) {
    if (waiting.contains(timer)) {
      timer.setNumbered();
      numbered.put(timer.number(), timer);
    }
    return timer.number();
  }

  /// Lets a timer that waits, or is just firing, wait its whole delay again. One that has fired has
  /// nothing left to call.
  void refresh(TimeoutObject timer) {
    if (timer.isAlive()) {
      dequeue(timer);
      enqueue(timer);
    }
  }

  /// When the first timer is due, in milliseconds since the start; infinity when none waits that
  /// the program goes on for.
  double nextDueMillis(int maxTurns) {
    TimeoutObject timer = next(maxTurns);
    return timer == null || !keepsRunning() ? Double.POSITIVE_INFINITY : timer.dueMillis();
  }

  /// Whether anything is queued that the program goes on for.
  private boolean keepsRunning() {
    return referencedTimers > 0 || hasImmediates();
  }

  /// The first timer that may still fire; repeating ones that had their turns stay roots but wait
  /// for nothing.
  private @Nullable TimeoutObject next(int maxTurns) {
    while (!queue.isEmpty()) {
      TimeoutObject timer = queue.getFirst();
      if (timer.turns() < maxTurns) {
        return timer;
      }
      dequeue(timer);
    }
    return null;
  }

  /// Fires the first timer if it is due.
  ///
  /// @return whether one fired
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  boolean fireNext(int maxTurns) {
    TimeoutObject timer = next(maxTurns);
    if (timer == null || timer.dueMillis() > clock.elapsedMillis()) {
      return false;
    }
    dequeue(timer);
    if (!timer.isInterval()) {
      waiting.remove(timer);
    }
    int mark = agent.handles().mark();
    agent.handles().push(timer);
    try {
      timer.fire(agent);
    } finally {
      afterFiring(timer);
      agent.handles().release(mark);
    }
    return true;
  }

  private void afterFiring(TimeoutObject timer) {
    if (!timer.isAlive() || queue.contains(timer)) {
      return;
    }
    if (timer.isInterval()) {
      enqueue(timer);
    } else {
      forget(timer);
      timer.destroy(agent);
    }
  }

  /// A call that waits.
  ///
  /// @param source `setTimeout`, `setInterval` or `setImmediate`
  /// @param dueMillis when it is due, in virtual milliseconds since the start; of an immediate that
  ///   is now
  /// @param object what the program got for it
  /// @param callback what stands in the property that holds the callback; null if it is an accessor
  public record WaitingCall(
      String source, double dueMillis, JsObject object, @Nullable Object callback) {}

  /// The calls that wait, as an observer sees them: timers in the order in which they will fire,
  /// then immediates.
  public List<WaitingCall> waitingCalls() {
    List<WaitingCall> calls = new ArrayList<>();
    for (TimeoutObject timer : queue) {
      calls.add(
          new WaitingCall(
              timer.isInterval() ? "setInterval" : "setTimeout",
              timer.dueMillis(),
              timer,
              timer.peek(timer.callbackKey())));
    }
    for (ImmediateObject immediate : immediates) {
      calls.add(
          new WaitingCall(
              "setImmediate",
              clock.elapsedMillis(),
              immediate,
              immediate.peek(immediate.callbackKey())));
    }
    return calls;
  }

  /// Whether an immediate waits that the program goes on for.
  boolean hasImmediates() {
    return referencedImmediates > 0;
  }

  /// The immediates that wait now; none if the program does not go on for any.
  List<ImmediateObject> waitingImmediates() {
    return immediates.isEmpty() || !keepsRunning() ? List.of() : List.copyOf(immediates);
  }

  /// Runs an immediate if it was not cleared meanwhile.
  ///
  /// @return whether it ran
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  boolean runImmediate(ImmediateObject immediate) {
    if (!dequeue(immediate)) {
      return false;
    }
    int mark = agent.handles().mark();
    agent.handles().push(immediate);
    try {
      immediate.call(agent);
    } finally {
      immediate.destroy(agent);
      agent.handles().release(mark);
    }
    return true;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (TimeoutObject timer : waiting) {
      visitor.root(TIMERS, timer, timer);
    }
    for (ImmediateObject immediate : immediates) {
      visitor.root(TIMERS, immediate, immediate);
    }
    classes.visitRoots(rule, visitor);
  }
}
