package lexscope.profiler.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A heap frozen into columns: nodes are numbered from 0, edges lie in the order of their sources
/// (compressed sparse rows). Node 0 is the root, a synthetic node without a name; its edge `element
/// 1` leads to "(GC roots)", below which one synthetic node gathers the roots of each kind, with an
/// edge for each root whose label is the root's place.
///
/// Eighteen bytes a node and nine an edge, if ids and sizes fit into 32 bits; what few nodes have
/// lies in sparse columns. Everything derived (who points to a node, the node of an id) is made on
/// first use and kept. A graph never changes. Reading it from several threads is safe once the
/// derived parts that they read have been made.
public final class SnapshotGraph {
  /// The number of the root.
  public static final int ROOT = 0;

  private static final NodeKind[] NODE_KINDS = NodeKind.values();
  private static final EdgeKind[] EDGE_KINDS = EdgeKind.values();
  private static final NodeDetail[] DETAILS = NodeDetail.values();

  /// After so many questions for the edges to a node an index of all pays.
  private static final int EDGE_SCANS = 12;

  private final GraphInfo info;
  private final StringTable strings;
  private final int nodeCount;
  private final int edgeCount;
  private final ByteColumn nodeKind;
  private final ByteColumn nodeDetail;
  private final IntColumn nodeName;
  private final LongColumn nodeId;
  private final LongColumn shallowBytes;
  private final IntColumn firstEdge;
  private final IntColumn edgeTarget;
  private final ByteColumn edgeKind;
  private final IntColumn edgeLabel;
  private final SparseColumn recordNumbers;
  private final SparseColumn cells;
  private final SparseColumn parts;
  private final SparseColumn scopeNumbers;
  private final SparseColumn foreignNodeKinds;
  private final SparseColumn foreignEdgeKinds;
  private final List<String> foreignKinds;
  private final SourceLocations locations;
  private final ScopeTable scopes;
  private final AllocationStacks allocationStacks;
  private final Ordinals ordinals;
  private @Nullable Retainers retainers;
  private @Nullable Ephemerons ephemerons;
  private int edgeScans;

  SnapshotGraph(SnapshotGraphBuilder builder, GraphInfo info, StringTable strings) {
    this.info = info;
    this.strings = strings;
    this.nodeCount = builder.nodeCount;
    this.edgeCount = builder.firstEdge[nodeCount];
    this.nodeKind = fitted(builder.nodeKind, nodeCount);
    this.nodeDetail = fitted(builder.nodeDetail, nodeCount);
    this.nodeName = fitted(builder.nodeName, nodeCount);
    this.nodeId = builder.nodeId;
    nodeId.resize(nodeCount);
    this.shallowBytes = builder.shallowBytes;
    shallowBytes.resize(nodeCount);
    this.firstEdge = IntColumn.of(builder.firstEdge);
    this.edgeTarget = fitted(builder.edgeTarget, edgeCount);
    this.edgeKind = fitted(builder.edgeKind, edgeCount);
    this.edgeLabel = fitted(builder.edgeLabel, edgeCount);
    this.recordNumbers = builder.recordNumbers.build();
    this.cells = builder.cells.build();
    this.parts = builder.parts.build();
    this.scopeNumbers = builder.scopeNumbers.build();
    this.foreignNodeKinds = builder.foreignNodeKinds.build();
    this.foreignEdgeKinds = builder.foreignEdgeKinds.build();
    this.foreignKinds = List.copyOf(builder.foreignKinds);
    this.locations = builder.locations.build();
    this.scopes = builder.scopes;
    this.allocationStacks = builder.allocationStacks;
    this.ordinals = new Ordinals(nodeId, nodeCount);
  }

  private SnapshotGraph(ColumnInput in, GraphInfo info, StringTable strings) throws IOException {
    this.info = info;
    this.strings = strings;
    this.nodeKind = in.byteColumn();
    this.nodeDetail = in.byteColumn();
    this.nodeName = in.intColumn();
    this.nodeId = LongColumn.restore(in);
    this.shallowBytes = LongColumn.restore(in);
    this.firstEdge = in.intColumn();
    this.edgeTarget = in.intColumn();
    this.edgeKind = in.byteColumn();
    this.edgeLabel = in.intColumn();
    this.nodeCount = nodeKind.size();
    this.edgeCount = edgeKind.size();
    this.recordNumbers = SparseColumn.restore(in);
    this.cells = SparseColumn.restore(in);
    this.parts = SparseColumn.restore(in);
    this.scopeNumbers = SparseColumn.restore(in);
    this.foreignNodeKinds = SparseColumn.restore(in);
    this.foreignEdgeKinds = SparseColumn.restore(in);
    List<String> kinds = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      kinds.add(in.text());
    }
    this.foreignKinds = List.copyOf(kinds);
    this.locations = SourceLocations.restore(in);
    this.scopes = ScopeTable.restore(in);
    this.allocationStacks = AllocationStacks.restore(in);
    this.ordinals = new Ordinals(nodeId, nodeCount);
  }

  /// Keeps the columns, but neither names nor where the graph comes from.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    nodeKind.store(out);
    nodeDetail.store(out);
    nodeName.store(out);
    nodeId.store(out);
    shallowBytes.store(out);
    firstEdge.store(out);
    edgeTarget.store(out);
    edgeKind.store(out);
    edgeLabel.store(out);
    for (SparseColumn column :
        List.of(recordNumbers, cells, parts, scopeNumbers, foreignNodeKinds, foreignEdgeKinds)) {
      column.store(out);
    }
    out.number(foreignKinds.size());
    for (String kind : foreignKinds) {
      out.text(kind);
    }
    locations.store(out);
    scopes.store(out);
    allocationStacks.store(out);
  }

  /// Gives back a graph that was kept.
  ///
  /// @throws IOException if `in` does
  public static SnapshotGraph restore(ColumnInput in, GraphInfo info, StringTable strings)
      throws IOException {
    return new SnapshotGraph(in, info, strings);
  }

  /// Where the graph comes from.
  public GraphInfo info() {
    return info;
  }

  /// How many nodes there are, root and root groups included.
  public int nodeCount() {
    return nodeCount;
  }

  /// How many edges there are, weak ones included.
  public int edgeCount() {
    return edgeCount;
  }

  /// The names that node names and edge labels are numbers of.
  public StringTable strings() {
    return strings;
  }

  /// What a node is.
  public NodeKind kind(int node) {
    return NODE_KINDS[nodeKind.get(node)];
  }

  /// The name of a node's kind as its file had it, should this version not know the kind.
  public String kindLabel(int node) {
    int foreign = (int) foreignNodeKinds.get(node, -1);
    return foreign < 0 ? kind(node).label() : foreignKinds.get(foreign);
  }

  /// Names of kinds that this version does not know, empty for nearly every file.
  public List<String> foreignKinds() {
    return foreignKinds;
  }

  /// What a node is beyond its kind.
  public NodeDetail detail(int node) {
    return DETAILS[nodeDetail.get(node)];
  }

  /// A node's name: of objects the constructor's, of closures the function's, of strings the
  /// beginning of the text.
  public String name(int node) {
    return strings.get(nodeName.get(node));
  }

  /// The number of a node's name in {@link #strings}.
  public int nameNumber(int node) {
    return nodeName.get(node);
  }

  /// The id of a node, which stays the same for its life and is never used again in one run.
  public long id(int node) {
    return nodeId.get(node);
  }

  /// The modelled size of the node itself in bytes.
  public long shallowBytes(int node) {
    return shallowBytes.get(node);
  }

  /// The number of a node's first edge.
  public int firstEdge(int node) {
    return firstEdge.get(node);
  }

  /// The number after a node's last edge.
  public int endEdge(int node) {
    return firstEdge.get(node + 1);
  }

  /// The node an edge leads to.
  public int edgeTarget(int edge) {
    return edgeTarget.get(edge);
  }

  /// What an edge stands for.
  public EdgeKind edgeKind(int edge) {
    return EDGE_KINDS[edgeKind.get(edge)];
  }

  /// The ordinal of {@link #edgeKind}, for loops over all edges.
  public byte edgeKindCode(int edge) {
    return edgeKind.get(edge);
  }

  /// The index of an element or hidden edge, of all others the number of the label in {@link
  /// #strings}.
  public int edgeLabelNumber(int edge) {
    return edgeLabel.get(edge);
  }

  /// The label of an edge as text.
  public String edgeLabel(int edge) {
    return edgeKind(edge).isNumbered()
        ? Integer.toUnsignedString(edgeLabel.get(edge))
        : strings.get(edgeLabel.get(edge));
  }

  /// The name of an edge's kind as its file had it, should this version not know the kind.
  public String edgeKindLabel(int edge) {
    int foreign = (int) foreignEdgeKinds.get(edge, -1);
    return foreign < 0 ? edgeKind(edge).label() : foreignKinds.get(foreign);
  }

  /// The node that an edge leaves. Takes a binary search.
  public int edgeSource(int edge) {
    // Nodes without edges stand before the one that has it.
    return firstEdge.lastUpTo(edge);
  }

  /// The edges by target. Made on first use in time linear in the edges.
  public Retainers retainers() {
    Retainers made = retainers;
    if (made == null) {
      made = Retainers.of(this, true);
      retainers = made;
    }
    return made;
  }

  /// Fetches all edges from where they are kept: for walks over the whole graph.
  ///
  /// @throws DamagedColumnException if they are not there any more
  public void fetchEdges() {
    firstEdge.fetchAll();
    edgeTarget.fetchAll();
    edgeKind.fetchAll();
    edgeLabel.fetchAll();
  }

  /// The edges as arrays, fetched from where they are kept.
  ///
  /// @throws DamagedColumnException if they are not there any more
  public ForwardEdges forwardEdges() {
    return new ForwardEdges(firstEdge.all(), edgeTarget.all());
  }

  /// Takes the edges by target from where they were kept.
  ///
  /// @throws IOException if `in` does
  public void restoreRetainers(ColumnInput in) throws IOException {
    retainers = Retainers.restore(in, this);
  }

  /// Whether an index of the edges by target costs less than so many questions for the edges to a
  /// node.
  boolean isIndexWorth(int questions) {
    return retainers != null || edgeScans + questions > EDGE_SCANS;
  }

  /// The edges that lead to a node, in ascending order, found by going through all edges; null if
  /// the index exists or that was asked so often that it pays.
  ///
  /// @throws AnalysisInterruptedException if the thread is interrupted
  int @Nullable [] scannedEdgesTo(int node) {
    if (retainers != null || edgeScans == EDGE_SCANS) {
      return null;
    }
    edgeScans++;
    return scanForEdgesTo(node);
  }

  private int[] scanForEdgesTo(int node) {
    Monitor.endIfInterrupted();
    int[] found = new int[4];
    int count = 0;
    for (int edge = 0; edge < edgeCount; edge++) {
      if (edgeTarget.get(edge) == node) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = edge;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// The WeakMap entries. Found on first use in a pass over the edges.
  public Ephemerons ephemerons() {
    Ephemerons made = ephemerons;
    if (made == null) {
      made = Ephemerons.find(this);
      ephemerons = made;
    }
    return made;
  }

  /// The node with this id, or -1. The first calls go through the column, later ones have an index
  /// made of all ids; of equal ids the first node counts.
  public int ordinalOf(long id) {
    return ordinals.of(id);
  }

  /// The number of an Environment Record (12 for ER12), or -1.
  public long recordNumber(int node) {
    return recordNumbers.get(node, -1);
  }

  /// The cell, and the part of it, that a node stands for; the same cell has the same id under
  /// every policy.
  public CellPart cellPart(int node) {
    return new CellPart(cells.get(node, nodeId.get(node)), (int) parts.get(node, CellPart.WHOLE));
  }

  /// The scope that a record was made for or that a closure is made of, or -1.
  public int scopeOf(int node) {
    return (int) scopeNumbers.get(node, -1);
  }

  /// How many nodes belong to a scope.
  public int scopedCount() {
    return scopeNumbers.size();
  }

  /// The node of place `at` among those that belong to a scope, in ascending order.
  public int scopedNode(int at) {
    return scopeNumbers.nodeAt(at);
  }

  /// The scope of the node of place `at` among those that belong to one.
  public int scopeOfScoped(int at) {
    return (int) scopeNumbers.valueAt(at);
  }

  /// Where the node was made or defined, or null.
  public @Nullable SourceLocation location(int node) {
    return locations.get(node);
  }

  /// All known places.
  public SourceLocations locations() {
    return locations;
  }

  /// The calls in which nodes were made, empty if they were not recorded.
  public AllocationStacks allocationStacks() {
    return allocationStacks;
  }

  /// The scopes of the source text, empty if they are not known.
  public ScopeTable scopes() {
    return scopes;
  }

  /// The sum of the shallow sizes of all nodes in bytes.
  public long totalBytes() {
    return shallowBytes.sum(nodeCount);
  }

  private static ByteColumn fitted(byte[] column, int size) {
    return ByteColumn.of(column.length == size ? column : Arrays.copyOf(column, size));
  }

  private static IntColumn fitted(int[] column, int size) {
    return IntColumn.of(column.length == size ? column : Arrays.copyOf(column, size));
  }
}
