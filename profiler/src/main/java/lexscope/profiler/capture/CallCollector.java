package lexscope.profiler.capture;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.SourcePlace;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SparseColumn;
import org.jspecify.annotations.Nullable;

/// Takes down the calls in which nodes were made, and writes the tree of all calls of a heap into a
/// graph: also of those that made nothing which is alive, as V8 does. The ids of calls are their
/// numbers in the heap, so that they are the same in all snapshots of a run.
final class CallCollector {
  private final AllocationCalls calls;
  private final IntArrayList nodes = new IntArrayList();
  private final IntArrayList made = new IntArrayList();
  private final Map<AllocationStacks.Function, Integer> functions = new LinkedHashMap<>();

  CallCollector(AllocationCalls calls) {
    this.calls = calls;
  }

  /// A node was made by a call.
  void note(int node, int call) {
    nodes.add(node);
    made.add(call);
  }

  /// Linear in the calls and in the nodes noted.
  void writeTo(SnapshotGraphBuilder graph) {
    int size = calls.last();
    int[] ids = inPreOrder(size);
    int[] rows = new int[size + 1];
    int[] parents = new int[size];
    int[] functionOf = new int[size];
    long[] counts = new long[size];
    long[] bytes = new long[size];
    long[] places = new long[size];
    functions.put(new AllocationStacks.Function(0, "(root)", "", 0, 0, 0), 0);
    for (int row = 0; row < size; row++) {
      Monitor.poll(row);
      int id = ids[row];
      rows[id] = row;
      counts[row] = calls.count(id);
      bytes[row] = calls.bytes(id);
      parents[row] = -1;
      if (id != AllocationCalls.ROOT) {
        AllocationCalls.Call call = calls.call(id);
        parents[row] = rows[calls.caller(id)];
        functionOf[row] = function(call.function(), call.start());
        SourcePlace place = call.place();
        places[row] =
            place == null
                ? AllocationStacks.Tree.place(0, 0, call.waiting())
                : AllocationStacks.Tree.place(place.line(), place.column(), call.waiting());
      }
    }
    SparseColumn.Builder rowOfNode = new SparseColumn.Builder();
    for (int i = 0; i < nodes.size(); i++) {
      rowOfNode.set(nodes.get(i), rows[made.get(i)]);
    }
    List<AllocationStacks.Function> named = new ArrayList<>();
    for (AllocationStacks.Function each : functions.keySet()) {
      named.add(
          new AllocationStacks.Function(
              named.size(), each.name(), each.script(), 0, each.line(), each.column()));
    }
    graph.setAllocationStacks(
        new AllocationStacks(
            named,
            new AllocationStacks.Tree(ids, parents, functionOf, counts, bytes, places),
            rowOfNode.build()));
  }

  private int function(String name, @Nullable SourcePlace start) {
    AllocationStacks.Function function =
        start == null
            ? new AllocationStacks.Function(-1, name, "", 0, 0, 0)
            : new AllocationStacks.Function(
                -1, name, start.file(), 0, start.line(), start.column());
    return functions.computeIfAbsent(function, _ -> functions.size());
  }

  /// The numbers of the calls, each before those made from it, which come in their order.
  private int[] inPreOrder(int size) {
    int[] first = new int[size + 1];
    int[] next = new int[size + 1];
    for (int id = size; id > AllocationCalls.ROOT; id--) {
      next[id] = first[calls.caller(id)];
      first[calls.caller(id)] = id;
    }
    int[] order = new int[size];
    int id = AllocationCalls.ROOT;
    for (int row = 0; row < size; row++) {
      order[row] = id;
      int following = first[id];
      while (following == 0 && id != AllocationCalls.ROOT) {
        following = next[id];
        id = calls.caller(id);
      }
      id = following;
    }
    return order;
  }
}
