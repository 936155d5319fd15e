package lexscope.profiler.format;

import com.carrotsearch.hppc.LongArrayList;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// Reads V8 `.heapsnapshot` files, packed with gzip or not, straight into the columns of a graph:
/// one pass, no tree, numbers parsed on all cores, strings decoded when asked for. Fields are found
/// by the names in the file's own head. Files that we wrote give the graph that was written.
///
/// A file that is no snapshot, is cut off or damaged, or promises more than it holds, is refused
/// with the place and the cause, and takes no more memory than its own size calls for.
///
/// Of foreign files, timelines are passed over.
public final class HeapSnapshotReader {
  /// Told how far reading has come.
  @FunctionalInterface
  public interface Progress {
    /// So many bytes have been read, counted after unpacking.
    void read(long bytes);
  }

  /// Opens what is read a second time, to find the place of an error that shows late.
  @FunctionalInterface
  public interface Again {
    /// The same bytes from the beginning.
    InputStream open() throws IOException;
  }

  private static final int MOST_THREADS = 4;

  /// Rows that room is made for before any has been seen, if the size of the file is not known.
  private static final int FIRST_ROOM = 1 << 14;

  private final ByteScanner in;
  private final String source;
  private final long fileSize;
  private final BlockWorkers workers;
  private final EncodedStrings strings = new EncodedStrings();
  private final Map<String, long[]> tables = new LinkedHashMap<>();
  private final IntTable locations = new IntTable();
  private @Nullable SnapshotMeta meta;
  private @Nullable NodeColumns nodeColumns;
  private @Nullable EdgeColumns edgeColumns;
  private @Nullable TraceTreeReader traceTree;
  private int[] firstEdge = new int[0];
  private boolean stringsRead;
  private long nodesOffset;
  private long edgesOffset;
  private final @Nullable Again again;

  private HeapSnapshotReader(
      InputStream in,
      String source,
      long fileSize,
      BlockWorkers workers,
      Progress progress,
      @Nullable Again again) {
    this.again = again;
    this.in = new ByteScanner(in, progress);
    this.source = source;
    this.fileSize = fileSize;
    this.workers = workers;
  }

  /// Reads a file on all cores, at most four.
  ///
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(Path file) throws IOException {
    return read(file, _ -> {});
  }

  /// Reads a file on all cores, at most four, and tells how far it has come.
  ///
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(Path file, Progress progress) throws IOException {
    Path name = file.getFileName();
    try (InputStream in = Files.newInputStream(file)) {
      return read(
          in,
          name == null ? file.toString() : name.toString(),
          Files.isRegularFile(file) ? Files.size(file) : -1,
          threads(),
          progress,
          () -> Files.newInputStream(file));
    }
  }

  /// Reads a stream to its end, and leaves it open.
  ///
  /// @param source the name that the graph goes by
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(InputStream in, String source) throws IOException {
    return read(in, source, -1, threads(), _ -> {}, null);
  }

  /// Reads a stream to its end, tells how far it has come, and leaves it open.
  ///
  /// @param source the name that the graph goes by
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(InputStream in, String source, Progress progress)
      throws IOException {
    return read(in, source, -1, threads(), progress, null);
  }

  /// Reads a stream to its end, and leaves it open. The graph does not depend on the threads.
  ///
  /// @param source the name that the graph goes by
  /// @param size how many bytes will come, or -1 if that is not known
  /// @param threads how many parse numbers
  /// @param again opens the same bytes again, for the places of errors; null if that cannot be:
  ///   then some errors are placed at the beginning of the table they are in
  /// @throws SnapshotFormatException if it is no snapshot, with the place and the cause
  /// @throws IOException if it cannot be read
  public static SnapshotGraph read(
      InputStream in,
      String source,
      long size,
      int threads,
      Progress progress,
      @Nullable Again again)
      throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, 2);
    boolean packed = PackedFile.isPacked(pushback);
    try (BlockWorkers workers = new BlockWorkers(threads)) {
      HeapSnapshotReader reader =
          new HeapSnapshotReader(
              packed ? PackedFile.unpacking(pushback) : pushback,
              source,
              packed ? -1 : size,
              workers,
              progress,
              again);
      try {
        return reader.read();
      } catch (SnapshotFormatException e) {
        throw workers.first(
            e.offset() >= 0
                ? e
                : new SnapshotFormatException(reader.in.offset(), String.valueOf(e.getMessage())));
      } catch (ZipException | EOFException e) {
        throw new SnapshotFormatException(
            reader.in.offset(), "the gzip data is damaged: " + e.getMessage());
      } catch (OutOfMemoryError _) {
        throw new SnapshotFormatException(
            reader.in.offset(),
            "the snapshot needs more memory than Java has: set LEXSCOPE_OPTS=-Xmx...");
      }
    } catch (ZipException | EOFException e) {
      throw new SnapshotFormatException(0, "the gzip data is damaged: " + e.getMessage());
    }
  }

  /// How many threads reading pays for on this machine.
  public static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private SnapshotGraph read() throws IOException {
    if (in.peek() != '{') {
      throw in.error("this is no heap snapshot: it does not begin with '{'");
    }
    in.expect('{');
    if (!in.accept('}')) {
      do {
        ByteScanner.ByteSink key = new ByteScanner.ByteSink();
        in.string(key);
        in.expect(':');
        readPart(EncodedStrings.decode(key.bytes, 0, key.size));
      } while (in.accept(','));
      in.expect('}');
    }
    if (in.peek() >= 0) {
      throw in.error("the snapshot is over and the file is not");
    }
    SnapshotMeta head = required(meta, "snapshot");
    NodeColumns nodes = required(nodeColumns, "nodes");
    if (edgeColumns == null || !stringsRead) {
      throw in.error(
          "the file ends without \"" + (edgeColumns == null ? "edges" : "strings") + "\"");
    }
    workers.await();
    EdgeColumns edges = edgeColumns;
    edges.finish();
    NameCheck names = new NameCheck(head, strings.size(), again);
    names.nodes(nodes, nodesOffset);
    names.edges(edges, edgesOffset);
    // The graph may need room for copies.
    nodeColumns = null;
    edgeColumns = null;
    return SnapshotAssembly.graph(
        new SnapshotAssembly.Parts(
            head, nodes, edges, firstEdge, strings, locations, tables, traceTree),
        source);
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
        once(meta == null, key);
        long offset = in.offset();
        ByteScanner.ByteSink head = new ByteScanner.ByteSink();
        in.skipValue(head);
        meta = new SnapshotMeta(JsonTree.parse(head, offset), offset);
      }
      case "nodes" -> {
        once(nodeColumns == null, key);
        readNodes(required(meta, "snapshot"));
      }
      case "edges" -> {
        once(edgeColumns == null, key);
        readEdges(required(meta, "snapshot"), required(nodeColumns, "nodes"));
      }
      case "locations" -> NumberBlocks.read(in, key, locations, Integer.MAX_VALUE - 8, workers);
      case "scopes", "scope_context_vars", "scope_uses" -> {
        if (required(meta, "snapshot").isOwn()) {
          in.skipValue(null);
        } else {
          tables.put(key, readSignedNumbers());
        }
      }
      case "lexscope_nodes",
          "lexscope_scopes",
          "lexscope_variables",
          "lexscope_uses",
          "lexscope_calls" ->
          tables.put(key, readNumbers());
      case "trace_function_infos" -> {
        if (required(meta, "snapshot").hasTraces()) {
          tables.put(key, readNumbers());
        } else {
          in.skipValue(null);
        }
      }
      case "trace_tree" -> {
        SnapshotMeta head = required(meta, "snapshot");
        once(traceTree == null, key);
        if (head.hasTraces()) {
          // It may find the head wrong; what is wrong with the blocks before it was met earlier.
          workers.await();
          traceTree = new TraceTreeReader(head);
          traceTree.readTree(in);
        } else {
          in.skipValue(null);
        }
      }
      case "strings" -> {
        once(!stringsRead, key);
        strings.read(in);
        stringsRead = true;
      }
      default -> in.skipValue(null);
    }
  }

  private void once(boolean first, String key) throws SnapshotFormatException {
    if (!first) {
      throw in.error("\"" + key + "\" comes a second time");
    }
  }

  /// V8 gives the top level of a script a negative number.
  private long[] readSignedNumbers() throws IOException {
    LongArrayList numbers = new LongArrayList();
    in.expect('[');
    if (!in.accept(']')) {
      do {
        numbers.add(in.accept('-') ? -in.number() : in.number());
      } while (in.accept(','));
      in.expect(']');
    }
    return numbers.toArray();
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

  /// For how many rows room is made at once. A digit and a comma are the least that a number takes.
  private int room(int rows, int width, String count) throws SnapshotFormatException {
    if (fileSize < 0) {
      return Math.min(rows, FIRST_ROOM);
    }
    if (2L * width * rows > fileSize) {
      throw in.error(
          "\""
              + count
              + "\" is "
              + rows
              + ", and a file of "
              + fileSize
              + " bytes has no room for as many");
    }
    return rows;
  }

  private void readNodes(SnapshotMeta head) throws IOException {
    int count = head.count("node_count");
    int width = head.width("node_fields");
    if (count == 0) {
      throw in.error("\"node_count\" is 0: a snapshot has a root at least");
    }
    NodeColumns columns = new NodeColumns(head, count, room(count, width, "node_count"));
    in.peek();
    nodesOffset = in.offset();
    long most = (long) count * width;
    long numbers = NumberBlocks.read(in, "nodes", columns, most, workers);
    workers.await();
    checkCount("nodes", numbers, most);
    firstEdge = columns.firstEdges(head.count("edge_count"), in.offset());
    nodeColumns = columns;
  }

  private void readEdges(SnapshotMeta head, NodeColumns nodes) throws IOException {
    int edgeCount = head.count("edge_count");
    int width = head.width("edge_fields");
    EdgeColumns columns =
        new EdgeColumns(head, edgeCount, room(edgeCount, width, "edge_count"), nodes.rows());
    long most = (long) edgeCount * width;
    in.peek();
    edgesOffset = in.offset();
    checkCount("edges", NumberBlocks.read(in, "edges", columns, most, workers), most);
    edgeColumns = columns;
  }

  private void checkCount(String name, long numbers, long wanted) throws SnapshotFormatException {
    if (numbers != wanted) {
      throw in.error("\"" + name + "\" ends after " + numbers + " of " + wanted + " numbers");
    }
  }
}
