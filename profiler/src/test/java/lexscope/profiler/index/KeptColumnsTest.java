package lexscope.profiler.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.ByteColumn;
import lexscope.profiler.graph.DamagedColumnException;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.IncomingEdges;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptColumnsTest {
  @TempDir Path folder = Path.of("");

  /// Keeps one section and gives it back.
  private <T> T kept(IndexFile.Store store, IndexFile.Restore<T> restore) throws IOException {
    Path file = folder.resolve("kept");
    IndexFile.Section section;
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      SectionOutput section1 = new SectionOutput(out, 0, _ -> {});
      store.to(section1);
      section = section1.end();
    }
    BlockFile blocks = new BlockFile(file);
    long end = section.length() - section.head();
    return restore.from(
        new SectionInput(blocks, blocks.bytes(end, section.head()), section.offset(), end));
  }

  @Test
  @DisplayName("columns of any length come back number by number, in part and as a whole")
  void columns() throws IOException {
    Random random = new Random(5);
    for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 70_000, 200_001}) {
      int[] numbers = random.ints(size).toArray();
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      record Pair(IntColumn ints, ByteColumn bytes, String text, long[] longs) {}
      Pair pair =
          kept(
              out -> {
                out.column(bytes, size);
                out.text("a\ud800ä");
                out.column(numbers, size);
                out.longs(new long[] {Long.MIN_VALUE, 7});
              },
              in -> {
                ByteColumn first = in.byteColumn();
                String text = in.text();
                return new Pair(in.intColumn(), first, text, in.longs());
              });
      assertThat(pair.text()).isEqualTo("a\ud800ä");
      assertThat(pair.longs()).containsExactly(Long.MIN_VALUE, 7);
      assertThat(pair.ints().size()).isEqualTo(size);
      for (int i = 0; i < Math.min(size, 300); i++) {
        int at = random.nextInt(size);
        assertThat(pair.ints().get(at)).isEqualTo(numbers[at]);
        assertThat(pair.bytes().get(at)).isEqualTo(bytes[at]);
        int to = at + random.nextInt(size - at + 1);
        assertThat(pair.bytes().copy(at, to)).isEqualTo(Arrays.copyOfRange(bytes, at, to));
      }
      pair.ints().fetchAll();
      pair.bytes().fetchAll();
      for (int at = 0; at < size; at++) {
        if (pair.ints().get(at) != numbers[at] || pair.bytes().get(at) != bytes[at]) {
          throw new AssertionError("differs at " + at);
        }
      }
    }
  }

  @Test
  @DisplayName("places, scopes and record numbers of many nodes come back")
  void sparseColumns() throws IOException {
    // Of one block, two and three, of which some are less than full once scopes went.
    for (int nodes : new int[] {1000, 300_000, 700_000}) {
      SnapshotGraphBuilder builder = TestGraphs.nodes(nodes);
      for (int node = 1; node < nodes; node++) {
        builder.setScope(node, node % 7);
        builder.setRecordNumber(node, (long) node << node % 40);
        builder.setLocation(node, "s" + node % 3, node % 1000, node % 90);
      }
      builder.renumberScopes(new int[] {3, -1, 2, -1, -1, 1, 0});
      SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
      assertSparseColumns(graph);
      assertSparseColumns(
          kept(graph::store, in -> SnapshotGraph.restore(in, GraphInfo.UNKNOWN, graph.strings())));
    }
  }

  private static void assertSparseColumns(SnapshotGraph graph) {
    int[] scopes = {3, -1, 2, -1, -1, 1, 0};
    for (int node = 0; node < graph.nodeCount(); node++) {
      boolean any = node > 0;
      assertThat(graph.scopeOf(node)).isEqualTo(any ? scopes[node % 7] : -1);
      assertThat(graph.recordNumber(node)).isEqualTo(any ? (long) node << node % 40 : -1);
      assertThat(graph.location(node))
          .isEqualTo(any ? new SourceLocation("s" + node % 3, node % 1000, node % 90) : null);
    }
  }

  @Test
  @DisplayName("a number is found in a column that ascends, kept or in memory")
  void search() throws IOException {
    int[] numbers = new Random(6).ints(40_000, 0, 100_000).sorted().distinct().toArray();
    IntColumn held = IntColumn.of(numbers);
    IntColumn kept = kept(held::store, in -> in.intColumn());
    // The first searches are binary ones; the others find the place by its rank.
    for (int round = 0; round < 3; round++) {
      for (int number = -1 - round; number <= 100_300; number += 7) {
        int expected = Arrays.binarySearch(numbers, number);
        assertThat(held.search(number)).isEqualTo(expected);
        assertThat(kept.search(number)).isEqualTo(expected);
        int last = expected >= 0 ? expected : -expected - 2;
        assertThat(held.lastUpTo(number)).isEqualTo(last);
        assertThat(kept.lastUpTo(number)).isEqualTo(last);
      }
    }
    IntColumn empty = IntColumn.of();
    for (int number = 0; number < 100; number++) {
      assertThat(empty.search(number)).isEqualTo(-1);
    }
  }

  @Test
  @DisplayName("a damaged block is noticed when one of its numbers is asked for, and only then")
  void damagedBlock() throws IOException {
    int[] numbers = new Random(7).ints(100_000).toArray();
    IntColumn kept = kept(out -> out.column(numbers, numbers.length), in -> in.intColumn());
    Path file = folder.resolve("kept");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4 * 50_000] ^= 1;
    Files.write(file, bytes);
    assertThat(kept.get(10)).isEqualTo(numbers[10]);
    assertThat(kept.get(90_000)).isEqualTo(numbers[90_000]);
    assertThatThrownBy(() -> kept.get(50_001)).isInstanceOf(DamagedColumnException.class);
    assertThatThrownBy(kept::fetchAll).isInstanceOf(DamagedColumnException.class);
  }

  @Test
  @DisplayName("kept shortest paths are those that a search finds, with distances and sources")
  void paths() throws IOException {
    List<SnapshotGraph> graphs = new ArrayList<>(List.of(AppGraph.whole(), AppGraph.used()));
    for (int seed = 0; seed < 60; seed++) {
      graphs.add(seed % 6 == 0 ? TestGraphs.heapLike(3000, seed) : TestGraphs.random(seed));
    }
    for (SnapshotGraph graph : graphs) {
      for (EdgeRule rule : EdgeRule.values()) {
        ShortestPathFinder searched = new ShortestPathFinder(RetainingEdges.of(graph, rule));
        RetainingEdges edges = RetainingEdges.of(graph, rule);
        kept(
            new ShortestPathFinder(edges)::store,
            in -> {
              edges.restorePathEdges(in);
              return edges;
            });
        ShortestPathFinder kept = new ShortestPathFinder(edges);
        for (int node = 0; node < graph.nodeCount(); node++) {
          assertThat(kept.isReached(node)).isEqualTo(searched.isReached(node));
          assertThat(kept.edgeTo(node)).isEqualTo(searched.edgeTo(node));
          assertThat(kept.sourceOf(node)).isEqualTo(searched.sourceOf(node));
          assertThat(kept.edgesTo(node)).isEqualTo(searched.edgesTo(node));
          assertThat(kept.distance(node)).isEqualTo(searched.distance(node));
        }
        assertThat(new ShortestPathFinder(edges.without()).edgeTo(0)).isEqualTo(-1);
      }
    }
  }

  @Test
  @DisplayName("kept edges by target are those of the graph")
  void retainers() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      Retainers expected = graph.retainers();
      SnapshotGraph other = TestGraphs.random(seed);
      kept(
          Retainers.of(graph)::store,
          in -> {
            other.restoreRetainers(in);
            return other;
          });
      IncomingEdges incoming = new IncomingEdges(other);
      for (int node = 0; node < graph.nodeCount(); node++) {
        incoming.of(node);
        assertThat(incoming.end() - incoming.first())
            .isEqualTo(expected.end(node) - expected.first(node));
        for (int i = 0; i < incoming.end() - incoming.first(); i++) {
          assertThat(incoming.edge(incoming.first() + i))
              .isEqualTo(expected.edge(expected.first(node) + i));
          assertThat(incoming.source(incoming.first() + i))
              .isEqualTo(expected.source(expected.first(node) + i));
        }
      }
    }
  }

  @Test
  @DisplayName("a kept tree answers questions by name as one that looks at every node")
  void largest() throws IOException {
    List<SnapshotGraph> graphs =
        new ArrayList<>(List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used()));
    for (int seed = 0; seed < 30; seed++) {
      graphs.add(TestGraphs.heapLike(500, seed));
    }
    int found = 0;
    for (SnapshotGraph graph : graphs) {
      for (EdgeRule rule : EdgeRule.values()) {
        DominatorTree tree = DominatorTree.of(graph, rule);
        DominatorTree kept = kept(tree::store, in -> DominatorTree.restore(in, graph, rule));
        for (int name = 0; name < graph.strings().size(); name++) {
          String text = graph.strings().get(name);
          for (TargetQuery query :
              List.of(
                  new TargetQuery.ByClass(text),
                  new TargetQuery.ByClosure(text),
                  new TargetQuery.ByRecord(text))) {
            Optional<Target> expected = new TargetResolver(tree).resolve(query);
            assertThat(new TargetResolver(kept).resolve(query)).isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
          }
        }
      }
    }
    assertThat(found).isGreaterThan(100);
  }
}
