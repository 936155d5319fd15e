package lexscope.profiler.suspects;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.IncomingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.PairNumbers;
import lexscope.profiler.graph.PlaceNumbers;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Looks for many records of one function that together keep much alive and that no other suspect
/// keeps: closures of several functions share each of them, from several containers, so none of the
/// containers retains them.
final class Records {
  private static final int LEAST_RECORDS = 50;
  private static final int MOST_TOLD = 3;

  /// A binding is named if at least a tenth of the bytes hang on it.
  private static final int TOLD_SHARE = 10;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;

  Records(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
  }

  private record Scope(int name, int number, @Nullable SourceLocation location) {}

  /// What a record is called: by its function, or else by its variables.
  static String name(NodeDescription record) {
    return record.name().startsWith("{") ? "Context " + record.name() : record.name();
  }

  List<Suspect> find() {
    Map<Scope, IntArrayList> scopes = new LinkedHashMap<>();
    BitSet isTold = new BitSet(graph.nodeCount());
    for (int place = 1; place < heap.tree.aliveCount(); place++) {
      Monitor.poll(place);
      int node = heap.tree.nodeInOrder(place);
      if (heap.told.get(node) || isTold.get(heap.tree.dominator(node))) {
        isTold.set(node);
      } else if (graph.detail(node).isRecord()) {
        scopes
            .computeIfAbsent(
                new Scope(graph.nameNumber(node), heap.scope(node), graph.location(node)),
                _ -> new IntArrayList())
            .add(node);
      }
    }
    List<Suspect> suspects = new ArrayList<>();
    for (IntArrayList members : scopes.values()) {
      int[] records = members.toArray();
      if (records.length >= LEAST_RECORDS && !heap.isOfPlatform(heap.largest(records))) {
        long bytes = heap.sets.bytes(records);
        if (bytes >= heap.threshold) {
          suspects.add(suspect(records, bytes));
        }
      }
    }
    return suspects;
  }

  private Suspect suspect(int[] records, long bytes) {
    int largest = heap.largest(records);
    NodeDescription example = heap.described(largest);
    List<String> evidence = new ArrayList<>();
    List<String> bindings = bindings(records, bytes);
    if (!bindings.isEmpty()) {
      evidence.add(String.join(", ", bindings));
    }
    List<String> closures = closures(records);
    if (!closures.isEmpty()) {
      evidence.add("held by " + String.join(", ", closures));
    }
    evidence.add(
        String.format(
            Locale.ROOT,
            "%,d bytes each; all together %s",
            bytes / records.length,
            heap.share(bytes)));
    evidence.addAll(heap.makers.evidence(records));
    String name =
        ContextNames.isNameless(graph, largest)
            ? name(example)
            : example.name().isEmpty() ? "an anonymous function" : example.name();
    return new Suspect(
        Suspect.Sort.RECORDS,
        String.format(
            Locale.ROOT,
            "%,d Environment Records of %s%s",
            records.length,
            name,
            example.location() == null ? "" : " (" + example.location() + ")"),
        evidence,
        records.length,
        bytes,
        example,
        heap.path(largest));
  }

  /// The bindings that much of the bytes hang on, most bytes first.
  private List<String> bindings(int[] records, long bytes) {
    Map<String, IntArrayList> values = new TreeMap<>();
    for (int record : records) {
      Monitor.poll(record);
      for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
        int target = graph.edgeTarget(edge);
        if (heap.tree.edges().retains(edge) && heap.sets.dominates(record, target)) {
          EdgeDescription described = EdgeDescription.of(graph, edge);
          if (described.kind() == EdgeKind.CONTEXT) {
            values.computeIfAbsent(described.label(), _ -> new IntArrayList()).add(target);
          }
        }
      }
    }
    record Weight(String name, long bytes) {}
    return values.entrySet().stream()
        .map(each -> new Weight(each.getKey(), heap.sets.bytes(each.getValue().toArray())))
        .filter(each -> each.bytes() * TOLD_SHARE >= bytes)
        .sorted(Comparator.comparingLong(Weight::bytes).reversed())
        .limit(MOST_TOLD)
        .map(each ->
            String.format(Locale.ROOT, "%,d bytes by binding %s", each.bytes(), each.name()))
        .toList();
  }

  /// The functions whose closures hold the records, the most frequent first.
  private List<String> closures(int[] records) {
    IncomingEdges incoming = new IncomingEdges(graph);
    incoming.expect(records.length);
    PlaceNumbers places = new PlaceNumbers(graph);
    PairNumbers functions = new PairNumbers();
    IntArrayList examples = new IntArrayList();
    IntArrayList counts = new IntArrayList();
    for (int record : records) {
      Monitor.poll(record);
      incoming.of(record);
      for (int at = incoming.first(); at < incoming.end(); at++) {
        int source = incoming.source(at);
        if (graph.kind(source) == NodeKind.CLOSURE
            && heap.tree.isAlive(source)
            && heap.tree.edges().retains(incoming.edge(at))) {
          int function = functions.of(graph.nameNumber(source), places.of(source));
          if (function == counts.size()) {
            examples.add(source);
            counts.add(0);
          }
          counts.buffer[function]++;
        }
      }
    }
    Map<String, Integer> countOf = new TreeMap<>();
    for (int i = 0; i < counts.size(); i++) {
      countOf.merge(heap.described(examples.get(i)).text(), counts.get(i), Integer::sum);
    }
    List<String> told =
        countOf.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_TOLD)
            .map(each -> String.format(Locale.ROOT, "%,d × %s", each.getValue(), each.getKey()))
            .toList();
    return countOf.size() <= MOST_TOLD
        ? told
        : List.of(String.join(", ", told) + ", and other closures");
  }
}
