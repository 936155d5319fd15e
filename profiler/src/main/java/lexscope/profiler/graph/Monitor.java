package lexscope.profiler.graph;

/// Told how far a long computation has come, and asked whether it should go on. Loops over nodes or
/// edges call it now and then, at every {@link #STRIDE}th step.
@FunctionalInterface
public interface Monitor {
  /// How many steps lie between two calls, less one: a mask.
  int STRIDE = (1 << 16) - 1;

  /// Only ends what the thread was interrupted in.
  Monitor INTERRUPTS = (_, _, _) -> endIfInterrupted();

  /// Says that `done` of `total` steps of a phase are over.
  ///
  /// @param phase a word or two for people
  /// @throws AnalysisInterruptedException if the computation should end
  void reached(String phase, long done, long total);

  /// For loops that show no progress: now and then asks whether to go on.
  ///
  /// @param step the number of the step
  /// @throws AnalysisInterruptedException if the thread was interrupted
  static void poll(int step) {
    if ((step & STRIDE) == 0) {
      endIfInterrupted();
    }
  }

  /// Ends a computation that should not go on.
  ///
  /// @throws AnalysisInterruptedException if the thread was interrupted; it stays interrupted
  static void endIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new AnalysisInterruptedException();
    }
  }
}
