package lexscope.gc;

/// The heap is not as its cells report it: a missing edge report, or a reference to a swept cell. A
/// bug of the collector's client.
public final class HeapCorruptionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  HeapCorruptionException(String message) {
    super(message);
  }
}
