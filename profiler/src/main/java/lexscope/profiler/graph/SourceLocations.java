package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The places in guest source where nodes were made or defined; a column that few nodes have.
public final class SourceLocations {
  private final StringTable scripts;
  private final IntColumn nodes;
  private final IntColumn script;
  private final IntColumn line;
  private final IntColumn column;

  private SourceLocations(
      StringTable scripts, IntColumn nodes, IntColumn script, IntColumn line, IntColumn column) {
    this.scripts = scripts;
    this.nodes = nodes;
    this.script = script;
    this.line = line;
    this.column = column;
  }

  /// Keeps the places.
  void store(ColumnOutput out) throws IOException {
    out.number(scripts.size());
    for (int i = 0; i < scripts.size(); i++) {
      out.text(scripts.get(i));
    }
    nodes.store(out);
    script.store(out);
    line.store(out);
    column.store(out);
  }

  /// Gives back places that were kept.
  static SourceLocations restore(ColumnInput in) throws IOException {
    InternedStrings scripts = new InternedStrings();
    for (long left = in.number(); left > 0; left--) {
      scripts.intern(in.text());
    }
    return new SourceLocations(
        scripts, in.intColumn(), in.intColumn(), in.intColumn(), in.intColumn());
  }

  /// The place of `node`, or null. Takes a binary search.
  public @Nullable SourceLocation get(int node) {
    int row = nodes.search(node);
    return row < 0
        ? null
        : new SourceLocation(scripts.get(script.get(row)), line.get(row), column.get(row));
  }

  /// How many nodes have a place.
  public int size() {
    return nodes.size();
  }

  /// The node of entry `index`, in ascending order.
  public int nodeAt(int index) {
    return nodes.get(index);
  }

  /// Collects places in any order; for a node that is set twice the later place counts.
  public static final class Builder {
    private final InternedStrings scripts = new InternedStrings();
    private int[] nodes = new int[16];
    private int[] script = new int[16];
    private int[] line = new int[16];
    private int[] column = new int[16];
    private int size;
    private boolean ascending = true;
    private String lastScript = "";
    private int lastNumber;

    /// Makes room for so many places.
    public void reserve(int capacity) {
      nodes = Arrays.copyOf(nodes, capacity);
      script = Arrays.copyOf(script, capacity);
      line = Arrays.copyOf(line, capacity);
      column = Arrays.copyOf(column, capacity);
    }

    /// Sets the place of `node`; line and column count from 1.
    public void set(int node, String scriptName, int atLine, int atColumn) {
      if (size == nodes.length) {
        reserve(size * 2 + 16);
      }
      // Many in a row come from one script.
      if (!scriptName.equals(lastScript)) {
        lastScript = scriptName;
        lastNumber = scripts.intern(scriptName);
      }
      ascending &= size == 0 || nodes[size - 1] < node;
      nodes[size] = node;
      script[size] = lastNumber;
      line[size] = atLine;
      column[size++] = atColumn;
    }

    /// The finished column.
    public SourceLocations build() {
      if (!ascending) {
        sort();
      }
      if (nodes.length != size) {
        reserve(size);
      }
      return new SourceLocations(
          scripts,
          IntColumn.of(nodes),
          IntColumn.of(script),
          IntColumn.of(line),
          IntColumn.of(column));
    }

    private void sort() {
      long[] order = new long[size];
      for (int row = 0; row < size; row++) {
        order[row] = (long) nodes[row] << 32 | row;
      }
      Arrays.sort(order);
      int count = 0;
      int[][] from = {nodes.clone(), script.clone(), line.clone(), column.clone()};
      for (int at = 0; at < size; at++) {
        if (at + 1 < size && order[at] >> 32 == order[at + 1] >> 32) {
          continue;
        }
        int row = (int) order[at];
        nodes[count] = from[0][row];
        script[count] = from[1][row];
        line[count] = from[2][row];
        column[count++] = from[3][row];
      }
      size = count;
    }
  }
}
