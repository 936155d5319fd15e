package lexscope.profiler.diff;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;

/// What is new at the end of a series of snapshots of one run.
public final class NewNodes {
  private NewNodes() {}

  /// The outermost new nodes of the last snapshot: those that are not in the first and whose
  /// immediate dominator is not new, arrays in which the engine stores what an object holds passed
  /// over. Of three snapshots or more only what is in the one before the last too counts: it has
  /// outlived a round. Nothing if the snapshots are not of one run.
  public static Optional<int[]> outermost(List<DominatorTree> series) {
    DominatorTree first = series.getFirst();
    DominatorTree last = series.getLast();
    for (DominatorTree tree : series) {
      if (!SnapshotDiff.isSameRun(first.graph(), tree.graph())) {
        return Optional.empty();
      }
    }
    LongHashSet before = SnapshotDiff.ids(first);
    LongHashSet beforeLast =
        series.size() < 3 ? new LongHashSet() : SnapshotDiff.ids(series.get(series.size() - 2));
    BitSet isNew = new BitSet(last.graph().nodeCount());
    for (int node = 0; node < last.graph().nodeCount(); node++) {
      Monitor.poll(node);
      long id = last.graph().id(node);
      if (SnapshotDiff.counts(last, node)
          && !before.contains(id)
          && (series.size() < 3 || beforeLast.contains(id))) {
        isNew.set(node);
      }
    }
    BitSet isWithin = new BitSet(last.graph().nodeCount());
    IntArrayList outermost = new IntArrayList();
    for (int place = 1; place < last.aliveCount(); place++) {
      Monitor.poll(place);
      int node = last.nodeInOrder(place);
      int dominator = last.dominator(node);
      if (isStore(last, dominator)
          ? isWithin.get(dominator)
          : isNew.get(dominator) || isWithin.get(dominator)) {
        isWithin.set(node);
      } else if (isNew.get(node) && !isStore(last, node)) {
        outermost.add(node);
      }
    }
    int[] found = outermost.toArray();
    Arrays.sort(found);
    return Optional.of(found);
  }

  /// Whether a node only stores what another holds: an array of the engine, which is made anew when
  /// its owner grows.
  private static boolean isStore(DominatorTree tree, int node) {
    return tree.graph().kind(node) == NodeKind.ARRAY && tree.retainedSizes().nodes(node) > 1;
  }
}
