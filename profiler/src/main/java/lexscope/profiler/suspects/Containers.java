package lexscope.profiler.suspects;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.IncomingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Looks for containers that accumulate: many entries, nearly all of one class, which the container
/// alone keeps alive and which are most of what it retains. Containers of one sort with entries of
/// one class are one suspect.
///
/// Entries that several containers share are retained by none of them. They count for each, if
/// nothing but containers holds them.
final class Containers {
  private static final int LEAST_ENTRIES = 50;
  private static final int LEAST_STRINGS = 500;
  private static final int LEAST_PROPERTIES = 64;
  private static final int MOST_NAMES = 6;

  /// Smaller containers are not looked at, however many there are.
  private static final long LEAST_BYTES = 16_000;

  /// What the tables alone of a container take whose entries others hold, too.
  private static final long LEAST_TABLE = 8 * LEAST_ENTRIES;

  /// More holders than these are no few containers with the same entries.
  private static final int MOST_HOLDERS = 4;

  /// Of so many shared entries one may be held by something else.
  private static final int EXCEPTIONS = 50;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;
  private final IntHashSet passedOver;
  private final BitSet detached;
  private final int table;
  private final int prototype;
  private final int shape;
  private final IncomingEdges incoming;

  /// @param passedOver containers that other searches speak of
  /// @param detached entries that other searches speak of
  Containers(SearchedHeap heap, IntHashSet passedOver, BitSet detached) {
    this.heap = heap;
    this.graph = heap.graph;
    this.passedOver = passedOver;
    this.detached = detached;
    this.table = heap.label("table");
    this.prototype = heap.label("__proto__");
    this.shape = heap.label("map");
    this.incoming = new IncomingEdges(graph);
  }

  private record Entries(NodeClass type, @Nullable SourceLocation location) {}

  private record Sort(
      String container,
      @Nullable SourceLocation location,
      Entries entries,
      boolean isTable,
      boolean isShared) {}

  private static final class Found {
    final IntArrayList containers = new IntArrayList();
    int entries;
    int alike;
    long entryBytes;
    int example;

    /// What the bytes are of: the containers, and entries that they share with others.
    final IntArrayList nodes = new IntArrayList();

    final TreeSet<Integer> others = new TreeSet<>();

    /// The entries of one class.
    final IntArrayList made = new IntArrayList();
  }

  List<Suspect> find() {
    long least = Math.min(heap.threshold, LEAST_BYTES);
    Map<Sort, Found> sorts = new LinkedHashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (heap.isObject(node)
          && (heap.retained(node) >= least
              || heap.retained(node) >= LEAST_TABLE && hasManyEdges(node))
          && !passedOver.contains(node)
          && graph.endEdge(node) > graph.firstEdge(node)) {
        look(node, sorts);
      }
    }
    List<Suspect> suspects = new ArrayList<>();
    sorts.forEach((sort, found) -> {
      if (heap.sets.bytes(found.nodes.toArray()) >= heap.threshold) {
        heap.tell(found.nodes.toArray());
        suspects.add(suspect(sort, found));
      }
    });
    return suspects;
  }

  private void look(int node, Map<Sort, Found> sorts) {
    IntArrayList entries = new IntArrayList();
    boolean isTable = collect(node, entries);
    if (entries.size() < LEAST_ENTRIES) {
      return;
    }
    Map<Entries, IntArrayList> classes = new LinkedHashMap<>();
    int strings = 0;
    for (int i = 0; i < entries.size(); i++) {
      Monitor.poll(i);
      int entry = entries.get(i);
      strings += graph.kind(entry).isString() ? 1 : 0;
      classes.computeIfAbsent(classOf(entry), _ -> new IntArrayList()).add(entry);
    }
    int counted = entries.size();
    // Keys are entries of their own.
    boolean hasKeys = strings < entries.size() && (entries.size() - strings) * 5 >= strings * 4;
    if (hasKeys) {
      classes.keySet().removeIf(type -> isString(type.type()));
      counted -= strings;
    }
    Map.Entry<Entries, IntArrayList> most =
        classes.entrySet().stream()
            .max(Comparator.comparingInt(each -> each.getValue().size()))
            .orElseThrow();
    int[] alike = most.getValue().toArray();
    boolean areStrings = isString(most.getKey().type());
    if (alike.length < (areStrings ? LEAST_STRINGS : LEAST_ENTRIES)
        || alike.length * 5L < counted * 4L
        || (isTable && areStrings)) {
      return;
    }
    int[] kept = Arrays.stream(alike).filter(entry -> heap.sets.dominates(node, entry)).toArray();
    TreeSet<Integer> others = new TreeSet<>();
    boolean isShared = kept.length * 2 < alike.length && areShared(node, alike, others);
    long bytes = heap.sets.bytes(isShared ? alike : kept);
    // What is most of the container and belongs to the program.
    if (bytes * 2 < heap.retained(node) || detached.get(alike[0]) || heap.isOfPlatform(node)) {
      return;
    }
    Found found =
        sorts.computeIfAbsent(
            new Sort(graph.name(node), graph.location(node), most.getKey(), isTable, isShared),
            _ -> new Found());
    found.containers.add(node);
    found.nodes.add(node);
    if (isShared) {
      found.nodes.add(alike);
      found.others.addAll(others);
    }
    found.entries += counted;
    found.alike += most.getValue().size();
    found.made.add(alike);
    found.entryBytes += bytes;
    found.example = alike[0];
  }

  private boolean hasManyEdges(int node) {
    int store = heap.target(node, EdgeKind.INTERNAL, table);
    return graph.endEdge(node) - graph.firstEdge(node) >= LEAST_ENTRIES
        || store >= 0 && graph.endEdge(store) - graph.firstEdge(store) >= LEAST_ENTRIES;
  }

  /// Whether nothing but a few containers holds the entries of one, but for one entry in fifty at
  /// most: programs work with some at the moment.
  ///
  /// @param others takes the other containers
  private boolean areShared(int container, int[] entries, Set<Integer> others) {
    int exceptions = 0;
    incoming.expect(entries.length / EXCEPTIONS);
    for (int entry : entries) {
      Monitor.poll(entry);
      boolean isException = false;
      incoming.of(entry);
      for (int at = incoming.first(); at < incoming.end(); at++) {
        int edge = incoming.edge(at);
        int source = incoming.source(at);
        // What an entry itself keeps may point back to it.
        if (!heap.tree.edges().retains(edge)
            || !heap.tree.isAlive(source)
            || heap.sets.dominates(entry, source)) {
          continue;
        }
        int holder = holder(source, edge);
        isException |= holder < 0;
        if (holder >= 0 && holder != container) {
          others.add(holder);
        }
      }
      exceptions += isException ? 1 : 0;
      if (exceptions * EXCEPTIONS > entries.length || others.size() > MOST_HOLDERS) {
        return false;
      }
    }
    return !others.isEmpty();
  }

  /// The container whose entry an edge holds, or -1 if it is none.
  private int holder(int source, int edge) {
    EdgeKind kind = graph.edgeKind(edge);
    if (heap.isObject(source)) {
      return kind == EdgeKind.ELEMENT || kind == EdgeKind.INTERNAL && isEntry(edge) ? source : -1;
    }
    int owner = graph.kind(source) == NodeKind.ARRAY ? heap.tree.dominator(source) : -1;
    return owner >= 0 && heap.isObject(owner) ? owner : -1;
  }

  /// Collects the entries. True if they are properties of an object used as a table.
  private boolean collect(int node, IntArrayList entries) {
    int properties = 0;
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      EdgeKind kind = graph.edgeKind(edge);
      if (kind == EdgeKind.ELEMENT || (kind == EdgeKind.INTERNAL && isEntry(edge))) {
        entries.add(graph.edgeTarget(edge));
      } else if (kind == EdgeKind.PROPERTY && graph.edgeLabelNumber(edge) != prototype) {
        properties++;
      }
    }
    int store = heap.target(node, EdgeKind.INTERNAL, table);
    if (store >= 0 && graph.kind(store) == NodeKind.ARRAY) {
      for (int edge = graph.firstEdge(store); edge < graph.endEdge(store); edge++) {
        EdgeKind kind = graph.edgeKind(edge);
        if (kind == EdgeKind.ELEMENT
            || (kind == EdgeKind.INTERNAL && graph.edgeLabelNumber(edge) != shape)) {
          entries.add(graph.edgeTarget(edge));
        }
      }
    }
    if (entries.size() >= LEAST_ENTRIES || properties <= LEAST_PROPERTIES) {
      return false;
    }
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.PROPERTY && graph.edgeLabelNumber(edge) != prototype) {
        entries.add(graph.edgeTarget(edge));
      }
    }
    return true;
  }

  private boolean isEntry(int edge) {
    String label = graph.edgeLabel(edge);
    return label.startsWith("value of ")
        || (!label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private Entries classOf(int node) {
    return new Entries(
        NodeClass.of(graph, node),
        graph.kind(node) == NodeKind.CLOSURE ? graph.location(node) : null);
  }

  private static boolean isString(NodeClass type) {
    return type.kind().endsWith("string");
  }

  private Suspect suspect(Sort sort, Found found) {
    int[] containers = found.containers.toArray();
    int largest = heap.largest(containers);
    long bytes = heap.sets.bytes(found.nodes.toArray());
    String name = sort.isTable() ? sort.container() + " used as a table" : sort.container();
    List<String> evidence = new ArrayList<>();
    evidence.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d entries are of one class: %s%s",
            found.alike,
            found.entries,
            entryName(sort.entries()),
            names(found.example)));
    if (sort.isShared()) {
      int other = found.others.first();
      evidence.add(
          "held by "
              + heap.described(other).textWithId()
              + (found.others.size() == 1
                  ? ", too"
                  : String.format(
                      Locale.ROOT, " and %,d more containers, too", found.others.size() - 1)));
    }
    evidence.add(
        String.format(
            Locale.ROOT,
            "%s keeps %,d bytes of them alive, %,d bytes an entry",
            sort.isShared() ? "nothing but these containers" : "nothing else",
            found.entryBytes,
            found.entryBytes / Math.max(1, found.alike)));
    evidence.add((sort.isShared() ? "with its entries " : "retains ") + heap.share(bytes));
    evidence.addAll(heap.makers.evidence(found.made.toArray()));
    return new Suspect(
        Suspect.Sort.CONTAINER,
        String.format(
            Locale.ROOT,
            "%s%s with %,d entries %s",
            containers.length == 1 ? "" : String.format(Locale.ROOT, "%,d × ", containers.length),
            name,
            found.entries,
            entryName(sort.entries())),
        evidence,
        containers.length,
        bytes,
        heap.described(largest),
        heap.path(largest));
  }

  private static String entryName(Entries entries) {
    String name = entries.type().name();
    String text =
        isString(entries.type()) || entries.type().kind().equals("object")
            ? name
            : entries.type().kind() + " " + name;
    return entries.location() == null ? text : text + " (" + entries.location() + ")";
  }

  /// The names of an entry's properties, which tell plain objects apart.
  private String names(int entry) {
    TreeSet<String> names = new TreeSet<>();
    for (int edge = graph.firstEdge(entry); edge < graph.endEdge(entry); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.PROPERTY && graph.edgeLabelNumber(edge) != prototype) {
        names.add(graph.edgeLabel(edge));
      }
    }
    if (names.isEmpty() || graph.kind(entry) != NodeKind.OBJECT) {
      return "";
    }
    return names.size() > MOST_NAMES
        ? " { " + String.join(", ", names.stream().limit(MOST_NAMES).toList()) + ", … }"
        : " { " + String.join(", ", names) + " }";
  }
}
