package lexscope.profiler.compare;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;

/// The bindings of a graph that can be judged, and which of them living closures use.
///
/// A record can be judged if closures see it and everything that sees it is known: a closure of an
/// unknown function, a suspended activation of the record's own call, or anything else that holds
/// the record makes all bindings along its chain count as used. Takes time linear in the graph and,
/// for each closure, in what its function refers to.
final class BindingEdges {
  private static final byte SEEN = 1;
  private static final byte OPAQUE = 2;

  private final DominatorTree tree;
  private final SnapshotGraph graph;
  private final ScopeKnowledge knowledge;
  private final EnvironmentChains chains;
  private final byte[] marks;
  private final long[] used;
  private final long[] held;
  private final LongIntHashMap recordOfCell = new LongIntHashMap();
  private final int function;
  private final int registers;
  private int unknownClosures;

  BindingEdges(DominatorTree tree, ScopeKnowledge knowledge) {
    this.tree = tree;
    this.graph = tree.graph();
    this.knowledge = knowledge;
    this.chains = new EnvironmentChains(graph);
    this.marks = new byte[graph.nodeCount()];
    this.used = new long[(graph.edgeCount() >> 6) + 1];
    this.held = new long[used.length];
    this.function = graph.strings().numberOf("function");
    this.registers = graph.strings().numberOf("parameters_and_registers");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (tree.isAlive(node) && graph.detail(node).isRecord()) {
        recordOfCell.put(graph.cellPart(node).cell(), node);
      }
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (tree.isAlive(node) && !graph.detail(node).isRecord()) {
        look(node);
      }
    }
  }

  /// Notes what one node sees and uses.
  private void look(int node) {
    if (graph.detail(node) == NodeDetail.BINDING) {
      int record = recordOfCell.getOrDefault(graph.cellPart(node).cell(), -1);
      if (record >= 0) {
        visitEdges(record, graph.name(node), this::hold);
      }
      return;
    }
    boolean known = knowledge.functionOf(node) >= 0;
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      int record = graph.edgeTarget(edge);
      if (!tree.edges().retains(edge) || !graph.detail(record).isRecord()) {
        continue;
      }
      if (graph.kind(node) == NodeKind.CLOSURE && known) {
        mark(record, SEEN);
      } else if (isModule(record)) {
        mark(record, SEEN);
        markExported(record);
      } else if (activatedFunction(node) >= 0) {
        markActivation(node, record);
      } else {
        unknownClosures += graph.kind(node) == NodeKind.CLOSURE ? 1 : 0;
        mark(record, OPAQUE);
      }
    }
    if (isUser(node)) {
      visitUses(node, this::use);
    }
  }

  /// Whether a node uses what its function refers to: a closure, or an activation of one.
  boolean isUser(int node) {
    return graph.kind(node) == NodeKind.CLOSURE && knowledge.functionOf(node) >= 0
        || graph.kind(node) != NodeKind.CLOSURE && activatedFunction(node) >= 0;
  }

  /// The closure that a suspended or running activation is one of, or -1: our own activations and
  /// V8's generator objects hold it as `function`.
  private int activatedFunction(int node) {
    boolean own = graph.detail(node) == NodeDetail.ACTIVATION;
    if (!own && graph.kind(node) != NodeKind.OBJECT) {
      return -1;
    }
    int closure = -1;
    boolean suspended = own;
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL) {
        int label = graph.edgeLabelNumber(edge);
        suspended |= label == registers;
        if (label == function && graph.kind(graph.edgeTarget(edge)) == NodeKind.CLOSURE) {
          closure = graph.edgeTarget(edge);
        }
      }
    }
    return suspended && closure >= 0 && knowledge.functionOf(closure) >= 0 ? closure : -1;
  }

  private boolean isModule(int record) {
    int scope = knowledge.scopeOf(record);
    return scope >= 0
        && knowledge.scopes().scope(scope).recordKind().equals("ModuleEnvironmentRecord");
  }

  private void markExported(int record) {
    int scope = knowledge.scopeOf(record);
    for (ScopeTable.Variable variable : knowledge.scopes().scope(scope).variables()) {
      if (variable.exported()) {
        visitEdges(record, variable.name(), this::hold);
      }
    }
  }

  /// An activation goes on with everything in the records of its own call.
  private void markActivation(int node, int first) {
    int outside = chains.environmentOf(activatedFunction(node));
    for (int record = first;
        record >= 0 && record != outside;
        record = chains.environmentOf(record)) {
      marks[record] |= OPAQUE;
    }
    if (outside >= 0) {
      mark(outside, SEEN);
    }
  }

  /// Marks a record and those around it; what is marked already has been followed.
  private void mark(int first, byte mark) {
    for (int record = first;
        record >= 0 && (marks[record] & mark) == 0;
        record = chains.environmentOf(record)) {
      marks[record] |= mark;
    }
  }

  private void use(int edge) {
    used[edge >> 6] |= 1L << edge;
  }

  private void hold(int edge) {
    use(edge);
    held[edge >> 6] |= 1L << edge;
  }

  /// Told of edges.
  @FunctionalInterface
  interface EdgeVisitor {
    void edge(int edge);
  }

  /// Reports the binding edges that a user uses.
  void visitUses(int user, EdgeVisitor visitor) {
    int closure = graph.kind(user) == NodeKind.CLOSURE ? user : activatedFunction(user);
    knowledge.visitUses(closure, (record, name) -> visitEdges(record, name, visitor));
  }

  private void visitEdges(int record, String name, EdgeVisitor visitor) {
    for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
      if (knowledge.namesOf(record, edge).contains(name)) {
        visitor.edge(edge);
      }
    }
  }

  /// Whether a record's bindings can be judged.
  boolean isJudged(int record) {
    return marks[record] == SEEN && tree.isAlive(record) && graph.detail(record).isRecord();
  }

  /// Whether an edge of a judged record is a binding whose use is known.
  boolean isBinding(int record, int edge) {
    return tree.edges().retains(edge) && !knowledge.namesOf(record, edge).isEmpty();
  }

  /// Whether a living closure, an activation or an export uses a binding.
  boolean isUsed(int edge) {
    return (used[edge >> 6] & 1L << edge) != 0;
  }

  /// Whether a binding is of use without any closure: a module exports it, or an activation of its
  /// own call goes on with it.
  boolean isHeld(int edge) {
    return (held[edge >> 6] & 1L << edge) != 0;
  }

  /// The bindings of judged records that no living closure uses, in the order of the graph.
  List<Integer> dead() {
    List<Integer> dead = new ArrayList<>();
    for (int record = 0; record < graph.nodeCount(); record++) {
      Monitor.poll(record);
      if (isJudged(record)) {
        for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
          if (isBinding(record, edge) && !isUsed(edge)) {
            dead.add(edge);
          }
        }
      }
    }
    return dead;
  }

  /// How many closures with an environment are made of functions that are not known.
  int unknownClosures() {
    return unknownClosures;
  }

  /// How many records can be judged.
  int judgedRecords() {
    int count = 0;
    for (int record = 0; record < graph.nodeCount(); record++) {
      Monitor.poll(record);
      count += isJudged(record) ? 1 : 0;
    }
    return count;
  }

  /// How many living records cannot be judged.
  int otherRecords() {
    int count = 0;
    for (int record = 0; record < graph.nodeCount(); record++) {
      Monitor.poll(record);
      count += graph.detail(record).isRecord() && tree.isAlive(record) && !isJudged(record) ? 1 : 0;
    }
    return count;
  }
}
