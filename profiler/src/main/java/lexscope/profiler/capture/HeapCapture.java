package lexscope.profiler.capture;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Objects;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.profiler.graph.CellPart;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.RootedGraphBuilder;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.jspecify.annotations.Nullable;

/// Walks a live heap under a tracing rule and writes down what it meets. It is a visitor of the
/// same edges as the collector's marker, so a snapshot holds what a collection under the rule would
/// keep, cell by cell and part by part; weak edges are noted where both ends are alive. Nothing in
/// the heap changes.
///
/// Nodes are numbered in the order in which they are met, breadth first: one heap always gives one
/// graph. Time and memory are linear in the living cells and edges.
public final class HeapCapture implements RootVisitor, EdgeVisitor {
  /// Roots of this kind become user roots, by which other tools tell the program's own objects.
  public static final String GLOBAL_OBJECT = "global object";

  /// V8's limit for the text of a string in a snapshot, in UTF-16 code units.
  static final int LONGEST_NAME = 1024;

  /// Room for nodes that are no cells of the table.
  private static final int ROOM = 1024;

  private static final NodeKind[] NODE_KINDS = NodeKind.values();
  private static final lexscope.profiler.graph.EdgeKind[] EDGE_KINDS =
      lexscope.profiler.graph.EdgeKind.values();

  private final Heap heap;
  private final TracingRule rule;
  private final SitePlaces sites;
  private final SnapshotGraphBuilder graph;
  private final RootedGraphBuilder roots;
  private final Names names;
  private final ScopeCollector scopes = new ScopeCollector();
  private final PendingEdges pending = new PendingEdges();
  private final CellNodes nodes;
  private final @Nullable CallCollector calls;
  private int current;
  private int hiddenEdges;

  private HeapCapture(Heap heap, TracingRule rule, SitePlaces sites) {
    this.heap = heap;
    this.rule = rule;
    this.sites = sites;
    // Nearly all cells of the table are alive after a collection; strings come besides.
    int expected = heap.cellCount() + (heap.cellCount() >> 3) + ROOM;
    this.graph = new SnapshotGraphBuilder(expected);
    this.roots = new RootedGraphBuilder(graph);
    this.names = new Names(graph.strings());
    this.nodes = new CellNodes(expected);
    AllocationCalls known = sites.calls();
    this.calls = known == null ? null : new CallCollector(known);
  }

  /// The graph of what is alive in `heap` under `rule`. The heap should be at a safepoint; a
  /// collection need not have run.
  ///
  /// @param info where the graph comes from; its policy is set to the rule's name
  /// @param sites the places of allocation sites
  public static SnapshotGraph capture(
      Heap heap, TracingRule rule, GraphInfo info, SitePlaces sites) {
    HeapCapture capture = new HeapCapture(heap, rule, sites);
    try {
      heap.visitRoots(rule, capture);
      capture.walk();
      capture.end();
    } finally {
      capture.nodes.clear();
    }
    return capture.graph.build(
        new GraphInfo(info.source(), info.snapshot(), rule.ruleName(), info.run()));
  }

  private void walk() {
    for (current = 0; current < graph.nodeCount(); current++) {
      Monitor.poll(current);
      Cell cell = nodes.cell(current);
      if (cell != null) {
        visit(cell, nodes.part(current));
      }
      if (pending.hasReleased()) {
        pending.connectReleased(this::connectEntry);
      }
    }
  }

  private void visit(Cell cell, int part) {
    hiddenEdges = 0;
    names.beginCell();
    if (cell instanceof PartedCell parted) {
      heap.visitPart(parted, part, rule, this);
    } else {
      heap.visitEdges(cell, rule, this);
    }
  }

  private void end() {
    pending.addWeakEdges(graph, nodes::anyNode);
    splitSizes();
    scopes.writeTo(graph);
    if (calls != null) {
      calls.writeTo(graph);
    }
  }

  /// Where a record is in the graph both whole and in parts, the parts' bytes are theirs.
  private void splitSizes() {
    IntArrayList parts = nodes.partNodes();
    for (int i = 0; i < parts.size(); i++) {
      int node = parts.get(i);
      PartedCell cell = (PartedCell) Objects.requireNonNull(nodes.cell(node));
      int part = nodes.part(node);
      int whole = nodes.node(cell, PartedCell.WHOLE);
      if (whole >= 0) {
        graph.setShallowBytes(whole, Math.max(0, graph.shallowBytes(whole) - cell.partBytes(part)));
        if (part == PartedCell.CONTEXT) {
          graph.setId(node, new CellPart(cell.id(), CellPart.CONTEXT).contextIdBesideWhole());
        }
      }
    }
  }

  private int meet(Cell cell, int part) {
    int known = nodes.node(cell, part);
    if (known >= 0) {
      return known;
    }
    int node = part == PartedCell.WHOLE ? addWhole(cell) : addPart((PartedCell) cell, part);
    nodes.put(cell, part, node);
    pending.release(cell, node);
    return node;
  }

  private int addWhole(Cell cell) {
    int node =
        graph.addNode(
            NODE_KINDS[cell.kind().ordinal()],
            NodeDetail.NONE,
            names.ofCell(cell.kind(), cell.name()),
            nodes.idFor(cell, PartedCell.WHOLE),
            cell.shallowBytes());
    if (cell instanceof ScopedCell scoped) {
      scopes.describe(graph, node, scoped, cell);
    }
    locate(cell, node);
    return node;
  }

  private int addPart(PartedCell cell, int part) {
    boolean isContext = part == PartedCell.CONTEXT;
    CellPart cellPart = new CellPart(cell.id(), part);
    int node =
        graph.addNode(
            NODE_KINDS[cell.kind().ordinal()],
            isContext ? NodeDetail.CONTEXT : NodeDetail.BINDING,
            isContext ? shortened(cell.name()) : cell.partName(part),
            cellPart.nodeId(),
            cell.partBytes(part));
    graph.setCellPart(node, cellPart);
    if (cell instanceof ScopedCell scoped) {
      scopes.describePart(graph, node, scoped, cell, isContext);
    }
    locate(cell, node);
    return node;
  }

  private void locate(Cell cell, int node) {
    SourcePlace place = cell.place();
    if (place == null && cell.site() != 0) {
      place = sites.place(cell.site());
    }
    if (place != null) {
      graph.setLocation(node, place.file(), place.line(), place.column());
    }
    if (calls != null && cell.site() != 0) {
      calls.note(node, cell.site());
    }
  }

  static String shortened(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int end =
        Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    return name.substring(0, end);
  }

  @Override
  public void root(RootKind kind, Object place, @Nullable Object value) {
    if (value instanceof Cell cell) {
      addRoot(kind, place, meet(cell, PartedCell.WHOLE));
    }
  }

  @Override
  public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
    if (part != PartedCell.SHELL) {
      addRoot(kind, place, meet(cell, part));
    }
  }

  private void addRoot(RootKind kind, Object place, int node) {
    String text = place.toString();
    roots.addRoot(kind.label(), text, node);
    if (kind.label().equals(GLOBAL_OBJECT)) {
      roots.addUserRoot(text, node);
    }
  }

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    if (target instanceof Cell cell) {
      addEdge(kind, label, meet(cell, PartedCell.WHOLE));
    }
  }

  @Override
  public void element(long index, @Nullable Object target) {
    if (target instanceof Cell cell) {
      int node = meet(cell, PartedCell.WHOLE);
      if (index <= Integer.MAX_VALUE) {
        graph.addEdge(current, lexscope.profiler.graph.EdgeKind.ELEMENT, (int) index, node);
      } else {
        graph.addEdge(
            current, lexscope.profiler.graph.EdgeKind.PROPERTY, Long.toString(index), node);
      }
    }
  }

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {
    // A shell has nothing of its own that a graph could show.
    if (part != PartedCell.SHELL) {
      addEdge(kind, label, meet(target, part));
    }
  }

  private void addEdge(EdgeKind kind, Object label, int target) {
    lexscope.profiler.graph.EdgeKind own = EDGE_KINDS[kind.ordinal()];
    if (own.isNumbered()) {
      graph.addEdge(
          current, own, label instanceof Number number ? number.intValue() : ++hiddenEdges, target);
    } else {
      graph.addEdge(current, own, names.ofEdge(label), target);
    }
  }

  @Override
  public void weak(Object label, @Nullable Object target) {
    if (target instanceof Cell cell) {
      pending.addWeak(current, label, cell);
    }
  }

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {
    if (value instanceof Cell cell) {
      int index = pending.nextEntry(current);
      int keyNode = nodes.anyNode(key);
      if (keyNode >= 0) {
        connectEntry(new PendingEdges.Entry(current, index, key, cell), keyNode);
      } else {
        pending.addEntry(current, index, key, cell);
      }
    }
  }

  /// Notes a WeakMap entry as V8 does: one internal edge from the table, one from the key, both
  /// with the text that names all three.
  private void connectEntry(PendingEdges.Entry entry, int keyNode) {
    int valueNode = meet(entry.value(), PartedCell.WHOLE);
    int label = graph.strings().intern(entry.label(nodes.cell(entry.table())));
    graph.addEdgeAside(entry.table(), lexscope.profiler.graph.EdgeKind.INTERNAL, label, valueNode);
    graph.addEdgeAside(keyNode, lexscope.profiler.graph.EdgeKind.INTERNAL, label, valueNode);
  }
}
