package lexscope.profiler.why;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.compare.LivingUsers;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.paths.RetentionPath;

/// Remarks on the steps of paths: which living closure uses a binding, and which records are stale.
public final class PathNotes {
  private final LivingUsers users;

  /// For any paths: looks at all closures that are alive in `tree`.
  public PathNotes(DominatorTree tree) {
    this(new LivingUsers(tree));
  }

  private PathNotes(LivingUsers users) {
    this.users = users;
  }

  /// For this one path, at less cost.
  static PathNotes forOne(DominatorTree tree, RetentionPath path) {
    return new PathNotes(
        LivingUsers.of(
            tree,
            path.steps().stream()
                .filter(RetentionPath.Step.Edge.class::isInstance)
                .mapToInt(step -> ((RetentionPath.Step.Edge) step).edge().edge())
                .toArray()));
  }

  /// For each step of a path a remark, empty for most.
  public List<String> of(RetentionPath path) {
    List<String> notes = new ArrayList<>();
    NodeDetail source = NodeDetail.NONE;
    for (int i = 0; i < path.steps().size(); i++) {
      String note = "";
      if (path.steps().get(i) instanceof RetentionPath.Step.Edge(var edge)) {
        note = users.note(edge.edge());
        if (note.isEmpty()
            && source != NodeDetail.ACTIVATION
            && i + 1 < path.steps().size()
            && path.steps().get(i + 1) instanceof RetentionPath.Step.Node(var target)
            && target.isOlderRecord()) {
          note = staleNote(target);
        }
      } else if (path.steps().get(i) instanceof RetentionPath.Step.Node(var node)) {
        source = node.detail();
      }
      notes.add(note);
    }
    return notes;
  }

  /// What is said of a record that a closure still holds although its function was called again.
  private static String staleNote(NodeDescription record) {
    return "stale: the newest record of "
        + (record.detail() == NodeDetail.BINDING || record.name().isEmpty()
            ? "the function"
            : record.name())
        + " is ER"
        + record.newestRecord();
  }
}
