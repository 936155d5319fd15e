package lexscope.scenarios.leaks;

import lexscope.gc.CollectionListener;
import lexscope.gc.CollectionSummary;

/// Counts collections and what was allocated between them.
final class AllocationMeter implements CollectionListener {
  private boolean running;
  private int collections;
  private long allocatedBytes;
  private long aliveBytes;

  /// Counts from here on; the heap was just collected.
  void start() {
    running = true;
  }

  /// How many collections allocation caused.
  int collections() {
    return collections;
  }

  /// How much was allocated up to the last collection.
  long allocatedBytes() {
    return allocatedBytes;
  }

  @Override
  public void collectionFinished(CollectionSummary summary) {
    if (running) {
      collections += summary.cause().equals("idle") ? 0 : 1;
      allocatedBytes += Math.max(0, summary.bytesBefore() - aliveBytes);
    }
    aliveBytes = summary.bytesAfter();
  }
}
