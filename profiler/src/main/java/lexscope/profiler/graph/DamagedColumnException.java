package lexscope.profiler.graph;

/// Numbers that were kept outside memory cannot be had any more, or are not those that were kept.
/// What was made of the column so far may be right, but cannot be finished: it must be made anew
/// from the source.
public final class DamagedColumnException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says why.
  public DamagedColumnException(String message) {
    super(message);
  }
}
