package lexscope.profiler.suspects;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Looks for timers that are still to fire and listeners that are still registered: many with
/// callbacks of one function, or such that retain much. Knows Node's timers and emitters, event
/// targets of Node and of our own, and the listeners of browsers.
final class Callbacks {
  private static final int LEAST_COUNT = 20;
  private static final int MOST_TARGETS = 4;

  /// What emitters of other libraries than Node's call the function in a listener's object.
  private static final List<String> HOLDERS = List.of("fn", "listener", "callback", "handler");

  private final SearchedHeap heap;
  private final SnapshotGraph graph;
  private final BrowserCallbacks browser;
  private final int[] holders;
  private final IntHashSet containers = new IntHashSet();
  private final Map<Callback, IntArrayList> registrations = new LinkedHashMap<>();

  Callbacks(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
    this.browser = new BrowserCallbacks(heap);
    this.holders = HOLDERS.stream().mapToInt(heap::label).toArray();
  }

  private record Callback(Suspect.Sort sort, String function, @Nullable SourceLocation location) {}

  List<Suspect> find() {
    int onTimeout = heap.label("_onTimeout");
    int events = heap.label("_events");
    int callback = heap.label("callback");
    int timeout = heap.label("Timeout");
    int listener = heap.label("Listener");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (!heap.tree.isAlive(node)) {
        continue;
      }
      NodeKind kind = graph.kind(node);
      if (kind == NodeKind.NATIVE) {
        String name = graph.name(node);
        register(Suspect.Sort.LISTENERS, node, browser.listenerCallback(node, name));
        register(Suspect.Sort.TIMERS, node, browser.timerCallback(node, name));
      } else if (kind == NodeKind.OBJECT) {
        if (graph.nameNumber(node) == timeout) {
          register(Suspect.Sort.TIMERS, node, heap.target(node, EdgeKind.PROPERTY, onTimeout));
        } else if (graph.nameNumber(node) == listener) {
          register(Suspect.Sort.LISTENERS, node, heap.target(node, EdgeKind.PROPERTY, callback));
        }
        int table = heap.target(node, EdgeKind.PROPERTY, events);
        if (table >= 0) {
          registerEvents(table);
        }
      }
    }
    List<Suspect> suspects = new ArrayList<>();
    registrations.forEach((each, nodes) -> {
      long bytes = heap.sets.bytes(nodes.toArray());
      if (nodes.size() >= LEAST_COUNT || bytes >= heap.threshold) {
        heap.tell(nodes.toArray());
        suspects.add(suspect(each, nodes.toArray(), bytes));
      }
    });
    return suspects;
  }

  /// Arrays of listeners, which are no suspects of their own.
  IntHashSet containers() {
    return containers;
  }

  /// The listeners of an emitter: for each event one, or an array of several.
  private void registerEvents(int table) {
    int prototype = heap.label("__proto__");
    for (int edge = graph.firstEdge(table); edge < graph.endEdge(table); edge++) {
      int target = graph.edgeTarget(edge);
      if (graph.edgeKind(edge) != EdgeKind.PROPERTY || graph.edgeLabelNumber(edge) == prototype) {
        continue;
      }
      if (callbackOf(target) >= 0) {
        register(Suspect.Sort.LISTENERS, target, callbackOf(target));
      } else if (heap.isObject(target) && !containers.contains(target)) {
        for (int element = graph.firstEdge(target); element < graph.endEdge(target); element++) {
          int listener = graph.edgeTarget(element);
          if (graph.edgeKind(element) == EdgeKind.ELEMENT && callbackOf(listener) >= 0) {
            containers.add(target);
            register(Suspect.Sort.LISTENERS, listener, callbackOf(listener));
          }
        }
      }
    }
  }

  /// The function that a listener is, or that it holds, as the libraries name it; -1 if it is no
  /// listener.
  private int callbackOf(int listener) {
    if (graph.kind(listener) == NodeKind.CLOSURE) {
      return listener;
    }
    for (int holder : holders) {
      int held = heap.target(listener, EdgeKind.PROPERTY, holder);
      if (held >= 0 && graph.kind(held) == NodeKind.CLOSURE) {
        return held;
      }
    }
    return -1;
  }

  private void register(Suspect.Sort sort, int node, int callback) {
    if (callback < 0 || graph.kind(callback) != NodeKind.CLOSURE || heap.isOfPlatform(callback)) {
      return;
    }
    registrations
        .computeIfAbsent(
            new Callback(sort, graph.name(callback), graph.location(callback)),
            _ -> new IntArrayList())
        .add(node);
  }

  private Suspect suspect(Callback callback, int[] nodes, long bytes) {
    boolean areTimers = callback.sort() == Suspect.Sort.TIMERS;
    List<String> evidence = new ArrayList<>();
    evidence.add(areTimers ? "still to fire, never cleared" : "still registered, never removed");
    if (!areTimers) {
      evidence.addAll(targets(nodes));
    }
    evidence.add("together they retain " + heap.share(bytes));
    evidence.addAll(heap.makers.evidence(nodes));
    int largest = heap.largest(nodes);
    String function =
        (callback.function().isEmpty() ? "(anonymous)" : callback.function())
            + (callback.location() == null ? "" : " (" + callback.location() + ")");
    return new Suspect(
        callback.sort(),
        String.format(
            Locale.ROOT,
            "%,d %s with callback %s",
            nodes.length,
            (areTimers ? "timer" : "listener") + (nodes.length == 1 ? "" : "s"),
            function),
        evidence,
        nodes.length,
        bytes,
        heap.described(largest),
        heap.path(largest));
  }

  /// What listeners of a browser are registered with, by name, the most frequent first.
  private List<String> targets(int[] nodes) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int node : nodes) {
      int target = graph.kind(node) == NodeKind.NATIVE ? browser.targetOf(node) : -1;
      if (target >= 0) {
        counts.merge(graph.name(target), 1, Integer::sum);
      }
    }
    List<String> named =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_TARGETS)
            .map(each -> String.format(Locale.ROOT, "%,d on %s", each.getValue(), each.getKey()))
            .toList();
    return named.isEmpty()
        ? List.of()
        : List.of(String.join(", ", named) + (counts.size() > MOST_TARGETS ? " and others" : ""));
  }
}
