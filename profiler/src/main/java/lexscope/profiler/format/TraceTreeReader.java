package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SparseColumn;

/// Reads V8's allocation traces: a table of functions, and a tree of calls that is written as
/// arrays within arrays. Nothing recurses, however deep these are.
final class TraceTreeReader {
  private static final String FUNCTION = "trace_function_info_fields";
  private static final String CALL = "trace_node_fields";

  private final SnapshotMeta meta;
  private final LongArrayList ids = new LongArrayList();
  private final LongArrayList functions = new LongArrayList();
  private final LongArrayList counts = new LongArrayList();
  private final LongArrayList sizes = new LongArrayList();
  private final IntArrayList parents = new IntArrayList();

  TraceTreeReader(SnapshotMeta meta) {
    this.meta = meta;
  }

  /// Reads the tree. The rows of callers that are not at their end yet are kept in a list.
  void readTree(ByteScanner in) throws IOException {
    int width = meta.width(CALL);
    int children = meta.requiredField(CALL, "children");
    LongArrayList[] columns = new LongArrayList[width];
    columns[meta.requiredField(CALL, "id")] = ids;
    columns[meta.requiredField(CALL, "function_info_index")] = functions;
    columns[meta.requiredField(CALL, "count")] = counts;
    columns[meta.requiredField(CALL, "size")] = sizes;
    IntArrayList callers = new IntArrayList();
    int parent = -1;
    int row = -1;
    int field = 0;
    boolean first = true;
    in.expect('[');
    while (true) {
      if (in.accept(']')) {
        if (field != 0) {
          throw in.error("a call in \"trace_tree\" ends after " + field + " of " + width);
        }
        if (callers.isEmpty()) {
          return;
        }
        row = parent;
        parent = callers.removeLast();
        field = (children + 1) % width;
        first = false;
        continue;
      }
      if (!first) {
        in.expect(',');
      }
      first = false;
      if (field == 0) {
        row = parents.size();
        parents.add(parent);
      }
      if (field == children) {
        in.expect('[');
        callers.add(parent);
        parent = row;
        field = 0;
        first = true;
        continue;
      }
      long number = in.number();
      if (columns[field] != null) {
        columns[field].add(number);
      }
      field = (field + 1) % width;
    }
  }

  /// Gives what was read to a graph.
  ///
  /// @param infos the table of functions
  /// @param places our own table of where calls stood, or nothing
  /// @param traced for each node that names a call its number, and in the lower half the call's id
  void apply(
      SnapshotGraphBuilder graph,
      long[] infos,
      long[] places,
      EncodedStrings strings,
      LongArrayList traced)
      throws SnapshotFormatException {
    int rows = parents.size();
    if (rows == 0) {
      return;
    }
    List<AllocationStacks.Function> known = functions(infos, strings);
    LongIntHashMap rowOfId = new LongIntHashMap(rows);
    for (int row = 0; row < rows; row++) {
      if (functions.get(row) >= known.size()) {
        throw new SnapshotFormatException(
            -1,
            "call "
                + ids.get(row)
                + " in \"trace_tree\" is of function "
                + functions.get(row)
                + " of "
                + known.size());
      }
      rowOfId.put(ids.get(row), row);
    }
    SparseColumn.Builder rowOfNode = new SparseColumn.Builder();
    for (int i = 0; i < traced.size(); i++) {
      int node = (int) (traced.get(i) >>> 32);
      int row = rowOfId.getOrDefault(traced.get(i) & 0xffffffffL, -1);
      if (row >= 0 && node < graph.nodeCount()) {
        rowOfNode.set(node, row);
      }
    }
    AllocationStacks.Tree tree =
        new AllocationStacks.Tree(
            ints(ids),
            parents.toArray(),
            ints(functions),
            counts.toArray(),
            sizes.toArray(),
            placesOf(places, rows));
    graph.setAllocationStacks(new AllocationStacks(known, tree, rowOfNode.build()));
  }

  private static long[] placesOf(long[] table, int rows) throws SnapshotFormatException {
    if (table.length == 0) {
      return table;
    }
    if (table.length != rows * 3) {
      throw new SnapshotFormatException(
          -1,
          "\"lexscope_calls\" has "
              + table.length
              + " numbers for "
              + rows
              + " calls, not three each");
    }
    long[] places = new long[rows];
    for (int row = 0; row < rows; row++) {
      places[row] =
          AllocationStacks.Tree.place(
              (int) table[3 * row], (int) table[3 * row + 1], table[3 * row + 2] != 0);
    }
    return places;
  }

  private static int[] ints(LongArrayList numbers) {
    int[] ints = new int[numbers.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) numbers.get(i);
    }
    return ints;
  }

  private List<AllocationStacks.Function> functions(long[] infos, EncodedStrings strings)
      throws SnapshotFormatException {
    int width = meta.width(FUNCTION);
    int id = meta.requiredField(FUNCTION, "function_id");
    int name = meta.requiredField(FUNCTION, "name");
    int script = meta.requiredField(FUNCTION, "script_name");
    int scriptId = meta.requiredField(FUNCTION, "script_id");
    int line = meta.requiredField(FUNCTION, "line");
    int column = meta.requiredField(FUNCTION, "column");
    List<AllocationStacks.Function> functions = new ArrayList<>(infos.length / width);
    for (int at = 0; at + width <= infos.length; at += width) {
      functions.add(
          new AllocationStacks.Function(
              infos[at + id],
              text(infos[at + name], strings),
              text(infos[at + script], strings),
              (int) infos[at + scriptId],
              (int) infos[at + line],
              (int) infos[at + column]));
    }
    return functions;
  }

  private static String text(long number, EncodedStrings strings) throws SnapshotFormatException {
    if (number >= strings.size()) {
      throw new SnapshotFormatException(
          -1, "\"trace_function_infos\" has the name " + number + " of " + strings.size());
    }
    return strings.get((int) number);
  }
}
