package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.ContextSlots;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.PairNumbers;
import lexscope.profiler.graph.PlaceNumbers;
import lexscope.profiler.graph.SnapshotGraph;

/// Steps of paths without what tells one from others of its sort: elements of whatever index,
/// values of whatever key and the keys of an object with very many of them are one, strings of
/// whatever text are one, and so are objects that differ in their ids only.
final class StepShapes {
  /// Above so many properties an object counts as a table whose keys are data.
  static final int MOST_PROPERTIES = 64;

  private static final String ANY = "*";
  private static final String VALUE = "value of *";
  private static final String WEAK_VALUE = "value in WeakMap";
  private static final int PLAIN = 0;
  private static final int NUMBERED = 1;
  private static final int VALUE_OF_KEY = 2;
  private static final int EPHEMERON = 3;
  private static final int ANY_PROPERTY = 4;
  private static final int VARIABLE = 5;
  private static final int SORT_BITS = 3;
  private static final int NO_SCOPE = Integer.MIN_VALUE;

  private final SnapshotGraph graph;
  private final ContextSlots slots;
  private final PairNumbers edges = new PairNumbers();
  private final PairNumbers nodes = new PairNumbers();
  private final PairNumbers scoped = new PairNumbers();
  private final PairNumbers located = new PairNumbers();
  private final PairNumbers steps = new PairNumbers();
  private final PlaceNumbers places;
  private final Map<List<String>, Integer> numbersOfVariables = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final BitSet synthetic = new BitSet();
  private final IntIntHashMap sortOfLabel = new IntIntHashMap();
  private int lastSource = -1;
  private boolean lastIsTable;

  StepShapes(SnapshotGraph graph) {
    this.graph = graph;
    this.slots = new ContextSlots(graph);
    this.places = new PlaceNumbers(graph);
  }

  /// The number of the sort of step that goes along `edge` to `node`, which is the end or the
  /// source of the edge.
  int of(int source, int edge, int node) {
    EdgeKind kind = graph.edgeKind(edge);
    int sort = sort(source, edge, kind);
    int known = steps.size();
    int step =
        steps.of(
            edges.of(kind.ordinal() << SORT_BITS | sort, label(source, edge, sort)),
            nodeShape(node));
    if (step == known) {
      if (graph.kind(node) == NodeKind.SYNTHETIC) {
        synthetic.set(step);
      }
      texts.add(edgeText(edge, kind, sort) + "\n" + nodeText(node, isData(node)));
    }
    return step;
  }

  /// The number of what nodes that are alike have in common.
  private int nodeShape(int node) {
    boolean isData = isData(node);
    int sort = graph.kind(node).ordinal() << Byte.SIZE | graph.detail(node).ordinal();
    int named = nodes.of(sort, isData ? 0 : graph.nameNumber(node));
    int shape = scoped.of(named, ContextNames.isNameless(graph, node) ? scope(node) : NO_SCOPE);
    return located.of(shape, isData ? -1 : places.of(node));
  }

  private boolean isData(int node) {
    NodeKind kind = graph.kind(node);
    return graph.detail(node) == NodeDetail.NONE
        && (kind.isString() || kind == NodeKind.NUMBER || kind == NodeKind.BIGINT);
  }

  private int label(int source, int edge, int sort) {
    return switch (sort) {
      case PLAIN -> graph.edgeLabelNumber(edge);
      case VARIABLE -> graph.strings().numberOf(slots.namesOf(source, edge).getFirst());
      default -> 0;
    };
  }

  /// What contexts of one function or block have in common, which V8 gives all one name.
  private int scope(int context) {
    int info = slots.scopeInfoOf(context);
    if (info >= 0) {
      return info;
    }
    List<String> variables = ContextNames.variablesOf(graph, context);
    return -1 - numbersOfVariables.computeIfAbsent(variables, _ -> numbersOfVariables.size());
  }

  /// Whether the node of a sort of step is synthetic, such as a kind of root.
  boolean isSynthetic(int step) {
    return synthetic.get(step);
  }

  /// The edge of a sort of step in words.
  String edgeText(int step) {
    String text = texts.get(step);
    return text.substring(0, text.indexOf('\n'));
  }

  /// The node of a sort of step in words.
  String nodeText(int step) {
    String text = texts.get(step);
    return text.substring(text.indexOf('\n') + 1);
  }

  /// A node in words, without what tells it from others of its sort.
  private String nodeText(int node, boolean isData) {
    if (isData) {
      return graph.kind(node).isString() ? "string" : graph.kind(node).label();
    }
    NodeDescription described = NodeDescription.of(graph, node);
    return new NodeDescription(
            node,
            described.id(),
            described.kind(),
            described.detail(),
            described.name(),
            -1,
            -1,
            described.location(),
            described.shallowBytes())
        .text()
        .replace('\n', ' ');
  }

  private String edgeText(int edge, EdgeKind kind, int sort) {
    return switch (sort) {
      case NUMBERED -> kind == EdgeKind.INTERNAL ? "entry *" : kind.label() + " " + ANY;
      case VALUE_OF_KEY -> VALUE;
      case EPHEMERON -> WEAK_VALUE;
      case ANY_PROPERTY -> "property " + ANY;
      default -> EdgeDescription.of(graph, edge).text().replace('\n', ' ');
    };
  }

  private int sort(int source, int edge, EdgeKind kind) {
    return switch (kind) {
      case ELEMENT -> NUMBERED;
      case HIDDEN ->
          ContextNames.isNameless(graph, graph.edgeSource(edge))
                  && !slots.namesOf(graph.edgeSource(edge), edge).isEmpty()
              ? VARIABLE
              : NUMBERED;
      case CONTEXT -> PLAIN;
      case PROPERTY, SHORTCUT, WEAK ->
          kind == EdgeKind.PROPERTY && isTable(source) ? ANY_PROPERTY : PLAIN;
      case INTERNAL -> sortOfLabel(graph.edgeLabelNumber(edge));
    };
  }

  private boolean isTable(int source) {
    if (source != lastSource) {
      lastSource = source;
      lastIsTable = isTable(graph, source);
    }
    return lastIsTable;
  }

  /// Whether a node has so many properties that their keys are data.
  static boolean isTable(SnapshotGraph graph, int node) {
    if (graph.endEdge(node) - graph.firstEdge(node) <= MOST_PROPERTIES) {
      return false;
    }
    int properties = 0;
    byte property = (byte) EdgeKind.PROPERTY.ordinal();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      properties += graph.edgeKindCode(edge) == property ? 1 : 0;
    }
    return properties > MOST_PROPERTIES;
  }

  private int sortOfLabel(int label) {
    int slot = sortOfLabel.indexOf(label);
    if (sortOfLabel.indexExists(slot)) {
      return sortOfLabel.indexGet(slot);
    }
    int sort = sortOfText(graph.strings().get(label));
    sortOfLabel.indexInsert(slot, label, sort);
    return sort;
  }

  private static int sortOfText(String label) {
    if (label.startsWith("value of ")) {
      return VALUE_OF_KEY;
    }
    int digits = 0;
    while (digits < label.length() && label.charAt(digits) >= '0' && label.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0) {
      return PLAIN;
    }
    if (digits == label.length()) {
      return NUMBERED;
    }
    return label.startsWith(" / part of key (", digits) ? EPHEMERON : PLAIN;
  }
}
