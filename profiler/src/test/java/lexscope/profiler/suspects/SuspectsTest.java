package lexscope.profiler.suspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.RootedGraphBuilder;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final Path FOLDER = Path.of("target", "node-suspects").toAbsolutePath();

  @Test
  @DisplayName("a list of a million links is found whole, linked one way or both")
  void longLists() {
    Suspects one = Suspects.of(DominatorTree.of(TestGraphs.chain(1_000_000), EdgeRule.STRONG));
    assertThat(one.suspects())
        .singleElement()
        .satisfies(suspect -> {
          assertThat(suspect.sort()).isEqualTo(Suspect.Sort.LINKED_LIST);
          assertThat(suspect.count()).isEqualTo(1_000_000);
          assertThat(suspect.bytes()).isEqualTo(8_000_000);
        });
    Suspects both =
        Suspects.of(DominatorTree.of(TestGraphs.doublyLinkedList(100_000), EdgeRule.STRONG));
    assertThat(both.suspects()).isNotEmpty();
    assertThat(both.suspects().stream().mapToInt(Suspect::count).sum()).isBetween(99_990, 100_000);
  }

  @Test
  @DisplayName("elements that Chrome's files call detached are grouped by who holds them")
  void detachedElements() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    RootedGraphBuilder roots = new RootedGraphBuilder(builder);
    int list = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Array", 1, 16);
    int body = builder.addNode(NodeKind.NATIVE, NodeDetail.NONE, "HTMLBodyElement", 3, 50_000);
    roots.addRoot("global handles", "", list);
    roots.addRoot("global handles", "", body);
    for (int i = 0; i < 12; i++) {
      int element = builder.addNode(NodeKind.NATIVE, NodeDetail.NONE, "Detached <tr>", 10 + i, 200);
      int child = builder.addNode(NodeKind.NATIVE, NodeDetail.NONE, "Detached <td>", 100 + i, 100);
      builder.addEdge(list, EdgeKind.ELEMENT, i, element);
      builder.addEdge(element, EdgeKind.ELEMENT, 1, child);
    }
    Suspects suspects =
        Suspects.of(DominatorTree.of(builder.build(GraphInfo.UNKNOWN), EdgeRule.STRONG));
    assertThat(suspects.suspects())
        .singleElement()
        .satisfies(suspect -> {
          assertThat(suspect.sort()).isEqualTo(Suspect.Sort.DETACHED_ELEMENTS);
          assertThat(suspect.title()).isEqualTo("12 detached elements such as Detached <tr>");
          assertThat(suspect.bytes()).isEqualTo(12 * 300);
        });
  }

  @Test
  @DisplayName("of a snapshot of Node that only says hello nothing is said")
  void nodeHello() throws IOException {
    assertThat(
            node(
                "hello",
                """
                console.log('hello');
                require('http'); require('crypto'); require('fs').readdirSync('.');
                setTimeout(() => {}, 1000).unref();
                process.on('exit', () => {});
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("in a snapshot of a leaking Node program each leak is found with its numbers")
  void nodeLeaks() throws IOException {
    List<Suspect> suspects =
        node(
            "leaks",
            """
            const { EventEmitter } = require('events');
            class Session { constructor(i) { this.log = new Array(50).fill(i); this.user = { i }; } }
            globalThis.sessions = new Map();
            for (let i = 0; i < 500; i++) sessions.set('k' + i, new Session(i));
            globalThis.bus = new EventEmitter().setMaxListeners(0);
            globalThis.table = {};
            for (let i = 0; i < 300; i++) {
              const big = new Array(60).fill(i);
              bus.on('tick', function onTick() { return big; });
              setInterval(function poll() { return big.length; }, 100000 + i).unref();
              table['key-' + i] = { value: new Array(60).fill(i) };
            }
            globalThis.theThing = null;
            function replaceThing() {
              const original = theThing;
              const unused = () => original;
              theThing = { text: new Array(200).fill(0), someMethod() {} };
            }
            for (let i = 0; i < 50; i++) replaceThing();
            globalThis.lines = [];
            for (let i = 0; i < 400; i++) lines.push(JSON.parse('"' + 'same text '.repeat(40) + '"'));
            """);
    assertThat(suspects.stream().map(Suspect::title).map(title -> title.replaceAll(" \\(.*", "")))
        .contains(
            "Map with 500 entries Session",
            "Object used as a table with 300 entries Object",
            "300 listeners with callback onTick",
            "300 timers with callback poll",
            "50 Environment Records of replaceThing {original}, each keeps the next");
    assertThat(suspects)
        .filteredOn(suspect -> suspect.sort() == Suspect.Sort.DUPLICATED_STRINGS)
        .singleElement()
        .satisfies(suspect ->
            assertThat(suspect.evidence().get(1)).startsWith("400 × \"same text same text"));
  }

  @Test
  @DisplayName("a container whose entries another holds, too, is a suspect, and says which other")
  void sharedContainers() throws IOException {
    List<Suspect> suspects =
        node(
            "shared",
            """
            class Ticket { constructor(i) { this.rows = new Array(50).fill(i); this.self = this; } }
            class Shared { constructor(i) { this.rows = new Array(50).fill(i); } }
            globalThis.byName = new Map();
            globalThis.inOrder = [];
            globalThis.owners = { first: null };
            globalThis.list = [];
            for (let i = 0; i < 400; i++) {
              const ticket = new Ticket(i);
              byName.set('k' + i, ticket);
              inOrder.push(ticket);
              const shared = new Shared(i);
              owners = { shared, next: owners };
              list.push(shared);
            }
            """);
    assertThat(suspects.stream().map(Suspect::title))
        .contains("Map with 400 entries Ticket", "Array with 400 entries Ticket")
        .noneMatch(title -> title.contains("entries Shared"));
    assertThat(suspects)
        .filteredOn(suspect -> suspect.title().startsWith("Array with"))
        .singleElement()
        .satisfies(suspect -> {
          assertThat(suspect.evidence()).anyMatch(line -> line.matches("held by Map #\\d+, too"));
          assertThat(suspect.bytes()).isGreaterThan(400 * 50 * 8);
          assertThat(suspect.path().steps()).isNotEmpty();
        });
  }

  @Test
  @DisplayName(
      "records of one function that closures share from several containers are a suspect, with the"
          + " binding that holds most and who holds them")
  void sharedRecords() throws IOException {
    List<Suspect> suspects =
        node(
            "records",
            """
            globalThis.clicks = [];
            globalThis.closers = new Set();
            function open(i) {
              const big = new Array(300).fill(i);
              const small = { i };
              const never = () => big;
              clicks.push(function onClick() { return small; });
              closers.add(function close() { return small.i; });
            }
            for (let i = 0; i < 200; i++) open(i);
            """);
    assertThat(suspects)
        .filteredOn(suspect -> suspect.sort() == Suspect.Sort.RECORDS)
        .singleElement()
        .satisfies(suspect -> {
          assertThat(suspect.title()).isEqualTo("200 Environment Records of open {big, small}");
          assertThat(suspect.count()).isEqualTo(200);
          assertThat(suspect.bytes()).isBetween(480_000L, 520_000L);
          assertThat(suspect.evidence().get(0)).matches("48\\d,\\d+ bytes by binding big");
          assertThat(suspect.evidence().get(1))
              .contains("200 × closure close", "200 × closure onClick");
        });
  }

  @Test
  @DisplayName("what holds a list is no link of it, though it is of the same class")
  void holderOfAList() throws IOException {
    List<Suspect> suspects =
        node(
            "list",
            """
            globalThis.app = { pages: new Array(1e5).fill(1.5) };
            app.list = { rows: new Array(100).fill(0) };
            for (let i = 1; i < 500; i++) app.list = { next: app.list, rows: new Array(100).fill(i) };
            """);
    assertThat(suspects)
        .filteredOn(suspect -> suspect.sort() == Suspect.Sort.LINKED_LIST)
        .singleElement()
        .satisfies(suspect -> {
          assertThat(suspect.count()).isEqualTo(500);
          assertThat(suspect.bytes()).isBetween(400_000L, 450_000L);
          assertThat(suspect.evidence().get(0))
              .isEqualTo("from one to the next: property next (Object)");
        });
  }

  private static List<Suspect> node(String name, String program) throws IOException {
    NodeProcess.assumeThere();
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve(name + ".heapsnapshot");
    NodeProcess.run(
        FOLDER,
        "-e",
        program + "\nrequire('v8').writeHeapSnapshot(process.argv[1]);",
        file.toString());
    return Suspects.of(DominatorTree.of(HeapSnapshotReader.read(file), EdgeRule.STRONG)).suspects();
  }
}
