package lexscope.profiler.compare;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;

/// Which bindings of which records the living closures of a graph refer to. Made in time linear in
/// closures times what their functions refer to; needs scopes (see {@link SnapshotGraph#scopes}).
public final class LivingUsers {
  private static final int SLOT_BITS = 20;

  private final SnapshotGraph graph;
  private final LongIntHashMap firstUser = new LongIntHashMap();
  private final LongIntHashMap counts = new LongIntHashMap();

  /// Goes through the closures that are alive in `tree`.
  public LivingUsers(DominatorTree tree) {
    this.graph = tree.graph();
    EnvironmentChains chains = new EnvironmentChains(graph);
    ScopeTable scopes = graph.scopes();
    Map<Integer, List<ScopeTable.Use>> usesOf = new HashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.kind(node) != NodeKind.CLOSURE || !tree.isAlive(node)) {
        continue;
      }
      int function = graph.scopeOf(node);
      if (function < 0) {
        continue;
      }
      for (ScopeTable.Use use :
          usesOf.computeIfAbsent(function, f -> List.copyOf(scopes.freeUses(f)))) {
        int record = chains.recordOf(node, use.scope());
        if (record >= 0) {
          long key = key(record, use.slot());
          if (counts.addTo(key, 1) == 1) {
            firstUser.put(key, node);
          }
        }
      }
    }
  }

  /// Whether anything can be said of a record's bindings: its scope must be known.
  public boolean knows(int record) {
    return graph.scopeOf(record) >= 0;
  }

  /// How many living closures refer to a binding of a record.
  public int count(int record, String binding) {
    int slot = slot(record, binding);
    return slot < 0 ? 0 : counts.getOrDefault(key(record, slot), 0);
  }

  /// The first living closure that refers to a binding of a record, or -1.
  public int firstUser(int record, String binding) {
    int slot = slot(record, binding);
    return slot < 0 ? -1 : firstUser.getOrDefault(key(record, slot), -1);
  }

  /// Says of a `context` edge of a record which living closure uses the binding: a few words, empty
  /// if nothing is known.
  public String note(int edge) {
    int record = graph.edgeSource(edge);
    if (graph.edgeKind(edge) != EdgeKind.CONTEXT
        || !graph.detail(record).isRecord()
        || !knows(record)) {
      return "";
    }
    String binding = graph.edgeLabel(edge);
    int count = count(record, binding);
    if (count == 0) {
      return "used by no living closure";
    }
    String name = graph.name(firstUser(record, binding));
    String user = name.isEmpty() ? "an anonymous closure" : name;
    return count == 1 ? "used by " + user : "used by " + user + " and " + (count - 1) + " more";
  }

  private int slot(int record, String binding) {
    int scope = graph.scopeOf(record);
    if (scope < 0) {
      return -1;
    }
    List<ScopeTable.Variable> variables = graph.scopes().scope(scope).variables();
    for (int slot = 0; slot < variables.size(); slot++) {
      if (variables.get(slot).name().equals(binding)) {
        return slot;
      }
    }
    return -1;
  }

  private static long key(int record, int slot) {
    return (long) record << SLOT_BITS | slot;
  }
}
