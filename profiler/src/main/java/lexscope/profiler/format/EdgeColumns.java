package lexscope.profiler.format;

import java.util.Arrays;
import lexscope.profiler.graph.EdgeKind;

/// The columns that the table of edges is parsed into.
final class EdgeColumns extends TableColumns {
  byte[] kinds;
  int[] labels;
  int[] targets;

  private final int width;
  private final int type;
  private final int label;
  private final int target;
  private final int nodeWidth;
  private final int nodeCount;
  private final double perNode;
  private final byte[] kindOfType;
  private final boolean[] foreignType;
  private final ForeignTypes foreign = new ForeignTypes();

  EdgeColumns(SnapshotMeta head, int edgeCount, int room, int nodeCount)
      throws SnapshotFormatException {
    super(edgeCount, head.width("edge_fields"), room);
    this.width = width();
    this.type = head.requiredField("edge_fields", "type");
    this.label = head.requiredField("edge_fields", "name_or_index");
    this.target = head.requiredField("edge_fields", "to_node");
    this.nodeWidth = head.width("node_fields");
    this.nodeCount = nodeCount;
    this.perNode = 1.0 / nodeWidth;
    EdgeKind[] known = head.edgeKinds();
    this.kindOfType = new byte[known.length];
    this.foreignType = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      kindOfType[i] = (byte) known[i].ordinal();
      foreignType[i] = !known[i].label().equals(head.edgeTypeNames().get(i));
    }
    this.kinds = new byte[room];
    this.labels = new int[room];
    this.targets = new int[room];
  }

  /// Pairs of an edge and its type, of those whose types this version does not know, in the order
  /// of the edges.
  int[][] foreign() {
    return foreign.pairs();
  }

  @Override
  void resize(int edges) {
    kinds = Arrays.copyOf(kinds, edges);
    labels = Arrays.copyOf(labels, edges);
    targets = Arrays.copyOf(targets, edges);
  }

  @Override
  public void accept(long[] values, int count, long first) throws NumberBlocks.BadNumber {
    for (int field = 0; field < width; field++) {
      int at = (int) Math.floorMod(field - first, (long) width);
      int row = (int) ((first + at) / width);
      if (field == type) {
        readTypes(values, count, at, row);
      } else if (field == label) {
        readLabels(values, count, at, row);
      } else if (field == target) {
        readTargets(values, count, at, row);
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
        kinds[row] = (byte) EdgeKind.HIDDEN.ordinal();
        foreign.add(row, (int) Math.min(value, kindOfType.length));
      }
      row++;
    }
  }

  private void readLabels(long[] values, int count, int from, int firstRow)
      throws NumberBlocks.BadNumber {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      if (values[at] > 0xffffffffL) {
        throw new NumberBlocks.BadNumber(
            at, "the name_or_index " + values[at] + " is out of range");
      }
      // Indices of elements take all 32 bits; numbers of strings are looked at later.
      labels[row++] = (int) values[at];
    }
  }

  private void readTargets(long[] values, int count, int from, int firstRow)
      throws NumberBlocks.BadNumber {
    int row = firstRow;
    for (int at = from; at < count; at += width) {
      long value = values[at];
      // Exact for whole multiples, and nothing else is taken: a division costs several times more.
      long node = (long) (value * perNode + 0.5);
      if (node * nodeWidth != value || node >= nodeCount) {
        throw new NumberBlocks.BadNumber(
            at, "the edge leads to " + value + ", where no node begins");
      }
      targets[row++] = (int) node;
    }
  }
}
