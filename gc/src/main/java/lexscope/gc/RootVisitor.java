package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// Receives the roots.
public interface RootVisitor {
  /// A value that is alive by itself. `place` says where (its `toString` is taken only by
  /// snapshots).
  void root(RootKind kind, Object place, @Nullable Object value);

  /// One part of a parted cell that is alive by itself.
  void rootPart(RootKind kind, Object place, PartedCell cell, int part);
}
