package lexscope.profiler.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The places in guest source where nodes were made or defined; a column that few nodes have.
public final class SourceLocations {
  private final SparseColumn rows;
  private final StringTable scripts;
  private final int[] script;
  private final int[] line;
  private final int[] column;

  private SourceLocations(
      SparseColumn rows, StringTable scripts, int[] script, int[] line, int[] column) {
    this.rows = rows;
    this.scripts = scripts;
    this.script = script;
    this.line = line;
    this.column = column;
  }

  /// The place of `node`, or null. Takes a binary search.
  public @Nullable SourceLocation get(int node) {
    int row = (int) rows.get(node, -1);
    return row < 0 ? null : new SourceLocation(scripts.get(script[row]), line[row], column[row]);
  }

  /// How many nodes have a place.
  public int size() {
    return rows.size();
  }

  /// The node of entry `index`, in ascending order.
  public int nodeAt(int index) {
    return rows.nodeAt(index);
  }

  /// Collects places in any order.
  public static final class Builder {
    private final SparseColumn.Builder rows = new SparseColumn.Builder();
    private final InternedStrings scripts = new InternedStrings();
    private int[] script = new int[16];
    private int[] line = new int[16];
    private int[] column = new int[16];
    private int size;
    private String lastScript = "";
    private int lastNumber;

    /// Sets the place of `node`; line and column count from 1.
    public void set(int node, String scriptName, int atLine, int atColumn) {
      if (size == script.length) {
        script = Arrays.copyOf(script, size * 2);
        line = Arrays.copyOf(line, size * 2);
        column = Arrays.copyOf(column, size * 2);
      }
      // Many in a row come from one script.
      if (!scriptName.equals(lastScript)) {
        lastScript = scriptName;
        lastNumber = scripts.intern(scriptName);
      }
      script[size] = lastNumber;
      line[size] = atLine;
      column[size] = atColumn;
      rows.set(node, size++);
    }

    /// The finished column.
    public SourceLocations build() {
      return new SourceLocations(
          rows.build(),
          scripts,
          Arrays.copyOf(script, size),
          Arrays.copyOf(line, size),
          Arrays.copyOf(column, size));
    }
  }
}
