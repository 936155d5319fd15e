package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// Tells, between marking and sweeping, what survives.
@FunctionalInterface
public interface Liveness {
  /// Whether the value survives this collection. Anything that is not a cell does.
  boolean isAlive(@Nullable Object value);
}
