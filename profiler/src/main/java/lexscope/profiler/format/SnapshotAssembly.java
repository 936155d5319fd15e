package lexscope.profiler.format;

import com.carrotsearch.hppc.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.jspecify.annotations.Nullable;

/// Makes the graph of the parts of a file, all of which have been read.
final class SnapshotAssembly {
  /// The parts of a file.
  ///
  /// @param firstEdge of each node, and behind the last the number of edges
  /// @param tables of which this class knows nothing but the names
  record Parts(
      SnapshotMeta head,
      NodeColumns nodes,
      EdgeColumns edges,
      @SuppressWarnings("ArrayRecordComponent") int[] firstEdge,
      EncodedStrings strings,
      IntTable locations,
      Map<String, long[]> tables,
      @Nullable TraceTreeReader traceTree) {}

  private SnapshotAssembly() {}

  /// The graph. The columns of the parts become the graph's own, or can go once it has a copy.
  ///
  /// @param source what the graph goes by if the file does not say it
  static SnapshotGraph graph(Parts parts, String source) throws SnapshotFormatException {
    SnapshotMeta head = parts.head;
    EncodedStrings strings = parts.strings;
    Map<String, long[]> tables = parts.tables;
    TraceTreeReader traceTree = parts.traceTree;
    LongArrayList traced = parts.nodes.traced();
    int[] detached = parts.nodes.detached();
    int[] firstEdge = parts.firstEdge;
    LocationTable locations = new LocationTable(head, parts.locations, scripts(parts));
    int own = head.ownNodes(parts.nodes.rows());
    SnapshotGraphBuilder graph =
        own < parts.nodes.rows()
            ? firstNodes(parts.nodes, parts.edges, firstEdge, own)
            : allNodes(parts.nodes, parts.edges, firstEdge, head);
    locations.apply(graph);
    if (traceTree != null) {
      traceTree.apply(
          graph,
          tables.getOrDefault("trace_function_infos", new long[0]),
          tables.getOrDefault("lexscope_calls", new long[0]),
          strings,
          traced);
    }
    GraphInfo info;
    if (head.isOwn()) {
      new OwnTablesReader(head, strings, tables).apply(graph);
      info =
          new GraphInfo(head.own("source"), head.own("title"), head.own("policy"), head.own("run"));
    } else {
      ForeignDetails.apply(graph, strings);
      ForeignDetails.nameDetached(detached, graph, strings);
      new V8ScopeTables(head, strings, tables, graph).apply(firstEdge);
      info = new GraphInfo(source, "", "v8", "");
    }
    return graph.build(info, strings);
  }

  private static Map<Integer, String> scripts(Parts parts) throws SnapshotFormatException {
    return parts.head.isOwn()
        ? Map.of()
        : new ScriptNames(parts.head, parts.nodes, parts.edges, parts.firstEdge, parts.strings)
            .of(parts.locations);
  }

  private static SnapshotGraphBuilder allNodes(
      NodeColumns nodes, EdgeColumns edges, int[] firstEdge, SnapshotMeta head)
      throws SnapshotFormatException {
    SnapshotGraphBuilder graph =
        SnapshotGraphBuilder.ofColumns(
            nodes.kinds,
            nodes.names,
            nodes.ids,
            nodes.sizes,
            firstEdge,
            edges.kinds,
            edges.labels,
            edges.targets);
    int[][] foreignNodes = nodes.foreign();
    int[][] foreignEdges = edges.foreign();
    if (foreignNodes.length + foreignEdges.length > 0) {
      List<String> labels = new ArrayList<>(head.nodeTypeNames());
      // Behind the named types one for numbers without a name.
      labels.add("unknown");
      int edgeLabels = labels.size();
      labels.addAll(head.edgeTypeNames());
      labels.add("unknown");
      graph.setForeignKinds(labels);
      for (int[] pair : foreignNodes) {
        graph.setForeignKind(pair[0], pair[1]);
      }
      for (int[] pair : foreignEdges) {
        graph.setForeignEdgeKind(pair[0], edgeLabels + pair[1]);
      }
    }
    return graph;
  }

  /// The graph of the first `count` nodes: the others only describe scopes for other readers.
  private static SnapshotGraphBuilder firstNodes(
      NodeColumns nodes, EdgeColumns edges, int[] firstEdge, int count) {
    NodeKind[] nodeKinds = NodeKind.values();
    EdgeKind[] edgeKinds = EdgeKind.values();
    SnapshotGraphBuilder graph = new SnapshotGraphBuilder(count);
    for (int node = 0; node < count; node++) {
      graph.addNode(
          nodeKinds[nodes.kinds[node]],
          NodeDetail.NONE,
          nodes.names[node],
          nodes.ids.get(node),
          nodes.sizes.get(node));
    }
    for (int node = 0; node < count; node++) {
      for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
        if (edges.targets[edge] < count) {
          graph.addEdge(
              node, edgeKinds[edges.kinds[edge]], edges.labels[edge], edges.targets[edge]);
        }
      }
    }
    graph.layOut();
    return graph;
  }
}
