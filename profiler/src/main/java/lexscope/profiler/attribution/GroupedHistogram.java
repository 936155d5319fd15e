package lexscope.profiler.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The heap by kind, site, function, module or package.
///
/// @param grouping by what
/// @param totalBytes all alive bytes, which the groups' bytes add up to
/// @param rows the groups, those with the most bytes first
public record GroupedHistogram(Grouping grouping, long totalBytes, List<Row> rows) {
  /// One group.
  ///
  /// @param name what it is called
  /// @param nodes how many nodes belong to it
  /// @param bytes their own sizes; each node belongs to one group, so nothing is counted twice
  /// @param retainedBytes what goes with the nodes that say themselves that they are of the group,
  ///   one by one, none counted twice; what is of other groups and goes with them is in it
  public record Row(String name, int nodes, long bytes, long retainedBytes) {}

  /// Keeps a copy of the list.
  public GroupedHistogram {
    rows = List.copyOf(rows);
  }

  /// Groups the alive nodes. Linear.
  public static GroupedHistogram of(DominatorTree tree, Grouping grouping) {
    NodeOwners owners = new NodeOwners(tree, grouping);
    int groups = owners.size();
    int[] nodes = new int[groups];
    long[] bytes = new long[groups];
    for (int place = 0; place < tree.aliveCount(); place++) {
      Monitor.poll(place);
      int node = tree.nodeInOrder(place);
      nodes[owners.of(node)] += tree.graph().kind(node) == NodeKind.SYNTHETIC ? 0 : 1;
      bytes[owners.of(node)] += tree.retainedSizes().shallowBytes(node);
    }
    long[] retained = retained(tree, owners);
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      if (nodes[group] > 0 || bytes[group] > 0) {
        rows.add(new Row(owners.name(group), nodes[group], bytes[group], retained[group]));
      }
    }
    rows.sort(
        Comparator.comparingLong(Row::bytes)
            .thenComparingLong(Row::retainedBytes)
            .reversed()
            .thenComparing(Row::name));
    return new GroupedHistogram(grouping, tree.retainedSizes().totalBytes(), rows);
  }

  /// Goes down the dominator tree and up again, so that a group knows whether one of its nodes is
  /// above.
  private static long[] retained(DominatorTree tree, NodeOwners owners) {
    long[] retained = new long[owners.size()];
    int[] open = new int[owners.size()];
    int node = SnapshotGraph.ROOT;
    while (true) {
      int group = owners.said(node);
      if (group >= 0 && open[group]++ == 0) {
        retained[group] += tree.retainedSizes().bytes(node);
      }
      int next = tree.firstDominated(node);
      while (next < 0) {
        int left = owners.said(node);
        if (left >= 0) {
          open[left]--;
        }
        if (node == SnapshotGraph.ROOT) {
          return retained;
        }
        next = tree.nextDominated(node);
        node = tree.dominator(node);
      }
      node = next;
    }
  }
}
