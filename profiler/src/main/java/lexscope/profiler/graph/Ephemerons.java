package lexscope.profiler.graph;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntLongHashMap;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;
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
    EntryLabels labels = new EntryLabels(graph.strings());
    IntArrayList edges = new IntArrayList();
    if (!labels.isEmpty()) {
      byte internal = (byte) EdgeKind.INTERNAL.ordinal();
      for (int edge = 0; edge < graph.edgeCount(); edge++) {
        Monitor.poll(edge);
        if (graph.edgeKindCode(edge) == internal && labels.has(graph.edgeLabelNumber(edge))) {
          edges.add(edge);
        }
      }
    }
    int[] ofEntries = edges.toArray();
    int[] sources = sources(graph, ofEntries);
    LongIntHashMap tableOfId = labels.tables(graph, ofEntries, sources);
    int[] tables = new int[ofEntries.length];
    BitSet fromTable = new BitSet();
    for (int half = 0; half < ofEntries.length; half++) {
      tables[half] = tableOfId.get(labels.tableId(graph.edgeLabelNumber(ofEntries[half])));
      if (tables[half] == sources[half]) {
        fromTable.set(ofEntries[half]);
      }
    }
    return new Ephemerons(ofEntries, tables, fromTable);
  }

  private static int[] sources(SnapshotGraph graph, int[] edges) {
    int[] sources = new int[edges.length];
    int node = 0;
    for (int half = 0; half < edges.length; half++) {
      while (graph.endEdge(node) <= edges[half]) {
        node++;
      }
      sources[half] = node;
    }
    return sources;
  }

  /// The texts that are labels of entries.
  private static final class EntryLabels {
    private final BitSet labels;
    private final IntLongHashMap tableIds = new IntLongHashMap();

    EntryLabels(StringTable strings) {
      labels = new BitSet(strings.size());
      for (int label = 0; label < strings.size(); label++) {
        if (strings.isDigitToParenthesis(label)) {
          long tableId = parsedTableId(strings.get(label));
          if (tableId >= 0) {
            labels.set(label);
            tableIds.put(label, tableId);
          }
        }
      }
    }

    boolean isEmpty() {
      return tableIds.isEmpty();
    }

    boolean has(int label) {
      return labels.get(label);
    }

    long tableId(int label) {
      return tableIds.get(label);
    }

    /// The node of each table's id, -1 if it is not in the graph. Of equal ids the first counts, if
    /// none is that of a node with an entry.
    LongIntHashMap tables(SnapshotGraph graph, int[] edges, int[] sources) {
      LongIntHashMap nodes = new LongIntHashMap();
      for (int half = 0; half < edges.length; half++) {
        long id = tableId(graph.edgeLabelNumber(edges[half]));
        boolean isTable = graph.id(sources[half]) == id;
        if (nodes.getOrDefault(id, -1) < 0) {
          nodes.put(id, isTable ? sources[half] : -1);
        }
      }
      LongHashSet missing = new LongHashSet();
      for (LongIntCursor entry : nodes) {
        if (entry.value < 0) {
          missing.add(entry.key);
        }
      }
      for (int node = 0; node < graph.nodeCount() && !missing.isEmpty(); node++) {
        Monitor.poll(node);
        if (missing.removeAll(graph.id(node)) > 0) {
          nodes.put(graph.id(node), node);
        }
      }
      return nodes;
    }
  }

  /// The table's id in the label of an entry's edge, or -1 if the label is no such text.
  private static long parsedTableId(String label) {
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
