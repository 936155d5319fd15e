package lexscope.profiler.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The shortest paths to many nodes, merged from the roots down where they look alike: same kind of
/// root, same edges (elements of whatever index are one), same kinds and names of nodes. A hundred
/// leaked sessions that hang on one list become one path with the number 100.
public final class MergedPaths {
  private final Branch top = new Branch("", 0);
  private int paths;

  /// A place where paths run together.
  public static final class Branch {
    private final String text;
    private final int depth;
    private final Map<String, Branch> next = new LinkedHashMap<>();
    private int count;
    private int ends;

    private Branch(String text, int depth) {
      this.text = text;
      this.depth = depth;
    }

    /// What leads here: the edge and the node.
    public String text() {
      return text;
    }

    /// How many steps below the top it lies.
    public int depth() {
      return depth;
    }

    /// How many paths run through here.
    public int count() {
      return count;
    }

    /// How many paths end here.
    public int ends() {
      return ends;
    }
  }

  /// Adds the shortest path to `node`; one that is not alive is passed over.
  public void add(SnapshotGraph graph, ShortestPathFinder finder, int node) {
    if (!finder.isReached(node)) {
      return;
    }
    paths++;
    Branch at = top;
    at.count++;
    for (int edge : finder.edgesTo(node)) {
      String text = text(graph, edge);
      if (text.isEmpty()) {
        continue;
      }
      Branch from = at;
      at = at.next.computeIfAbsent(text, t -> new Branch(t, from.depth + 1));
      at.count++;
    }
    at.ends++;
  }

  /// How many paths were added.
  public int paths() {
    return paths;
  }

  /// The branches in the order in which they are printed: below each branch what follows it, most
  /// paths first.
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    Deque<Branch> work = new ArrayDeque<>();
    push(top, work);
    while (!work.isEmpty()) {
      Branch branch = work.pop();
      all.add(branch);
      push(branch, work);
    }
    return all;
  }

  private static void push(Branch branch, Deque<Branch> work) {
    branch.next.values().stream()
        .sorted(
            Comparator.comparingInt(Branch::count)
                .thenComparing(Branch::text, Comparator.reverseOrder()))
        .forEach(work::push);
  }

  private static String text(SnapshotGraph graph, int edge) {
    int target = graph.edgeTarget(edge);
    if (graph.kind(target) == NodeKind.SYNTHETIC) {
      return graph.detail(target) == NodeDetail.ROOT_GROUP
              && graph.name(target).equals("(GC roots)")
          ? ""
          : graph.name(target);
    }
    EdgeDescription description = EdgeDescription.of(graph, edge);
    String by = description.kind() == EdgeKind.ELEMENT ? "element *" : description.text();
    return by + " → " + alike(NodeDescription.of(graph, target));
  }

  /// The node without what tells it from others of its sort.
  private static String alike(NodeDescription node) {
    if (node.kind().isString()) {
      return "string";
    }
    return new NodeDescription(
            node.node(),
            node.id(),
            node.kind(),
            node.detail(),
            node.name(),
            -1,
            -1,
            node.location(),
            node.shallowBytes())
        .text();
  }
}
