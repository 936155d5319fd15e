package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A column in which few nodes have a value: sorted node numbers beside their values, eight to
/// twelve bytes an entry.
public final class SparseColumn {
  private final IntColumn nodes;
  private final LongColumn values;

  private SparseColumn(int[] nodes, long[] values) {
    this.nodes = IntColumn.of(nodes);
    this.values = new LongColumn(values.length);
    for (int i = 0; i < values.length; i++) {
      this.values.set(i, values[i]);
    }
  }

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
    private int[] nodes = new int[16];
    private long[] values = new long[16];
    private int size;
    private boolean ascending = true;

    /// Makes room for so many entries.
    public void reserve(int capacity) {
      if (capacity > nodes.length) {
        nodes = Arrays.copyOf(nodes, capacity);
        values = Arrays.copyOf(values, capacity);
      }
    }

    /// Sets the value at `node`.
    public void set(int node, long value) {
      if (size == nodes.length) {
        nodes = Arrays.copyOf(nodes, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      ascending &= size == 0 || nodes[size - 1] < node;
      nodes[size] = node;
      values[size++] = value;
    }

    /// The finished column.
    public SparseColumn build() {
      if (ascending) {
        return nodes.length == size
            ? new SparseColumn(nodes, values)
            : new SparseColumn(Arrays.copyOf(nodes, size), Arrays.copyOf(values, size));
      }
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) ->
                  nodes[a] != nodes[b]
                      ? Integer.compare(nodes[a], nodes[b])
                      : Integer.compare(a, b))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] sortedNodes = new int[size];
      long[] sortedValues = new long[size];
      int count = 0;
      for (int entry : order) {
        if (count > 0 && sortedNodes[count - 1] == nodes[entry]) {
          count--;
        }
        sortedNodes[count] = nodes[entry];
        sortedValues[count++] = values[entry];
      }
      return new SparseColumn(
          Arrays.copyOf(sortedNodes, count), Arrays.copyOf(sortedValues, count));
    }
  }
}
