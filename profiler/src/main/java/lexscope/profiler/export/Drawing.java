package lexscope.profiler.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.report.ByteSize;

/// Boxes with lines between them, as a retaining path or a part of the dominator tree is drawn.
/// Each box but the first hangs on one that comes before it.
///
/// @param title what is drawn, for the head and for those who cannot see it
/// @param boxes the boxes
/// @param inRow whether each box hangs on the one before it: a path
public record Drawing(String title, List<Box> boxes, boolean inRow) {
  /// One box.
  ///
  /// @param above the number of the box that it hangs on, -1 for the first
  /// @param link what the line between them says; may be empty
  /// @param text the first line in the box
  /// @param note the second line in the box; may be empty
  /// @param sort what it stands for, which decides its colour
  public record Box(int above, String link, String text, String note, Sort sort) {}

  /// What a box stands for.
  public enum Sort {
    ROOT,
    RECORD,
    CLOSURE,
    OBJECT,
    TARGET,
    MORE
  }

  private record Pending(int node, int above, int depth) {}

  /// Keeps a copy of the list.
  public Drawing {
    boxes = List.copyOf(boxes);
  }

  /// A retaining path with its remarks.
  ///
  /// @param notes for each step a remark, empty for most
  public static Drawing ofPath(DominatorTree tree, RetentionPath path, List<String> notes) {
    List<Box> boxes = new ArrayList<>();
    String link = "";
    for (int i = 0; i < path.steps().size(); i++) {
      boolean last = i == path.steps().size() - 1;
      switch (path.steps().get(i)) {
        case RetentionPath.Step.Root(String kind, String place) ->
            boxes.add(new Box(-1, "", place.isEmpty() ? kind : kind + " " + place, "", Sort.ROOT));
        case RetentionPath.Step.Edge(EdgeDescription edge) ->
            link =
                path.isNamedByBinding(i)
                    ? ""
                    : edge.text() + (notes.get(i).isEmpty() ? "" : " (" + notes.get(i) + ")");
        case RetentionPath.Step.Node(NodeDescription node) -> {
          boxes.add(
              new Box(
                  boxes.size() - 1,
                  link,
                  node.textWithId(),
                  sizes(tree, node.node()),
                  last ? Sort.TARGET : sort(node)));
          link = "";
        }
      }
    }
    return new Drawing("Why " + boxes.getLast().text() + " is alive", boxes, true);
  }

  /// What a node dominates, the largest first.
  ///
  /// @param children at most so many below one node; the others are counted in a box of their own
  /// @param depth at most so many levels below the node
  public static Drawing ofDominated(DominatorTree tree, int node, int children, int depth) {
    List<Box> boxes = new ArrayList<>();
    Deque<Pending> work = new ArrayDeque<>();
    work.push(new Pending(node, -1, 0));
    while (!work.isEmpty()) {
      Pending next = work.pop();
      if (next.node() < 0) {
        boxes.add(
            new Box(next.above(), "", "… " + counted(-next.node(), "more node"), "", Sort.MORE));
        continue;
      }
      NodeDescription description = NodeDescription.of(tree.graph(), next.node());
      int at = boxes.size();
      boxes.add(
          new Box(
              next.above(),
              "",
              description.textWithId(),
              sizes(tree, next.node()),
              at == 0 ? Sort.TARGET : sort(description)));
      int[] dominated = tree.dominated(next.node());
      int shown = next.depth() < depth ? Math.min(children, dominated.length) : 0;
      if (dominated.length > shown) {
        work.push(new Pending(shown - dominated.length, at, next.depth() + 1));
      }
      largest(tree, dominated, shown)
          .reversed()
          .forEach(child -> work.push(new Pending(child, at, next.depth() + 1)));
    }
    return new Drawing("What " + boxes.getFirst().text() + " dominates", boxes, false);
  }

  private static List<Integer> largest(DominatorTree tree, int[] nodes, int most) {
    return Arrays.stream(nodes)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer node) -> tree.retainedSizes().bytes(node))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  private static String sizes(DominatorTree tree, int node) {
    int nodes = tree.retainedSizes().nodes(node);
    return "retains "
        + ByteSize.text(tree.retainedSizes().bytes(node))
        + " in "
        + counted(nodes, "node");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static Sort sort(NodeDescription node) {
    if (node.detail().isRecord() || node.detail().title().equals("Binding")) {
      return Sort.RECORD;
    }
    return node.kind() == NodeKind.CLOSURE
        ? Sort.CLOSURE
        : node.kind() == NodeKind.SYNTHETIC ? Sort.ROOT : Sort.OBJECT;
  }
}
