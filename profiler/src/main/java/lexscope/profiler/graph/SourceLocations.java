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

  /// The entry of `node`; negative if it has no place. Takes a binary search.
  public int rowOf(int node) {
    return nodes.search(node);
  }

  /// How many nodes have a place.
  public int size() {
    return nodes.size();
  }

  /// The node of entry `index`, in ascending order.
  public int nodeAt(int index) {
    return nodes.get(index);
  }

  /// The number of the script of entry `index`: the same for all places in it.
  public int scriptNumber(int index) {
    return script.get(index);
  }

  /// The name of a script.
  public String script(int number) {
    return scripts.get(number);
  }

  /// The line of entry `index`, from 1.
  public int line(int index) {
    return line.get(index);
  }

  /// The column of entry `index`, from 1.
  public int column(int index) {
    return column.get(index);
  }

  /// Collects places in any order; for a node that is set twice the later place counts.
  public static final class Builder {
    private final InternedStrings scripts;
    private final IntColumn.Builder nodes = new IntColumn.Builder();
    private final IntColumn.Builder script = new IntColumn.Builder();
    private final IntColumn.Builder line = new IntColumn.Builder();
    private final IntColumn.Builder column = new IntColumn.Builder();
    private int lastNode = -1;
    private boolean ascending = true;
    private String lastScript = "";
    private int lastNumber;

    /// A builder without any place.
    public Builder() {
      this(new InternedStrings());
    }

    private Builder(InternedStrings scripts) {
      this.scripts = scripts;
    }

    /// Sets the place of `node`; line and column count from 1.
    public void set(int node, String scriptName, int atLine, int atColumn) {
      // Many in a row come from one script.
      if (!scriptName.equals(lastScript)) {
        lastScript = scriptName;
        lastNumber = scripts.intern(scriptName);
      }
      set(node, lastNumber, atLine, atColumn);
    }

    private void set(int node, int scriptNumber, int atLine, int atColumn) {
      ascending &= lastNode < node;
      lastNode = node;
      nodes.add(node);
      script.add(scriptNumber);
      line.add(atLine);
      column.add(atColumn);
    }

    /// The finished column. The builder is of no use afterwards.
    public SourceLocations build() {
      int size = nodes.size();
      return ascending
          ? new SourceLocations(
              scripts, nodes.build(size), script.build(size), line.build(size), column.build(size))
          : sorted();
    }

    private SourceLocations sorted() {
      long[] order = new long[nodes.size()];
      for (int row = 0; row < order.length; row++) {
        order[row] = (long) nodes.get(row) << Integer.SIZE | row;
      }
      Arrays.sort(order);
      Builder inOrder = new Builder(scripts);
      for (int at = 0; at < order.length; at++) {
        int node = (int) (order[at] >> Integer.SIZE);
        if (at + 1 == order.length || node != (int) (order[at + 1] >> Integer.SIZE)) {
          int row = (int) order[at];
          inOrder.set(node, script.get(row), line.get(row), column.get(row));
        }
      }
      return inOrder.build();
    }
  }
}
