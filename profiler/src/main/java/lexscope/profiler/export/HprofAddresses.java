package lexscope.profiler.export;

import java.io.IOException;
import java.util.Arrays;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// The addresses of objects, four bytes each. Ids are addresses if they are positive, below 2^31
/// and all different; other nodes, classes and what is added take theirs from above. If ids repeat,
/// addresses count the nodes.
final class HprofAddresses {
  private final int[] address;
  private long spare = 0xffff_fff8L;

  /// The addresses of the nodes in `alive`.
  HprofAddresses(SnapshotGraph graph, boolean[] alive) throws IOException {
    int nodes = graph.nodeCount();
    this.address = new int[nodes];
    boolean unique = areUnique(graph, alive);
    for (int node = 0; node < nodes; node++) {
      Monitor.poll(node);
      if (alive[node]) {
        if (!unique) {
          address[node] = node + 1;
        } else if (fits(graph.id(node))) {
          address[node] = (int) graph.id(node);
        } else {
          address[node] = spare();
        }
      }
    }
  }

  private static boolean areUnique(SnapshotGraph graph, boolean[] alive) {
    int[] sorted = new int[alive.length];
    int count = 0;
    for (int node = 0; node < alive.length; node++) {
      if (alive[node] && fits(graph.id(node))) {
        sorted[count++] = (int) graph.id(node);
      }
    }
    Arrays.sort(sorted, 0, count);
    boolean unique = true;
    for (int i = 1; i < count; i++) {
      unique &= sorted[i] != sorted[i - 1];
    }
    return unique;
  }

  private static boolean fits(long id) {
    return id > 0 && id <= Integer.MAX_VALUE;
  }

  /// The address of a node; 0, which is null, for -1.
  int of(int node) {
    return node < 0 ? 0 : address[node];
  }

  /// An address that nothing has.
  int spare() throws IOException {
    if (spare <= Integer.MAX_VALUE) {
      throw new IOException("more nodes than HPROF with identifiers of four bytes has addresses");
    }
    return (int) spare--;
  }
}
