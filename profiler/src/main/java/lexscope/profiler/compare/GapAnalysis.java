package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.ShortestPathFinder;
import org.jspecify.annotations.Nullable;

/// Finds what one policy keeps and another does not. The dead bindings are the `context` edges of
/// the one graph whose bindings the other graph lacks; they are grouped by binding, by function, by
/// record and by the closures that see them, and each group is traced as one.
final class GapAnalysis {
  private static final int MOST_RECORDS = 20;

  /// A binding of a scope; of graphs without scopes, of a function's name.
  private record BindingKey(int scope, String function, String name) {}

  /// A scope, or a function's name where scopes are not known.
  private record OwnerKey(int scope, String function) {}

  private final List<KeptBindings> all;
  private final List<PolicyTotals> totals;
  private final int keeperIndex;
  private final int otherIndex;
  private final long threshold;
  private final KeptBindings keeper;
  private final KeptBindings other;
  private final SnapshotGraph graph;
  private final IntArrayList deadEdges = new IntArrayList();
  private final Map<BindingKey, IntArrayList> byBinding = new LinkedHashMap<>();
  private final Map<OwnerKey, IntArrayList> byOwner = new LinkedHashMap<>();
  private final Map<Integer, IntArrayList> byRecord = new LinkedHashMap<>();

  GapAnalysis(
      List<KeptBindings> all, List<PolicyTotals> totals, int keeper, int other, long threshold) {
    this.all = all;
    this.totals = totals;
    this.keeperIndex = keeper;
    this.otherIndex = other;
    this.threshold = threshold;
    this.keeper = all.get(keeper);
    this.other = all.get(other);
    this.graph = this.keeper.graph();
    findDeadEdges();
  }

  private void findDeadEdges() {
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (!graph.detail(node).isRecord() || !keeper.tree().isAlive(node)) {
        continue;
      }
      long cell = graph.cellPart(node).cell();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (KeptBindings.isBinding(graph, edge) && !other.keeps(cell, graph.edgeLabel(edge))) {
          deadEdges.add(edge);
          int scope = graph.scopeOf(node);
          String function = graph.name(node);
          group(byBinding, new BindingKey(scope, function, graph.edgeLabel(edge)), edge);
          group(byOwner, new OwnerKey(scope, function), edge);
          group(byRecord, node, edge);
        }
      }
    }
  }

  private static <K> void group(Map<K, IntArrayList> groups, K key, int edge) {
    groups.computeIfAbsent(key, _ -> new IntArrayList()).add(edge);
  }

  PolicyGap run() {
    JointSaving joint = new JointSaving(keeper.tree().edges(), deadEdges.toArray());
    ShortestPathFinder paths = new ShortestPathFinder(keeper.tree().edges());
    SeenRecords seen = new SeenRecords(keeper.tree(), byRecord.keySet());
    List<BindingFinding> bindings = new ArrayList<>();
    IntArrayList harmlessEdges = new IntArrayList();
    int harmless = 0;
    for (Map.Entry<BindingKey, IntArrayList> group : byBinding.entrySet()) {
      JointSaving.Saving saving = joint.of(group.getValue().toArray());
      if (saving.bytes() < threshold) {
        harmless++;
        harmlessEdges.addAll(group.getValue());
      } else {
        bindings.add(describe(group.getKey(), group.getValue(), saving, paths, seen));
      }
    }
    bindings.sort(
        Comparator.comparingLong(BindingFinding::bytes)
            .reversed()
            .thenComparing(BindingFinding::function)
            .thenComparing(BindingFinding::binding));
    return new PolicyGap(
        keeper.policy(),
        other.policy(),
        totals.get(keeperIndex).nodes() - totals.get(otherIndex).nodes(),
        totals.get(keeperIndex).bytes() - totals.get(otherIndex).bytes(),
        joint.total().bytes(),
        bindings,
        functions(joint),
        closures(joint, seen),
        records(joint),
        harmless,
        joint.of(harmlessEdges.toArray()).bytes());
  }

  private BindingFinding describe(
      BindingKey key,
      IntArrayList edges,
      JointSaving.Saving saving,
      ShortestPathFinder paths,
      SeenRecords seen) {
    BindingGroup group = BindingGroup.of(keeper.tree(), paths, edges);
    return new BindingFinding(
        key.function(),
        key.name(),
        location(key.scope()),
        keptUnder(group.records(), key.name()),
        group.records().size(),
        saving.bytes(),
        saving.nodes(),
        NodeDescription.of(graph, graph.edgeTarget(group.largest())),
        group.holder(),
        capturers(key, group.records(), seen));
  }

  private List<String> keptUnder(Set<Integer> records, String name) {
    return all.stream()
        .filter(kept ->
            records.stream().anyMatch(record -> kept.keeps(graph.cellPart(record).cell(), name)))
        .map(KeptBindings::policy)
        .toList();
  }

  private List<Capturer> capturers(BindingKey key, Set<Integer> records, SeenRecords seen) {
    if (key.scope() < 0) {
      return List.of();
    }
    ScopeTable.Scope scope = graph.scopes().scope(key.scope());
    int slot = 0;
    while (slot < scope.variables().size()
        && !scope.variables().get(slot).name().equals(key.name())) {
      slot++;
    }
    List<Capturer> capturers = new ArrayList<>();
    if (slot < scope.variables().size()) {
      for (int function :
          graph.scopes().capturingFunctions(new ScopeTable.Use(key.scope(), slot))) {
        ScopeTable.Scope text = graph.scopes().scope(function);
        int living = 0;
        int livingOtherwise = 0;
        for (int closure : seen.closuresOf(function)) {
          if (seen.recordsOf(closure).stream().anyMatch(records::contains)) {
            living++;
            livingOtherwise += other.hasCell(graph.cellPart(closure).cell()) ? 1 : 0;
          }
        }
        capturers.add(new Capturer(text.function(), text.location(), living, livingOtherwise));
      }
    }
    return capturers;
  }

  private List<FunctionFinding> functions(JointSaving joint) {
    List<FunctionFinding> findings = new ArrayList<>();
    for (Map.Entry<OwnerKey, IntArrayList> group : byOwner.entrySet()) {
      JointSaving.Saving saving = joint.of(group.getValue().toArray());
      if (saving.bytes() >= threshold) {
        Set<Integer> records = new LinkedHashSet<>();
        for (int i = 0; i < group.getValue().size(); i++) {
          records.add(graph.edgeSource(group.getValue().get(i)));
        }
        findings.add(
            new FunctionFinding(
                group.getKey().function(),
                location(group.getKey().scope()),
                names(group.getValue()),
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

  private List<ClosureFinding> closures(JointSaving joint, SeenRecords seen) {
    List<ClosureFinding> findings = new ArrayList<>();
    for (int function : seen.functions()) {
      Set<Integer> records = new LinkedHashSet<>();
      int livingOtherwise = 0;
      for (int closure : seen.closuresOf(function)) {
        records.addAll(seen.recordsOf(closure));
        livingOtherwise += other.hasCell(graph.cellPart(closure).cell()) ? 1 : 0;
      }
      IntArrayList edges = new IntArrayList();
      Set<String> names = new LinkedHashSet<>();
      for (int record : records) {
        IntArrayList dead = byRecord.getOrDefault(record, new IntArrayList());
        edges.addAll(dead);
        for (String name : names(dead)) {
          names.add(graph.name(record) + "." + name);
        }
      }
      long bytes = joint.of(edges.toArray()).bytes();
      if (bytes >= threshold) {
        ScopeTable.Scope text = graph.scopes().scope(function);
        findings.add(
            new ClosureFinding(
                text.function(),
                text.location(),
                seen.closuresOf(function).size(),
                livingOtherwise,
                List.copyOf(names),
                bytes));
      }
    }
    findings.sort(
        Comparator.comparingLong(ClosureFinding::bytes)
            .reversed()
            .thenComparing(ClosureFinding::function));
    return findings;
  }

  private List<RecordFinding> records(JointSaving joint) {
    List<RecordFinding> findings = new ArrayList<>();
    for (int record : RecordRanking.largest(graph, byRecord, MOST_RECORDS)) {
      IntArrayList dead = byRecord.getOrDefault(record, new IntArrayList());
      long bytes = joint.of(dead.toArray()).bytes();
      if (bytes >= threshold) {
        findings.add(new RecordFinding(NodeDescription.of(graph, record), names(dead), bytes));
      }
    }
    findings.sort(
        Comparator.comparingLong(RecordFinding::bytes)
            .reversed()
            .thenComparingInt(each -> each.record().node()));
    return findings;
  }

  private List<String> names(IntArrayList edges) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < edges.size(); i++) {
      names.add(graph.edgeLabel(edges.get(i)));
    }
    return List.copyOf(names);
  }

  private @Nullable SourceLocation location(int scope) {
    return scope < 0 ? null : graph.scopes().scope(scope).location();
  }
}
