package lexscope.profiler.format;

import com.carrotsearch.hppc.LongArrayList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.jspecify.annotations.Nullable;

/// Reads V8 `.heapsnapshot` files, packed with gzip or not, straight into the columns of a graph:
/// one pass, no tree, strings decoded when asked for. Fields are found by the names in the file's
/// own head. Files that we wrote give the graph that was written.
///
/// Of foreign files, detachedness, allocation traces and timelines are passed over.
public final class HeapSnapshotReader {
  private final ByteScanner in;
  private final String source;
  private final EncodedStrings strings = new EncodedStrings();
  private final Map<String, long[]> tables = new LinkedHashMap<>();
  private @Nullable SnapshotMeta meta;
  private @Nullable SnapshotGraphBuilder graph;
  private int[] edgeCounts = new int[0];
  private int ownNodes;
  private boolean edgesRead;
  private boolean stringsRead;

  private HeapSnapshotReader(InputStream in, String source) {
    this.in = new ByteScanner(in);
    this.source = source;
  }

  /// Reads a file.
  ///
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(Path file) throws IOException {
    Path name = file.getFileName();
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name == null ? file.toString() : name.toString());
    }
  }

  /// Reads a stream to its end, and leaves it open.
  ///
  /// @param source the name that the graph goes by
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(InputStream in, String source) throws IOException {
    try {
      return new HeapSnapshotReader(unpacked(in), source).read();
    } catch (ZipException e) {
      throw new SnapshotFormatException("the gzip data is damaged: " + e.getMessage());
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int magic = buffered.read() | buffered.read() << 8;
    buffered.reset();
    return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private SnapshotGraph read() throws IOException {
    if (in.peek() != '{') {
      throw in.error("this is no heap snapshot: it does not begin with '{'");
    }
    in.expect('{');
    if (!in.accept('}')) {
      do {
        ByteScanner.ByteSink key = in.string(new ByteScanner.ByteSink());
        in.expect(':');
        readPart(EncodedStrings.decode(key.bytes, 0, key.size));
      } while (in.accept(','));
      in.expect('}');
    }
    SnapshotMeta head = required(meta, "snapshot");
    SnapshotGraphBuilder nodes = required(graph, "nodes");
    if (!edgesRead || !stringsRead) {
      throw in.error("the file ends without \"" + (edgesRead ? "strings" : "edges") + "\"");
    }
    return finish(head, nodes);
  }

  private <T> T required(@Nullable T part, String name) throws SnapshotFormatException {
    if (part == null) {
      throw in.error("\"" + name + "\" is missing, or comes too late");
    }
    return part;
  }

  private void readPart(String key) throws IOException {
    switch (key) {
      case "snapshot" -> {
        long offset = in.offset();
        ByteScanner.ByteSink head = new ByteScanner.ByteSink();
        in.skipValue(head);
        meta = new SnapshotMeta(JsonTree.parse(head, offset), offset);
      }
      case "nodes" -> readNodes(required(meta, "snapshot"));
      case "edges" -> readEdges(required(meta, "snapshot"), required(graph, "nodes"));
      case "locations",
          "lexscope_nodes",
          "lexscope_scopes",
          "lexscope_variables",
          "lexscope_uses" ->
          tables.put(key, readNumbers());
      case "strings" -> {
        strings.read(in);
        stringsRead = true;
      }
      default -> in.skipValue(null);
    }
  }

  private long[] readNumbers() throws IOException {
    LongArrayList numbers = new LongArrayList();
    in.expect('[');
    if (!in.accept(']')) {
      do {
        numbers.add(in.number());
      } while (in.accept(','));
      in.expect(']');
    }
    return numbers.toArray();
  }

  private void readNodes(SnapshotMeta head) throws IOException {
    int count = head.count("node_count");
    ownNodes = head.ownNodes(count);
    int width = head.width("node_fields");
    int type = head.requiredField("node_fields", "type");
    int name = head.requiredField("node_fields", "name");
    int id = head.requiredField("node_fields", "id");
    int size = head.requiredField("node_fields", "self_size");
    int edges = head.requiredField("node_fields", "edge_count");
    NodeKind[] kinds = head.nodeKinds();
    SnapshotGraphBuilder nodes = new SnapshotGraphBuilder(ownNodes, head.count("edge_count"));
    edgeCounts = new int[count];
    long[] row = new long[width];
    in.expect('[');
    for (int node = 0; node < count; node++) {
      if (node > 0) {
        in.expect(',');
      }
      readRow(row);
      edgeCounts[node] = small(row[edges], "edge_count");
      if (node < ownNodes) {
        int kind = small(row[type], "type");
        nodes.addNode(
            kind < kinds.length ? kinds[kind] : NodeKind.HIDDEN,
            NodeDetail.NONE,
            small(row[name], "name"),
            row[id],
            row[size]);
      }
    }
    in.expect(']');
    graph = nodes;
  }

  private void readRow(long[] row) throws IOException {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        in.expect(',');
      }
      row[i] = in.number();
    }
  }

  private int small(long value, String field) throws SnapshotFormatException {
    if (value > Integer.MAX_VALUE) {
      throw in.error("the " + field + " " + value + " is out of range");
    }
    return (int) value;
  }

  private void readEdges(SnapshotMeta head, SnapshotGraphBuilder nodes) throws IOException {
    int width = head.width("edge_fields");
    int type = head.requiredField("edge_fields", "type");
    int label = head.requiredField("edge_fields", "name_or_index");
    int target = head.requiredField("edge_fields", "to_node");
    int nodeWidth = head.width("node_fields");
    EdgeKind[] kinds = head.edgeKinds();
    long[] row = new long[width];
    boolean first = true;
    in.expect('[');
    for (int node = 0; node < edgeCounts.length; node++) {
      for (int i = 0; i < edgeCounts[node]; i++) {
        if (!first) {
          in.expect(',');
        }
        first = false;
        readRow(row);
        if (row[target] % nodeWidth != 0 || row[target] / nodeWidth >= edgeCounts.length) {
          throw in.error("the edge leads to " + row[target] + ", where no node begins");
        }
        int to = (int) (row[target] / nodeWidth);
        if (node < ownNodes && to < ownNodes) {
          int kind = small(row[type], "type");
          nodes.addEdge(
              node,
              kind < kinds.length ? kinds[kind] : EdgeKind.HIDDEN,
              small(row[label], "name_or_index"),
              to);
        }
      }
    }
    in.expect(']');
    edgesRead = true;
    edgeCounts = new int[0];
  }

  private SnapshotGraph finish(SnapshotMeta head, SnapshotGraphBuilder nodes)
      throws SnapshotFormatException {
    checkNames(nodes);
    long[] locations = tables.getOrDefault("locations", new long[0]);
    new LocationTable(head, locations).apply(nodes);
    GraphInfo info;
    if (head.isOwn()) {
      new OwnTablesReader(head, strings, tables).apply(nodes);
      info =
          new GraphInfo(head.own("source"), head.own("title"), head.own("policy"), head.own("run"));
    } else {
      ForeignDetails.apply(nodes, strings);
      info = new GraphInfo(source, "", "v8", "");
    }
    return nodes.build(info, strings);
  }

  /// All names must be in the table, or a later question would fail.
  private void checkNames(SnapshotGraphBuilder nodes) throws SnapshotFormatException {
    for (int node = 0; node < nodes.nodeCount(); node++) {
      if (nodes.nameNumber(node) >= strings.size()) {
        throw in.error(
            "node " + node + " has the name " + nodes.nameNumber(node) + " of " + strings.size());
      }
    }
    for (int edge = 0; edge < nodes.edgeCount(); edge++) {
      if (!nodes.edgeKind(edge).isNumbered() && nodes.edgeLabelNumber(edge) >= strings.size()) {
        throw in.error(
            "edge "
                + edge
                + " has the name "
                + nodes.edgeLabelNumber(edge)
                + " of "
                + strings.size());
      }
    }
  }
}
