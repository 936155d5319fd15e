package lexscope.profiler.dominators;

import java.util.Arrays;
import lexscope.profiler.graph.Monitor;

/// Immediate dominators by the semi-NCA method of Georgiadis, Tarjan and Werneck ("Finding
/// dominators in practice", Journal of Graph Algorithms and Applications 10(1), 2006).
///
/// Semidominators are found as by Lengauer and Tarjan, with path compression; the immediate
/// dominator is then the nearest common ancestor of a node's parent and its semidominator, found by
/// walking up the dominators already known. It needs no buckets, hence one array less. Quadratic at
/// worst in theory; on heaps as fast as or faster than Lengauer-Tarjan, and deep lists cost it
/// nothing.
final class SemiNca {
  private static final String PHASE = "dominators";

  private SemiNca() {}

  /// The place of the immediate dominator of each place; the root's is 0. The result is the array
  /// of parents; the numbers and the scratch array of `order` and the lists of predecessors are
  /// spoilt, too: at this point the analysis holds most, and every array counts.
  static int[] immediateDominators(
      DepthFirstOrder order, PredecessorLists predecessors, Monitor monitor) {
    int count = order.count;
    monitor.reached(PHASE, 0, count);
    int[] ancestor = order.scratch;
    // Where a list ended is of no use once it was gone through: its semidominator takes the place.
    int[] first = predecessors.first;
    // The least semidominator on the path that was walked already; set when a place is finished.
    int[] label = order.number;
    int[] stack = new int[1 << 10];
    System.arraycopy(order.parent, 0, ancestor, 0, count);
    for (int w = count - 1; w > 0; w--) {
      if ((w & Monitor.STRIDE) == 0) {
        monitor.reached(PHASE, count - w, count);
      }
      int best = order.parent[w];
      int end = first[w + 1];
      for (int at = first[w]; at < end; at++) {
        int v = predecessors.predecessor[at];
        if (v > w) {
          int top = 0;
          int below = v;
          while (ancestor[below] > w) {
            if (top == stack.length) {
              stack = Arrays.copyOf(stack, 2 * top);
            }
            stack[top++] = below;
            below = ancestor[below];
          }
          while (top > 0) {
            compress(stack[--top], ancestor, label);
          }
          v = label[v];
        }
        best = Math.min(best, v);
      }
      first[w + 1] = best;
      label[w] = best;
    }
    int[] dominator = order.parent;
    for (int w = 1; w < count; w++) {
      int d = dominator[w];
      int semi = first[w + 1];
      while (d > semi) {
        d = dominator[d];
      }
      dominator[w] = d;
    }
    if (count > 0) {
      dominator[0] = 0;
    }
    return dominator;
  }

  private static void compress(int below, int[] ancestor, int[] label) {
    int above = ancestor[below];
    if (label[above] < label[below]) {
      label[below] = label[above];
    }
    ancestor[below] = ancestor[above];
  }
}
