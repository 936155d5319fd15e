package lexscope.profiler.paths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
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

  /// The match that retains most; of equals the one that comes first. Nothing if no alive node
  /// matches.
  public Optional<Target> resolve(TargetQuery query) {
    return resolveAll(query).stream().findFirst();
  }

  /// All matches, those that retain most first.
  public List<Target> resolveAll(TargetQuery query) {
    List<Target> found =
        switch (query) {
          case TargetQuery.ById(long id) -> {
            int node = graph.ordinalOf(id);
            yield node >= 0 && tree.isAlive(node) ? List.of(target(node, -1)) : List.of();
          }
          case TargetQuery.ByRecord(String function) ->
              named(function, node -> graph.detail(node).isRecord());
          case TargetQuery.ByClosure(String name) ->
              named(name, node -> graph.kind(node) == NodeKind.CLOSURE);
          case TargetQuery.ByClass(String name) -> named(name, this::isObject);
          case TargetQuery.ByBinding(String function, String binding) ->
              bindings(function, binding);
          case TargetQuery.BySite(String file, int line) -> atSite(file, line);
        };
    return found.stream()
        .map(target ->
            new Target(target.node(), target.edge(), target.retainedBytes(), found.size()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private boolean isObject(int node) {
    return !graph.detail(node).isRecord()
        && graph.detail(node) != NodeDetail.BINDING
        && switch (graph.kind(node)) {
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

  private List<Target> named(String name, IntPredicate isMeant) {
    List<Target> found = new ArrayList<>();
    int number = graph.strings().numberOf(name);
    if (number >= 0) {
      for (int node = 0; node < graph.nodeCount(); node++) {
        if (graph.nameNumber(node) == number && isMeant.test(node) && tree.isAlive(node)) {
          found.add(target(node, -1));
        }
      }
    }
    return found;
  }

  /// The values that the binding's edges lead to. Under `used` such an edge leaves a closure or a
  /// binding node; under the other policies it leaves a record of the function.
  private List<Target> bindings(String function, String binding) {
    List<Target> found = new ArrayList<>();
    int functionName = graph.strings().numberOf(function);
    int bindingName = graph.strings().numberOf(binding);
    if (bindingName < 0) {
      return found;
    }
    byte context = (byte) EdgeKind.CONTEXT.ordinal();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!tree.isAlive(node)) {
        continue;
      }
      boolean isOwner =
          graph.detail(node) == NodeDetail.BINDING
              ? graph.nameNumber(node) == bindingName && belongsTo(node, function)
              : (graph.detail(node).isRecord() || graph.detail(node) == NodeDetail.ACTIVATION)
                  && graph.nameNumber(node) == functionName;
      for (int edge = graph.firstEdge(node); isOwner && edge < graph.endEdge(node); edge++) {
        if (graph.edgeKindCode(edge) == context
            && graph.edgeLabelNumber(edge) == bindingName
            && tree.isAlive(graph.edgeTarget(edge))) {
          found.add(target(graph.edgeTarget(edge), edge));
        }
      }
    }
    return found;
  }

  private boolean belongsTo(int bindingNode, String function) {
    int scope = graph.scopeOf(bindingNode);
    return scope >= 0 && graph.scopes().scope(scope).function().equals(function);
  }

  private List<Target> atSite(String file, int line) {
    List<Target> found = new ArrayList<>();
    for (int i = 0; i < graph.locations().size(); i++) {
      int node = graph.locations().nodeAt(i);
      SourceLocation location = graph.location(node);
      if (location != null
          && location.line() == line
          && isFile(location.script(), file)
          && tree.isAlive(node)) {
        found.add(target(node, -1));
      }
    }
    return found;
  }

  /// Whether a script is meant by `file`: its whole name or the end of its path.
  private static boolean isFile(String script, String file) {
    return script.equals(file) || script.endsWith("/" + file);
  }

  private Target target(int node, int edge) {
    return new Target(node, edge, tree.retainedSizes().bytes(node), 1);
  }
}
