package lexscope.profiler.graph;

import com.carrotsearch.hppc.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/// The nodes of ids. The first questions go through all ids, which is cheaper than the index that
/// later ones have.
final class Ordinals {
  /// After so many questions an index pays.
  private static final int SCANS = 4;

  private final LongColumn ids;
  private final int nodes;
  private @Nullable LongIntHashMap index;
  private int scans;

  /// Of so many nodes with these ids.
  Ordinals(LongColumn ids, int nodes) {
    this.ids = ids;
    this.nodes = nodes;
  }

  /// The first node with this id, or -1.
  int of(long id) {
    LongIntHashMap all = index;
    if (all == null) {
      if (scans < SCANS) {
        scans++;
        return scan(id);
      }
      all = indexed();
      index = all;
    }
    return all.getOrDefault(id, -1);
  }

  private int scan(long id) {
    for (int node = 0; node < nodes; node++) {
      Monitor.poll(node);
      if (ids.get(node) == id) {
        return node;
      }
    }
    return -1;
  }

  private LongIntHashMap indexed() {
    LongIntHashMap all = new LongIntHashMap(nodes);
    for (int node = nodes - 1; node >= 0; node--) {
      Monitor.poll(node);
      all.put(ids.get(node), node);
    }
    return all;
  }
}
