package lexscope.profiler.diff;

import com.carrotsearch.hppc.IntArrayList;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.paths.DominatedSets;

/// The bytes that go with the nodes of each class, one class after another. Of nodes of one class
/// that lie inside of each other the outermost counts, so nothing is counted twice for a class;
/// what lies inside of several classes counts for each of them. One walk over the dominator tree
/// for all classes.
final class ClassRetention {
  private ClassRetention() {}

  /// The retained bytes of each class.
  ///
  /// @param classOf the class of each node, negative for none
  /// @param classes how many there are
  static long[] of(DominatorTree tree, int[] classOf, int classes) {
    int[] order = new DominatedSets(tree).order();
    long[] bytes = new long[classes];
    int[] open = new int[classes];
    IntArrayList around = new IntArrayList();
    IntArrayList ends = new IntArrayList();
    for (int place = 0; place < order.length; place++) {
      Monitor.poll(place);
      while (!ends.isEmpty() && ends.get(ends.size() - 1) <= place) {
        ends.removeLast();
        open[around.removeLast()]--;
      }
      int node = order[place];
      int number = classOf[node];
      if (number >= 0) {
        bytes[number] += open[number] == 0 ? tree.retainedSizes().bytes(node) : 0;
        open[number]++;
        around.add(number);
        ends.add(place + tree.retainedSizes().nodes(node));
      }
    }
    return bytes;
  }
}
