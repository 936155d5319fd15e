package lexscope.profiler.dominators;

/// The simple method of Lengauer and Tarjan ("A fast algorithm for finding dominators in a
/// flowgraph", ACM TOPLAS 1(1), 1979), kept to check {@link SemiNca}. It counts places from 1 as
/// the paper does, with 0 for "none".
final class LengauerTarjan {
  private LengauerTarjan() {}

  static int[] immediateDominators(DepthFirstOrder order, PredecessorLists predecessors) {
    int n = order.count;
    int[] semi = new int[n + 1];
    int[] label = new int[n + 1];
    int[] ancestor = new int[n + 1];
    int[] dom = new int[n + 1];
    int[] bucketHead = new int[n + 1];
    int[] bucketNext = new int[n + 1];
    int[] stack = new int[n + 1];
    for (int v = 1; v <= n; v++) {
      semi[v] = v;
      label[v] = v;
    }
    for (int w = n; w >= 2; w--) {
      // The lists leave out the parents.
      semi[w] = order.parent[w - 1] + 1;
      for (int at = predecessors.first[w - 1]; at < predecessors.first[w]; at++) {
        int u = evaluate(predecessors.predecessor[at] + 1, ancestor, label, semi, stack);
        semi[w] = Math.min(semi[w], semi[u]);
      }
      bucketNext[w] = bucketHead[semi[w]];
      bucketHead[semi[w]] = w;
      int parent = order.parent[w - 1] + 1;
      ancestor[w] = parent;
      for (int v = bucketHead[parent]; v != 0; v = bucketNext[v]) {
        int u = evaluate(v, ancestor, label, semi, stack);
        dom[v] = semi[u] < semi[v] ? u : parent;
      }
      bucketHead[parent] = 0;
    }
    int[] result = new int[n];
    for (int w = 2; w <= n; w++) {
      if (dom[w] != semi[w]) {
        dom[w] = dom[dom[w]];
      }
      result[w - 1] = dom[w] - 1;
    }
    return result;
  }

  private static int evaluate(int v, int[] ancestor, int[] label, int[] semi, int[] stack) {
    if (ancestor[v] == 0) {
      return v;
    }
    int top = 0;
    int at = v;
    while (ancestor[ancestor[at]] != 0) {
      stack[top++] = at;
      at = ancestor[at];
    }
    while (top > 0) {
      int w = stack[--top];
      if (semi[label[ancestor[w]]] < semi[label[w]]) {
        label[w] = label[ancestor[w]];
      }
      ancestor[w] = ancestor[ancestor[w]];
    }
    return label[v];
  }
}
