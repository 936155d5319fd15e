package lexscope.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.SnapshotGraph;
import org.eclipse.mat.parser.internal.SnapshotFactory;
import org.eclipse.mat.snapshot.IPathsFromGCRootsComputer;
import org.eclipse.mat.snapshot.ISnapshot;
import org.eclipse.mat.snapshot.model.IClass;
import org.eclipse.mat.util.VoidProgressListener;

/// Lets the engine of Eclipse MAT judge an HPROF file.
final class MatJudge {
  private MatJudge() {}

  static ISnapshot open(Path file) throws Exception {
    return new SnapshotFactory()
        .openSnapshot(file.toFile(), new HashMap<>(), new VoidProgressListener());
  }

  /// Asserts that it finds as many objects of each class, the same immediate dominator of every
  /// object, and paths as short.
  ///
  /// @param file what was written of `graph`
  /// @param paths of how many nodes the path is compared, spread over the graph; the last is one
  static void assertAgrees(SnapshotGraph graph, Path file, int paths) throws Exception {
    ISnapshot snapshot = open(file);
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    assertThat(counts(snapshot)).isEqualTo(HeapLibraryAgreementTest.counts(tree));
    long[] addresses = HprofFileTest.addresses(tree);
    int[] ids = new int[graph.nodeCount()];
    Arrays.fill(ids, -1);
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node)) {
        ids[node] = snapshot.mapAddressToId(addresses[node]);
      }
    }
    List<String> differences = new ArrayList<>();
    for (int node = 1; node < graph.nodeCount(); node++) {
      if (!tree.isAlive(node)) {
        continue;
      }
      if (!HprofFileTest.isNode(snapshot.getClassOf(ids[node]).getName())) {
        differences.add("node " + node + " is no object of ours");
      }
      if (snapshot.getImmediateDominatorId(ids[node]) != ids[tree.dominator(node)]) {
        differences.add("node " + node + " has another dominator");
      }
    }
    int[] distances = HeapLibraryAgreementTest.distances(tree);
    int stride = Math.max(1, graph.nodeCount() / paths);
    for (int node = graph.nodeCount() - 1; node > 0; node -= stride) {
      if (!tree.isAlive(node)) {
        continue;
      }
      IPathsFromGCRootsComputer computer = snapshot.getPathsFromGCRoots(ids[node], Map.of());
      // Their path ends at the root, which is one node more than there are edges.
      int theirs = computer.getNextShortestPath().length - 1;
      if (theirs != distances[node]) {
        differences.add("node " + node + " is at distance " + theirs + ", not " + distances[node]);
      }
    }
    snapshot.dispose();
    assertThat(differences).isEmpty();
  }

  private static Map<String, Long> counts(ISnapshot snapshot) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    for (IClass type : snapshot.getClasses()) {
      if (HprofFileTest.isNode(type.getName()) && type.getNumberOfObjects() > 0) {
        counts.merge(
            HeapLibraryAgreementTest.withoutShape(type.getName()),
            (long) type.getNumberOfObjects(),
            Long::sum);
      }
    }
    return counts;
  }
}
