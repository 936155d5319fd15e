package lexscope.js.host;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A timer that waits: a cell with its callback and arguments.
final class Timer extends Cell implements Comparable<Timer> {
  private final int handle;
  private final JsObject callback;
  private final Object[] arguments;
  private final double repeatMillis;
  private double dueMillis;
  private long sequence;
  private int turns;
  private boolean cancelled;

  /// @param repeatMillis negative for a timer that fires once
  Timer(int handle, JsObject callback, Object[] arguments, double repeatMillis) {
    this.handle = handle;
    this.callback = callback;
    this.arguments = arguments;
    this.repeatMillis = repeatMillis;
  }

  int handle() {
    return handle;
  }

  boolean repeats() {
    return repeatMillis >= 0;
  }

  double repeatMillis() {
    return repeatMillis;
  }

  double dueMillis() {
    return dueMillis;
  }

  /// How often it fired.
  int turns() {
    return turns;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  void schedule(double due, long newSequence) {
    dueMillis = due;
    sequence = newSequence;
  }

  void fire(Agent agent) {
    turns++;
    ObjectOperations.call(agent, callback, Undefined.UNDEFINED, arguments);
  }

  @Override
  public int compareTo(Timer other) {
    int byTime = Double.compare(dueMillis, other.dueMillis);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return handle;
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + (6L + arguments.length) * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "callback", callback);
    for (int i = 0; i < arguments.length; i++) {
      visitor.element(i, arguments[i]);
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.NATIVE;
  }

  @Override
  public String name() {
    return repeats() ? "Interval" : "Timeout";
  }

  @Override
  public String toString() {
    return (repeats() ? "setInterval #" : "setTimeout #") + handle;
  }
}
