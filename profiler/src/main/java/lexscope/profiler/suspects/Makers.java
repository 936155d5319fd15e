package lexscope.profiler.suspects;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lexscope.profiler.attribution.NodeOwners;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.SnapshotGraph;

/// By which function most of some nodes were made, and by whom it was called mostly, where a heap
/// knows that.
final class Makers {
  /// So many callers are named.
  private static final int MOST_CALLERS = 2;

  private final AllocationStacks stacks;

  Makers(SnapshotGraph graph) {
    this.stacks = graph.allocationStacks();
  }

  /// A line of evidence: the function that made more of the nodes than any other did, the first of
  /// equals; no line if that is less than half of them. Linear in the nodes.
  List<String> evidence(int... nodes) {
    if (stacks.isEmpty()) {
      return List.of();
    }
    IntIntHashMap ofFunction = new IntIntHashMap();
    int maker = -1;
    int made = 0;
    for (int node : nodes) {
      int row = stacks.rowOf(node);
      if (row >= 0 && stacks.tree().parents()[row] >= 0) {
        int function = stacks.tree().functions()[row];
        int count = ofFunction.addTo(function, 1);
        if (count > made) {
          maker = function;
          made = count;
        }
      }
    }
    if (made == 0 || made * 2L < nodes.length) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d of %,d made by %s%s",
            made,
            nodes.length,
            stacks.functions().get(maker).text(),
            callers(maker, made, nodes)));
  }

  private String callers(int maker, int made, int... nodes) {
    IntIntHashMap ofRow = new IntIntHashMap();
    int best = -1;
    int most = 0;
    for (int node : nodes) {
      int row = stacks.rowOf(node);
      if (row >= 0 && stacks.tree().functions()[row] == maker) {
        int caller = stacks.tree().parents()[row];
        int count = ofRow.addTo(caller, 1);
        if (count > most) {
          best = caller;
          most = count;
        }
      }
    }
    List<AllocationStacks.Call> calls = stacks.callsOfRow(best);
    if (calls.isEmpty()) {
      return "";
    }
    String text =
        calls.stream()
            .limit(MOST_CALLERS)
            .map(AllocationStacks.Call::text)
            .collect(Collectors.joining(NodeOwners.BETWEEN_CALLS));
    return (most == made ? ", called by " : String.format(Locale.ROOT, ", %,d called by ", most))
        + text
        + (calls.size() > MOST_CALLERS ? NodeOwners.BETWEEN_CALLS + "…" : "");
  }
}
