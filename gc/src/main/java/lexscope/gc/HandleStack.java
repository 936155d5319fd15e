package lexscope.gc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values that native code holds in host variables, which no collector can see.
///
/// There is one per agent. Every allocation and every value handed to native code is pushed; who
/// runs guest code takes a [#mark] before and [#release]s it after, loops in built-ins do so per
/// iteration. Nothing is ever missed; what is pushed may stay a little longer than needed, at most
/// until its scope ends, and is reported as a temporary of the built-in that runs.
public final class HandleStack implements RootSource {
  private @Nullable Object[] slots = new @Nullable Object[256];
  private int top;

  private static final int ACTIVATION_SLOTS = 4;

  /// The name of a native activation: pushed below its values so that they can be attributed.
  public record Scope(String name) {}

  /// Keeps a value until the enclosing scope is released. Values that are not cells are not stored.
  /// Cost: constant, amortised.
  public void push(@Nullable Object value) {
    if (value instanceof Cell || value instanceof Scope) {
      if (top == slots.length) {
        slots = Arrays.copyOf(slots, top * 2);
      }
      slots[top++] = value;
    }
  }

  /// Begins the activation of a native function: its scope, the function, its receiver and, if it
  /// constructs, its new target, at places where [#activationBelow] finds them again. Cost:
  /// constant, amortised.
  public void enter(Scope scope, Cell function, Object receiver, @Nullable Cell newTarget) {
    if (top + ACTIVATION_SLOTS > slots.length) {
      slots = Arrays.copyOf(slots, slots.length * 2);
    }
    slots[top] = scope;
    slots[top + 1] = function;
    slots[top + 2] = receiver;
    slots[top + 3] = newTarget;
    top += ACTIVATION_SLOTS;
  }

  /// The innermost native activation that began at or after `floor` and before `limit`, for
  /// [#function] and the like; -1 if there is none. Cost: the number of slots between.
  public int activationBelow(int limit, int floor) {
    for (int i = Math.min(limit, top) - 1; i >= floor; i--) {
      if (slots[i] instanceof Scope) {
        return i;
      }
    }
    return -1;
  }

  /// The function of a native activation.
  public @Nullable Object function(int activation) {
    return slots[activation + 1];
  }

  /// The receiver of a native activation.
  public @Nullable Object receiver(int activation) {
    return slots[activation + 2];
  }

  /// The new target of a native activation; null if it is a call.
  public @Nullable Object newTarget(int activation) {
    return slots[activation + 3];
  }

  /// Opens a scope.
  public int mark() {
    return top;
  }

  /// Ends the scope that began at `mark`. Slots above are left as they are: they are not roots any
  /// more.
  public void release(int mark) {
    top = mark;
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    Object place = "native code";
    for (int i = 0; i < top; i++) {
      Object value = slots[i];
      if (value instanceof Scope scope) {
        place = scope.name();
      } else if (value instanceof Cell) {
        visitor.root(RootKind.NATIVE_TEMPORARY, place, value);
      }
    }
    Arrays.fill(slots, top, slots.length, null);
  }
}
