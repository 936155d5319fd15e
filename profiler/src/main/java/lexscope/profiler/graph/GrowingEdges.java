package lexscope.profiler.graph;

import java.util.Arrays;

/// Edges as they are added to a graph. Most arrive in the order of their sources: these lie in
/// pages, so that room for more never means copying what is there, and only the first edge of each
/// source is noted. The others lie apart, each with the number of ordered edges before it, and are
/// merged in at the end; the edges of one source keep the order in which they were added.
final class GrowingEdges {
  private static final int SHIFT = 18;
  private static final int PAGE = 1 << SHIFT;
  private static final int SMALLEST = 64;

  private int[][] targets = new int[1][SMALLEST];
  private int[][] labels = new int[1][SMALLEST];
  private byte[][] kinds = new byte[1][SMALLEST];
  private int pages = 1;
  private int[] target = targets[0];
  private int[] label = labels[0];
  private byte[] kind = kinds[0];
  private int inPage;

  /// Of the sources up to the last one.
  private int[] firstEdge;

  private int lastSource = -2;
  private int largestTarget = -1;
  private int smallestTarget = Integer.MAX_VALUE;
  private int largestSource = -1;
  private int smallestSource = Integer.MAX_VALUE;

  private int asideCount;
  private int[] asideSource = new int[0];
  private int[] asideTarget = new int[0];
  private int[] asideLabel = new int[0];
  private byte[] asideKind = new byte[0];
  private int[] orderedBefore = new int[0];

  /// The columns of all edges.
  ///
  /// @param first the first edge of each node and, at the end, the number of edges
  record Columns(int[] first, int[] target, byte[] kind, int[] label) {}

  /// Room for so many nodes; there may be more.
  GrowingEdges(int expectedNodes) {
    firstEdge = new int[expectedNodes + 1];
  }

  private int orderedCount() {
    return ((pages - 1) << SHIFT) + inPage;
  }

  void add(int source, byte ofKind, int withLabel, int to) {
    if (source < lastSource) {
      addAside(source, ofKind, withLabel, to);
      return;
    }
    if (source > lastSource) {
      begin(source);
    }
    if (inPage == target.length) {
      makeRoom();
    }
    target[inPage] = to;
    label[inPage] = withLabel;
    kind[inPage++] = ofKind;
    largestTarget = Math.max(largestTarget, to);
    smallestTarget = Math.min(smallestTarget, to);
  }

  /// Adds an edge of a source whose turn is over or has not come.
  void addAside(int source, byte ofKind, int withLabel, int to) {
    if (asideCount == asideSource.length) {
      int capacity = grown(asideCount);
      asideSource = Arrays.copyOf(asideSource, capacity);
      asideTarget = Arrays.copyOf(asideTarget, capacity);
      asideLabel = Arrays.copyOf(asideLabel, capacity);
      asideKind = Arrays.copyOf(asideKind, capacity);
      orderedBefore = Arrays.copyOf(orderedBefore, capacity);
    }
    asideSource[asideCount] = source;
    asideTarget[asideCount] = to;
    asideLabel[asideCount] = withLabel;
    asideKind[asideCount] = ofKind;
    orderedBefore[asideCount++] = orderedCount();
    largestSource = Math.max(largestSource, source);
    smallestSource = Math.min(smallestSource, source);
    largestTarget = Math.max(largestTarget, to);
    smallestTarget = Math.min(smallestTarget, to);
  }

  private void begin(int source) {
    if (source >= firstEdge.length) {
      firstEdge = Arrays.copyOf(firstEdge, Math.max(source + 1, grown(firstEdge.length)));
    }
    Arrays.fill(firstEdge, Math.max(0, lastSource + 1), source + 1, orderedCount());
    lastSource = source;
    largestSource = Math.max(largestSource, source);
    smallestSource = Math.min(smallestSource, source);
  }

  private void makeRoom() {
    if (orderedCount() > Integer.MAX_VALUE - PAGE) {
      throw new IllegalStateException("a graph holds at most 2^31 nodes and edges");
    }
    if (target.length < PAGE) {
      int capacity = Math.min(PAGE, target.length * 4);
      target = Arrays.copyOf(target, capacity);
      label = Arrays.copyOf(label, capacity);
      kind = Arrays.copyOf(kind, capacity);
    } else {
      if (pages == targets.length) {
        targets = Arrays.copyOf(targets, pages * 2);
        labels = Arrays.copyOf(labels, pages * 2);
        kinds = Arrays.copyOf(kinds, pages * 2);
      }
      pages++;
      target = new int[PAGE];
      label = new int[PAGE];
      kind = new byte[PAGE];
      inPage = 0;
    }
    targets[pages - 1] = target;
    labels[pages - 1] = label;
    kinds[pages - 1] = kind;
  }

  /// The edges of a graph of so many nodes. May be called once.
  ///
  /// @throws IllegalStateException if an edge leads to or from nowhere
  Columns columns(int nodes) {
    if (smallestTarget < 0
        || largestTarget >= nodes
        || smallestSource < 0
        || largestSource >= nodes) {
      throw new IllegalStateException(
          "of %d nodes, edges leave number %d to %d and lead to number %d to %d"
              .formatted(nodes, smallestSource, largestSource, smallestTarget, largestTarget));
    }
    int ordered = orderedCount();
    int[] first = firstEdge.length == nodes + 1 ? firstEdge : Arrays.copyOf(firstEdge, nodes + 1);
    Arrays.fill(first, Math.max(0, lastSource + 1), nodes + 1, ordered);
    firstEdge = new int[0];
    long[] order = new long[asideCount];
    for (int i = 0; i < asideCount; i++) {
      order[i] = (long) asideSource[i] << 32 | i;
    }
    Arrays.sort(order);
    // Where each edge that lies apart stands among the ordered ones.
    int[] before = new int[asideCount];
    for (int i = 0; i < asideCount; i++) {
      int source = (int) (order[i] >> 32);
      before[i] = Math.clamp(orderedBefore[(int) order[i]], first[source], first[source + 1]);
    }
    int[] allTargets = merged(targets, asideTarget, order, before, ordered);
    targets = new int[0][];
    int[] allLabels = merged(labels, asideLabel, order, before, ordered);
    labels = new int[0][];
    byte[] allKinds = mergedKinds(order, before, ordered);
    kinds = new byte[0][];
    int added = 0;
    for (int node = 0; node <= nodes && asideCount > 0; node++) {
      while (added < asideCount && order[added] >> 32 < node) {
        added++;
      }
      first[node] += added;
    }
    return new Columns(first, allTargets, allKinds, allLabels);
  }

  private static int[] merged(int[][] pages, int[] aside, long[] order, int[] before, int ordered) {
    int[] all = new int[ordered + order.length];
    int taken = 0;
    for (int i = 0; i <= order.length; i++) {
      int end = i == order.length ? ordered : before[i];
      while (taken < end) {
        int count = Math.min(end - taken, PAGE - (taken & PAGE - 1));
        System.arraycopy(pages[taken >> SHIFT], taken & PAGE - 1, all, taken + i, count);
        taken += count;
      }
      if (i < order.length) {
        all[taken + i] = aside[(int) order[i]];
      }
    }
    return all;
  }

  private byte[] mergedKinds(long[] order, int[] before, int ordered) {
    byte[] all = new byte[ordered + order.length];
    int taken = 0;
    for (int i = 0; i <= order.length; i++) {
      int end = i == order.length ? ordered : before[i];
      while (taken < end) {
        int count = Math.min(end - taken, PAGE - (taken & PAGE - 1));
        System.arraycopy(kinds[taken >> SHIFT], taken & PAGE - 1, all, taken + i, count);
        taken += count;
      }
      if (i < order.length) {
        all[taken + i] = asideKind[(int) order[i]];
      }
    }
    return all;
  }

  private static int grown(int size) {
    int capacity = size + (size >> 1) + 16;
    if (capacity < 0) {
      throw new IllegalStateException("a graph holds at most 2^31 nodes and edges");
    }
    return capacity;
  }
}
