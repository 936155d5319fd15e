package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Where things were made, in V8's form of allocation traces: a tree of calls in which each node of
/// the graph has its place. What the graph knows of calls is written as it is. If it knows none,
/// the sites of our own heaps stand in a tree of one level under their files and lines; counts and
/// sizes are then those of what is alive.
///
/// Lines and columns count from 1 here, other than in the table of places; 0 is unknown.
final class AllocationTraces {
  /// The node of the tree that stands for its root.
  private static final int ROOT = 1;

  private static final class Site {
    final int id;
    int count;
    long bytes;

    Site(int id) {
      this.id = id;
    }
  }

  private final SnapshotGraph graph;
  private final FileStrings strings;
  private final Map<String, Integer> scriptIds;
  private final Map<SourceLocation, Site> sites = new LinkedHashMap<>();

  AllocationTraces(SnapshotGraph graph, FileStrings strings, Map<String, Integer> scriptIds) {
    this.graph = graph;
    this.strings = strings;
    this.scriptIds = scriptIds;
    // The places in files of V8 are those of constructors.
    if (!graph.info().run().isEmpty() && graph.allocationStacks().isEmpty()) {
      for (int node = 0; node < graph.nodeCount(); node++) {
        Monitor.poll(node);
        SourceLocation place = site(node);
        if (place != null) {
          Site site = sites.computeIfAbsent(place, _ -> new Site(ROOT + 1 + sites.size()));
          site.count++;
          site.bytes += graph.shallowBytes(node);
        }
      }
    }
  }

  /// The place where a node was made, or null; the places of functions and records are those of
  /// their texts.
  private @Nullable SourceLocation site(int node) {
    NodeKind kind = graph.kind(node);
    return kind == NodeKind.CLOSURE
            || kind == NodeKind.CODE
            || graph.detail(node) != NodeDetail.NONE
        ? null
        : graph.location(node);
  }

  /// How many functions the tree names, its root included; 0 if nothing is known.
  int functionCount() {
    if (!graph.allocationStacks().isEmpty()) {
      return graph.allocationStacks().functions().size();
    }
    return sites.isEmpty() ? 0 : sites.size() + 1;
  }

  /// The number of a node's place in the tree, or 0.
  int traceNode(int node) {
    if (!graph.allocationStacks().isEmpty()) {
      return graph.allocationStacks().idOf(node);
    }
    SourceLocation place = sites.isEmpty() ? null : site(node);
    Site site = place == null ? null : sites.get(place);
    return site == null ? 0 : site.id;
  }

  void writeTo(JsonOutput out) throws IOException {
    if (!graph.allocationStacks().isEmpty()) {
      writeCalls(out, graph.allocationStacks());
      return;
    }
    out.raw("\"trace_function_infos\":[");
    if (!sites.isEmpty()) {
      out.raw("0,").number(strings.number("(root)")).raw(",").number(strings.number(""));
      out.raw(",0,0,0");
      for (Map.Entry<SourceLocation, Site> each : sites.entrySet()) {
        SourceLocation place = each.getKey();
        out.raw("\n,").number(each.getValue().id - ROOT).raw(",");
        out.number(strings.number(place.script() + ":" + place.line())).raw(",");
        out.number(strings.number(place.script())).raw(",");
        out.number(scriptIds.getOrDefault(place.script(), 0)).raw(",");
        out.number(place.line()).raw(",").number(place.column());
      }
    }
    out.raw("],\n\"trace_tree\":[");
    if (!sites.isEmpty()) {
      out.number(ROOT).raw(",0,0,0,[");
      boolean first = true;
      for (Site site : sites.values()) {
        out.raw(first ? "" : "\n,").number(site.id).raw(",").number(site.id - ROOT).raw(",");
        out.number(site.count).raw(",").number(site.bytes).raw(",[]");
        first = false;
      }
      out.raw("]");
    }
    out.raw("],\n");
  }

  private void writeCalls(JsonOutput out, AllocationStacks stacks) throws IOException {
    out.raw("\"trace_function_infos\":[");
    boolean first = true;
    for (AllocationStacks.Function each : stacks.functions()) {
      out.raw(first ? "" : "\n,").number(each.id()).raw(",");
      out.number(strings.number(each.name())).raw(",");
      // Our own heaps know scripts by their names only.
      int script =
          each.scriptId() == 0 ? scriptIds.getOrDefault(each.script(), 0) : each.scriptId();
      out.number(strings.number(each.script())).raw(",").number(script).raw(",");
      out.number(each.line()).raw(",").number(each.column());
      first = false;
    }
    out.raw("],\n\"trace_tree\":[");
    AllocationStacks.Tree tree = stacks.tree();
    IntArrayList open = new IntArrayList();
    for (int row = 0; row < tree.size(); row++) {
      Monitor.poll(row);
      boolean isFirst = row == 0 || tree.parents()[row] == row - 1;
      while (!open.isEmpty() && open.get(open.size() - 1) != tree.parents()[row]) {
        open.removeLast();
        out.raw("]");
      }
      out.raw(isFirst ? "" : "\n,").number(tree.ids()[row]).raw(",");
      out.number(tree.functions()[row]).raw(",").number(tree.counts()[row]).raw(",");
      out.number(tree.bytes()[row]).raw(",[");
      open.add(row);
    }
    for (int i = 0; i < open.size(); i++) {
      out.raw("]");
    }
    out.raw("],\n");
  }
}
