package lexscope.profiler.graph;

/// An analysis was ended because its thread was interrupted. What it was given is unchanged.
public final class AnalysisInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// An analysis ended.
  public AnalysisInterruptedException() {
    super("interrupted", null, false, false);
  }
}
