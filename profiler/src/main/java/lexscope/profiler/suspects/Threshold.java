package lexscope.profiler.suspects;

/// From how many bytes on something is worth a word.
///
/// @param bytes that many
public record Threshold(long bytes) {
  private static final long LEAST = 16_000;
  private static final long MOST = 1_000_000;
  private static final int SHARE = 50;

  /// A fiftieth of a heap, at least 16 kB and at most 1 MB.
  public static Threshold ofHeap(long totalBytes) {
    return new Threshold(Math.clamp(totalBytes / SHARE, LEAST, MOST));
  }
}
