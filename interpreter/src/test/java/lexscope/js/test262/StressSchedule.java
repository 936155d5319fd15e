package lexscope.js.test262;

import lexscope.gc.Heap;
import lexscope.gc.HeapVerifier;
import lexscope.js.policy.CapturePolicy;

/// Collects and verifies as often as a run of thousands of tests allows.
///
/// The first [#EVERY_SAFEPOINT] collections of a run come one at each safepoint before which a cell
/// was allocated. After that they come when [#FIRST_INTERVAL] cells were allocated, and with every
/// further [#PER_INTERVAL] collections twice as many: so the number of collections grows with the
/// logarithm of what a test allocates. Every marking refuses an edge to a swept cell. The verifier,
/// which looks behind the reports of all cells, runs after each of the first [#VERIFIED]
/// collections, then after those whose number is a power of two, and at the end.
final class StressSchedule {
  static final int EVERY_SAFEPOINT = 200;
  static final int FIRST_INTERVAL = 16;
  static final int PER_INTERVAL = 50;
  static final int VERIFIED = 4;

  private final Heap heap;
  private final HeapVerifier verifier;
  private long collectionsBefore;
  private long verifications;

  /// A schedule that waits for its start.
  StressSchedule(Heap heap) {
    this.heap = heap;
    verifier = new HeapVerifier(heap, CapturePolicy.UNION);
  }

  /// Has the heap be collected by this schedule from now on.
  void start() {
    collectionsBefore = heap.collectionCount();
    heap.setVerifier(this::collected);
    heap.setStressInterval(1);
  }

  private void collected() {
    long number = collections();
    if (number <= VERIFIED || Long.bitCount(number) == 1) {
      verify();
    }
    if (number >= EVERY_SAFEPOINT) {
      long doublings = Math.min((number - EVERY_SAFEPOINT) / PER_INTERVAL, 20);
      heap.setStressInterval(FIRST_INTERVAL << doublings);
    }
  }

  private void verify() {
    verifications++;
    verifier.verify();
  }

  /// Collects and verifies once more.
  void finish() {
    heap.setVerifier(this::verify);
    heap.collect("end");
  }

  long collections() {
    return heap.collectionCount() - collectionsBefore;
  }

  long verifications() {
    return verifications;
  }
}
