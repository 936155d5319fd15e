package lexscope.profiler.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// Writes a graph as a V8 `.heapsnapshot` file, for Chrome DevTools, memlab and other readers.
///
/// Environment Records become `system / Context` objects whose variables are `context` edges;
/// `[[Environment]]` and `[[OuterEnv]]` become V8's `context` and `previous`. Scopes are written in
/// V8's tables too, so that the dead-binding analysis of DevTools can judge the file. What V8's
/// format has no place for stands in tables of our own, from which {@link HeapSnapshotReader} makes
/// an equal graph again; other readers skip them.
///
/// The order of the keys matters: the loader of DevTools looks for one after the other.
public final class HeapSnapshotWriter {
  static final int NODE_FIELDS = 7;
  private static final long LARGEST = 0xffffffffL;

  private final SnapshotGraph graph;
  private final JsonOutput out;
  private final FileStrings strings;
  private final AddedNodes added;
  private final Map<String, Integer> scriptIds = new LinkedHashMap<>();
  private final int gcRoots;
  private final int environment;
  private final int outerEnv;
  private int edgeCount;

  private HeapSnapshotWriter(SnapshotGraph graph, OutputStream out) {
    this.graph = graph;
    this.out = new JsonOutput(out);
    this.strings = new FileStrings(graph.strings());
    this.added = new AddedNodes(graph, strings);
    this.gcRoots = gcRoots(graph);
    this.environment = graph.strings().numberOf("[[Environment]]");
    this.outerEnv = graph.strings().numberOf("[[OuterEnv]]");
  }

  /// Writes `graph` to `out`, which stays open. Takes one pass over the graph.
  ///
  /// @throws SnapshotFormatException if an id or a size does not fit into the format's 32 bits
  /// @throws IOException if writing fails
  public static void write(SnapshotGraph graph, OutputStream out) throws IOException {
    new HeapSnapshotWriter(graph, out).write();
  }

  private static int gcRoots(SnapshotGraph graph) {
    for (int edge = graph.firstEdge(SnapshotGraph.ROOT);
        edge < graph.endEdge(SnapshotGraph.ROOT);
        edge++) {
      int target = graph.edgeTarget(edge);
      if (graph.kind(target) == NodeKind.SYNTHETIC && graph.name(target).equals("(GC roots)")) {
        return target;
      }
    }
    return SnapshotGraph.ROOT;
  }

  private void write() throws IOException {
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      edgeCount += edgesOf(node);
      SourceLocation location = graph.location(node);
      if (location != null) {
        scriptIds.putIfAbsent(location.script(), scriptIds.size() + 1);
      }
    }
    for (AddedNodes.Node node : added.nodes()) {
      edgeCount += node.edges().size() / 3;
    }
    AllocationTraces traces = new AllocationTraces(graph, strings, scriptIds);
    new SnapshotHeader(
            graph,
            scriptIds.keySet(),
            graph.nodeCount() + added.nodes().size(),
            edgeCount,
            traces.functionCount())
        .writeTo(out);
    writeNodes(traces);
    writeEdges();
    traces.writeTo(out);
    out.raw("\"samples\":[],\n");
    writeLocations();
    new ScopeTables(graph, strings, added).writeTo(out);
    OwnTables own = new OwnTables(graph, strings);
    own.writeTo(out);
    out.raw("\"strings\":[");
    for (int i = 0; i < strings.size(); i++) {
      out.raw(i == 0 ? "" : ",\n").string(strings.get(i));
    }
    out.raw("]}\n").close();
  }

  private int edgesOf(int node) {
    int scope = graph.scopeOf(node);
    int more = node == gcRoots ? 1 : 0;
    if (scope >= 0 && (isContext(node) || isFunction(node, scope))) {
      more++;
    }
    return graph.endEdge(node) - graph.firstEdge(node) + more;
  }

  private boolean isContext(int node) {
    return graph.detail(node).isRecord();
  }

  private boolean isFunction(int node, int scope) {
    return graph.kind(node) == NodeKind.CLOSURE && graph.scopes().scope(scope).isFunction();
  }

  private void writeNodes(AllocationTraces traces) throws IOException {
    out.raw("\"nodes\":[");
    long spare = LARGEST;
    int context = strings.number("system / Context");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      long id = graph.id(node);
      if (id < 0) {
        id = spare--;
      } else if (id > LARGEST - graph.nodeCount() - added.nodes().size()) {
        throw new SnapshotFormatException(
            "the id "
                + id
                + " of "
                + graph.name(node)
                + " does not fit into the 32 bits of a .heapsnapshot file");
      }
      int name = graph.nameNumber(node);
      NodeKind kind = graph.kind(node);
      if (isContext(node)) {
        name = context;
      } else if (graph.detail(node) == NodeDetail.BINDING) {
        name = strings.number("binding " + graph.name(node));
        kind = NodeKind.HIDDEN;
      }
      writeNode(
          node, kind, name, id, graph.shallowBytes(node), edgesOf(node), traces.traceNode(node));
    }
    int number = graph.nodeCount();
    for (AddedNodes.Node node : added.nodes()) {
      writeNode(number++, node.kind(), node.name(), spare--, 0, node.edges().size() / 3, 0);
    }
    out.raw("],\n");
  }

  private void writeNode(
      int node, NodeKind kind, int name, long id, long bytes, int edges, int traceNode)
      throws IOException {
    if (bytes > LARGEST) {
      throw new SnapshotFormatException(
          "the size " + bytes + " of a node does not fit into the 32 bits of a .heapsnapshot file");
    }
    out.raw(node == 0 ? "" : "\n,")
        .number(kind.ordinal())
        .raw(",")
        .number(name)
        .raw(",")
        .number(id);
    out.raw(",").number(bytes).raw(",").number(edges);
    out.raw(",").number(traceNode).raw(",0");
  }

  private void writeEdges() throws IOException {
    out.raw("\"edges\":[");
    boolean first = true;
    int context = strings.number("context");
    int previous = strings.number("previous");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      // First, since readers take the first edge of a name: our functions have a `shared` of their
      // own.
      first &= !writeAddedEdge(node, first);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int label = graph.edgeLabelNumber(edge);
        EdgeKind kind = graph.edgeKind(edge);
        if (kind == EdgeKind.INTERNAL
            && label == environment
            && isContext(graph.edgeTarget(edge))) {
          label = context;
        } else if (kind == EdgeKind.INTERNAL && label == outerEnv && isContext(node)) {
          label = previous;
        }
        writeEdge(first, kind.ordinal(), label, graph.edgeTarget(edge));
        first = false;
      }
    }
    for (AddedNodes.Node node : added.nodes()) {
      for (int i = 0; i < node.edges().size(); i += 3) {
        writeEdge(first, node.edges().get(i), node.edges().get(i + 1), node.edges().get(i + 2));
        first = false;
      }
    }
    out.raw("],\n");
  }

  private boolean writeAddedEdge(int node, boolean first) throws IOException {
    int scope = graph.scopeOf(node);
    if (node == gcRoots) {
      writeEdge(first, EdgeKind.ELEMENT.ordinal(), graph.nodeCount(), added.root());
    } else if (scope >= 0 && isContext(node)) {
      writeEdge(
          first, EdgeKind.INTERNAL.ordinal(), strings.number("scope_info"), added.scopeInfo(scope));
    } else if (scope >= 0 && isFunction(node, scope)) {
      writeEdge(
          first, EdgeKind.INTERNAL.ordinal(), strings.number("shared"), added.sharedInfo(scope));
    } else {
      return false;
    }
    return true;
  }

  private void writeEdge(boolean first, int kind, int label, int target) throws IOException {
    out.raw(first ? "" : "\n,")
        .number(kind)
        .raw(",")
        .number(label)
        .raw(",")
        .number((long) target * NODE_FIELDS);
  }

  private void writeLocations() throws IOException {
    out.raw("\"locations\":[");
    boolean first = true;
    for (int i = 0; i < graph.locations().size(); i++) {
      int node = graph.locations().nodeAt(i);
      SourceLocation location = graph.location(node);
      if (location != null) {
        out.raw(first ? "" : "\n,")
            .number((long) node * NODE_FIELDS)
            .raw(",")
            .number(scriptIds.getOrDefault(location.script(), 0));
        out.raw(",")
            .number(Math.max(0, location.line() - 1))
            .raw(",")
            .number(Math.max(0, location.column() - 1));
        first = false;
      }
    }
    out.raw("],\n");
  }
}
