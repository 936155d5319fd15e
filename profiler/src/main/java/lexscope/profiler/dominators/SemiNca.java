package lexscope.profiler.dominators;

/// Immediate dominators by the semi-NCA method of Georgiadis, Tarjan and Werneck ("Finding
/// dominators in practice", Journal of Graph Algorithms and Applications 10(1), 2006).
///
/// Semidominators are found as by Lengauer and Tarjan, with path compression; the immediate
/// dominator is then the nearest common ancestor of a node's parent and its semidominator, found by
/// walking up the dominators already known. It needs no buckets, hence one array less. Quadratic at
/// worst in theory; on heaps as fast as or faster than Lengauer-Tarjan, and deep lists cost it
/// nothing.
final class SemiNca {
  private SemiNca() {}

  /// The place of the immediate dominator of each place; the root's is 0. Spoils the scratch array
  /// and the numbers of `order`: at this point the analysis holds most, and every array counts.
  static int[] immediateDominators(DepthFirstOrder order, PredecessorLists predecessors) {
    int count = order.count;
    int[] semi = order.scratch;
    int[] label = new int[count];
    int[] ancestor = new int[count];
    int[] stack = order.number;
    for (int place = 0; place < count; place++) {
      semi[place] = place;
      label[place] = place;
      ancestor[place] = order.parent[place];
    }
    for (int w = count - 1; w > 0; w--) {
      int best = w;
      for (int at = predecessors.first[w]; at < predecessors.first[w + 1]; at++) {
        int v = predecessors.predecessor[at];
        int candidate = v <= w ? v : semi[minimumOnPath(v, w, ancestor, label, semi, stack)];
        if (candidate < best) {
          best = candidate;
        }
      }
      semi[w] = best;
    }
    int[] dominator = ancestor;
    System.arraycopy(order.parent, 0, dominator, 0, count);
    for (int w = 1; w < count; w++) {
      int d = dominator[w];
      while (d > semi[w]) {
        d = dominator[d];
      }
      dominator[w] = d;
    }
    if (count > 0) {
      dominator[0] = 0;
    }
    return dominator;
  }

  /// The node with the least semidominator on the tree path from `v` up to the places already
  /// finished (those above `w`). Shortens the path on the way.
  private static int minimumOnPath(
      int v, int w, int[] ancestor, int[] label, int[] semi, int[] stack) {
    int top = 0;
    int at = v;
    while (ancestor[at] > w) {
      stack[top++] = at;
      at = ancestor[at];
    }
    while (top > 0) {
      int below = stack[--top];
      int above = ancestor[below];
      if (semi[label[above]] < semi[label[below]]) {
        label[below] = label[above];
      }
      ancestor[below] = ancestor[above];
    }
    return label[v];
  }
}
