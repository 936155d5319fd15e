package lexscope.profiler.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The calls in which nodes were made: V8's allocation traces. A tree of calls, each a function
/// called from the one above it; a node of the graph has the call that made it. The rows of the
/// tree stand in pre-order, and row 0, if there is one, is the root, which is no call.
public final class AllocationStacks {
  /// Nothing is known.
  public static final AllocationStacks EMPTY =
      new AllocationStacks(
          List.of(),
          new Tree(new int[0], new int[0], new int[0], new long[0], new long[0], new long[0]),
          new SparseColumn.Builder().build());

  /// A function of the tree.
  ///
  /// @param id the number that the engine gave it
  /// @param name empty for functions without one and for the top level of scripts
  /// @param script the file; empty if it is not known
  /// @param scriptId the number that the engine gave the script
  /// @param line where the function begins, from 1; 0 if that is not known
  /// @param column where the function begins, from 1; 0 if that is not known
  public record Function(long id, String name, String script, int scriptId, int line, int column) {
    /// The name, or what stands for one.
    public String title() {
      return name.isEmpty() ? line <= 1 ? "(top level)" : "(anonymous)" : name;
    }

    /// One line for people: `load (app.js:12:3)`.
    public String text() {
      return script.isEmpty()
          ? title()
          : title() + " (" + script + (line > 0 ? ":" + line + ":" + column : "") + ")";
    }
  }

  /// A call in a stack.
  ///
  /// @param function what was called
  /// @param line where it stood in its script, from 1; 0 if only the function is known
  /// @param column where it stood in its script, from 1; 0 if only the function is known
  /// @param waiting whether it is an async function that waited for what ran
  public record Call(Function function, int line, int column, boolean waiting) {
    /// One line for people, as in `Error.stack`: `async load (app.js:14:10)`.
    public String text() {
      String text =
          line == 0
              ? function.text()
              : function.title() + " (" + function.script() + ":" + line + ":" + column + ")";
      return waiting ? "async " + text : text;
    }
  }

  /// The columns of the tree, a row for each call.
  ///
  /// @param ids the numbers by which nodes name their calls
  /// @param parents the row of the caller, -1 for the root
  /// @param functions the number of the function in the list of functions
  /// @param counts how many objects the call made
  /// @param bytes how large they were
  /// @param places where the calls stood, as {@link #place} makes it; empty where only functions
  ///   are known
  @SuppressWarnings("ArrayRecordComponent") // Columns that are read in place, never compared.
  public record Tree(
      int[] ids, int[] parents, int[] functions, long[] counts, long[] bytes, long[] places) {
    /// A place in one number.
    public static long place(int line, int column, boolean waiting) {
      return (long) line << 32 | (long) column << 1 | (waiting ? 1 : 0);
    }

    private long placeOf(int row) {
      return row < places.length ? places[row] : 0;
    }

    /// The line in which a call stood, from 1; 0 if that is not known.
    public int line(int row) {
      return (int) (placeOf(row) >>> 32);
    }

    /// The column in which a call stood, from 1; 0 if that is not known.
    public int column(int row) {
      return (int) placeOf(row) >>> 1;
    }

    /// Whether a call is that of an async function that waited for what ran.
    public boolean isWaiting(int row) {
      return (placeOf(row) & 1) != 0;
    }

    /// How many calls there are, the root among them.
    public int size() {
      return ids.length;
    }
  }

  private final List<Function> functions;
  private final Tree tree;
  private final SparseColumn rows;

  /// The calls of a tree.
  ///
  /// @param rowOfNode the row of each node that has one
  public AllocationStacks(List<Function> functions, Tree tree, SparseColumn rowOfNode) {
    this.functions = List.copyOf(functions);
    this.tree = tree;
    this.rows = rowOfNode;
  }

  void store(ColumnOutput out) throws IOException {
    out.number(functions.size());
    for (Function each : functions) {
      out.number(each.id());
      out.text(each.name());
      out.text(each.script());
      out.number(each.scriptId());
      out.number(each.line());
      out.number(each.column());
    }
    out.ints(tree.ids);
    out.ints(tree.parents);
    out.ints(tree.functions);
    out.longs(tree.counts);
    out.longs(tree.bytes);
    out.longs(tree.places);
    rows.store(out);
  }

  static AllocationStacks restore(ColumnInput in) throws IOException {
    List<Function> functions = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      functions.add(
          new Function(
              in.number(),
              in.text(),
              in.text(),
              (int) in.number(),
              (int) in.number(),
              (int) in.number()));
    }
    Tree tree = new Tree(in.ints(), in.ints(), in.ints(), in.longs(), in.longs(), in.longs());
    return new AllocationStacks(functions, tree, SparseColumn.restore(in));
  }

  /// Whether nothing is known.
  public boolean isEmpty() {
    return tree.size() == 0;
  }

  /// The functions that calls name.
  public List<Function> functions() {
    return functions;
  }

  /// The calls.
  public Tree tree() {
    return tree;
  }

  /// The number of a node's call in the tree, 0 if it is not known.
  public int idOf(int node) {
    int row = (int) rows.get(node, -1);
    return row < 0 ? 0 : tree.ids[row];
  }

  /// The row of a node's call in the tree, -1 if it is not known.
  public int rowOf(int node) {
    return (int) rows.get(node, -1);
  }

  /// The functions that were running when a node was made, the innermost first; empty if that is
  /// not known.
  public List<Function> of(int node) {
    return calls(node).stream().map(Call::function).toList();
  }

  /// The calls that were running when a node was made, the innermost first; empty if that is not
  /// known.
  public List<Call> calls(int node) {
    return callsOfRow(rowOf(node));
  }

  /// A row's call and those that it was called from, the innermost first; empty for -1.
  public List<Call> callsOfRow(int innermost) {
    List<Call> stack = new ArrayList<>();
    for (int row = innermost; row >= 0 && tree.parents[row] >= 0; row = tree.parents[row]) {
      stack.add(call(row));
    }
    return stack;
  }

  /// The call of a row.
  public Call call(int row) {
    return new Call(
        functions.get(tree.functions[row]), tree.line(row), tree.column(row), tree.isWaiting(row));
  }
}
