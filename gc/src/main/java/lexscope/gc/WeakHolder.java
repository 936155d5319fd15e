package lexscope.gc;

/// A cell with weak edges or ephemerons. After marking, every living holder is asked to drop what
/// died.
public interface WeakHolder {
  /// Drops entries whose targets died. It may queue work for later, but must not allocate cells or
  /// run guest code.
  void clearDead(Liveness liveness);
}
