package lexscope.profiler.diff;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// What grows through a series of snapshots. Something that is made anew in each round and let go
/// again stays level; a leak grows in each.
///
/// @param snapshots the names of the snapshots
/// @param rows the classes that grew from the first to the last, steady growth first, then by bytes
public record GrowthReport(List<String> snapshots, List<Row> rows) {
  /// Keeps copies of the lists.
  public GrowthReport {
    snapshots = List.copyOf(snapshots);
    rows = List.copyOf(rows);
  }

  /// One class of nodes.
  ///
  /// @param type what the nodes are
  /// @param counts how many there are in each snapshot
  /// @param bytes their shallow bytes in each snapshot
  /// @param isSteady whether they grew in number from each snapshot to the next
  /// @param survivors how many are not in the first snapshot but in the last and the one before it,
  ///   so outlived a round; -1 if the snapshots are not of one run or fewer than three
  public record Row(
      NodeClass type, List<Integer> counts, List<Long> bytes, boolean isSteady, int survivors) {
    /// Keeps copies of the lists.
    public Row {
      counts = List.copyOf(counts);
      bytes = List.copyOf(bytes);
    }

    /// Bytes in the last snapshot less those in the first.
    public long growthBytes() {
      return bytes.getLast() - bytes.getFirst();
    }
  }

  /// The growth through `series`, oldest first.
  ///
  /// @throws IllegalArgumentException if there are fewer than two snapshots
  public static GrowthReport of(List<DominatorTree> series) {
    if (series.size() < 2) {
      throw new IllegalArgumentException("growth needs two snapshots or more");
    }
    Map<NodeClass, int[]> counts = new LinkedHashMap<>();
    Map<NodeClass, long[]> bytes = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      SnapshotGraph graph = series.get(i).graph();
      for (int node = 0; node < graph.nodeCount(); node++) {
        if (SnapshotDiff.counts(series.get(i), node)) {
          NodeClass type = NodeClass.of(graph, node);
          counts.computeIfAbsent(type, _ -> new int[series.size()])[i]++;
          bytes.computeIfAbsent(type, _ -> new long[series.size()])[i] += graph.shallowBytes(node);
        }
      }
    }
    Map<NodeClass, Integer> survivors = survivors(series);
    List<Row> rows = new ArrayList<>();
    counts.forEach((type, each) -> {
      Row row =
          new Row(
              type,
              Arrays.stream(each).boxed().toList(),
              Arrays.stream(bytes.getOrDefault(type, new long[series.size()])).boxed().toList(),
              isSteady(each),
              survivors == null ? -1 : survivors.getOrDefault(type, 0));
      if (row.growthBytes() > 0 || each[each.length - 1] > each[0]) {
        rows.add(row);
      }
    });
    rows.sort(
        Comparator.comparing((Row row) -> !row.isSteady())
            .thenComparing(Comparator.comparingLong(Row::growthBytes).reversed())
            .thenComparing(Row::type));
    return new GrowthReport(series.stream().map(GrowthReport::name).toList(), rows);
  }

  private static String name(DominatorTree tree) {
    String snapshot = tree.graph().info().snapshot();
    return snapshot.isEmpty() ? tree.graph().info().source() : snapshot;
  }

  private static boolean isSteady(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] <= counts[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Map<NodeClass, Integer> survivors(List<DominatorTree> series) {
    if (series.size() < 3) {
      return null;
    }
    for (DominatorTree tree : series) {
      if (!SnapshotDiff.isSameRun(series.getFirst().graph(), tree.graph())) {
        return null;
      }
    }
    LongHashSet first = SnapshotDiff.ids(series.getFirst());
    LongHashSet beforeLast = SnapshotDiff.ids(series.get(series.size() - 2));
    DominatorTree last = series.getLast();
    Map<NodeClass, Integer> survivors = new LinkedHashMap<>();
    for (int node = 0; node < last.graph().nodeCount(); node++) {
      long id = last.graph().id(node);
      if (SnapshotDiff.counts(last, node) && !first.contains(id) && beforeLast.contains(id)) {
        survivors.merge(NodeClass.of(last.graph(), node), 1, Integer::sum);
      }
    }
    return survivors;
  }
}
