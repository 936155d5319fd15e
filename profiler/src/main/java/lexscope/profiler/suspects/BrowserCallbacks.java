package lexscope.profiler.suspects;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import lexscope.profiler.graph.IncomingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The timers and listeners in snapshots of Chrome, where most of a callback's path is native
/// nodes:
///
///     DOMTimer -> ScheduledAction -> V8Function -> closure
///     target -> EventTargetData -> ... -> RegisteredEventListener -> EventListener
///       -> V8EventListener -> closure
///
/// Which event a listener is for is not in a file, and neither is whether a timer repeats.
final class BrowserCallbacks {
  private static final String TIMER = "DOMTimer";
  private static final String ACTION = "ScheduledAction";

  /// How many nodes lie between a timer and its function at most.
  private static final int LONGEST_WAY = 4;

  /// How many nodes lie between a listener and its target at most.
  private static final int LONGEST_CLIMB = 12;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;
  private final IncomingEdges incoming;
  private final boolean hasTimers;

  BrowserCallbacks(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
    this.incoming = new IncomingEdges(graph);
    this.hasTimers = hasTimers();
  }

  private boolean hasTimers() {
    int name = heap.label(TIMER);
    for (int node = 0; name >= 0 && node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.nameNumber(node) == name && graph.kind(node) == NodeKind.NATIVE) {
        return true;
      }
    }
    return false;
  }

  /// The function that a native node is a timer for; -1 if it is none. Where there are no timers
  /// the actions stand for them.
  int timerCallback(int node, String name) {
    return name.equals(hasTimers ? TIMER : ACTION) ? closureBehind(node) : -1;
  }

  /// The function that a native node is a listener with; -1 if it is none. Of the nodes of one
  /// listener the one next to the function counts.
  int listenerCallback(int node, String name) {
    boolean isListener =
        name.startsWith("EventListener")
            || name.equals("V8EventListener")
            || name.equals("JSEventListener")
            || name.startsWith("JSEventHandler")
            || name.startsWith("V8EventHandler")
            || name.startsWith("V8OnErrorEventHandler")
            || name.startsWith("V8OnBeforeUnloadEventHandler");
    return isListener ? closureOf(node) : -1;
  }

  private int closureOf(int node) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (heap.tree.edges().retains(edge)
          && graph.kind(graph.edgeTarget(edge)) == NodeKind.CLOSURE) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  /// The nearest function behind native nodes of actions and callbacks.
  private int closureBehind(int from) {
    IntArrayList level = IntArrayList.from(from);
    IntHashSet seen = IntHashSet.from(from);
    for (int step = 0; step < LONGEST_WAY && !level.isEmpty(); step++) {
      IntArrayList next = new IntArrayList();
      for (int i = 0; i < level.size(); i++) {
        int node = level.get(i);
        int closure = closureOf(node);
        if (closure >= 0) {
          return closure;
        }
        for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
          int target = graph.edgeTarget(edge);
          if (heap.tree.edges().retains(edge) && isCallback(target) && seen.add(target)) {
            next.add(target);
          }
        }
      }
      level = next;
    }
    return -1;
  }

  private boolean isCallback(int node) {
    return graph.kind(node) == NodeKind.NATIVE
        && (graph.name(node).startsWith("V8") || graph.name(node).startsWith(ACTION));
  }

  /// What a listener is registered with: the first node above it that is none of those that only
  /// hold listeners; -1 if there is none.
  int targetOf(int listener) {
    int node = listener;
    IntHashSet seen = IntHashSet.from(listener);
    for (int step = 0; step < LONGEST_CLIMB; step++) {
      int above = -1;
      incoming.of(node);
      for (int at = incoming.first(); at < incoming.end() && above < 0; at++) {
        int source = incoming.source(at);
        if (heap.tree.edges().retains(incoming.edge(at))
            && heap.tree.isAlive(source)
            && graph.kind(source) == NodeKind.NATIVE
            && !seen.contains(source)) {
          above = source;
        }
      }
      if (above < 0) {
        return -1;
      }
      if (!holdsListeners(graph.name(above))) {
        return above;
      }
      seen.add(above);
      node = above;
    }
    return -1;
  }

  private static boolean holdsListeners(String name) {
    return name.startsWith("blink::")
        || name.contains("EventListener")
        || name.contains("EventHandler")
        || name.contains("EventTargetData")
        || name.equals("internal")
        || name.startsWith("InternalNode");
  }
}
