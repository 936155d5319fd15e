package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.ShortestPathFinder;
import org.jspecify.annotations.Nullable;

/// Finds dead bindings, groups them by binding and by function, and traces each group as one.
final class DeadBindingSearch {
  private record Key(int scope, String function, String binding, boolean follows) {}

  private record Owner(int scope, String function) {}

  private final DominatorTree tree;
  private final SnapshotGraph graph;
  private final ScopeKnowledge knowledge;
  private final long threshold;
  private final BindingEdges bindings;
  private final IntArrayList dead = new IntArrayList();
  private final IntArrayList following = new IntArrayList();
  private final Map<Key, IntArrayList> byBinding = new LinkedHashMap<>();
  private final Map<Owner, IntArrayList> byOwner = new LinkedHashMap<>();
  private final UsedTrace lean;

  DeadBindingSearch(DominatorTree tree, ScopeKnowledge knowledge, long threshold) {
    this.tree = tree;
    this.graph = tree.graph();
    this.knowledge = knowledge;
    this.threshold = threshold;
    this.bindings = new BindingEdges(tree, knowledge);
    this.lean = new UsedTrace(tree.edges(), bindings);
    for (int record = 0; record < graph.nodeCount(); record++) {
      Monitor.poll(record);
      if (bindings.isJudged(record)) {
        for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
          look(record, edge);
        }
      }
    }
  }

  private void look(int record, int edge) {
    if (!bindings.isBinding(record, edge) || bindings.isHeld(edge) || lean.isInUse(edge)) {
      return;
    }
    boolean follows = bindings.isUsed(edge);
    (follows ? following : dead).add(edge);
    int scope = knowledge.scopeOf(record);
    String function = functionName(scope);
    String name = String.join(" or ", knowledge.namesOf(record, edge));
    group(byBinding, new Key(scope, function, name, follows), edge);
    group(byOwner, new Owner(scope, function), edge);
  }

  private String functionName(int scope) {
    return scope >= 0 ? knowledge.scopes().scope(scope).function() : "";
  }

  private static <K> void group(Map<K, IntArrayList> groups, K key, int edge) {
    groups.computeIfAbsent(key, _ -> new IntArrayList()).add(edge);
  }

  DeadBindings run(List<String> chosen) {
    IntArrayList all = new IntArrayList(dead);
    all.addAll(following);
    JointSaving joint = new JointSaving(tree.edges(), all.toArray());
    ShortestPathFinder paths = new ShortestPathFinder(tree.edges());
    ClosureIndex closures = new ClosureIndex();
    IntIntHashMap lastUsers = lastUsers();
    List<DeadBinding> findings = new ArrayList<>();
    IntArrayList harmlessEdges = new IntArrayList();
    int harmless = 0;
    for (Map.Entry<Key, IntArrayList> group : byBinding.entrySet()) {
      JointSaving.Saving saving = joint.of(group.getValue().toArray());
      if (saving.bytes() < threshold) {
        harmless++;
        harmlessEdges.addAll(group.getValue());
      } else {
        findings.add(
            describe(group.getKey(), group.getValue(), saving, paths, closures, lastUsers));
      }
    }
    findings.sort(
        Comparator.comparingLong(DeadBinding::bytes)
            .reversed()
            .thenComparing(DeadBinding::function)
            .thenComparing(DeadBinding::binding));
    JointSaving.Saving certain = joint.of(dead.toArray());
    return new DeadBindings(
        tree.rule(),
        threshold,
        certain.bytes(),
        certain.nodes(),
        joint.total().bytes(),
        joint.total().nodes(),
        findings,
        functions(joint),
        harmless,
        joint.of(harmlessEdges.toArray()).bytes(),
        chosen(chosen, joint),
        bindings.judgedRecords(),
        bindings.otherRecords(),
        bindings.unknownClosures(),
        knowledge.notes());
  }

  private DeadBinding describe(
      Key key,
      IntArrayList edges,
      JointSaving.Saving saving,
      ShortestPathFinder paths,
      ClosureIndex closures,
      IntIntHashMap lastUsers) {
    BindingGroup group = BindingGroup.of(tree, paths, edges);
    int user = lastUsers.getOrDefault(group.largest(), -1);
    return new DeadBinding(
        key.function(),
        key.binding(),
        location(key.scope()),
        group.records().size(),
        saving.bytes(),
        saving.nodes(),
        NodeDescription.of(graph, graph.edgeTarget(group.largest())),
        user < 0 ? null : NodeDescription.of(graph, user),
        group.holder(),
        capturers(key, group.records(), closures));
  }

  /// The first living user of each binding that follows.
  private IntIntHashMap lastUsers() {
    IntIntHashMap users = new IntIntHashMap();
    if (!following.isEmpty()) {
      for (int node = 0; node < graph.nodeCount(); node++) {
        Monitor.poll(node);
        if (tree.isAlive(node) && !lean.isAlive(node) && bindings.isUser(node)) {
          int user = node;
          bindings.visitUses(
              node,
              edge -> {
                if (!users.containsKey(edge)) {
                  users.put(edge, user);
                }
              });
        }
      }
    }
    return users;
  }

  private List<Capturer> capturers(Key key, Set<Integer> records, ClosureIndex closures) {
    int slot = key.scope() < 0 ? -1 : knowledge.scopes().slotOf(key.scope(), key.binding());
    List<Capturer> capturers = new ArrayList<>();
    if (slot >= 0) {
      for (int function :
          knowledge.scopes().capturingFunctions(new ScopeTable.Use(key.scope(), slot))) {
        ScopeTable.Scope text = knowledge.scopes().scope(function);
        int living = 0;
        int livingOtherwise = 0;
        for (int closure : closures.of(function)) {
          if (closures.sees(closure, records)) {
            living++;
            livingOtherwise += lean.isAlive(closure) ? 1 : 0;
          }
        }
        capturers.add(new Capturer(text.function(), text.location(), living, livingOtherwise));
      }
    }
    return capturers;
  }

  private List<FunctionFinding> functions(JointSaving joint) {
    List<FunctionFinding> findings = new ArrayList<>();
    for (Map.Entry<Owner, IntArrayList> group : byOwner.entrySet()) {
      JointSaving.Saving saving = joint.of(group.getValue().toArray());
      if (saving.bytes() >= threshold) {
        Set<Integer> records = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < group.getValue().size(); i++) {
          int edge = group.getValue().get(i);
          int record = graph.edgeSource(edge);
          records.add(record);
          names.add(String.join(" or ", knowledge.namesOf(record, edge)));
        }
        findings.add(
            new FunctionFinding(
                group.getKey().function(),
                location(group.getKey().scope()),
                List.copyOf(names),
                records.size(),
                saving.bytes(),
                saving.nodes()));
      }
    }
    findings.sort(
        Comparator.comparingLong(FunctionFinding::bytes)
            .reversed()
            .thenComparing(FunctionFinding::function));
    return findings;
  }

  private DeadBindings.Chosen chosen(List<String> names, JointSaving joint) {
    if (names.isEmpty()) {
      return new DeadBindings.Chosen(
          names, List.of(), byBinding.size(), joint.total().bytes(), joint.total().nodes());
    }
    IntArrayList edges = new IntArrayList();
    Set<String> found = new LinkedHashSet<>();
    int count = 0;
    for (Map.Entry<Key, IntArrayList> group : byBinding.entrySet()) {
      String function = group.getKey().function();
      String path = function + "." + group.getKey().binding();
      if (names.contains(function) || names.contains(path)) {
        count++;
        edges.addAll(group.getValue());
        found.add(function);
        found.add(path);
      }
    }
    JointSaving.Saving saving = joint.of(edges.toArray());
    return new DeadBindings.Chosen(
        names,
        names.stream().filter(name -> !found.contains(name)).toList(),
        count,
        saving.bytes(),
        saving.nodes());
  }

  private @Nullable SourceLocation location(int scope) {
    return scope < 0 ? null : knowledge.scopes().scope(scope).location();
  }

  /// The living closures by function.
  private final class ClosureIndex {
    private final Map<Integer, List<Integer>> byFunction = new LinkedHashMap<>();
    private final EnvironmentChains chains = new EnvironmentChains(graph);

    ClosureIndex() {
      for (int node = 0; node < graph.nodeCount(); node++) {
        Monitor.poll(node);
        int function =
            graph.kind(node) == NodeKind.CLOSURE && tree.isAlive(node)
                ? knowledge.functionOf(node)
                : -1;
        if (function >= 0) {
          byFunction.computeIfAbsent(function, _ -> new ArrayList<>()).add(node);
        }
      }
    }

    List<Integer> of(int function) {
      return byFunction.getOrDefault(function, List.of());
    }

    boolean sees(int closure, Set<Integer> records) {
      int record = chains.environmentOf(closure);
      while (record >= 0 && !records.contains(record)) {
        record = chains.environmentOf(record);
      }
      return record >= 0;
    }
  }
}
