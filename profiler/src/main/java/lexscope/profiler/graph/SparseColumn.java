package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;

/// A column in which few nodes have a value: sorted node numbers beside their values, eight to
/// twelve bytes an entry.
public final class SparseColumn {
  private final IntColumn nodes;
  private final LongColumn values;

  private SparseColumn(IntColumn nodes, LongColumn values) {
    this.nodes = nodes;
    this.values = values;
  }

  /// Keeps the column.
  void store(ColumnOutput out) throws IOException {
    nodes.store(out);
    values.store(out);
  }

  /// Gives back a column that was kept.
  static SparseColumn restore(ColumnInput in) throws IOException {
    return new SparseColumn(in.intColumn(), LongColumn.restore(in));
  }

  /// The value at `node`, or `absent`. Takes a binary search.
  public long get(int node, long absent) {
    int at = nodes.search(node);
    return at < 0 ? absent : values.get(at);
  }

  /// Whether `node` has a value. Takes a binary search.
  public boolean has(int node) {
    return nodes.search(node) >= 0;
  }

  /// How many nodes have a value.
  public int size() {
    return nodes.size();
  }

  /// The node of entry `index`; entries are in ascending order of their nodes.
  public int nodeAt(int index) {
    return nodes.get(index);
  }

  /// The value of entry `index`.
  public long valueAt(int index) {
    return values.get(index);
  }

  /// Collects the entries of a column in any order; for a node that is set twice the later value
  /// counts.
  public static final class Builder {
    private final IntColumn.Builder nodes = new IntColumn.Builder();
    private final LongColumn.Builder values = new LongColumn.Builder();
    private int size;
    private int lastNode = -1;
    private boolean ascending = true;

    /// Sets the value at `node`.
    public void set(int node, long value) {
      ascending &= lastNode < node;
      lastNode = node;
      nodes.add(node);
      values.add(value);
      size++;
    }

    /// Puts in the place of each value the one that stands at its place in an array; entries whose
    /// value so becomes negative go.
    void renumber(int[] numbers) {
      int kept = 0;
      for (int at = 0; at < size; at++) {
        int number = numbers[(int) values.get(at)];
        if (number >= 0) {
          nodes.set(kept, nodes.get(at));
          values.set(kept++, number);
        }
      }
      size = kept;
    }

    /// The finished column. The builder is of no use afterwards.
    public SparseColumn build() {
      return ascending ? new SparseColumn(nodes.build(size), values.build(size)) : sorted();
    }

    private SparseColumn sorted() {
      long[] order = new long[size];
      for (int at = 0; at < size; at++) {
        order[at] = (long) nodes.get(at) << Integer.SIZE | at;
      }
      Arrays.sort(order);
      Builder inOrder = new Builder();
      for (int at = 0; at < size; at++) {
        int node = (int) (order[at] >> Integer.SIZE);
        if (at + 1 == size || node != (int) (order[at + 1] >> Integer.SIZE)) {
          inOrder.set(node, values.get((int) order[at]));
        }
      }
      return inOrder.build();
    }
  }
}
