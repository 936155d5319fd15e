package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import java.util.Arrays;
import lexscope.profiler.graph.LongColumn;
import lexscope.profiler.graph.NodeKind;

/// The columns that the table of nodes is parsed into.
final class NodeColumns extends TableColumns {
  /// What V8 writes for a node that is in no document any more.
  private static final long DETACHED = 2;

  final LongColumn ids;
  final LongColumn sizes;
  byte[] kinds;
  int[] names;

  /// One longer than the others: the counts become the first edge of each node in place.
  int[] edgeCounts;

  private final int width;
  private final int type;
  private final int name;
  private final int id;
  private final int size;
  private final int edges;
  private final int detachedness;
  private final int call;
  private final IntArrayList detached = new IntArrayList();
  private final LongArrayList traced = new LongArrayList();
  private final byte[] kindOfType;
  private final boolean[] foreignType;
  private final ForeignTypes foreign = new ForeignTypes();
  private final int forgottenTypes;

  /// @param rows how many nodes the head announces
  /// @param room for how many of them room is made at once
  NodeColumns(SnapshotMeta head, int rows, int room) throws SnapshotFormatException {
    super(rows, head.width("node_fields"), room);
    this.width = width();
    this.type = head.requiredField("node_fields", "type");
    this.name = head.requiredField("node_fields", "name");
    this.id = head.requiredField("node_fields", "id");
    this.size = head.requiredField("node_fields", "self_size");
    this.edges = head.requiredField("node_fields", "edge_count");
    this.detachedness = head.field("node_fields", "detachedness");
    this.call = head.hasTraces() ? head.field("node_fields", "trace_node_id") : -1;
    NodeKind[] known = head.nodeKinds();
    this.kindOfType = new byte[known.length];
    this.foreignType = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      kindOfType[i] = (byte) known[i].ordinal();
      foreignType[i] = !known[i].label().equals(head.nodeTypeNames().get(i));
    }
    this.forgottenTypes = known.length;
    this.kinds = new byte[room];
    this.names = new int[room];
    this.ids = new LongColumn(room);
    this.sizes = new LongColumn(room);
    this.edgeCounts = new int[room + 1];
  }

  /// Pairs of a node and its type, of those whose types this version does not know, in the order of
  /// the nodes.
  int[][] foreign() {
    return foreign.pairs();
  }

  /// The nodes that were taken out of their document, in ascending order.
  int[] detached() {
    int[] nodes = detached.toArray();
    Arrays.sort(nodes);
    return nodes;
  }

  /// The nodes that name the call that made them: a node's number, and in the lower half the
  /// call's. In no order.
  LongArrayList traced() {
    return traced;
  }

  @Override
  void resize(int nodes) {
    kinds = Arrays.copyOf(kinds, nodes);
    names = Arrays.copyOf(names, nodes);
    ids.resize(nodes);
    sizes.resize(nodes);
    edgeCounts = Arrays.copyOf(edgeCounts, nodes + 1);
  }

  @Override
  public void accept(long[] values, int count, long first) throws NumberBlocks.BadNumber {
    for (int field = 0; field < width; field++) {
      int at = (int) Math.floorMod(field - first, (long) width);
      int row = (int) ((first + at) / width);
      if (field == type) {
        readTypes(values, count, at, row);
      } else if (field == name) {
        readInts(values, count, at, names, row, "name");
      } else if (field == edges) {
        readInts(values, count, at, edgeCounts, row, "edge_count");
      } else if (field == detachedness) {
        readDetached(values, count, at, row);
      } else if (field == call) {
        readCalls(values, count, at, row);
      } else if (field == id || field == size) {
        LongColumn column = field == id ? ids : sizes;
        for (; at < count; at += width) {
          column.set(row++, values[at]);
        }
      }
    }
  }

  private void readTypes(long[] values, int count, int from, int firstRow) {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      long value = values[at];
      if (value < kindOfType.length && !foreignType[(int) value]) {
        kinds[row] = kindOfType[(int) value];
      } else {
        kinds[row] = (byte) NodeKind.HIDDEN.ordinal();
        foreign.add(row, (int) Math.min(value, forgottenTypes));
      }
      row++;
    }
  }

  private void readDetached(long[] values, int count, int from, int firstRow) {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      if (values[at] == DETACHED) {
        synchronized (detached) {
          detached.add(row);
        }
      }
      row++;
    }
  }

  private void readCalls(long[] values, int count, int from, int firstRow) {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      if (values[at] > 0 && values[at] <= Integer.MAX_VALUE) {
        synchronized (traced) {
          traced.add((long) row << 32 | values[at]);
        }
      }
      row++;
    }
  }

  private void readInts(long[] values, int count, int from, int[] column, int firstRow, String what)
      throws NumberBlocks.BadNumber {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      if (values[at] > Integer.MAX_VALUE) {
        throw new NumberBlocks.BadNumber(at, "the " + what + " " + values[at] + " is out of range");
      }
      column[row++] = (int) values[at];
    }
  }

  /// Makes the counts of edges places of edges, and the columns as long as they should be.
  ///
  /// @param offset the end of the table, for errors
  int[] firstEdges(long edgeCount, long offset) throws SnapshotFormatException {
    finish();
    int rows = rows();
    long sum = 0;
    for (int node = 0; node < rows; node++) {
      int count = edgeCounts[node];
      edgeCounts[node] = (int) sum;
      sum += count;
      if (sum > edgeCount) {
        break;
      }
    }
    if (sum != edgeCount) {
      throw new SnapshotFormatException(
          offset,
          "the nodes have "
              + (sum > edgeCount ? "more" : "only " + sum)
              + " edges, and \"edge_count\" is "
              + edgeCount);
    }
    edgeCounts[rows] = (int) sum;
    return edgeCounts;
  }
}
