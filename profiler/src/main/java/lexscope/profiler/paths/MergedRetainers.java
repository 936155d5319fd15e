package lexscope.profiler.paths;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// All retaining paths to some nodes in one tree: their retainers, the retainers of those and so on
/// up to the roots, each node opened once, where it is nearest, and retainers that look alike
/// merged. Every retaining edge that any path could take stands in exactly one group, so every path
/// can be followed in it.
///
/// @param targets how many nodes it is about
/// @param bytes what goes with them one by one, none counted twice
/// @param groups each after the group that it retains, nearest to the targets first
/// @param truncated whether a limit cut something off
public record MergedRetainers(int targets, long bytes, List<Group> groups, boolean truncated) {
  /// Keeps a copy of the list.
  public MergedRetainers {
    groups = List.copyOf(groups);
  }

  /// Retainers that look alike.
  ///
  /// @param retained the number of the group that they retain, or -1 for the targets themselves
  /// @param depth 1 for retainers of the targets, 2 for theirs, and so on
  /// @param edge by what they retain, in words
  /// @param retainer what they are, in words
  /// @param edges how many edges are merged here
  /// @param count how many retainers are opened here
  /// @param again how many of the edges come from a node that stands elsewhere in the tree too,
  ///   where it is opened
  /// @param bytes what goes with the retainers opened here one by one, none counted twice
  /// @param example one of them, the one that retains most
  /// @param isRoot whether it is a kind of root
  public record Group(
      int retained,
      int depth,
      String edge,
      String retainer,
      int edges,
      int count,
      int again,
      long bytes,
      NodeDescription example,
      boolean isRoot) {}

  /// How much is looked at.
  ///
  /// @param depth so many steps at most
  /// @param groups so many groups at most
  public record Limits(int depth, int groups) {
    /// No limits.
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static final class Open {
    final int retained;
    final int depth;
    final int step;
    final IntArrayList members = new IntArrayList();
    int edges;
    int again;
    int example;
    boolean isRoot;

    Open(int retained, int depth, int step, int example) {
      this.retained = retained;
      this.depth = depth;
      this.step = step;
      this.example = example;
    }
  }

  /// The merged retainers of `nodes`. Linear in the edges that it meets, but for sorting groups.
  public static MergedRetainers of(DominatedSets sets, Limits limits, int... nodes) {
    DominatorTree tree = sets.tree();
    SnapshotGraph graph = tree.graph();
    RetainingEdges edges = tree.edges();
    Retainers retainers = graph.retainers();
    StepShapes steps = new StepShapes(graph);
    BitSet opened = new BitSet(graph.nodeCount());
    IntArrayList targets = new IntArrayList();
    int looked = 0;
    for (int node : nodes) {
      Monitor.poll(looked++);
      if (tree.isAlive(node) && !opened.get(node)) {
        opened.set(node);
        targets.add(node);
      }
    }
    List<Open> groups = new ArrayList<>();
    boolean truncated = false;
    IntArrayList level = targets;
    for (int at = -1; at < groups.size(); at++) {
      if (at >= 0) {
        level = groups.get(at).members;
      }
      int depth = at < 0 ? 1 : groups.get(at).depth + 1;
      if ((at >= 0 && groups.get(at).isRoot) || level.isEmpty()) {
        continue;
      }
      if (depth > limits.depth()) {
        truncated = true;
        break;
      }
      Map<Integer, Open> here = new LinkedHashMap<>();
      for (int i = 0; i < level.size(); i++) {
        int retained = level.get(i);
        for (int position = retainers.first(retained);
            position < retainers.end(retained);
            position++) {
          Monitor.poll(looked++);
          int source = retainers.source(position);
          if (!edges.retains(retainers.edge(position)) || !tree.isAlive(source)) {
            continue;
          }
          int step = steps.of(source, retainers.edge(position), source);
          Open group = here.get(step);
          if (group == null) {
            group = new Open(at, depth, step, source);
            here.put(step, group);
          }
          add(group, source, opened, tree);
        }
      }
      if (groups.size() + here.size() > limits.groups()) {
        truncated = true;
        break;
      }
      here.values().stream()
          .sorted(
              Comparator.comparingInt((Open group) -> group.edges)
                  .reversed()
                  .thenComparingInt(group -> group.example))
          .forEach(groups::add);
    }
    return new MergedRetainers(
        targets.size(),
        sets.bytes(targets.toArray()),
        groups.stream().map(group -> described(group, steps, sets)).toList(),
        truncated);
  }

  private static void add(Open group, int source, BitSet opened, DominatorTree tree) {
    group.edges++;
    if (tree.graph().kind(source) == NodeKind.SYNTHETIC) {
      group.isRoot = true;
      group.members.elementsCount = 0;
      group.members.add(source);
    } else if (opened.get(source)) {
      group.again++;
    } else {
      opened.set(source);
      group.members.add(source);
      if (tree.retainedSizes().bytes(source) > tree.retainedSizes().bytes(group.example)) {
        group.example = source;
      }
    }
  }

  private static Group described(Open group, StepShapes steps, DominatedSets sets) {
    return new Group(
        group.retained,
        group.depth,
        steps.edgeText(group.step),
        steps.nodeText(group.step),
        group.edges,
        group.members.size(),
        group.again,
        sets.bytes(group.members.toArray()),
        NodeDescription.of(sets.tree().graph(), group.example),
        group.isRoot);
  }
}
