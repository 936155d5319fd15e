package lexscope.profiler.suspects;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Looks for long chains: on shortest paths, nodes of one kind and name that come again and again
/// within a few steps by the same edge. Among records this is the pattern in which each call of a
/// function keeps the record of the call before; among objects it is a linked list.
///
/// Nodes are looked at in the order of their distance, each with a few of those before it on its
/// path: linear, however long the chains are.
final class Chains {
  private static final int LONGEST_BLOCK = 8;
  private static final int LEAST_RECORDS = 20;
  private static final int LEAST_LINKS = 100;

  /// Lists are ordinary, chains of records hardly ever are.
  private static final int RECORDS_COUNT_TIMES = 4;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;
  private final int[] length;
  private final int[] before;

  Chains(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
    this.length = new int[graph.nodeCount()];
    this.before = new int[graph.nodeCount()];
  }

  List<Suspect> find() {
    Arrays.fill(before, -1);
    heap.finder.findSources();
    BitSet continued = new BitSet(graph.nodeCount());
    IntArrayList longEnough = new IntArrayList();
    int looked = 0;
    for (int node : byDistance()) {
      Monitor.poll(looked++);
      if (!isLink(node)) {
        continue;
      }
      int earlier = earlier(node);
      length[node] = earlier < 0 ? 1 : length[earlier] + 1;
      before[node] = earlier;
      if (earlier >= 0) {
        continued.set(earlier);
      }
      if (length[node] >= least(node)) {
        longEnough.add(node);
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < longEnough.size(); i++) {
      if (!continued.get(longEnough.get(i))) {
        ends.add(longEnough.get(i));
      }
    }
    ends.sort(
        Comparator.comparingInt((Integer node) -> graph.detail(node).isRecord() ? 0 : 1)
            .thenComparingInt(node -> -length[node])
            .thenComparingInt(node -> node));
    return suspects(ends);
  }

  private int least(int node) {
    return graph.detail(node).isRecord() ? LEAST_RECORDS : LEAST_LINKS;
  }

  private boolean isLink(int node) {
    return heap.finder.isReached(node) && (heap.isObject(node) || graph.detail(node).isRecord());
  }

  /// The reached nodes, nearest first: sorted by counting, for distances are at most the graph's
  /// size times the weight of an edge.
  private int[] byDistance() {
    int furthest = 0;
    int reached = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (heap.finder.isReached(node)) {
        furthest = Math.max(furthest, heap.finder.distance(node));
        reached++;
      }
    }
    int[] first = new int[furthest + 2];
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (heap.finder.isReached(node)) {
        first[heap.finder.distance(node) + 1]++;
      }
    }
    for (int distance = 0; distance <= furthest; distance++) {
      first[distance + 1] += first[distance];
    }
    int[] order = new int[reached];
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (heap.finder.isReached(node)) {
        order[first[heap.finder.distance(node)]++] = node;
      }
    }
    return order;
  }

  /// The nearest node before `node` on its path that is of its class and was come to in the same
  /// way, or -1.
  private int earlier(int node) {
    int at = node;
    for (int i = 0; i < LONGEST_BLOCK; i++) {
      at = heap.finder.sourceOf(at);
      if (at == SnapshotGraph.ROOT) {
        return -1;
      }
      if (isAlike(at, node)
          && (before[at] < 0 || isSameEdge(heap.finder.edgeTo(at), heap.finder.edgeTo(node)))) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAlike(int one, int other) {
    return graph.nameNumber(one) == graph.nameNumber(other)
        && graph.detail(one) == graph.detail(other)
        && graph.kind(one) == graph.kind(other)
        && (!graph.detail(other).isRecord() || heap.scope(one) == heap.scope(other));
  }

  private boolean isSameEdge(int one, int other) {
    EdgeKind kind = graph.edgeKind(one);
    return kind == graph.edgeKind(other)
        && kind != EdgeKind.ELEMENT
        && graph.edgeLabelNumber(one) == graph.edgeLabelNumber(other);
  }

  private List<Suspect> suspects(List<Integer> ends) {
    BitSet covered = new BitSet(graph.nodeCount());
    List<Suspect> suspects = new ArrayList<>();
    for (int end : ends) {
      if (covered.get(end) || (before[end] >= 0 && covered.get(before[end]))) {
        continue;
      }
      IntArrayList members = new IntArrayList();
      // A branch of a chain that was told of counts with what it has of its own, so no link is
      // looked at twice.
      for (int at = end; at >= 0 && !covered.get(at); at = before[at]) {
        Monitor.poll(members.size());
        members.add(at);
      }
      int first = members.get(members.size() - 1);
      for (int at = end; at != first; at = heap.finder.sourceOf(at)) {
        covered.set(at);
      }
      if (members.size() < least(end)) {
        continue;
      }
      first = start(members);
      long bytes = heap.sets.bytes(members.toArray());
      boolean areRecords = graph.detail(end).isRecord();
      if (bytes >= (areRecords ? heap.threshold / RECORDS_COUNT_TIMES : heap.threshold)
          && !heap.isOfPlatform(end)) {
        heap.tell(members.toArray());
        suspects.add(suspect(members, first, bytes));
      }
    }
    return suspects;
  }

  /// Lets a chain begin with its first link: what holds the chain may be of the same class, but
  /// another way leads from it. The first link is then among what was passed by.
  ///
  /// @return the new last member, which the path comes to first
  private int start(IntArrayList members) {
    int last = members.size() - 1;
    int second = members.get(last - 1);
    int at = second;
    int from = members.get(last - 2);
    while (from != second) {
      if (at == members.get(last) && heap.finder.sourceOf(from) != second
          || !isSameEdge(heap.finder.edgeTo(at), heap.finder.edgeTo(from))) {
        break;
      }
      from = heap.finder.sourceOf(from);
      at = heap.finder.sourceOf(at);
    }
    if (from == second && isAlike(at, second)) {
      members.set(last, at);
    }
    return members.get(members.size() - 1);
  }

  private Suspect suspect(IntArrayList members, int first, long bytes) {
    int last = members.get(0);
    int second = members.get(members.size() - 2);
    boolean areRecords = graph.detail(last).isRecord();
    List<String> evidence = new ArrayList<>();
    evidence.add(
        String.format(
            Locale.ROOT,
            "from one to the next: %s",
            String.join(" → ", stepsBetween(first, second))));
    evidence.add(
        String.format(
            Locale.ROOT,
            "%,d bytes each; all together %s",
            bytes / members.size(),
            heap.share(bytes)));
    evidence.addAll(heap.makers.evidence(members.toArray()));
    String name = graph.name(last).isEmpty() ? "(anonymous)" : graph.name(last);
    if (areRecords && name.startsWith("system / ")) {
      name = Records.name(heap.described(last));
    }
    return new Suspect(
        areRecords ? Suspect.Sort.RECORD_CHAIN : Suspect.Sort.LINKED_LIST,
        String.format(
            Locale.ROOT,
            areRecords
                ? "%,d Environment Records of %s, each keeps the next"
                : "%,d linked objects %s",
            members.size(),
            name),
        evidence,
        members.size(),
        bytes,
        heap.described(first),
        heap.path(second));
  }

  private List<String> stepsBetween(int first, int second) {
    List<String> steps = new ArrayList<>();
    for (int at = second; at != first; at = heap.finder.sourceOf(at)) {
      String edge = EdgeDescription.of(graph, heap.finder.edgeTo(at)).text();
      String node =
          graph.kind(at) == NodeKind.CLOSURE ? "closure " + graph.name(at) : graph.name(at);
      steps.add(edge + (node.isEmpty() ? "" : " (" + node + ")"));
    }
    return steps.reversed();
  }
}
