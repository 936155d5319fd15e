package lexscope.profiler.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.MergedRetainers;

/// All retaining paths to a target as one tree, as text and as JSON.
public final class RetainersReport {
  private static final int DEEPEST_INDENT = 40;

  private RetainersReport() {}

  /// `why --all`, at most `most` groups: those nearest to the targets, each below what it retains.
  public static String text(
      DominatorTree tree, String target, MergedRetainers retainers, int most) {
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    if (retainers.targets() == 0) {
      return out.append(target).append(": not alive\n").toString();
    }
    out.append(target)
        .append(": ")
        .append(TextReport.counted(retainers.targets(), "node"))
        .append(retainers.targets() == 1 ? ", retains " : ", together they retain ")
        .append(ByteSize.text(retainers.bytes()))
        .append("\n\nheld by, from the target up to the roots\n");
    int shown = Math.min(most, retainers.groups().size());
    TextTable table = new TextTable("rrrl").row("edges", "nodes", "retain", "");
    for (int number : inTreeOrder(retainers.groups().subList(0, shown))) {
      MergedRetainers.Group group = retainers.groups().get(number);
      table.row(
          TextReport.number(group.edges()),
          group.isRoot() ? "root" : TextReport.number(group.count()),
          group.isRoot() || group.count() == 0 ? "" : ByteSize.text(group.bytes()),
          "  ".repeat(Math.min(group.depth(), DEEPEST_INDENT) - 1) + words(group));
    }
    table.writeTo(out, "  ");
    int rest = retainers.groups().size() - shown;
    if (retainers.truncated()) {
      out.append("… and more\n");
    } else {
      TextReport.writeRest(out, rest, "group");
    }
    return out.toString();
  }

  private static String words(MergedRetainers.Group group) {
    if (group.isRoot()) {
      return group.retainer() + (group.edge().isBlank() ? "" : " " + group.edge());
    }
    String what = group.edge() + " of " + group.retainer();
    if (group.count() == 0) {
      return what + "  (stands elsewhere)";
    }
    if (group.count() == 1) {
      what += " #" + group.example().id();
    }
    return group.again() == 0
        ? what
        : what + "  (" + TextReport.counted(group.again(), "edge") + " from nodes elsewhere)";
  }

  /// Numbers of groups, each followed by those that retain it.
  private static List<Integer> inTreeOrder(List<MergedRetainers.Group> groups) {
    int[] first = new int[groups.size() + 1];
    int[] next = new int[groups.size()];
    Arrays.fill(first, -1);
    for (int i = groups.size() - 1; i >= 0; i--) {
      int below = groups.get(i).retained() + 1;
      next[i] = first[below];
      first[below] = i;
    }
    List<Integer> order = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    if (first[0] >= 0) {
      open.push(first[0]);
    }
    while (!open.isEmpty()) {
      int group = open.pop();
      order.add(group);
      if (next[group] >= 0) {
        open.push(next[group]);
      }
      if (first[group + 1] >= 0) {
        open.push(first[group + 1]);
      }
    }
    return order;
  }

  /// `why --all --json`: `retains` is the place of the group that a group retains in the list, -1
  /// for the targets.
  public static String json(
      DominatorTree tree, String target, MergedRetainers retainers, JsonRows rows) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("target").value(target).name("alive").value(retainers.targets() > 0);
          json.name("targets").value(retainers.targets());
          json.name("retainedBytes").value(retainers.bytes());
          json.name("truncated").value(retainers.truncated());
          for (MergedRetainers.Group group : rows.begin(json, "groups", retainers.groups())) {
            json.beginObject().name("retains").value(group.retained());
            json.name("depth").value(group.depth()).name("edge").value(group.edge());
            json.name("retainer").value(group.retainer()).name("root").value(group.isRoot());
            json.name("edges").value(group.edges()).name("count").value(group.count());
            json.name("again").value(group.again());
            if (!group.isRoot()) {
              json.name("retainedBytes").value(group.bytes()).name("example");
              JsonParts.node(json, group.example());
            }
            json.endObject();
          }
          json.endArray();
        });
  }
}
