package lexscope.profiler.diff;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// What grows through a series of snapshots. Something that is made anew in each round and let go
/// again stays level; a leak grows in each.
///
/// @param key by what nodes are counted together
/// @param snapshots the names of the snapshots
/// @param rows the classes that grew from the first to the last, steady growth first, then by bytes
public record GrowthReport(GrowthKey key, List<String> snapshots, List<Row> rows) {
  /// Keeps copies of the lists.
  public GrowthReport {
    snapshots = List.copyOf(snapshots);
    rows = List.copyOf(rows);
  }

  /// One class of nodes.
  ///
  /// @param type what the nodes are; by kind alone the name is empty
  /// @param site where they were made or defined, where that is told apart; else null
  /// @param counts how many there are in each snapshot
  /// @param bytes their shallow bytes in each snapshot
  /// @param retained the bytes that go with them one by one in each snapshot; those inside of
  ///   others of the class are not counted again
  /// @param isSteady whether they grew in number from each snapshot to the next, or grew in bytes
  ///   each time and never fell in number
  /// @param survivors how many are not in the first snapshot but in the last and the one before it,
  ///   so outlived a round; -1 if the snapshots are not of one run or fewer than three
  public record Row(
      NodeClass type,
      @Nullable SourceLocation site,
      List<Integer> counts,
      List<Long> bytes,
      List<Long> retained,
      boolean isSteady,
      int survivors) {
    /// Keeps copies of the lists.
    public Row {
      counts = List.copyOf(counts);
      bytes = List.copyOf(bytes);
      retained = List.copyOf(retained);
    }

    /// Bytes in the last snapshot less those in the first.
    public long growthBytes() {
      return bytes.getLast() - bytes.getFirst();
    }

    /// Retained bytes in the last snapshot less those in the first.
    public long retainedGrowth() {
      return retained.getLast() - retained.getFirst();
    }
  }

  /// The growth through `series` by kind and name, oldest first.
  ///
  /// @throws IllegalArgumentException if there are fewer than two snapshots
  public static GrowthReport of(List<DominatorTree> series) {
    return of(series, GrowthKey.NAME);
  }

  /// The growth through `series`, oldest first. Two passes over each.
  ///
  /// @throws IllegalArgumentException if there are fewer than two snapshots
  public static GrowthReport of(List<DominatorTree> series, GrowthKey key) {
    if (series.size() < 2) {
      throw new IllegalArgumentException("growth needs two snapshots or more");
    }
    GrowthClasses classes = new GrowthClasses(key);
    boolean hasSurvivors = series.size() > 2 && isOneRun(series);
    List<int[]> counts = new ArrayList<>();
    List<long[]> bytes = new ArrayList<>();
    List<long[]> retained = new ArrayList<>();
    int[] survivors = new int[0];
    for (DominatorTree tree : series) {
      GrowthClasses.OfGraph numbers = classes.of(tree.graph());
      int[] count = new int[16];
      long[] size = new long[16];
      int[] classOf = new int[tree.graph().nodeCount()];
      for (int node = 0; node < tree.graph().nodeCount(); node++) {
        Monitor.poll(node);
        int number = SnapshotDiff.counts(tree, node) ? numbers.number(node) : -1;
        classOf[node] = number;
        if (number >= 0) {
          if (number >= count.length) {
            count = Arrays.copyOf(count, number * 2);
            size = Arrays.copyOf(size, number * 2);
          }
          count[number]++;
          size[number] += tree.graph().shallowBytes(node);
        }
      }
      counts.add(count);
      bytes.add(size);
      retained.add(ClassRetention.of(tree, classOf, classes.keys().size()));
      if (hasSurvivors && tree == series.getLast()) {
        survivors = survivors(series, numbers, classes.keys().size());
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < classes.keys().size(); number++) {
      int at = number;
      List<Integer> each = counts.stream().map(c -> at < c.length ? c[at] : 0).toList();
      List<Long> sizes = bytes.stream().map(b -> at < b.length ? b[at] : 0L).toList();
      List<Long> kept = retained.stream().map(b -> at < b.length ? b[at] : 0L).toList();
      Row row =
          new Row(
              classes.keys().get(number).type(),
              classes.keys().get(number).site(),
              each,
              sizes,
              kept,
              isSteady(each, sizes),
              hasSurvivors ? survivors[number] : -1);
      if (row.growthBytes() > 0 || each.getLast() > each.getFirst()) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparing((Row row) -> !row.isSteady())
            .thenComparing(Comparator.comparingLong(Row::growthBytes).reversed())
            .thenComparing(Row::type)
            .thenComparing(row -> String.valueOf(row.site())));
    return new GrowthReport(key, series.stream().map(GrowthReport::name).toList(), rows);
  }

  private static String name(DominatorTree tree) {
    String snapshot = tree.graph().info().snapshot();
    return snapshot.isEmpty() ? tree.graph().info().source() : snapshot;
  }

  private static boolean isSteady(List<Integer> counts, List<Long> bytes) {
    boolean byCount = true;
    boolean byBytes = true;
    for (int i = 1; i < counts.size(); i++) {
      byCount &= counts.get(i) > counts.get(i - 1);
      byBytes &= bytes.get(i) > bytes.get(i - 1) && counts.get(i) >= counts.get(i - 1);
    }
    return byCount || byBytes;
  }

  private static boolean isOneRun(List<DominatorTree> series) {
    return series.stream()
        .allMatch(tree -> SnapshotDiff.isSameRun(series.getFirst().graph(), tree.graph()));
  }

  private static int[] survivors(
      List<DominatorTree> series, GrowthClasses.OfGraph numbers, int classes) {
    LongHashSet first = SnapshotDiff.ids(series.getFirst());
    LongHashSet beforeLast = SnapshotDiff.ids(series.get(series.size() - 2));
    DominatorTree last = series.getLast();
    int[] survivors = new int[classes];
    for (int node = 0; node < last.graph().nodeCount(); node++) {
      Monitor.poll(node);
      long id = last.graph().id(node);
      if (SnapshotDiff.counts(last, node) && !first.contains(id) && beforeLast.contains(id)) {
        int number = numbers.number(node);
        if (number >= 0) {
          survivors[number]++;
        }
      }
    }
    return survivors;
  }
}
