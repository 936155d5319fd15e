package lexscope.gc;

/// The living cells need more than the heap's limit. It ends the run: guest code cannot catch it.
public final class HeapLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long liveBytes;
  private final long limitBytes;

  HeapLimitException(long liveBytes, long limitBytes) {
    super("heap limit reached: " + liveBytes + " bytes alive, limit " + limitBytes + " bytes");
    this.liveBytes = liveBytes;
    this.limitBytes = limitBytes;
  }

  /// Modelled bytes that were alive after the last collection.
  public long liveBytes() {
    return liveBytes;
  }

  /// The limit in modelled bytes.
  public long limitBytes() {
    return limitBytes;
  }
}
