package lexscope.profiler.find;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.function.Predicate;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;
import org.jspecify.annotations.Nullable;

/// Makes predicates ready for one graph: targets are resolved and what hangs on them is marked
/// once, patterns are matched once for each name, so that testing all nodes takes linear time.
final class NodeTests {
  /// Of longer texts only the beginning is matched with a pattern.
  private static final int LONGEST_MATCHED = 10_000;

  private final DominatorTree tree;
  private final SnapshotGraph graph;
  private @Nullable RootDistances distances;

  NodeTests(DominatorTree tree) {
    this.tree = tree;
    this.graph = tree.graph();
  }

  /// The distances from the roots.
  RootDistances distances() {
    RootDistances made = distances;
    if (made == null) {
      made = new RootDistances(tree.edges());
      distances = made;
    }
    return made;
  }

  NodeTest of(NodePredicate predicate) {
    return switch (predicate) {
      case NodePredicate.And(var first, var second) -> {
        NodeTest one = of(first);
        NodeTest other = of(second);
        yield node -> one.holds(node) && other.holds(node);
      }
      case NodePredicate.Or(var first, var second) -> {
        NodeTest one = of(first);
        NodeTest other = of(second);
        yield node -> one.holds(node) || other.holds(node);
      }
      case NodePredicate.Not(var inner) -> {
        NodeTest test = of(inner);
        yield node -> !test.holds(node);
      }
      case NodePredicate.TextEquals equals -> textEquals(equals.field(), equals.text());
      case NodePredicate.TextContains(var field, String part) ->
          text(field, text -> text.contains(part));
      case NodePredicate.TextMatches(var field, var pattern) ->
          text(
              field,
              text ->
                  pattern
                      .matcher(
                          text.length() > LONGEST_MATCHED
                              ? text.substring(0, LONGEST_MATCHED)
                              : text)
                      .find());
      case NodePredicate.NumberCompares number -> number(number);
      case NodePredicate.Related(var relation, TargetQuery target) -> related(relation, target);
    };
  }

  private NodeTest textEquals(NodePredicate.TextField field, String text) {
    return switch (field) {
      case SCRIPT -> located(place -> isFile(place.script(), text));
      case SITE -> located(place -> isSite(place, text));
      case MADE_IN ->
          made(call -> {
            String script = call.function().script();
            return !script.isEmpty()
                && (isFile(script, text)
                    || (call.line() > 0
                        && isSite(new SourceLocation(script, call.line(), call.column()), text)));
          });
      case KIND, NAME, FUNCTION, MADE_BY -> text(field, text::equals);
    };
  }

  private NodeTest text(NodePredicate.TextField field, Predicate<String> matches) {
    return switch (field) {
      case KIND -> kind(matches);
      case NAME -> name(matches);
      case FUNCTION -> {
        NodeTest name = name(matches);
        yield node -> isOfFunction(node) ? name.holds(node) : isBindingOf(node, matches);
      }
      case SCRIPT -> located(place -> matches.test(place.script()));
      case SITE -> located(place -> matches.test(place.toString()));
      case MADE_BY -> made(call -> matches.test(call.function().title()));
      case MADE_IN ->
          made(call -> {
            String script = call.function().script();
            return !script.isEmpty()
                && matches.test(
                    call.line() == 0 ? script : script + ":" + call.line() + ":" + call.column());
          });
    };
  }

  /// What a node is follows from kind and detail, but for the few whose kind is not known.
  private NodeTest kind(Predicate<String> matches) {
    Boolean[] known = new Boolean[NodeDetail.values().length * NodeKind.values().length];
    return node -> {
      if (graph.kind(node) == NodeKind.HIDDEN && !graph.foreignKinds().isEmpty()) {
        return matches.test(NodeClass.of(graph, node).kind());
      }
      int sort =
          graph.detail(node).ordinal() * NodeKind.values().length + graph.kind(node).ordinal();
      Boolean answer = known[sort];
      if (answer == null) {
        answer = matches.test(NodeClass.of(graph, node).kind());
        known[sort] = answer;
      }
      return answer;
    };
  }

  private NodeTest name(Predicate<String> matches) {
    BitSet asked = new BitSet(graph.strings().size());
    BitSet yes = new BitSet(graph.strings().size());
    boolean ofAnonymous = matches.test("(anonymous)");
    return node -> {
      int name = graph.nameNumber(node);
      if (!asked.get(name)) {
        asked.set(name);
        if (matches.test(graph.strings().get(name))) {
          yes.set(name);
        }
      }
      return yes.get(name)
          || (ofAnonymous && graph.kind(node) == NodeKind.CLOSURE && graph.name(node).isEmpty());
    };
  }

  private boolean isOfFunction(int node) {
    return graph.kind(node) == NodeKind.CLOSURE
        || graph.detail(node) == NodeDetail.ACTIVATION
        || graph.detail(node).isRecord();
  }

  private boolean isBindingOf(int node, Predicate<String> matches) {
    int scope = graph.detail(node) == NodeDetail.BINDING ? graph.scopeOf(node) : -1;
    return scope >= 0 && matches.test(graph.scopes().scope(scope).function());
  }

  private NodeTest located(Predicate<SourceLocation> matches) {
    BitSet yes = new BitSet(graph.nodeCount());
    for (int i = 0; i < graph.locations().size(); i++) {
      int node = graph.locations().nodeAt(i);
      SourceLocation place = graph.location(node);
      if (place != null && matches.test(place)) {
        yes.set(node);
      }
    }
    return yes::get;
  }

  /// Each call is asked once; what was made in one was made by all its callers.
  private NodeTest made(Predicate<AllocationStacks.Call> matches) {
    AllocationStacks stacks = graph.allocationStacks();
    BitSet yes = new BitSet(stacks.tree().size());
    for (int row = 0; row < stacks.tree().size(); row++) {
      Monitor.poll(row);
      int caller = stacks.tree().parents()[row];
      if (caller >= 0 && (yes.get(caller) || matches.test(stacks.call(row)))) {
        yes.set(row);
      }
    }
    return node -> {
      int row = stacks.rowOf(node);
      return row >= 0 && yes.get(row);
    };
  }

  private static boolean isFile(String script, String file) {
    return script.equals(file) || script.endsWith("/" + file);
  }

  private static boolean isSite(SourceLocation place, String text) {
    return isFile(place.toString(), text) || isFile(place.script() + ":" + place.line(), text);
  }

  private NodeTest number(NodePredicate.NumberCompares number) {
    NodePredicate.Comparison comparison = number.comparison();
    long value = number.value();
    return switch (number.field()) {
      case SELF -> node -> comparison.holds(tree.retainedSizes().shallowBytes(node), value);
      case RETAINED -> node -> comparison.holds(tree.retainedSizes().bytes(node), value);
      case NODES -> node -> comparison.holds(tree.retainedSizes().nodes(node), value);
      case DISTANCE -> {
        RootDistances all = distances();
        yield node -> all.of(node) >= 0 && comparison.holds(all.of(node), value);
      }
      case ID -> node -> comparison.holds(graph.id(node), value);
      case RECORD ->
          node ->
              graph.recordNumber(node) >= 0 && comparison.holds(graph.recordNumber(node), value);
    };
  }

  private NodeTest related(NodePredicate.Relation relation, TargetQuery query) {
    BitSet targets = new BitSet(graph.nodeCount());
    for (Target target : new TargetResolver(tree).resolveAll(query)) {
      targets.set(target.node());
    }
    BitSet marked =
        switch (relation) {
          case RETAINED_BY -> retainedBy(targets);
          case DOMINATED_BY -> dominatedBy(targets);
          case HELD_BY -> heldBy(targets);
          case HOLDS -> holders(targets);
        };
    return marked::get;
  }

  private BitSet retainedBy(BitSet targets) {
    BitSet reached = new BitSet(graph.nodeCount());
    IntArrayList queue = new IntArrayList();
    for (int node = targets.nextSetBit(0); node >= 0; node = targets.nextSetBit(node + 1)) {
      queue.add(node);
      reached.set(node);
    }
    for (int i = 0; i < queue.size(); i++) {
      int node = queue.get(i);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (tree.edges().retains(edge) && !reached.get(graph.edgeTarget(edge))) {
          reached.set(graph.edgeTarget(edge));
          queue.add(graph.edgeTarget(edge));
        }
      }
    }
    reached.andNot(targets);
    return reached;
  }

  private BitSet dominatedBy(BitSet targets) {
    BitSet dominated = new BitSet(graph.nodeCount());
    for (int place = 1; place < tree.aliveCount(); place++) {
      Monitor.poll(place);
      int node = tree.nodeInOrder(place);
      int dominator = tree.dominator(node);
      if (targets.get(dominator) || dominated.get(dominator)) {
        dominated.set(node);
      }
    }
    return dominated;
  }

  private BitSet heldBy(BitSet targets) {
    BitSet held = new BitSet(graph.nodeCount());
    for (int node = targets.nextSetBit(0); node >= 0; node = targets.nextSetBit(node + 1)) {
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (tree.edges().retains(edge)) {
          held.set(graph.edgeTarget(edge));
        }
      }
    }
    return held;
  }

  private BitSet holders(BitSet targets) {
    BitSet holders = new BitSet(graph.nodeCount());
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (targets.get(graph.edgeTarget(edge)) && tree.edges().retains(edge)) {
          holders.set(node);
          break;
        }
      }
    }
    return holders;
  }
}
