package lexscope.profiler.export;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.ContextSlots;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;

/// Finds a Java class for every node. Nodes of one name with the same labels and size have one
/// class, whose fields carry the labels; its further shapes are classes `NAME+2`, `NAME+3` and so
/// on. Nodes with very many edges or shapes are arrays of references instead, which have no labels.
///
/// A class is filled up with fields of eight bytes, an array with null references, until its
/// instances have the size of the node as readers compute it: eight bytes of header, four a
/// reference, rounded up to eight. What is smaller than that cannot be told exactly.
///
/// A weak edge of what a program makes is a field of eight bytes with the address of its target, no
/// reference: Java's weak references are objects that readers of HPROF follow when they look for
/// dominators. Those of the engine (of its code, its shapes, its lists of roots) are left out: a
/// program never sees them.
final class HprofShapes {
  /// One class.
  ///
  /// @param name in the form of class files; of arrays that of their elements
  /// @param fields the names of the references
  /// @param weak the names of the weak ones
  /// @param filler how many fields of eight bytes are added
  /// @param array whether its objects are arrays of references
  record Shape(String name, List<String> fields, List<String> weak, int filler, boolean array) {}

  private record Key(String name, List<String> fields, List<String> weak, int filler) {}

  static final int HEADER = 8;
  static final int ARRAY_HEADER = 12;
  private static final int REFERENCE = 4;
  private static final int WEAK = 8;
  private static final int MOST_FIELDS = 256;
  private static final int MOST_FILLER = 64;
  private static final int MOST_SHAPES = 64;

  private final SnapshotGraph graph;
  private final ContextSlots slots;
  private final RetainingEdges edges;
  private final boolean[] alive;
  private final HprofTexts texts;
  private final HprofClassNames names;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();
  private final Map<String, Integer> shapesOfName = new HashMap<>();
  private final int[] shapeOf;

  /// The shapes of the nodes in `alive`.
  HprofShapes(RetainingEdges edges, boolean[] alive) {
    this.graph = edges.graph();
    this.slots = new ContextSlots(graph);
    this.edges = edges;
    this.alive = alive;
    this.texts = new HprofTexts(edges, alive);
    this.names = new HprofClassNames(graph);
    this.shapeOf = new int[graph.nodeCount()];
    Arrays.fill(shapeOf, -1);
    for (int node = 0; node < alive.length; node++) {
      Monitor.poll(node);
      if (alive[node]) {
        shapeOf[node] = texts.isText(node) ? -1 : shape(node);
      }
    }
  }

  private boolean isWeak(int node, int edge) {
    return graph.edgeKind(edge) == EdgeKind.WEAK
        && alive[graph.edgeTarget(edge)]
        && switch (graph.kind(node)) {
          case OBJECT, ARRAY, CLOSURE, NATIVE -> true;
          default -> false;
        };
  }

  private int shape(int node) {
    String name = names.of(node);
    NodeKind kind = graph.kind(node);
    boolean plainData = kind == NodeKind.STRING || kind == NodeKind.ARRAY;
    if (plainData || isWide(node)) {
      return array(name);
    }
    List<String> fields = labels(node);
    List<String> weak = weakLabels(node);
    long spare =
        graph.shallowBytes(node)
            - HEADER
            - (long) REFERENCE * fields.size()
            - (long) WEAK * weak.size();
    int filler = spare < 8 ? 0 : (int) Math.min(spare / 8, Integer.MAX_VALUE);
    if (filler > MOST_FILLER || fields.size() > MOST_FIELDS) {
      return array(name);
    }
    Key key = new Key(name, fields, weak, filler);
    Integer shape = known.get(key);
    if (shape != null) {
      return shape;
    }
    int number = shapesOfName.merge(name, 1, Integer::sum);
    if (number > MOST_SHAPES && !graph.detail(node).isRecord()) {
      return array(name);
    }
    shapes.add(new Shape(number == 1 ? name : name + "+" + number, fields, weak, filler, false));
    known.put(key, shapes.size() - 1);
    return shapes.size() - 1;
  }

  /// Whether a node has more edges than a class may have fields. Names are sought for the others
  /// only: to tell many of one name apart takes quadratic time.
  private boolean isWide(int node) {
    int count = 0;
    for (int edge = graph.firstEdge(node);
        edge < graph.endEdge(node) && count <= MOST_FIELDS;
        edge++) {
      if (edges.retains(edge) || isWeak(node, edge)) {
        count++;
      }
    }
    return count > MOST_FIELDS;
  }

  private int array(String name) {
    return known.computeIfAbsent(
        new Key(name, List.of(), List.of(), -1),
        _ -> {
          shapes.add(new Shape(name, List.of(), List.of(), 0, true));
          return shapes.size() - 1;
        });
  }

  private int retainingEdges(int node) {
    int count = 0;
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      count += edges.retains(edge) ? 1 : 0;
    }
    return count;
  }

  /// The labels of the retaining edges in their order, each made unique; of a record then those of
  /// its bindings that hold nothing on the heap, so that all records of a scope have one class.
  private List<String> labels(int node) {
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (edges.retains(edge)) {
        String label = label(node, edge, labels.size());
        String unique = label;
        for (int i = 2; !taken.add(unique); i++) {
          unique = label + "#" + i;
        }
        labels.add(unique);
      }
    }
    int scope = graph.detail(node).isRecord() ? graph.scopeOf(node) : -1;
    if (scope >= 0) {
      boolean onlyShared = graph.info().policy().equals("v8");
      for (ScopeTable.Variable variable : graph.scopes().scope(scope).variables()) {
        if ((variable.shared() || !onlyShared)
            && isWritten(variable)
            && taken.add(variable.name())) {
          labels.add(variable.name());
        }
      }
      labels = sortedBindings(labels);
    }
    return labels;
  }

  /// Whether the program can write the binding's name: slots such as `this` have labels of their
  /// own.
  private static boolean isWritten(ScopeTable.Variable variable) {
    return !variable.name().isEmpty()
        && Character.isJavaIdentifierStart(variable.name().charAt(0))
        && !variable.name().equals("this")
        && variable.name().indexOf('.') < 0;
  }

  private static List<String> sortedBindings(List<String> labels) {
    List<String> sorted = new ArrayList<>(labels);
    sorted.sort(null);
    return sorted;
  }

  private List<String> weakLabels(int node) {
    List<String> labels = new ArrayList<>();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (isWeak(node, edge)) {
        String label = graph.edgeLabel(edge);
        int times = 1;
        while (labels.contains(weakLabel(label, times))) {
          times++;
        }
        labels.add(weakLabel(label, times));
      }
    }
    return labels;
  }

  private static String weakLabel(String label, int times) {
    return label + (times == 1 ? "" : "#" + times) + " (weak)";
  }

  private String label(int node, int edge, int place) {
    EdgeKind kind = graph.edgeKind(edge);
    if (kind == EdgeKind.ELEMENT) {
      return "[" + graph.edgeLabel(edge) + "]";
    }
    Ephemerons ephemerons = graph.ephemerons();
    if (!ephemerons.isEmpty() && ephemerons.tableOf(edge) >= 0) {
      return "(value in WeakMap)";
    }
    if (kind != EdgeKind.HIDDEN) {
      return graph.edgeLabel(edge);
    }
    List<String> variables =
        ContextNames.isNameless(graph, node) ? slots.namesOf(node, edge) : List.of();
    return variables.isEmpty() ? "(" + place + ")" : String.join(" or ", variables);
  }

  /// The targets of a node's references, in the order of its shape's fields; -1 for none.
  int[] references(int node) {
    Shape shape = shapes.get(shapeOf[node]);
    int count = retainingEdges(node);
    int[] targets = new int[Math.max(count, shape.fields().size())];
    Arrays.fill(targets, -1);
    int at = 0;
    boolean sorted = !shape.array() && graph.detail(node).isRecord() && graph.scopeOf(node) >= 0;
    Map<String, Integer> places = new HashMap<>();
    if (sorted) {
      for (int i = 0; i < shape.fields().size(); i++) {
        places.put(shape.fields().get(i), i);
      }
    }
    Map<String, Integer> repeated = new HashMap<>();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (!edges.retains(edge)) {
        continue;
      }
      int place = at;
      if (sorted) {
        String label = label(node, edge, at);
        int times = repeated.merge(label, 1, Integer::sum);
        place = places.getOrDefault(times == 1 ? label : label + "#" + times, at);
      }
      targets[place] = graph.edgeTarget(edge);
      at++;
    }
    return targets;
  }

  /// All classes.
  List<Shape> shapes() {
    return shapes;
  }

  /// Which nodes are strings with a text.
  HprofTexts texts() {
    return texts;
  }

  /// The targets of a node's weak edges, in the order of its shape's names.
  int[] weakTargets(int node) {
    IntArrayList targets = new IntArrayList();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (isWeak(node, edge)) {
        targets.add(graph.edgeTarget(edge));
      }
    }
    return targets.toArray();
  }

  /// The number of a node's class in {@link #shapes}, or -1 if it has none or is a text.
  int shapeOf(int node) {
    return shapeOf[node];
  }

  /// How many elements the array that stands for a node has, null ones included.
  int arrayLength(int node) {
    long fitting = (graph.shallowBytes(node) - ARRAY_HEADER) / REFERENCE;
    return (int) Math.max(retainingEdges(node), Math.min(fitting, Integer.MAX_VALUE / 8));
  }
}
