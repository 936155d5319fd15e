package lexscope.profiler.diff;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// The difference of two snapshots, by sort of node. Two snapshots of one run are joined by ids, so
/// that a node that went and one that came are two changes though the number stays; of different
/// runs ids mean nothing, and nodes are compared by class and by the place where they were made.
///
/// @param byIds whether ids were compared
/// @param nodesBefore how many alive nodes there were, roots not counted
/// @param nodesAfter how many there are
/// @param bytesBefore their bytes before
/// @param bytesAfter their bytes after
/// @param changes what changed, most grown first
public record SnapshotDiff(
    boolean byIds,
    int nodesBefore,
    int nodesAfter,
    long bytesBefore,
    long bytesAfter,
    List<ClassChange> changes) {
  /// Keeps a copy of the list.
  public SnapshotDiff {
    changes = List.copyOf(changes);
  }

  /// What changed from one snapshot to another. Only what is alive counts.
  public static SnapshotDiff of(DominatorTree before, DominatorTree after) {
    boolean byIds = isSameRun(before.graph(), after.graph());
    Map<Key, Tally> tallies = new LinkedHashMap<>();
    LongHashSet idsBefore = byIds ? ids(before) : new LongHashSet();
    LongHashSet idsAfter = byIds ? ids(after) : new LongHashSet();
    int nodesBefore = count(before, tallies, byIds, idsAfter, true);
    int nodesAfter = count(after, tallies, byIds, idsBefore, false);
    List<ClassChange> changes = new ArrayList<>();
    long bytesBefore = 0;
    long bytesAfter = 0;
    for (Map.Entry<Key, Tally> entry : tallies.entrySet()) {
      ClassChange change = entry.getValue().change(entry.getKey(), byIds);
      bytesBefore += change.bytesBefore();
      bytesAfter += change.bytesAfter();
      if (change.isChange()) {
        changes.add(change);
      }
    }
    changes.sort(
        Comparator.comparingLong(ClassChange::deltaBytes)
            .reversed()
            .thenComparing(ClassChange::type)
            .thenComparing(change -> String.valueOf(change.site())));
    return new SnapshotDiff(byIds, nodesBefore, nodesAfter, bytesBefore, bytesAfter, changes);
  }

  /// Whether ids of two graphs mean the same nodes: both come from one run, as ours say and as the
  /// ids of V8's files tell.
  public static boolean isSameRun(SnapshotGraph a, SnapshotGraph b) {
    return SameRun.is(a, b);
  }

  private record Key(NodeClass type, @Nullable SourceLocation site) {}

  private static final class Tally {
    int countBefore;
    int countAfter;
    int added;
    int removed;
    long bytesBefore;
    long bytesAfter;
    long addedBytes;
    long removedBytes;

    ClassChange change(Key key, boolean byIds) {
      if (!byIds) {
        added = Math.max(0, countAfter - countBefore);
        removed = Math.max(0, countBefore - countAfter);
        addedBytes = Math.max(0, bytesAfter - bytesBefore);
        removedBytes = Math.max(0, bytesBefore - bytesAfter);
      }
      return new ClassChange(
          key.type(),
          key.site(),
          countBefore,
          countAfter,
          added,
          removed,
          bytesBefore,
          bytesAfter,
          addedBytes,
          removedBytes);
    }
  }

  private static int count(
      DominatorTree tree,
      Map<Key, Tally> tallies,
      boolean byIds,
      LongHashSet otherIds,
      boolean isBefore) {
    SnapshotGraph graph = tree.graph();
    int nodes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (!counts(tree, node)) {
        continue;
      }
      nodes++;
      Key key = new Key(NodeClass.of(graph, node), byIds ? null : graph.location(node));
      Tally tally = tallies.computeIfAbsent(key, _ -> new Tally());
      long bytes = graph.shallowBytes(node);
      boolean isOnlyHere = byIds && !otherIds.contains(graph.id(node));
      if (isBefore) {
        tally.countBefore++;
        tally.bytesBefore += bytes;
        tally.removed += isOnlyHere ? 1 : 0;
        tally.removedBytes += isOnlyHere ? bytes : 0;
      } else {
        tally.countAfter++;
        tally.bytesAfter += bytes;
        tally.added += isOnlyHere ? 1 : 0;
        tally.addedBytes += isOnlyHere ? bytes : 0;
      }
    }
    return nodes;
  }

  static boolean counts(DominatorTree tree, int node) {
    return tree.isAlive(node) && tree.graph().kind(node) != NodeKind.SYNTHETIC;
  }

  static LongHashSet ids(DominatorTree tree) {
    LongHashSet ids = new LongHashSet(tree.aliveCount());
    for (int node = 0; node < tree.graph().nodeCount(); node++) {
      Monitor.poll(node);
      if (counts(tree, node)) {
        ids.add(tree.graph().id(node));
      }
    }
    return ids;
  }
}
