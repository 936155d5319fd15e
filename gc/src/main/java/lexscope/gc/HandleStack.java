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
      } else {
        visitor.root(RootKind.NATIVE_TEMPORARY, place, value);
      }
    }
    Arrays.fill(slots, top, slots.length, null);
  }
}
