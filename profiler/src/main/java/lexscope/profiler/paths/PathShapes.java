package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The shapes of shortest paths: paths whose steps look alike have one shape. A stretch of up to
/// eight steps that comes again and again, as the links of a list or the records of a chain do,
/// counts once however often it comes, so that all links of a list are of two or three shapes.
///
/// Each node is looked at once: the shapes of many nodes take time in the number of nodes that
/// their paths lead over.
final class PathShapes {
  private static final int LONGEST_BLOCK = 8;
  private static final int UNKNOWN = -1;
  private static final int TOP = 0;

  private final SnapshotGraph graph;
  private final ShortestPathFinder finder;
  private final StepShapes steps;
  private final int[] shapeOfNode;
  private final LongIntHashMap transitions = new LongIntHashMap();
  private final IntArrayList parent = new IntArrayList();
  private final IntArrayList lastStep = new IntArrayList();

  /// How many of a shape's last steps come again and again; 0 for most.
  private final IntArrayList repeated = new IntArrayList();

  PathShapes(SnapshotGraph graph, ShortestPathFinder finder) {
    this.graph = graph;
    this.finder = finder;
    this.steps = new StepShapes(graph);
    this.shapeOfNode = new int[graph.nodeCount()];
    Arrays.fill(shapeOfNode, UNKNOWN);
    shapeOfNode[SnapshotGraph.ROOT] = TOP;
    add(UNKNOWN, UNKNOWN);
  }

  private int add(int from, int step) {
    parent.add(from);
    lastStep.add(step);
    repeated.add(0);
    return parent.size() - 1;
  }

  /// The shape of the shortest path to `node`, which must be alive.
  int of(int node) {
    IntArrayList open = new IntArrayList();
    int at = node;
    while (shapeOfNode[at] == UNKNOWN) {
      Monitor.poll(open.size());
      open.add(at);
      at = finder.sourceOf(at);
    }
    while (!open.isEmpty()) {
      Monitor.poll(open.size());
      int next = open.removeLast();
      shapeOfNode[next] = after(shapeOfNode[at], at, next);
      at = next;
    }
    return shapeOfNode[node];
  }

  private int after(int shape, int source, int node) {
    if (graph.kind(node) == NodeKind.SYNTHETIC && graph.name(node).equals("(GC roots)")) {
      return shape;
    }
    int step = steps.of(source, finder.edgeTo(node), node);
    long key = (long) shape << 32 | step;
    int slot = transitions.indexOf(key);
    if (transitions.indexExists(slot)) {
      return transitions.indexGet(slot);
    }
    int next = folded(shape, step);
    if (next == UNKNOWN) {
      next = add(shape, step);
    }
    transitions.put(key, next);
    return next;
  }

  /// The shape at which the same block ended before, if `step` ends a block for the second time.
  private int folded(int shape, int step) {
    int[] last = new int[2 * LONGEST_BLOCK];
    last[0] = step;
    int known = 1;
    for (int at = shape; at != TOP && known < last.length; at = parent.get(at)) {
      last[known++] = lastStep.get(at);
    }
    for (int block = 1; 2 * block <= known; block++) {
      if (Arrays.equals(last, 0, block, last, block, 2 * block)) {
        int end = shape;
        for (int i = 1; i < block; i++) {
          end = parent.get(end);
        }
        repeated.set(end, block);
        return end;
      }
    }
    return UNKNOWN;
  }

  /// The steps of a shape in words, from the root on.
  List<String> steps(int shape) {
    List<String> texts = new ArrayList<>();
    int inBlock = 0;
    for (int at = shape; at != TOP; at = parent.get(at)) {
      String text = text(lastStep.get(at));
      if (repeated.get(at) > 0 && inBlock == 0) {
        inBlock = repeated.get(at);
        text +=
            inBlock == 1
                ? "  (again and again)"
                : "  (these " + inBlock + " steps again and again)";
      }
      inBlock = Math.max(0, inBlock - 1);
      texts.add(text);
    }
    return texts.reversed();
  }

  private String text(int step) {
    String node = steps.nodeText(step);
    return steps.isSynthetic(step) ? node : steps.edgeText(step) + " → " + node;
  }
}
