package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.DominatedSets;
import org.jspecify.annotations.Nullable;

/// The living Environment Records, those of one scope together, with the values of their bindings
/// and whether anybody alive uses these. Contexts of V8 that do not say whose they are count
/// together if they have the same bindings.
public final class RecordGroups {
  /// The records of one scope.
  ///
  /// @param function the function that they belong to, empty if that is not known
  /// @param recordKind such as `FunctionEnvironmentRecord`
  /// @param location where the scope begins, if known
  /// @param records how many are alive
  /// @param stale of how many the function was called again since
  /// @param shallowBytes their own bytes
  /// @param retainedBytes what goes with them one by one, none counted twice
  /// @param bindings their bindings, the largest first; if the scope is known, those that hold
  ///   nothing on the heap come last
  /// @param examples those that retain most
  public record Group(
      String function,
      String recordKind,
      @Nullable SourceLocation location,
      int records,
      int stale,
      long shallowBytes,
      long retainedBytes,
      List<Binding> bindings,
      List<Example> examples) {
    /// Keeps copies of the lists.
    public Group {
      bindings = List.copyOf(bindings);
      examples = List.copyOf(examples);
    }
  }

  /// A binding in all records of a group.
  ///
  /// @param name its name
  /// @param records how many of them hold something on the heap by it
  /// @param retainedBytes what goes with the values one by one, none counted twice
  /// @param used in how many of them somebody alive uses it
  /// @param unused in how many of them nobody does; of the others it is not known
  public record Binding(String name, int records, long retainedBytes, int used, int unused) {}

  /// One record.
  ///
  /// @param record the record
  /// @param retainedBytes what goes with it
  /// @param values what its bindings hold
  public record Example(NodeDescription record, long retainedBytes, List<Value> values) {
    /// Keeps a copy of the list.
    public Example {
      values = List.copyOf(values);
    }
  }

  /// What a binding holds.
  ///
  /// @param binding its name
  /// @param value the value
  /// @param retainedBytes what goes with the value
  /// @param use whether anybody alive uses the binding
  /// @param note who does, in a few words; empty if that is not known
  public record Value(
      String binding,
      NodeDescription value,
      long retainedBytes,
      BindingUses.Use use,
      String note) {}

  private record Key(int scope, String name, @Nullable SourceLocation location) {}

  private final DominatorTree tree;
  private final SnapshotGraph graph;
  private final ScopeKnowledge knowledge;
  private final BindingUses uses;
  private final LivingUsers users;
  private final DominatedSets sets;
  private final int mostExamples;

  private RecordGroups(DominatorTree tree, ScopeKnowledge knowledge, int mostExamples) {
    this.tree = tree;
    this.graph = tree.graph();
    this.knowledge = knowledge;
    this.uses = new BindingUses(tree, knowledge);
    this.users = new LivingUsers(tree);
    this.sets = new DominatedSets(tree);
    this.mostExamples = mostExamples;
  }

  /// Groups the living records, those groups first that retain most.
  ///
  /// @param knowledge what is known of the scopes
  /// @param mostExamples so many records are told of each group at most
  public static List<Group> of(DominatorTree tree, ScopeKnowledge knowledge, int mostExamples) {
    return new RecordGroups(tree, knowledge, mostExamples).run();
  }

  private List<Group> run() {
    Map<Key, IntArrayList> members = new LinkedHashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (tree.isAlive(node) && graph.detail(node).isRecord()) {
        members.computeIfAbsent(key(node), _ -> new IntArrayList()).add(node);
      }
    }
    List<Group> groups = new ArrayList<>();
    members.forEach((key, nodes) -> groups.add(group(key, nodes.toArray())));
    // The sort is stable: of equals the one that was met first comes first.
    groups.sort(Comparator.comparingLong(Group::retainedBytes).reversed());
    return groups;
  }

  private Key key(int record) {
    int scope = knowledge.scopeOf(record);
    if (scope >= 0) {
      return new Key(scope, "", null);
    }
    SourceLocation location = graph.location(record);
    if (location != null || !graph.name(record).startsWith("system / ")) {
      return new Key(-1, graph.name(record), location);
    }
    TreeSet<String> bindings = new TreeSet<>();
    for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
        bindings.add(graph.edgeLabel(edge));
      }
    }
    return new Key(-1, String.join(", ", bindings), null);
  }

  private Group group(Key key, int[] records) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    long shallow = 0;
    int stale = 0;
    for (int record : records) {
      shallow += graph.shallowBytes(record);
      stale += NodeDescription.of(graph, record).isOlderRecord() ? 1 : 0;
      for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
        String name = bindingName(record, edge);
        if (!name.isEmpty()) {
          tallies.computeIfAbsent(name, _ -> new Tally()).add(record, edge);
        }
      }
    }
    List<Binding> bindings = new ArrayList<>();
    tallies.forEach((name, tally) -> bindings.add(tally.binding(name)));
    bindings.sort(Comparator.comparingLong(Binding::retainedBytes).reversed());
    ScopeTable.@Nullable Scope scope =
        key.scope() < 0 ? null : knowledge.scopes().scope(key.scope());
    if (scope != null) {
      bindings.addAll(others(scope, tallies, records));
    }
    String own = graph.name(records[0]);
    return new Group(
        scope == null ? (own.startsWith("system / ") ? "" : own) : scope.function(),
        scope == null ? graph.detail(records[0]).title() : scope.recordKind(),
        scope == null ? key.location() : scope.location(),
        records.length,
        stale,
        shallow,
        sets.bytes(records),
        bindings,
        examples(records));
  }

  /// The bindings that closures share and that hold nothing on the heap in any record.
  private List<Binding> others(ScopeTable.Scope scope, Map<String, Tally> known, int[] records) {
    List<Binding> others = new ArrayList<>();
    for (int slot = 0; slot < scope.variables().size(); slot++) {
      ScopeTable.Variable variable = scope.variables().get(slot);
      if (variable.shared()
          && Character.isJavaIdentifierStart(variable.name().charAt(0))
          && !known.containsKey(variable.name())) {
        int used = 0;
        for (int record : records) {
          used += users.count(record, slot) > 0 ? 1 : 0;
        }
        others.add(new Binding(variable.name(), 0, 0, used, 0));
      }
    }
    return others;
  }

  /// The name of a binding; empty if the edge is none, or holds nothing alive.
  private String bindingName(int record, int edge) {
    return tree.edges().retains(edge) && tree.isAlive(graph.edgeTarget(edge))
        ? uses.name(record, edge)
        : "";
  }

  private List<Example> examples(int[] records) {
    List<Integer> largest = new ArrayList<>();
    for (int record : records) {
      largest.add(record);
    }
    largest.sort(
        Comparator.comparingLong((Integer record) -> tree.retainedSizes().bytes(record))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return largest.stream().limit(mostExamples).map(this::example).toList();
  }

  private Example example(int record) {
    List<Value> values = new ArrayList<>();
    for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
      String name = bindingName(record, edge);
      if (!name.isEmpty()) {
        int target = graph.edgeTarget(edge);
        values.add(
            new Value(
                name,
                NodeDescription.of(graph, target),
                tree.retainedSizes().bytes(target),
                uses.use(record, edge),
                users.note(edge)));
      }
    }
    return new Example(
        NodeDescription.of(graph, record), tree.retainedSizes().bytes(record), values);
  }

  /// Adds up one binding.
  private final class Tally {
    private final IntArrayList targets = new IntArrayList();
    private int used;
    private int unused;

    void add(int record, int edge) {
      targets.add(graph.edgeTarget(edge));
      switch (uses.use(record, edge)) {
        case USED -> used++;
        case UNUSED -> unused++;
        case UNKNOWN -> {}
      }
    }

    Binding binding(String name) {
      return new Binding(name, targets.size(), sets.bytes(targets.toArray()), used, unused);
    }
  }
}
