package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// Which bindings of which records the living closures of a graph refer to. Made in time linear in
/// closures times what their functions refer to; needs scopes (see {@link SnapshotGraph#scopes}).
public final class LivingUsers {
  private static final int SLOT_BITS = 20;

  private final SnapshotGraph graph;
  private final EnvironmentChains chains;

  /// By function, what it refers to outside of itself.
  private final Map<Integer, List<ScopeTable.Use>> usesOf = new HashMap<>();

  /// The bindings that were asked for, with scopes instead of records; null for all.
  private @Nullable LongHashSet only;

  private final LongIntHashMap firstUser = new LongIntHashMap();
  private final LongIntHashMap counts = new LongIntHashMap();

  /// Goes through the closures that are alive in `tree`.
  public LivingUsers(DominatorTree tree) {
    this(tree.graph());
    for (int at = 0; at < graph.scopedCount(); at++) {
      Monitor.poll(at);
      int node = graph.scopedNode(at);
      if (isLivingClosure(tree, node)) {
        countUsers(node, graph.scopeOfScoped(at));
      }
    }
  }

  private LivingUsers(SnapshotGraph graph) {
    this.graph = graph;
    this.chains = new EnvironmentChains(graph);
  }

  /// Knows of these edges only: looks for closures only if one of them is a binding's, and only at
  /// those that see its record.
  public static LivingUsers of(DominatorTree tree, int... edges) {
    LivingUsers users = new LivingUsers(tree.graph());
    users.beginWith(edges);
    if (!users.counts.isEmpty()) {
      users.countAmong(tree);
    }
    return users;
  }

  private void countAmong(DominatorTree tree) {
    IntHashSet records = new IntHashSet();
    for (LongIntCursor binding : counts) {
      records.add((int) (binding.key >> SLOT_BITS));
    }
    long[] within = chains.within(records);
    for (int word = 0; word < within.length; word++) {
      Monitor.poll(word);
      for (long bits = within[word]; bits != 0; bits &= bits - 1) {
        int node = (word << 6) + Long.numberOfTrailingZeros(bits);
        int function = isLivingClosure(tree, node) ? graph.scopeOf(node) : -1;
        if (function >= 0) {
          countUsers(node, function);
        }
      }
    }
  }

  /// Begins to count for the bindings that edges stand for.
  private void beginWith(int[] edges) {
    LongHashSet ofScopes = new LongHashSet();
    for (int edge : edges) {
      int record = graph.edgeSource(edge);
      int slot = isBinding(record, edge) ? slot(record, graph.edgeLabel(edge)) : -1;
      if (slot >= 0) {
        counts.put(key(record, slot), 0);
        ofScopes.add(key(graph.scopeOf(record), slot));
      }
    }
    only = ofScopes;
  }

  private void countUsers(int closure, int function) {
    for (ScopeTable.Use use : usesOf.computeIfAbsent(function, this::uses)) {
      int record = chains.recordOf(closure, use.scope());
      long key = key(record, use.slot());
      if (record >= 0 && (only == null || counts.containsKey(key)) && counts.addTo(key, 1) == 1) {
        firstUser.put(key, closure);
      }
    }
  }

  private List<ScopeTable.Use> uses(int function) {
    return graph.scopes().freeUses(function).stream()
        .filter(use -> only == null || only.contains(key(use.scope(), use.slot())))
        .toList();
  }

  private static boolean isLivingClosure(DominatorTree tree, int node) {
    return tree.graph().kind(node) == NodeKind.CLOSURE && tree.isAlive(node);
  }

  /// How many living closures refer to the binding in a slot of a record.
  int count(int record, int slot) {
    return counts.get(key(record, slot));
  }

  /// Says of a `context` edge of a record which living closure uses the binding: a few words, empty
  /// if nothing is known.
  public String note(int edge) {
    int record = graph.edgeSource(edge);
    if (!isBinding(record, edge)) {
      return "";
    }
    int slot = slot(record, graph.edgeLabel(edge));
    int count = slot < 0 ? 0 : counts.get(key(record, slot));
    if (count == 0) {
      return "used by no living closure";
    }
    String name = graph.name(firstUser.get(key(record, slot)));
    String user = name.isEmpty() ? "an anonymous closure" : name;
    return count == 1 ? "used by " + user : "used by " + user + " and " + (count - 1) + " more";
  }

  /// Whether an edge is a binding of a record whose scope is known.
  private boolean isBinding(int record, int edge) {
    return graph.edgeKind(edge) == EdgeKind.CONTEXT
        && graph.detail(record).isRecord()
        && graph.scopeOf(record) >= 0;
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
