package lexscope.profiler.graph;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;

/// The WeakMap entries of a graph. As in V8's files, an entry's value is the target of two internal edges with one text, from
/// the table and from the key:
///
///     N / part of key (KEY @id) -> value (VALUE @id) pair in WeakMap (table @id)
///
/// The value is alive while table and key both are. A graph of nodes and edges cannot say "both", so each edge rule takes one
/// side: see {@link lexscope.profiler.graph.Ephemerons#tableOf}.
public final class Ephemerons {
  private static final String KEY = " / part of key (";
  private static final String TABLE = " pair in WeakMap (table @";

  private final int[] edges;
  private final int[] tables;
  private final BitSet fromTable;

  private Ephemerons(int[] edges, int[] tables, BitSet fromTable) {
    this.edges = edges;
    this.tables = tables;
    this.fromTable = fromTable;
  }

  /// The label of both edges of an entry.
  public static String label(
      long index, String keyName, long keyId, String valueName, long valueId, long tableId) {
    return index
        + KEY
        + keyName
        + " @"
        + keyId
        + ") -> value ("
        + valueName
        + " @"
        + valueId
        + ")"
        + TABLE
        + tableId
        + ")";
  }

  /// Finds the entries of `graph`. Takes a pass over its edges; few labels are looked at.
  static Ephemerons find(SnapshotGraph graph) {
    StringTable strings = graph.strings();
    LongIntHashMap tableOfId = new LongIntHashMap();
    LongArrayList idOfLabel = new LongArrayList();
    IntIntHashMap entryLabels = new IntIntHashMap();
    BitSet labels = new BitSet(strings.size());
    for (int label = 0; label < strings.size(); label++) {
      if (strings.isDigitToParenthesis(label)) {
        long tableId = tableId(strings.get(label));
        if (tableId >= 0) {
          labels.set(label);
          entryLabels.put(label, idOfLabel.size());
          idOfLabel.add(tableId);
          tableOfId.put(tableId, -1);
        }
      }
    }
    for (int node = graph.nodeCount() - 1; node >= 0 && !tableOfId.isEmpty(); node--) {
      Monitor.poll(node);
      int slot = tableOfId.indexOf(graph.id(node));
      if (tableOfId.indexExists(slot)) {
        tableOfId.indexReplace(slot, node);
      }
    }
    IntArrayList edges = new IntArrayList();
    IntArrayList tables = new IntArrayList();
    BitSet fromTable = new BitSet();
    if (entryLabels.isEmpty()) {
      return new Ephemerons(new int[0], new int[0], fromTable);
    }
    byte internal = (byte) EdgeKind.INTERNAL.ordinal();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (graph.edgeKindCode(edge) != internal || !labels.get(graph.edgeLabelNumber(edge))) {
          continue;
        }
        int table = tableOfId.get(idOfLabel.get(entryLabels.get(graph.edgeLabelNumber(edge))));
        edges.add(edge);
        tables.add(table);
        if (table == node) {
          fromTable.set(edge);
        }
      }
    }
    return new Ephemerons(edges.toArray(), tables.toArray(), fromTable);
  }

  /// The table's id in the label of an entry's edge, or -1 if the label is no such text.
  private static long tableId(String label) {
    if (label.isEmpty() || !Character.isDigit(label.charAt(0)) || !label.endsWith(")")) {
      return -1;
    }
    int digits = 0;
    while (digits < label.length() && label.charAt(digits) >= '0' && label.charAt(digits) <= '9') {
      digits++;
    }
    int table = label.lastIndexOf(TABLE);
    if (table < 0 || !label.startsWith(KEY, digits)) {
      return -1;
    }
    try {
      return Long.parseLong(label, table + TABLE.length(), label.length() - 1, 10);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// Whether the graph has no entries.
  public boolean isEmpty() {
    return edges.length == 0;
  }

  /// How many edges belong to entries.
  public int size() {
    return edges.length;
  }

  /// The edge of entry half `index`, in ascending order.
  public int edgeAt(int index) {
    return edges[index];
  }

  /// Whether `edge` is the table's half of an entry.
  public boolean isFromTable(int edge) {
    return fromTable.get(edge);
  }

  /// The node of the table of entry half `index`, -1 if the table is not in the graph.
  public int tableOfHalf(int index) {
    return tables[index];
  }

  /// The node of the table whose entry `edge` is the key's half of, -1 if the table is not in the
  /// graph, -2 if `edge` is no such half.
  public int tableOf(int edge) {
    int at = Arrays.binarySearch(edges, edge);
    return at < 0 || fromTable.get(edge) ? -2 : tables[at];
  }
}
