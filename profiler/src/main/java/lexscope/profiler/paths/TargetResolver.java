package lexscope.profiler.paths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.LargestOfClasses;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// Finds the nodes that a {@link TargetQuery} means. Only alive nodes are found; each look-up is a
/// pass over the nodes.
public final class TargetResolver {
  private static final Comparator<Target> LARGEST_FIRST =
      Comparator.comparingLong(Target::retainedBytes)
          .reversed()
          .thenComparingInt(Target::node)
          .thenComparingInt(Target::edge);

  private final DominatorTree tree;
  private final SnapshotGraph graph;

  /// Finds nodes of the tree's graph.
  public TargetResolver(DominatorTree tree) {
    this.tree = tree;
    this.graph = tree.graph();
  }

  /// Receives matches.
  @FunctionalInterface
  private interface Matches {
    /// @param edge the edge that a binding is, else -1
    void add(int node, int edge);
  }

  /// Keeps the match that retains most.
  private final class Largest implements Matches {
    private int count;
    private int node = -1;
    private int edge = -1;
    private long bytes;

    /// Adds so many matches of which one is known that retains as much as any.
    void addLargest(int matches, int match) {
      count += matches - 1;
      add(match, -1);
    }

    @Override
    public void add(int match, int byEdge) {
      long retained = tree.retainedSizes().bytes(match);
      // Bindings come in the order of the records that hold them, not of what they hold.
      count++;
      if (node < 0
          || retained > bytes
          || retained == bytes && (match < node || match == node && byEdge < edge)) {
        node = match;
        edge = byEdge;
        bytes = retained;
      }
    }
  }

  /// The match that retains most; of equals the one that comes first. Nothing if no alive node
  /// matches.
  public Optional<Target> resolve(TargetQuery query) {
    Largest largest = new Largest();
    LargestOfClasses classes = tree.largestOfClasses();
    if (classes == null || !isByClass(query, classes, largest)) {
      match(query, largest);
    }
    return largest.count == 0
        ? Optional.empty()
        : Optional.of(new Target(largest.node, largest.edge, largest.bytes, largest.count));
  }

  /// Answers a question by name by what is kept of each class. False if it is no such question.
  private boolean isByClass(TargetQuery query, LargestOfClasses classes, Largest largest) {
    switch (query) {
      case TargetQuery.ByRecord(String function) -> {
        // V8's contexts have no names of their own.
        if (graph.info().run().isEmpty()) {
          return false;
        }
        classes.ofName(
            graph.strings().numberOf(function),
            (_, detail) -> detail.isRecord(),
            largest::addLargest);
      }
      case TargetQuery.ByClosure(String name) ->
          classes.ofName(
              graph.strings().numberOf(name),
              (kind, _) -> kind == NodeKind.CLOSURE,
              largest::addLargest);
      case TargetQuery.ByClass(String name) ->
          classes.ofName(
              graph.strings().numberOf(name), TargetResolver::isObject, largest::addLargest);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// All matches, those that retain most first.
  public List<Target> resolveAll(TargetQuery query) {
    List<Target> found = new ArrayList<>();
    match(
        query,
        (node, edge) -> found.add(new Target(node, edge, tree.retainedSizes().bytes(node), 1)));
    return found.stream()
        .map(target ->
            new Target(target.node(), target.edge(), target.retainedBytes(), found.size()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private void match(TargetQuery query, Matches found) {
    switch (query) {
      case TargetQuery.ById(long id) -> {
        int node = graph.ordinalOf(id);
        if (node >= 0 && tree.isAlive(node)) {
          found.add(node, -1);
        }
      }
      case TargetQuery.ByRecord(String function) -> records(function, found);
      case TargetQuery.ByClosure(String name) ->
          named(name, node -> graph.kind(node) == NodeKind.CLOSURE, found);
      case TargetQuery.ByClass(String name) ->
          named(name, node -> isObject(graph.kind(node), graph.detail(node)), found);
      case TargetQuery.ByBinding(String function, String binding) ->
          bindings(function, binding, found);
      case TargetQuery.BySite(String file, int line) -> atSite(file, line, found);
    }
  }

  private static boolean isObject(NodeKind kind, NodeDetail detail) {
    return !detail.isRecord()
        && detail != NodeDetail.BINDING
        && switch (kind) {
          case OBJECT, ARRAY, NATIVE, REGEXP, SYMBOL, BIGINT, NUMBER -> true;
          case HIDDEN,
              STRING,
              CODE,
              CLOSURE,
              SYNTHETIC,
              CONCATENATED_STRING,
              SLICED_STRING,
              OBJECT_SHAPE,
              WASM_OBJECT ->
              false;
        };
  }

  private void named(String name, IntPredicate isMeant, Matches found) {
    int number = graph.strings().numberOf(name);
    for (int node = 0; number >= 0 && node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.nameNumber(node) == number && isMeant.test(node) && tree.isAlive(node)) {
        found.add(node, -1);
      }
    }
  }

  private void records(String function, Matches found) {
    int name = graph.strings().numberOf(function);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.detail(node).isRecord() && isOf(node, name, function) && tree.isAlive(node)) {
        found.add(node, -1);
      }
    }
  }

  /// Whether a record has the name of a function, or is a context of V8, which has none, of its
  /// scope.
  private boolean isOf(int record, int name, String function) {
    return name >= 0 && graph.nameNumber(record) == name
        || graph.detail(record) == NodeDetail.CONTEXT && belongsTo(record, function);
  }

  /// The values that the binding's edges lead to. Under `used` such an edge leaves a closure or a
  /// binding node; under the other policies it leaves a record of the function.
  private void bindings(String function, String binding, Matches found) {
    int functionName = graph.strings().numberOf(function);
    int bindingName = graph.strings().numberOf(binding);
    byte context = (byte) EdgeKind.CONTEXT.ordinal();
    for (int node = 0; bindingName >= 0 && node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      boolean isOwner =
          graph.detail(node) == NodeDetail.BINDING
              ? graph.nameNumber(node) == bindingName && belongsTo(node, function)
              : (graph.detail(node).isRecord() || graph.detail(node) == NodeDetail.ACTIVATION)
                  && isOf(node, functionName, function);
      isOwner = isOwner && tree.isAlive(node);
      for (int edge = graph.firstEdge(node); isOwner && edge < graph.endEdge(node); edge++) {
        if (graph.edgeKindCode(edge) == context
            && graph.edgeLabelNumber(edge) == bindingName
            && tree.isAlive(graph.edgeTarget(edge))) {
          found.add(graph.edgeTarget(edge), edge);
        }
      }
    }
  }

  private boolean belongsTo(int bindingNode, String function) {
    int scope = graph.scopeOf(bindingNode);
    return scope >= 0
        ? graph.scopes().scope(scope).function().equals(function)
        : graph.detail(bindingNode) == NodeDetail.CONTEXT
            && ContextNames.functionOf(graph, bindingNode).equals(function);
  }

  private void atSite(String file, int line, Matches found) {
    for (int i = 0; i < graph.locations().size(); i++) {
      Monitor.poll(i);
      int node = graph.locations().nodeAt(i);
      SourceLocation location = graph.location(node);
      if (location != null
          && location.line() == line
          && isFile(location.script(), file)
          && tree.isAlive(node)) {
        found.add(node, -1);
      }
    }
  }

  /// Whether a script is meant by `file`: its whole name or the end of its path.
  private static boolean isFile(String script, String file) {
    return script.equals(file) || script.endsWith("/" + file);
  }
}
