package lexscope.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.why.WhyAnswer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawingTest {
  /// What no format may take for its own: ends of strings and tags, line ends, halves of pairs.
  private static final String NASTY = "a\"b\\c<d>&'e\n\u0001\ud800 ü 漢字]]>-->";

  @TempDir Path folder;

  @Test
  @DisplayName("a path has a box for each node, with what links them, and the target stands out")
  void paths() {
    Drawing drawing = path(AppGraph.v8(), "#" + AppGraph.BIG);
    assertThat(drawing.boxes().getFirst().sort()).isEqualTo(Drawing.Sort.ROOT);
    assertThat(drawing.boxes().getLast().text()).isEqualTo("Big #" + AppGraph.BIG);
    assertThat(drawing.boxes().getLast().sort()).isEqualTo(Drawing.Sort.TARGET);
    assertThat(drawing.boxes().getLast().link())
        .isEqualTo("binding big (used by no living closure)");
    assertThat(drawing.boxes().getLast().note()).isEqualTo("retains 1.0 kB in 1 node");
    String dot = DotText.of(drawing);
    assertThat(dot).contains("-> n" + (drawing.boxes().size() - 1) + " [label=\"binding big");
  }

  @Test
  @DisplayName("a dominator subtree has the largest first and counts what it leaves out")
  void subtrees() {
    SnapshotGraph graph = TestGraphs.of(8, 0, 1, 1, 2, 1, 3, 1, 4, 4, 5, 5, 6, 6, 7);
    Drawing drawing = Drawing.ofDominated(tree(graph), 1, 2, 2);
    assertThat(drawing.boxes().stream().map(Drawing.Box::text))
        .containsExactly("N1 #2", "N4 #5", "N5 #6", "… 1 more node", "N3 #4", "… 1 more node");
    assertThat(drawing.boxes().stream().map(Drawing.Box::above)).containsExactly(-1, 0, 1, 2, 0, 0);
  }

  @Test
  @DisplayName(
      "SVG is well-formed XML with its text for those who cannot see it, whatever names say")
  void svg() throws Exception {
    for (Drawing drawing : drawings()) {
      String svg = SvgText.of(drawing);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      Element root = document.getDocumentElement();
      assertThat(root.getAttribute("role")).isEqualTo("img");
      assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
      NodeList boxes = document.getElementsByTagName("rect");
      assertThat(boxes.getLength()).isEqualTo(drawing.boxes().size());
      String description = document.getElementsByTagName("desc").item(0).getTextContent();
      for (Drawing.Box box : drawing.boxes()) {
        assertThat(description).contains(asXmlHasIt(box.text()));
      }
      // Everything lies inside the image.
      int width = Integer.parseInt(root.getAttribute("width"));
      int height = Integer.parseInt(root.getAttribute("height"));
      for (int i = 0; i < boxes.getLength(); i++) {
        Element box = (Element) boxes.item(i);
        assertThat(number(box, "x") + number(box, "width")).isLessThan(width);
        assertThat(number(box, "y") + number(box, "height")).isLessThan(height);
      }
    }
  }

  @Test
  @DisplayName("Graphviz takes the DOT of every drawing")
  void graphviz() throws Exception {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "dot")));
    if (!there) {
      System.err.println("SKIPPED: dot is not on the path: Graphviz did not judge our DOT");
    }
    Assumptions.assumeTrue(there);
    for (Drawing drawing : drawings()) {
      Path file = Files.writeString(folder.resolve("drawing.dot"), DotText.of(drawing));
      Path plain = folder.resolve("drawing.txt");
      Process process =
          new ProcessBuilder("dot", "-Tplain", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(plain.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(plain)).isZero();
      assertThat(Files.readAllLines(plain).stream().filter(line -> line.startsWith("node ")))
          .hasSize(drawing.boxes().size());
    }
  }

  @Test
  @DisplayName("a path of a hundred thousand nodes and a list as deep are drawn")
  void depth() throws IOException {
    int[] list = new int[200_000];
    for (int i = 0; i < 100_000; i++) {
      list[2 * i] = i;
      list[2 * i + 1] = i + 1;
    }
    SnapshotGraph graph = TestGraphs.of(100_001, list);
    Drawing path = path(graph, "#100001");
    assertThat(path.boxes()).hasSize(100_001);
    assertThat(SvgText.of(path)).endsWith("</svg>\n");
    assertThat(Drawing.ofDominated(tree(graph), 1, 3, 100_000).boxes()).hasSize(100_000);
  }

  private static String asXmlHasIt(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(point ->
            point < ' ' && point != '\n' || point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int number(Element element, String name) {
    return Integer.parseInt(element.getAttribute(name));
  }

  private static List<Drawing> drawings() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    int string = builder.addNode(NodeKind.STRING, NodeDetail.NONE, NASTY, 2, 10);
    int object = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, NASTY, 3, 10);
    builder.addEdge(0, EdgeKind.PROPERTY, NASTY, string);
    builder.addEdge(string, EdgeKind.PROPERTY, NASTY, object);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    return List.of(
        path(AppGraph.v8(), "#" + AppGraph.BIG),
        path(AppGraph.used(), "#" + AppGraph.SMALL),
        path(graph, "#3"),
        Drawing.ofDominated(tree(graph), 0, 3, 3),
        Drawing.ofDominated(tree(AppGraph.whole()), 0, 3, 4));
  }

  private static DominatorTree tree(SnapshotGraph graph) {
    return DominatorTree.of(graph, EdgeRule.STRONG);
  }

  private static Drawing path(SnapshotGraph graph, String target) {
    DominatorTree tree = tree(graph);
    WhyAnswer.Alive alive = (WhyAnswer.Alive) WhyAnswer.of(tree, TargetQuery.parse(target));
    return Drawing.ofPath(tree, alive.path(), alive.notes());
  }
}
