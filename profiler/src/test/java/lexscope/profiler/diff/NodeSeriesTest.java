package lexscope.profiler.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A series of snapshots that Node wrote of one leaking process, and one of another process.
class NodeSeriesTest {
  private static final Path FOLDER = Path.of("target", "node-series").toAbsolutePath();
  private static final String PROGRAM =
      """
      class Session { constructor(i) { this.rows = new Array(20).fill(i); } }
      const sessions = new Map();
      const handlers = [];
      let temporary = [];
      function open(i) { const big = [i, i]; return function onClose() { return big; }; }
      function round(r) {
        temporary = [];
        for (let i = 0; i < 100; i++) {
          sessions.set(r + ':' + i, new Session(i));
          handlers.push(open(i));
          temporary.push({ i });
        }
      }
      """;

  private static List<DominatorTree> series;
  private static DominatorTree other;

  @BeforeAll
  static void snapshots() throws IOException {
    NodeProcess.assumeThere();
    Files.createDirectories(FOLDER);
    NodeProcess.run(
        FOLDER,
        "-e",
        PROGRAM
            + """
            for (let r = 1; r <= 4; r++) {
              round(r);
              require('v8').writeHeapSnapshot(process.argv[1] + r + '.heapsnapshot');
            }
            """,
        FOLDER.resolve("a").toString());
    NodeProcess.run(
        FOLDER,
        "-e",
        PROGRAM
            + """
            const more = {}; for (let i = 0; i < 50; i++) more['key' + i] = { i };
            round(1); round(2);
            require('v8').writeHeapSnapshot(process.argv[1] + '1.heapsnapshot');
            """,
        FOLDER.resolve("b").toString());
    series = IntStream.rangeClosed(1, 4).mapToObj(r -> read("a" + r)).toList();
    other = read("b1");
  }

  private static DominatorTree read(String name) {
    try {
      return DominatorTree.of(
          HeapSnapshotReader.read(FOLDER.resolve(name + ".heapsnapshot")), EdgeRule.STRONG);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("files of one process are joined by ids, those of another process are not")
  void oneProcess() {
    for (DominatorTree tree : series) {
      assertThat(SnapshotDiff.isSameRun(series.getFirst().graph(), tree.graph())).isTrue();
      assertThat(SnapshotDiff.isSameRun(tree.graph(), series.getFirst().graph())).isTrue();
      assertThat(SnapshotDiff.isSameRun(tree.graph(), other.graph())).isFalse();
      assertThat(SnapshotDiff.isSameRun(other.graph(), tree.graph())).isFalse();
    }
    SnapshotDiff diff = SnapshotDiff.of(series.get(0), series.get(1));
    assertThat(diff.byIds()).isTrue();
    assertThat(diff.changes())
        .filteredOn(change -> change.type().equals(new NodeClass("object", "Session")))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.added()).isEqualTo(100);
          assertThat(change.removed()).isZero();
        });
    assertThat(SnapshotDiff.of(series.get(0), other).byIds()).isFalse();
  }

  @Test
  @DisplayName("what leaks grows steadily by name, function and contexts of a function")
  void steadyGrowth() {
    assertThat(row(GrowthKey.NAME, "Session"))
        .satisfies(row -> {
          assertThat(row.counts()).containsExactly(100, 200, 300, 400);
          assertThat(row.isSteady()).isTrue();
          // All that came in the second round or the third.
          assertThat(row.survivors()).isEqualTo(200);
        });
    assertThat(row(GrowthKey.FUNCTION, "onClose").counts()).containsExactly(100, 200, 300, 400);
    assertThat(row(GrowthKey.FUNCTION, "onClose").site()).isNotNull();
    assertThat(row(GrowthKey.RECORD, "open { big }").counts()).containsExactly(100, 200, 300, 400);
    assertThat(GrowthReport.of(series, GrowthKey.KIND).rows().getFirst().isSteady()).isTrue();
    assertThat(GrowthReport.of(series, GrowthKey.FUNCTION).rows().getFirst().type().name())
        .isEqualTo("onClose");
  }

  private static GrowthReport.Row row(GrowthKey key, String name) {
    return GrowthReport.of(series, key).rows().stream()
        .filter(row -> row.type().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("what is new and outlived a round is found where it leaks, not what is made anew")
  void newNodes() {
    DominatorTree last = series.getLast();
    int[] news = NewNodes.outermost(series).orElseThrow();
    PathClusters clusters =
        PathClusters.of(new DominatedSets(last), new ShortestPathFinder(last.edges()), news);
    assertThat(clusters.clusters())
        .anySatisfy(cluster -> {
          assertThat(cluster.count()).isEqualTo(200);
          assertThat(cluster.steps().getLast()).startsWith("entry * → Session");
        })
        .anySatisfy(cluster -> {
          assertThat(cluster.count()).isEqualTo(200);
          assertThat(cluster.steps().getLast()).startsWith("element * → closure onClose");
        });
    assertThat(clusters.clusters())
        .noneMatch(cluster -> cluster.steps().toString().contains("binding temporary"));
    assertThat(NewNodes.outermost(List.of(series.get(0), other))).isEmpty();
  }
}
