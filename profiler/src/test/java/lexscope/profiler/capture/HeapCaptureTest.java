package lexscope.profiler.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.PartedCell;
import lexscope.gc.SourcePlace;
import lexscope.profiler.capture.ToyHeap.Policy;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.CellPart;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SameGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.ShortestPathFinder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeapCaptureTest {
  private static final GraphInfo INFO = new GraphInfo("app.js", "end", "", "run");

  @Test
  @DisplayName("the kinds of nodes and edges are the collector's, in the collector's order")
  void kindsMatch() {
    assertThat(
            IntStream.range(0, CellKind.values().length)
                .mapToObj(i -> NodeKind.values()[i].name())
                .toList())
        .isEqualTo(List.of(CellKind.values()).stream().map(Enum::name).toList());
    assertThat(List.of(EdgeKind.values()).stream().map(Enum::name).toList())
        .isEqualTo(List.of(lexscope.gc.EdgeKind.values()).stream().map(Enum::name).toList());
    assertThat(CellPart.WHOLE).isEqualTo(PartedCell.WHOLE);
    assertThat(CellPart.CONTEXT).isEqualTo(PartedCell.CONTEXT);
  }

  @Test
  @DisplayName(
      "one heap is captured as each policy traces it, and the comparison finds the binding that is"
          + " kept for nobody")
  void policies() {
    App app = new App();
    SnapshotGraph whole = capture(app.toy, Policy.WHOLE);
    SnapshotGraph v8 = capture(app.toy, Policy.V8);
    SnapshotGraph used = capture(app.toy, Policy.USED);
    assertThat(path(whole, app.big.id()))
        .isEqualTo(
            "global binding handlers → closure onClick (app.js:40:3) → [[Environment]]"
                + " → ER12 FunctionEnvironmentRecord of setup → binding big → Big");
    assertThat(path(v8, app.big.id()))
        .isEqualTo(
            "global binding handlers → closure onClick (app.js:40:3) → context → ER12 Context of"
                + " setup → binding big → Big");
    assertThat(used.ordinalOf(app.big.id())).isEqualTo(-1);
    assertThat(path(used, app.small.id()))
        .isEqualTo(
            "global binding handlers → closure onClick (app.js:40:3) → binding small of ER12 →"
                + " Small");
    assertThat(v8.ordinalOf(app.local.id())).isEqualTo(-1);
    var gap = PolicyComparison.of(List.of(whole, v8, used), 0).gaps().getFirst();
    assertThat(gap.bindings()).hasSize(1);
    assertThat(gap.bindings().getFirst().binding()).isEqualTo("big");
    assertThat(gap.bindings().getFirst().capturers().getFirst().function()).isEqualTo("unused");
    assertThat(whole.info().policy()).isEqualTo("whole");
  }

  @Test
  @DisplayName(
      "records carry their number, cell and scope; scopes are in pre-order whatever order they come"
          + " in")
  void recordsAndScopes() {
    App app = new App();
    SnapshotGraph v8 = capture(app.toy, Policy.V8);
    int context = v8.ordinalOf(app.record.id());
    assertThat(v8.detail(context)).isEqualTo(NodeDetail.CONTEXT);
    assertThat(v8.recordNumber(context)).isEqualTo(12);
    assertThat(v8.cellPart(context)).isEqualTo(new CellPart(app.record.id(), CellPart.CONTEXT));
    assertThat(v8.scopes().scopes().stream().map(scope -> scope.function()))
        .containsExactly("setup", "unused", "onClick");
    assertThat(v8.scopeOf(context)).isZero();
    assertThat(v8.scopeOf(v8.ordinalOf(app.onClick.id()))).isEqualTo(2);
    SnapshotGraph used = capture(app.toy, Policy.USED);
    int box = used.ordinalOf(new CellPart(app.record.id(), 2).nodeId());
    assertThat(used.detail(box)).isEqualTo(NodeDetail.BINDING);
    assertThat(used.name(box)).isEqualTo("small");
  }

  @Test
  @DisplayName("a record held whole by an activation and as a context by a closure counts once")
  void wholeBesideContext() {
    App app = new App();
    app.toy.roots.add(new ToyHeap.Root(ToyHeap.BINDING, "frame", app.record, PartedCell.WHOLE));
    SnapshotGraph v8 = capture(app.toy, Policy.V8);
    int whole = v8.ordinalOf(app.record.id());
    int context =
        v8.ordinalOf(new CellPart(app.record.id(), CellPart.CONTEXT).contextIdBesideWhole());
    assertThat(v8.detail(whole)).isEqualTo(NodeDetail.FUNCTION_RECORD);
    assertThat(v8.detail(context)).isEqualTo(NodeDetail.CONTEXT);
    assertThat(v8.shallowBytes(whole) + v8.shallowBytes(context))
        .isEqualTo(app.record.shallowBytes());
  }

  @Test
  @DisplayName("global objects are user roots too")
  void userRoots() {
    ToyHeap toy = new ToyHeap();
    toy.root(ToyHeap.GLOBAL, "app.js", toy.thing("global", 8));
    SnapshotGraph graph = capture(toy, Policy.WHOLE);
    int shortcut = graph.endEdge(0) - 1;
    assertThat(graph.edgeKind(shortcut)).isEqualTo(EdgeKind.SHORTCUT);
    assertThat(graph.name(graph.edgeTarget(shortcut))).isEqualTo("global");
  }

  @Test
  @DisplayName("weak edges are noted where the target is alive, and retain nothing")
  void weakEdges() {
    ToyHeap toy = new ToyHeap();
    ToyHeap.Thing holder = toy.thing("WeakRef", 8);
    ToyHeap.Thing kept = toy.thing("Kept", 8);
    holder.weak.add(kept);
    holder.weak.add(toy.thing("Gone", 8));
    toy.root(ToyHeap.BINDING, "ref", holder);
    assertThat(capture(toy, Policy.WHOLE).edgeCount()).isEqualTo(3);
    toy.root(ToyHeap.BINDING, "kept", kept);
    SnapshotGraph graph = capture(toy, Policy.WHOLE);
    assertThat(graph.edgeKind(graph.firstEdge(graph.ordinalOf(holder.id()))))
        .isEqualTo(EdgeKind.WEAK);
    assertThat(path(graph, kept.id())).isEqualTo("global binding kept → Kept");
  }

  @Test
  @DisplayName("WeakMap entries of a random heap keep what the collector's own marking keeps")
  void ephemeronsMatchTheCollector() {
    int entriesMet = 0;
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      ToyHeap toy = new ToyHeap();
      int count = 3 + random.nextInt(15);
      List<ToyHeap.Thing> things =
          IntStream.range(0, count).mapToObj(i -> toy.thing("T" + i + "\n", 8)).toList();
      for (int i = 0; i < count; i++) {
        ToyHeap.Thing thing = things.get(random.nextInt(count));
        thing.put("p", things.get(random.nextInt(count)));
        ToyHeap.Thing table = things.get(random.nextInt(count));
        ToyHeap.Thing key = things.get(random.nextInt(count));
        if (table != key) {
          table.entries.add(new Cell[] {key, things.get(random.nextInt(count))});
        }
      }
      toy.root(ToyHeap.BINDING, "a", things.getFirst());
      toy.root(ToyHeap.BINDING, "b", things.getLast());
      SnapshotGraph graph = capture(toy, Policy.WHOLE);
      entriesMet += graph.ephemerons().size();
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      toy.heap.collect("test");
      for (ToyHeap.Thing thing : things) {
        int node = graph.ordinalOf(thing.id());
        assertThat(node >= 0 && tree.isAlive(node))
            .as("seed %d %s", seed, thing.name)
            .isEqualTo(!thing.isDead());
        assertThat(node >= 0).isEqualTo(!thing.isDead());
      }
    }
    assertThat(entriesMet).isGreaterThan(500);
  }

  @Test
  @DisplayName("WeakMap entries may follow each other in a chain of any length")
  void longChainsOfEntries() throws InterruptedException {
    ToyHeap toy = new ToyHeap();
    ToyHeap.Thing table = toy.thing("WeakMap", 8);
    ToyHeap.Thing first = toy.thing("Key", 8);
    ToyHeap.Thing key = first;
    for (int i = 0; i < 100_000; i++) {
      ToyHeap.Thing value = toy.thing("Key", 8);
      table.entries.add(new Cell[] {key, value});
      key = value;
    }
    toy.root(ToyHeap.BINDING, "table", table);
    toy.root(ToyHeap.BINDING, "box", toy.thing("Box", 8).put("first", first));
    var nodes = new AtomicInteger();
    // Every key is met after its entry, on a small stack.
    Thread thread =
        new Thread(
            null, () -> nodes.set(capture(toy, Policy.WHOLE).nodeCount()), "capture", 256 << 10);
    thread.start();
    thread.join();
    assertThat(nodes.get()).isGreaterThan(100_000);
  }

  @Test
  @DisplayName("objects lie at the site that allocated them, functions where they are written")
  void sites() {
    App app = new App();
    SnapshotGraph graph =
        HeapCapture.capture(
            app.toy.heap,
            Policy.WHOLE,
            INFO,
            site -> site == 7 ? new SourcePlace("app.js", 2, 9) : null);
    assertThat(graph.location(graph.ordinalOf(app.big.id())))
        .isEqualTo(new SourceLocation("app.js", 2, 9));
    assertThat(graph.location(graph.ordinalOf(app.onClick.id())))
        .isEqualTo(new SourceLocation("app.js", 40, 3));
  }

  @Test
  @DisplayName("cells that were never numbered are nodes of their own")
  void unnumberedCells() {
    ToyHeap toy = new ToyHeap();
    ToyHeap.Thing a = new ToyHeap.Thing(CellKind.CODE, "a", 8);
    ToyHeap.Thing b = new ToyHeap.Thing(CellKind.CODE, "b", 8).put("a", a).put("again", a);
    toy.root(ToyHeap.BINDING, "a", a);
    toy.root(ToyHeap.BINDING, "b", b);
    SnapshotGraph graph = capture(toy, Policy.WHOLE);
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    assertThat(tree.retainedSizes().totalBytes()).isEqualTo(16);
    assertThat(graph.edgeCount()).isEqualTo(6);
  }

  @Test
  @DisplayName("a list of half a million objects is captured")
  void longLists() {
    ToyHeap toy = new ToyHeap();
    ToyHeap.Thing link = toy.thing("Link", 16);
    for (int i = 1; i < 500_000; i++) {
      link = toy.thing("Link", 16).put("next", link);
    }
    toy.root(ToyHeap.BINDING, "list", link);
    SnapshotGraph graph = capture(toy, Policy.WHOLE);
    assertThat(DominatorTree.of(graph, EdgeRule.STRONG).retainedSizes().totalBytes())
        .isEqualTo(8_000_000);
  }

  @Test
  @DisplayName("a capture leaves nothing behind for later captures and collections")
  void leavesNothingBehind() {
    App app = new App();
    SnapshotGraph first = capture(app.toy, Policy.USED);
    SnapshotGraph whole = capture(app.toy, Policy.WHOLE);
    app.toy.heap.collect("test");
    assertThat(app.toy.heap.cellCount()).isEqualTo(5);
    SameGraph.assertSame(capture(app.toy, Policy.WHOLE), whole);
    SameGraph.assertSame(capture(app.toy, Policy.USED), first);
    assertThat(app.record.isDead()).isFalse();
  }

  private static SnapshotGraph capture(ToyHeap toy, Policy policy) {
    return HeapCapture.capture(toy.heap, policy, INFO, SitePlaces.NONE);
  }

  private static String path(SnapshotGraph graph, long id) {
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    return new ShortestPathFinder(tree.edges()).pathTo(graph.ordinalOf(id)).orElseThrow().text();
  }

  /// `setup` with the bindings big, local, small; `unused` uses big and is dead, `onClick` uses
  /// small.
  private static final class App {
    final ToyHeap toy = new ToyHeap();
    final ToyHeap.Thing big;
    final ToyHeap.Thing local;
    final ToyHeap.Thing small;
    final ToyHeap.Record record;
    final ToyHeap.Closure onClick;

    App() {
      ToyHeap.Text text = new ToyHeap.Text();
      ToyHeap.Layout setup = text.scope(null, "setup", 10, 90, List.of("big", "local", "small"));
      text.scope(setup, "unused", 20, 30, List.of(), 0);
      ToyHeap.Layout click = text.scope(setup, "onClick", 40, 50, List.of(), 2);
      toy.heap.setSite(7);
      big = toy.thing("Big", 1000);
      toy.heap.setSite(0);
      local = toy.thing("Local", 100);
      small = toy.thing("Small", 10);
      record = toy.heap.allocateUnrooted(new ToyHeap.Record(setup, null, 12));
      record.slots[0] = big;
      record.slots[1] = local;
      record.slots[2] = small;
      onClick = toy.heap.allocateUnrooted(new ToyHeap.Closure(click, record));
      toy.root(ToyHeap.BINDING, "handlers", onClick);
    }
  }
}
