package lexscope.profiler.diff;

import com.carrotsearch.hppc.LongIntHashMap;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Whether two graphs come from one run, so that equal ids mean the same nodes.
///
/// Our own say so themselves. Files of V8 do not, but their ids tell: V8 numbers objects upwards
/// with odd numbers and never again, so of one process everything in the later file that is not
/// newer than the newest of the earlier one is in the earlier one too, and is the same there.
/// Another process has other things under the same numbers, at least among the later ones.
final class SameRun {
  /// So many nodes are compared at most.
  private static final int SAMPLES = 20_000;

  /// Of a hundred so many must agree: names of functions can change, strings can be flattened.
  private static final int ENOUGH = 97;

  private SameRun() {}

  static boolean is(SnapshotGraph a, SnapshotGraph b) {
    if (!a.info().run().isEmpty() || !b.info().run().isEmpty()) {
      return a.info().run().equals(b.info().run());
    }
    if (!a.info().policy().equals("v8") || !b.info().policy().equals("v8")) {
      return false;
    }
    long newestOfA = newest(a);
    long newestOfB = newest(b);
    return newestOfA <= newestOfB ? isEarlier(a, newestOfA, b) : isEarlier(b, newestOfB, a);
  }

  private static boolean isOfProgram(SnapshotGraph graph, int node) {
    long id = graph.id(node);
    return id > 0 && (id & 1) == 1 && graph.kind(node) != NodeKind.SYNTHETIC;
  }

  private static long newest(SnapshotGraph graph) {
    long newest = -1;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (isOfProgram(graph, node)) {
        newest = Math.max(newest, graph.id(node));
      }
    }
    return newest;
  }

  private static boolean isEarlier(SnapshotGraph earlier, long newest, SnapshotGraph later) {
    LongIntHashMap known = new LongIntHashMap(earlier.nodeCount());
    for (int node = 0; node < earlier.nodeCount(); node++) {
      Monitor.poll(node);
      if (isOfProgram(earlier, node)) {
        known.put(earlier.id(node), node);
      }
    }
    int step = Math.max(1, later.nodeCount() / SAMPLES);
    Count all = new Count();
    Count late = new Count();
    for (int node = 0; node < later.nodeCount(); node += step) {
      long id = later.id(node);
      if (!isOfProgram(later, node) || id > newest) {
        continue;
      }
      int other = known.getOrDefault(id, -1);
      boolean agrees = other >= 0 && isAlike(earlier, other, later, node);
      all.add(agrees);
      if (id > newest / 4 * 3) {
        late.add(agrees);
      }
    }
    return all.isEnough() && late.isEnough();
  }

  private static final class Count {
    int compared;
    int agreeing;

    void add(boolean agrees) {
      compared++;
      agreeing += agrees ? 1 : 0;
    }

    boolean isEnough() {
      return compared > 0 && agreeing * 100L >= compared * (long) ENOUGH;
    }
  }

  private static boolean isAlike(SnapshotGraph a, int inA, SnapshotGraph b, int inB) {
    return a.kind(inA).isString()
        ? b.kind(inB).isString()
        : a.kind(inA) == b.kind(inB) && a.name(inA).equals(b.name(inB));
  }
}
