package lexscope.profiler.format;

import java.io.IOException;
import java.io.InputStream;
import lexscope.profiler.graph.EdgeKind;
import org.jspecify.annotations.Nullable;

/// Holds the names of nodes and edges against the table of strings, which comes last in a file: all
/// must be in it, or a later question would fail. Takes a pass over nodes and edges; the file is
/// read again only to say where a wrong name stands.
final class NameCheck {
  private final SnapshotMeta head;
  private final int known;
  private final HeapSnapshotReader.@Nullable Again again;

  /// @param known how many strings there are
  /// @param again opens the file again; null if that cannot be: then an error is placed at the
  ///   beginning of its table
  NameCheck(SnapshotMeta head, int known, HeapSnapshotReader.@Nullable Again again) {
    this.head = head;
    this.known = known;
    this.again = again;
  }

  /// @param offset where the table of nodes begins
  void nodes(NodeColumns nodes, long offset) throws IOException {
    int[] names = nodes.names;
    for (int node = 0; node < nodes.rows(); node++) {
      if (names[node] >= known) {
        throw new SnapshotFormatException(
            place(offset, "node_fields", "name", node),
            "node " + node + " has the name " + names[node] + " of " + known);
      }
    }
  }

  /// @param offset where the table of edges begins
  void edges(EdgeColumns edges, long offset) throws IOException {
    boolean[] numbered = new boolean[EdgeKind.values().length];
    for (EdgeKind kind : EdgeKind.values()) {
      numbered[kind.ordinal()] = kind.isNumbered();
    }
    int[] labels = edges.labels;
    byte[] kinds = edges.kinds;
    for (int edge = 0; edge < labels.length; edge++) {
      if (Integer.compareUnsigned(labels[edge], known) >= 0 && !numbered[kinds[edge]]) {
        throw new SnapshotFormatException(
            place(offset, "edge_fields", "name_or_index", edge),
            "edge "
                + edge
                + " has the name "
                + Integer.toUnsignedString(labels[edge])
                + " of "
                + known);
      }
    }
  }

  /// Where in the file a number of a table stands that begins at `offset`.
  private long place(long offset, String fields, String field, int row) throws IOException {
    if (again == null) {
      return offset;
    }
    try (InputStream raw = again.open();
        InputStream repeated = PackedFile.unpacked(raw)) {
      return NumberBlocks.placeOf(
          repeated, offset, (long) row * head.width(fields) + head.requiredField(fields, field));
    }
  }
}
