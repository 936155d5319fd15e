package lexscope.profiler.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes nodes and edges in any order of discovery and makes a {@link SnapshotGraph} of them. Edges
/// that arrive in the order of their sources cost nothing extra; others are merged in at the end,
/// and the edges of one node keep their order.
///
/// The first node added is the root. A builder makes one graph.
public final class SnapshotGraphBuilder {
  private static final NodeKind[] NODE_KINDS = NodeKind.values();
  private static final NodeDetail[] DETAILS = NodeDetail.values();
  private static final EdgeKind[] EDGE_KINDS = EdgeKind.values();
  private static final int[] NO_NUMBERS = {};

  int nodeCount;
  byte[] nodeKind;
  byte[] nodeDetail;
  int[] nodeName;
  LongColumn nodeId;
  LongColumn shallowBytes;
  int[] edgeTarget = NO_NUMBERS;
  byte[] edgeKind = {};
  int[] edgeLabel = NO_NUMBERS;
  ScopeTable scopes = ScopeTable.EMPTY;
  AllocationStacks allocationStacks = AllocationStacks.EMPTY;
  final SparseColumn.Builder recordNumbers = new SparseColumn.Builder();
  final SparseColumn.Builder cells = new SparseColumn.Builder();
  final SparseColumn.Builder parts = new SparseColumn.Builder();
  final SparseColumn.Builder scopeNumbers = new SparseColumn.Builder();
  final SourceLocations.Builder locations = new SourceLocations.Builder();

  final SparseColumn.Builder foreignNodeKinds = new SparseColumn.Builder();
  final SparseColumn.Builder foreignEdgeKinds = new SparseColumn.Builder();
  List<String> foreignKinds = List.of();

  private final InternedStrings strings = new InternedStrings();
  private @Nullable GrowingEdges growing;
  int[] firstEdge = NO_NUMBERS;

  /// A builder with room for a small graph.
  public SnapshotGraphBuilder() {
    this(64);
  }

  /// A builder with room for as many nodes; it grows beyond them.
  public SnapshotGraphBuilder(int expectedNodes) {
    this(expectedNodes, new GrowingEdges(expectedNodes));
  }

  private SnapshotGraphBuilder(int expectedNodes, @Nullable GrowingEdges growing) {
    int nodes = Math.max(1, expectedNodes);
    this.growing = growing;
    nodeKind = new byte[nodes];
    nodeDetail = new byte[nodes];
    nodeName = new int[nodes];
    nodeId = new LongColumn(nodes);
    shallowBytes = new LongColumn(nodes);
  }

  /// A builder whose nodes and edges lie in columns already; no more can be added.
  ///
  /// @param firstEdge the first edge of each node and, at the end, the number of edges
  public static SnapshotGraphBuilder ofColumns(
      byte[] nodeKind,
      int[] nodeName,
      LongColumn nodeId,
      LongColumn shallowBytes,
      int[] firstEdge,
      byte[] edgeKind,
      int[] edgeLabel,
      int[] edgeTarget) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder(0, null);
    builder.nodeCount = firstEdge.length - 1;
    builder.nodeKind = nodeKind;
    builder.nodeDetail = new byte[builder.nodeCount];
    builder.nodeName = nodeName;
    builder.nodeId = nodeId;
    builder.shallowBytes = shallowBytes;
    builder.firstEdge = firstEdge;
    builder.edgeKind = edgeKind;
    builder.edgeLabel = edgeLabel;
    builder.edgeTarget = edgeTarget;
    return builder;
  }

  /// Says what kinds this version does not know, for {@link #setForeignKind}.
  public void setForeignKinds(List<String> labels) {
    foreignKinds = labels;
  }

  /// Says that a node is of a kind of {@link #setForeignKinds}.
  public void setForeignKind(int node, int kind) {
    foreignNodeKinds.set(node, kind);
  }

  /// Says that an edge is of a kind of {@link #setForeignKinds}. Only edges in columns can be.
  public void setForeignEdgeKind(int edge, int kind) {
    foreignEdgeKinds.set(edge, kind);
  }

  /// The table of names that this builder fills.
  public InternedStrings strings() {
    return strings;
  }

  /// How many nodes have been added.
  public int nodeCount() {
    return nodeCount;
  }

  /// Adds a node and returns its number.
  public int addNode(NodeKind kind, NodeDetail detail, String name, long id, long bytes) {
    return addNode(kind, detail, strings.intern(name), id, bytes);
  }

  /// Adds a node whose name is a number of the string table.
  public int addNode(NodeKind kind, NodeDetail detail, int name, long id, long bytes) {
    if (nodeCount == nodeKind.length) {
      int capacity = grown(nodeCount);
      nodeKind = Arrays.copyOf(nodeKind, capacity);
      nodeDetail = Arrays.copyOf(nodeDetail, capacity);
      nodeName = Arrays.copyOf(nodeName, capacity);
      nodeId.resize(capacity);
      shallowBytes.resize(capacity);
    }
    nodeKind[nodeCount] = (byte) kind.ordinal();
    nodeDetail[nodeCount] = (byte) detail.ordinal();
    nodeName[nodeCount] = name;
    nodeId.set(nodeCount, id);
    shallowBytes.set(nodeCount, bytes);
    return nodeCount++;
  }

  /// Adds an edge with a text as its label.
  public void addEdge(int source, EdgeKind kind, String label, int target) {
    if (kind.isNumbered()) {
      throw new IllegalArgumentException(
          kind + " edges are labelled by a number, not by \"" + label + "\"");
    }
    addEdge(source, kind, strings.intern(label), target);
  }

  /// Adds an edge whose label is an index, or a number of the string table for kinds that are
  /// labelled by text.
  public void addEdge(int source, EdgeKind kind, int label, int target) {
    growing().add(source, (byte) kind.ordinal(), label, target);
  }

  /// As {@link #addEdge}, where edges of sources in between are still to come in their order: this
  /// one does not make them latecomers.
  public void addEdgeAside(int source, EdgeKind kind, int label, int target) {
    growing().addAside(source, (byte) kind.ordinal(), label, target);
  }

  private GrowingEdges growing() {
    GrowingEdges all = growing;
    if (all == null) {
      throw new IllegalStateException("the edges lie in columns already");
    }
    return all;
  }

  /// Says what a node is beyond its kind, if that was not known when it was added.
  public void setDetail(int node, NodeDetail detail) {
    nodeDetail[node] = (byte) detail.ordinal();
  }

  /// Gives a node another id.
  public void setId(int node, long id) {
    nodeId.set(node, id);
  }

  /// Says what a node is, if that was not known when it was added.
  public void setKind(int node, NodeKind kind) {
    nodeKind[node] = (byte) kind.ordinal();
  }

  /// What a node that was added is.
  public NodeKind kind(int node) {
    return NODE_KINDS[nodeKind[node]];
  }

  /// What a node that was added is beyond its kind.
  public NodeDetail detail(int node) {
    return DETAILS[nodeDetail[node]];
  }

  /// The number of the name of a node that was added.
  public int nameNumber(int node) {
    return nodeName[node];
  }

  /// Lays the edges out in columns: from now on they can be asked for and labelled anew, but
  /// neither nodes nor edges can be added.
  ///
  /// @throws IllegalStateException if an edge leads nowhere
  public void layOut() {
    GrowingEdges all = growing;
    if (all != null) {
      GrowingEdges.Columns columns = all.columns(nodeCount);
      firstEdge = columns.first();
      edgeTarget = columns.target();
      edgeKind = columns.kind();
      edgeLabel = columns.label();
      growing = null;
    }
  }

  /// How many edges lie in columns.
  public int edgeCount() {
    return firstEdge[nodeCount];
  }

  /// The node that an edge in columns leaves. Takes a binary search.
  public int edgeSource(int edge) {
    int low = 0;
    int high = nodeCount;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (firstEdge[middle] <= edge) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The node that an edge in columns leads to.
  public int edgeTarget(int edge) {
    return edgeTarget[edge];
  }

  /// What an edge in columns stands for.
  public EdgeKind edgeKind(int edge) {
    return EDGE_KINDS[edgeKind[edge]];
  }

  /// The index or the number of the label of an edge in columns.
  public int edgeLabelNumber(int edge) {
    return edgeLabel[edge];
  }

  /// Gives an edge in columns another label.
  public void setEdgeLabel(int edge, int label) {
    edgeLabel[edge] = label;
  }

  /// The size of a node that was added.
  public long shallowBytes(int node) {
    return shallowBytes.get(node);
  }

  /// Gives a node another size, if it was not known when the node was added.
  public void setShallowBytes(int node, long bytes) {
    shallowBytes.set(node, bytes);
  }

  /// Gives a node another name.
  public void setName(int node, int name) {
    nodeName[node] = name;
  }

  /// Says that a node is an Environment Record with this number.
  public void setRecordNumber(int node, long number) {
    recordNumbers.set(node, number);
  }

  /// Says which cell and part a node stands for, if that is not the whole cell with the node's id.
  public void setCellPart(int node, CellPart cellPart) {
    cells.set(node, cellPart.cell());
    parts.set(node, cellPart.part());
  }

  /// Gives all scopes that were said of nodes other numbers: those that stand at the places of the
  /// old ones. A node whose scope gets a negative number belongs to none any more.
  public void renumberScopes(int[] numbers) {
    scopeNumbers.renumber(numbers);
  }

  /// Says which scope a record or closure belongs to.
  public void setScope(int node, int scope) {
    scopeNumbers.set(node, scope);
  }

  /// Says where a node was made or defined; line and column count from 1.
  public void setLocation(int node, String script, int line, int column) {
    locations.set(node, script, line, column);
  }

  /// Sets the calls in which nodes were made.
  public void setAllocationStacks(AllocationStacks stacks) {
    allocationStacks = stacks;
  }

  /// Sets the scopes of the source text.
  public void setScopes(ScopeTable table) {
    scopes = table;
  }

  /// The graph of everything added, with the builder's own names.
  public SnapshotGraph build(GraphInfo info) {
    return build(info, strings);
  }

  /// The graph of everything added, with names from elsewhere.
  ///
  /// @throws IllegalStateException if no root was added or an edge leads nowhere
  public SnapshotGraph build(GraphInfo info, StringTable names) {
    if (nodeCount == 0) {
      throw new IllegalStateException("a graph needs a root");
    }
    layOut();
    return new SnapshotGraph(this, info, names);
  }

  private static int grown(int size) {
    int capacity = size + (size >> 1) + 16;
    if (capacity < 0) {
      throw new IllegalStateException("a graph holds at most 2^31 nodes and edges");
    }
    return capacity;
  }
}
