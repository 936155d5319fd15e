package lexscope.profiler.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SameGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapSnapshotFileTest {
  @TempDir Path folder = Path.of("");

  private static final String META =
      """
      {"snapshot":{"meta":{"node_fields":["id","name","type","self_size","edge_count"],\
      "node_types":["number","string",["closure","synthetic","object"],"number","number"],\
      "edge_fields":["to_node","type","name_or_index"],\
      "edge_types":["node",["weak","property"],"string_or_number"],\
      "location_fields":["object_index","script_id","line","column"]},"node_count":3,"edge_count":2},
      """;
  private static final String SMALL =
      META
          + """
          "nodes":[1,0,1,0,1, 3,1,0,64,1, 5,2,2,16,0],
          "edges":[5,1,3, 10,0,3],
          "future_table":[{"a":[1,2,"]"]},-1.5e3,null],
          "locations":[5,7,11,2],
          "strings":["","f","Obj\\u0065ct \\"q\\" \\n\\ud83d\\ude00 ä","p"]}
          """;

  @Test
  @DisplayName("what is written is read again, under every policy")
  void roundTrip() throws IOException {
    for (SnapshotGraph graph :
        new SnapshotGraph[] {AppGraph.whole(), AppGraph.v8(), AppGraph.used()}) {
      SameGraph.assertSame(read(write(graph)), graph);
      SameGraph.assertSame(read(write(read(write(graph)))), graph);
    }
  }

  @Test
  @DisplayName("random graphs with names of any characters survive")
  void randomRoundTrip() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      SnapshotGraphBuilder builder = TestGraphs.nodes(1 + random.nextInt(20));
      int nodes = builder.nodeCount();
      for (int node = 0; node < nodes; node++) {
        builder.setName(node, builder.strings().intern(text(random)));
        if (random.nextInt(3) == 0) {
          builder.setLocation(node, text(random), 1 + random.nextInt(100), 1 + random.nextInt(100));
        }
      }
      for (int edge = random.nextInt(40); edge > 0; edge--) {
        EdgeKind kind = EdgeKind.values()[random.nextInt(7)];
        int label =
            kind.isNumbered() ? random.nextInt(1000) : builder.strings().intern(text(random));
        builder.addEdge(random.nextInt(nodes), kind, label, random.nextInt(nodes));
      }
      SnapshotGraph graph = builder.build(new GraphInfo("a\"b", "end", "whole", "r"));
      SameGraph.assertSame(read(write(graph)), graph);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append((char) (0xd800 + random.nextInt(0x800)));
        case 2 -> text.appendCodePoint(0x1f600 + random.nextInt(50));
        case 3 -> text.append((char) random.nextInt(0x3000));
        case 4 -> text.append("\"\\/".charAt(random.nextInt(3)));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  @Test
  @DisplayName(
      "fields are found by the names in the file's own head, unknown tables are passed over")
  void headDecides() throws IOException {
    SnapshotGraph graph = read(SMALL.getBytes(UTF_8));
    assertThat(graph.nodeCount()).isEqualTo(3);
    assertThat(graph.kind(0)).isEqualTo(NodeKind.SYNTHETIC);
    assertThat(graph.kind(1)).isEqualTo(NodeKind.CLOSURE);
    assertThat(graph.name(2)).isEqualTo("Object \"q\" \n😀 ä");
    assertThat(graph.id(2)).isEqualTo(5);
    assertThat(graph.shallowBytes(1)).isEqualTo(64);
    assertThat(graph.edgeKind(0)).isEqualTo(EdgeKind.PROPERTY);
    assertThat(graph.edgeKind(1)).isEqualTo(EdgeKind.WEAK);
    assertThat(graph.edgeTarget(1)).isEqualTo(2);
    assertThat(graph.location(1)).hasToString("script 7:12:3");
    assertThat(graph.info()).isEqualTo(new GraphInfo("small.heapsnapshot", "", "v8", ""));
    assertThat(graph.detail(0)).isEqualTo(NodeDetail.ROOT);
  }

  @Test
  @DisplayName("kinds of nodes and edges that this version does not know keep their names")
  void unknownKinds() throws IOException {
    String strange =
        SMALL
            .replace(
                "[\"closure\",\"synthetic\",\"object\"]",
                "[\"closure\",\"synthetic\",\"wasm table\"]")
            .replace("[\"weak\",\"property\"]", "[\"quantum\",\"property\"]");
    SnapshotGraph graph = read(strange.getBytes(UTF_8));
    assertThat(graph.kindLabel(1)).isEqualTo("closure");
    assertThat(graph.kindLabel(2)).isEqualTo("wasm table");
    assertThat(graph.edgeKindLabel(0)).isEqualTo("property");
    assertThat(graph.edgeKindLabel(1)).isEqualTo("quantum");
    assertThat(NodeClass.of(graph, 2).kind()).isEqualTo("wasm table");
    SnapshotGraph nameless = read(SMALL.replace("5,2,2,16,0", "5,2,77,16,0").getBytes(UTF_8));
    assertThat(nameless.kindLabel(2)).isEqualTo("unknown");
  }

  @Test
  @DisplayName("the graph is the same for any number of threads, from a file or a stream")
  void threads() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotGenerator.write(out, 60_000);
    byte[] file = out.toByteArray();
    SnapshotGraph one =
        HeapSnapshotReader.read(new ByteArrayInputStream(file), "g", file.length, 1, _ -> {}, null);
    assertThat(one.nodeCount()).isBetween(59_000, 60_000);
    for (int threads : new int[] {2, 3, 7}) {
      for (long size : new long[] {file.length, -1}) {
        SameGraph.assertSame(
            HeapSnapshotReader.read(
                new ByteArrayInputStream(file), "g", size, threads, _ -> {}, null),
            one);
      }
    }
  }

  @Test
  @DisplayName("of two errors the one met first is told, however many threads read")
  void twoErrors() {
    byte[] file =
        """
        {"snapshot":{"meta":{
          "node_fields":["type","name","id","self_size","edge_count","trace_node_id"],
          "node_types":[["synthetic"],"string","number","number","number","number"],
          "edge_fields":["type","name_or_index","to_node"],
          "edge_types":[["element"],"string_or_number","node"],
          "trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],
          "trace_node_fields":["id","count","size","children"]},
          "node_count":1,"edge_count":20001,"trace_function_count":0},
        "nodes":[0,0,1,0,20001,0],
        "edges":[%s0,1",0],
        "trace_tree":[1,0,0,[]],
        "strings":[""]}
        """
            .formatted("0,1,0,".repeat(20_000))
            .getBytes(UTF_8);
    for (int round = 0; round < 100; round++) {
      int threads = 1 + round % 3;
      assertThatThrownBy(() ->
              HeapSnapshotReader.read(
                  new ByteArrayInputStream(file), "g", file.length, threads, _ -> {}, null))
          .as("%d threads", threads)
          .hasMessageContaining("expected ','");
    }
  }

  @Test
  @DisplayName("ids and sizes beyond 32 bits are read as they are")
  void wideNumbers() throws IOException {
    SnapshotGraph graph =
        read(SMALL.replace("3,1,0,64", "4294967297,1,0,9007199254740991").getBytes(UTF_8));
    assertThat(graph.id(1)).isEqualTo(4294967297L);
    assertThat(graph.shallowBytes(1)).isEqualTo(9007199254740991L);
    assertThat(graph.id(2)).isEqualTo(5);
    assertThat(graph.shallowBytes(2)).isEqualTo(16);
    assertThat(graph.ordinalOf(4294967297L)).isEqualTo(1);
  }

  @Test
  @DisplayName("a file packed with gzip is read like any other")
  void gzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      HeapSnapshotWriter.write(AppGraph.v8(), out);
    }
    SameGraph.assertSame(read(packed.toByteArray()), AppGraph.v8());
  }

  @Test
  @DisplayName("what is wrong with a file is said with the place and the cause")
  void errors() {
    assertThatThrownBy(() -> read("".getBytes(UTF_8)))
        .hasMessageContaining("byte 0: this is no heap snapshot");
    assertThatThrownBy(() -> read("function f() {}".getBytes(UTF_8)))
        .hasMessageContaining("byte 0: this is no heap snapshot");
    assertThatThrownBy(() -> read("{}".getBytes(UTF_8)))
        .hasMessage("byte 2: \"snapshot\" is missing, or comes too late");
    assertThatThrownBy(() -> read("{\"nodes\":[]}".getBytes(UTF_8)))
        .hasMessageContaining("\"snapshot\" is missing");
    assertThatThrownBy(() -> read(SMALL.replace("3,1,0,64", "3,1,x,64").getBytes(UTF_8)))
        .hasMessage(
            "byte " + (SMALL.indexOf("3,1,0,64") + 4) + ": expected a number and found 'x'");
    assertThatThrownBy(() -> read(SMALL.replace("[5,1,3", "[7,1,3").getBytes(UTF_8)))
        .hasMessageContaining("the edge leads to 7, where no node begins");
    assertThatThrownBy(() ->
            read(SMALL.replace("\"type\",\"self_size\"", "\"kind\",\"self_size\"").getBytes(UTF_8)))
        .hasMessageContaining("\"node_fields\" lacks \"type\"");
    assertThatThrownBy(() -> read(SMALL.replace("3,1,0,64", "3,9,0,64").getBytes(UTF_8)))
        .hasMessageContaining("node 1 has the name 9 of 4");
    assertThatThrownBy(() -> read(SMALL.replace("\"edges\"", "\"edgesX\"").getBytes(UTF_8)))
        .hasMessageContaining("the file ends without \"edges\"");
    assertThatThrownBy(
            () -> read(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("a name beyond the strings is placed at its byte, in packed files as well")
  void placesOfNames() throws IOException {
    String text = SMALL.replace("3,1,0,64", "3,9,0,64");
    String place = "byte " + (text.indexOf("3,9,0,64") + 2) + ": node 1 has the name 9 of 4";
    Path file = Files.writeString(folder.resolve("bad.heapsnapshot"), text);
    assertThatThrownBy(() -> HeapSnapshotReader.read(file)).hasMessage(place);
    Path packed = folder.resolve("bad.heapsnapshot.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(UTF_8));
    }
    assertThatThrownBy(() -> HeapSnapshotReader.read(packed)).hasMessage(place);
    // What cannot be opened again says at least in which table.
    assertThatThrownBy(() -> read(text.getBytes(UTF_8)))
        .hasMessage("byte " + (text.indexOf("\"nodes\":") + 8) + ": node 1 has the name 9 of 4");
  }

  @Test
  @DisplayName(
      "a file cut off anywhere is refused, never half read, and never with anything but a format"
          + " error")
  void truncated() throws IOException {
    byte[] whole = write(AppGraph.whole());
    for (int length = 0; length < whole.length - 2; length += length < 5000 ? 7 : 131) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part))
          .as("cut at %d", length)
          .isInstanceOf(SnapshotFormatException.class);
    }
  }

  @Test
  @DisplayName(
      "a file with one byte changed is read or refused, never with anything but a format error")
  void damaged() throws IOException {
    byte[] whole = write(AppGraph.v8());
    Random random = new Random(5);
    for (int round = 0; round < 4000; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] =
          (byte) (" 0123456789\"{}[],:\\a".charAt(random.nextInt(20)));
      try {
        assertThat(read(damaged).nodeCount()).isPositive();
      } catch (SnapshotFormatException e) {
        assertThat(e).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  @DisplayName("an id that does not fit into 32 bits is refused with the id")
  void largeIds() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(1);
    builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Late", 1L << 33, 8);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    assertThatThrownBy(() -> write(graph))
        .isInstanceOf(SnapshotFormatException.class)
        .hasMessage(
            "the id 8589934592 of Late does not fit into the 32 bits of a .heapsnapshot file");
  }

  private static byte[] write(SnapshotGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HeapSnapshotWriter.write(graph, out);
    return out.toByteArray();
  }

  private static SnapshotGraph read(byte[] file) throws IOException {
    return HeapSnapshotReader.read(new ByteArrayInputStream(file), "small.heapsnapshot");
  }
}
