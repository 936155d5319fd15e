package lexscope.profiler.graph;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;

/// Edges from keys of WeakMaps to their values, which a traversal met before the entry's table:
/// each waits until the table is reached, and is taken up once. So a traversal stays linear,
/// however the tables hang on each other.
public final class WaitingEntries {
  private static final IntArrayList NONE = new IntArrayList(0);

  private final IntObjectHashMap<IntArrayList> edgesOfTable = new IntObjectHashMap<>();

  /// Nothing waits at first.
  public WaitingEntries() {}

  /// Lets `edge` wait for the node `table`.
  public void add(int table, int edge) {
    IntArrayList waiting = edgesOfTable.get(table);
    if (waiting == null) {
      waiting = new IntArrayList();
      edgesOfTable.put(table, waiting);
    }
    waiting.add(edge);
  }

  /// What waited for `node`, in the order in which it came; it waits no more.
  public IntArrayList release(int node) {
    IntArrayList released = edgesOfTable.isEmpty() ? null : edgesOfTable.remove(node);
    return released == null ? NONE : released;
  }
}
