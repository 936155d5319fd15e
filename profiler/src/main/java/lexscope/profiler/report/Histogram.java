package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.RetainedSizes;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// Alive nodes by kind and name.
///
/// @param rows those that retain most first
public record Histogram(List<Row> rows) {
  /// One class of nodes.
  ///
  /// @param type what the nodes are
  /// @param count how many there are
  /// @param shallowBytes their own sizes added up
  /// @param retainedBytes what goes with them one by one; a node that another of the class
  ///   dominates counts within that one, and what only two of them together keep counts for neither
  public record Row(NodeClass type, int count, long shallowBytes, long retainedBytes) {}

  /// Keeps a copy of the list.
  public Histogram {
    rows = List.copyOf(rows);
  }

  /// All alive nodes. Takes one walk over the dominator tree.
  public static Histogram of(DominatorTree tree) {
    return below(tree, SnapshotGraph.ROOT);
  }

  /// The nodes that `top` dominates, itself included.
  public static Histogram below(DominatorTree tree, int top) {
    Tallies tallies = new Tallies(tree.graph());
    if (tree.isAlive(top)) {
      walk(tree, top, tallies);
    }
    List<Row> rows = new ArrayList<>();
    for (Tally tally : tallies.used) {
      if (tally.count > 0) {
        rows.add(new Row(tally.type, tally.count, tally.shallow, tally.retained));
      }
    }
    rows.sort(
        Comparator.comparingLong(Row::retainedBytes)
            .reversed()
            .thenComparing(Comparator.comparingLong(Row::shallowBytes).reversed())
            .thenComparing(Row::type));
    return new Histogram(rows);
  }

  /// Counts one class of nodes.
  private static final class Tally {
    final NodeClass type;
    int count;
    long shallow;
    long retained;
    int open;

    Tally(NodeClass type) {
      this.type = type;
    }
  }

  /// Finds the tally of a node by kind and number of the name, so that each class is named once and
  /// not each node.
  private static final class Tallies {
    final List<Tally> used = new ArrayList<>();
    private final SnapshotGraph graph;
    private final Map<NodeClass, Tally> byClass = new HashMap<>();
    private final @Nullable Tally[][] byName =
        new Tally[NodeDetail.values().length * NodeKind.values().length][];

    private final @Nullable Tally[] ofText = new Tally[NodeKind.values().length];

    Tallies(SnapshotGraph graph) {
      this.graph = graph;
    }

    /// Counts a node.
    ///
    /// @param isAbove whether nodes that it dominates come next, and then {@link #leave}
    void enter(int node, RetainedSizes sizes, boolean isAbove) {
      if (graph.kind(node) == NodeKind.SYNTHETIC) {
        return;
      }
      Tally tally = of(node);
      tally.count++;
      tally.shallow += sizes.shallowBytes(node);
      if (tally.open == 0) {
        tally.retained += sizes.bytes(node);
      }
      if (isAbove) {
        tally.open++;
      }
    }

    /// Says that all nodes that a node dominates were counted.
    void leave(int node) {
      if (graph.kind(node) != NodeKind.SYNTHETIC) {
        of(node).open--;
      }
    }

    private Tally of(int node) {
      NodeKind kind = graph.kind(node);
      NodeDetail detail = graph.detail(node);
      if (detail == NodeDetail.NONE && (kind.isString() || kind == NodeKind.NUMBER)) {
        Tally known = ofText[kind.ordinal()];
        if (known == null) {
          known = made(node);
          ofText[kind.ordinal()] = known;
        }
        return known;
      }
      if (kind == NodeKind.HIDDEN && !graph.foreignKinds().isEmpty()) {
        return made(node);
      }
      int row = detail.ordinal() * ofText.length + kind.ordinal();
      @Nullable Tally[] names = byName[row];
      int name = graph.nameNumber(node);
      if (names == null || name >= names.length) {
        names =
            names == null
                ? new Tally[Math.min(graph.strings().size(), name + 1024)]
                : Arrays.copyOf(
                    names, (int) Math.min(graph.strings().size(), name + (long) name / 2 + 1));
        byName[row] = names;
      }
      Tally known = names[name];
      if (known == null) {
        known = made(node);
        names[name] = known;
      }
      return known;
    }

    private Tally made(int node) {
      return byClass.computeIfAbsent(
          NodeClass.of(graph, node),
          type -> {
            Tally tally = new Tally(type);
            used.add(tally);
            return tally;
          });
    }
  }

  /// Goes down the tree and up again, so that a class knows whether one of its nodes is above. Most
  /// nodes dominate nothing: their class is looked up once.
  private static void walk(DominatorTree tree, int top, Tallies tallies) {
    RetainedSizes sizes = tree.retainedSizes();
    int node = top;
    for (int step = 0; ; step++) {
      Monitor.poll(step);
      int next = tree.firstDominated(node);
      tallies.enter(node, sizes, next >= 0);
      while (next < 0 && node != top) {
        next = tree.nextDominated(node);
        if (next < 0) {
          node = tree.dominator(node);
          tallies.leave(node);
        }
      }
      if (next < 0) {
        return;
      }
      node = next;
    }
  }
}
