package lexscope.js.host;

import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// What `setTimeout` and `setInterval` return, with the properties of Node's class `Timeout`.
///
/// Node links timers of one delay in lists, by `_idlePrev` and `_idleNext`; here both are null.
final class TimeoutObject extends ScheduledObject implements Comparable<TimeoutObject> {
  /// How many properties Node's constructor gives each, those under its private symbols included.
  static final int PROPERTIES = 12;

  private static final PropertyKey CALLBACK = PropertyKey.of("_onTimeout");
  private static final PropertyKey ARGUMENTS = PropertyKey.of("_timerArgs");
  private static final PropertyKey DELAY = PropertyKey.of("_idleTimeout");
  private static final PropertyKey START = PropertyKey.of("_idleStart");
  private static final PropertyKey REPEAT = PropertyKey.of("_repeat");

  private final double delayMillis;
  private final boolean interval;
  private double dueMillis;
  private long sequence;
  private int turns;
  private boolean numbered;

  TimeoutObject(Shape shape, int number, double delayMillis, boolean interval) {
    super(shape, number);
    this.delayMillis = delayMillis;
    this.interval = interval;
  }

  void define(Agent agent, JsObject callback, Object[] arguments, double nowMillis) {
    define(agent, DELAY, Numbers.of(delayMillis));
    define(agent, IDLE_PREVIOUS, Null.NULL);
    define(agent, IDLE_NEXT, Null.NULL);
    define(agent, START, Numbers.of(nowMillis));
    defineCall(agent, callback, arguments);
    define(agent, REPEAT, interval ? Numbers.of(delayMillis) : Null.NULL);
    defineAlive(agent);
  }

  double delayMillis() {
    return delayMillis;
  }

  boolean isInterval() {
    return interval;
  }

  /// When it fires, in virtual milliseconds since the start.
  double dueMillis() {
    return dueMillis;
  }

  /// How often it fired.
  int turns() {
    return turns;
  }

  /// Whether the program asked for the number that stands for it.
  boolean isNumbered() {
    return numbered;
  }

  void setNumbered() {
    numbered = true;
  }

  void schedule(Agent agent, double nowMillis, long newSequence) {
    define(agent, START, Numbers.of(nowMillis));
    dueMillis = nowMillis + delayMillis;
    sequence = newSequence;
  }

  void fire(Agent agent) {
    turns++;
    call(agent);
  }

  void clear(Agent agent) {
    define(agent, DELAY, -1);
    destroy(agent);
  }

  @Override
  PropertyKey callbackKey() {
    return CALLBACK;
  }

  @Override
  PropertyKey argumentsKey() {
    return ARGUMENTS;
  }

  /// Timers fire in order of their time, those of one time in order of their start.
  @Override
  public int compareTo(TimeoutObject other) {
    int byTime = Double.compare(dueMillis, other.dueMillis);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number();
  }

  @Override
  public String toString() {
    return (interval ? "setInterval #" : "setTimeout #") + number();
  }
}
