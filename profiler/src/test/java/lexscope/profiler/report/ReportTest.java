package lexscope.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.MergedRetainers;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.why.WhyAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final DominatorTree whole = DominatorTree.of(AppGraph.whole(), EdgeRule.STRONG);
  private final DominatorTree v8 = DominatorTree.of(AppGraph.v8(), EdgeRule.STRONG);
  private final DominatorTree used = DominatorTree.of(AppGraph.used(), EdgeRule.STRONG);

  @Test
  @DisplayName(
      "why: the path names root, closure, record and binding and who uses it, then the dominators,"
          + " then the cut")
  void why() {
    assertThat(TextReport.why(v8, WhyAnswer.of(v8, TargetQuery.parse("binding:setup.big"))))
        .isEqualTo(
            """
            app.js, policy v8, edge rule strong: 6 nodes, 1.2 kB
            binding:setup.big is Big #13, retains 1.0 kB in 1 node

            alive because
              global binding handlers
              → Array #10
              → element 0: closure onClick (app.js:12:3) #11
              → context: ER12 Context of setup #12
              → binding big: Big #13                          (used by no living closure)

            each of these alone keeps it alive
              1.1 kB  Array #10
              1.1 kB  closure onClick (app.js:12:3) #11
              1.1 kB  ER12 Context of setup #12

            to free it, cut this edge
              binding big of ER12 Context of setup #12
            """);
  }

  @Test
  @DisplayName("why: under used the binding is a node of its own and is named once")
  void whyUnderUsed() {
    assertThat(TextReport.why(used, WhyAnswer.of(used, TargetQuery.parse("binding:setup.small"))))
        .contains(
            """
              → element 0: closure onClick (app.js:12:3) #11
              → binding small of ER12
              → Small #14
            """);
    assertThat(TextReport.why(used, WhyAnswer.of(used, TargetQuery.parse("binding:setup.big"))))
        .isEqualTo(
            "app.js, policy used, edge rule strong: 5 nodes, 222 B\n"
                + "binding:setup.big: not alive\n");
  }

  @Test
  @DisplayName("why: of a very long path the middle is left out")
  void longPaths() {
    DominatorTree chain = DominatorTree.of(TestGraphs.chain(100_000), EdgeRule.STRONG);
    String text = TextReport.why(chain, WhyAnswer.of(chain, TargetQuery.parse("#100001")));
    assertThat(text).contains("… 99,941 steps left out").contains("… 99,939 nodes left out");
    assertThat(text.lines().count()).isLessThan(150);
  }

  @Test
  @DisplayName("histo --json has the documented form")
  void histogramJson() {
    String json =
        JsonReport.histogram(used.graph().info(), used.rule(), Histogram.of(used), JsonRows.ALL);
    assertThat(json)
        .isEqualTo(
            "{\"schema\":1,\"file\":\"app.js\",\"policy\":\"used\",\"rule\":\"strong\",\"rows\":["
                + "{\"kind\":\"object\",\"name\":\"Array\",\"count\":1,\"shallowBytes\":32,\"retainedBytes\":122},"
                + "{\"kind\":\"object\",\"name\":\"global\",\"count\":1,\"shallowBytes\":100,\"retainedBytes\":100},"
                + "{\"kind\":\"closure\",\"name\":\"onClick\",\"count\":1,\"shallowBytes\":64,\"retainedBytes\":90},"
                + "{\"kind\":\"binding\",\"name\":\"small\",\"count\":1,\"shallowBytes\":16,\"retainedBytes\":26},"
                + "{\"kind\":\"object\",\"name\":\"Small\",\"count\":1,\"shallowBytes\":10,\"retainedBytes\":10}]}");
  }

  @Test
  @DisplayName("histo: columns are aligned, the largest first, the rest counted")
  void histogram() {
    assertThat(TextReport.histogram(whole, Histogram.of(whole), 3))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB

            retained   own  count  kind     name
              1.2 kB  32 B      1  object   Array
              1.2 kB  64 B      1  closure  onClick
              1.1 kB  48 B      1  record   setup
            … and 4 more kinds
            """);
  }

  @Test
  @DisplayName("a class's retained bytes count a node that another of the class dominates once")
  void nestedClasses() {
    DominatorTree chain = DominatorTree.of(TestGraphs.chain(1000), EdgeRule.STRONG);
    assertThat(Histogram.of(chain).rows()).hasSize(1);
    assertThat(Histogram.of(chain).rows().getFirst().retainedBytes()).isEqualTo(8000);
  }

  @Test
  @DisplayName("dominators: the largest first, indented by depth, the rest counted")
  void dominators() {
    DominatorListing listing = DominatorListing.of(whole, new DominatorListing.Limits(1, 3, 50));
    assertThat(TextReport.dominators(whole, listing, 3))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB

            retained   share  nodes
              1.2 kB  92.4 %      6  Array #10
              1.2 kB  90.0 %      5    closure onClick (app.js:12:3) #11
              1.1 kB  85.1 %      4      ER12 FunctionEnvironmentRecord of setup #12  (and 3 smaller below)
            """);
    assertThat(TextReport.dominators(whole, listing, 1))
        .endsWith("  Array #10\n… and 2 more rows\n");
  }

  @Test
  @DisplayName("retained: what goes with a target, and what it is made of")
  void retained() {
    assertThat(
            TextReport.retained(
                whole, RetainedAnswer.of(whole, TargetQuery.parse("record:setup")), 2))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB
            record:setup is ER12 FunctionEnvironmentRecord of setup #12, retains 1.1 kB in 4 nodes

            retained     own  count  kind    name
              1.1 kB    48 B      1  record  setup
              1.0 kB  1.0 kB      1  object  Big
            … and 2 more kinds
            """);
    assertThat(TextReport.retained(used, RetainedAnswer.of(used, TargetQuery.parse("#13")), 2))
        .endsWith("#13: not alive\n");
  }

  @Test
  @DisplayName("compare: totals, then each binding with who holds it and who had it captured")
  void comparison() {
    List<SnapshotGraph> graphs = List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used());
    PolicyComparison comparison = PolicyComparison.of(graphs, 500);
    assertThat(ComparisonText.text(graphs.getFirst().info(), comparison, 10))
        .startsWith(
            """
            app.js, edge rule strong

            policy   alive  nodes
            whole   1.3 kB      7
            v8      1.2 kB      6
            used     222 B      5

            v8 keeps +1.0 kB and 1 node against used; its bindings alone account for 1.0 kB
              1.0 kB  binding big of setup (app.js:1:1): Big #13, kept under whole, v8
                  held by closure onClick (app.js:12:3) #11
                  captured because of unused (app.js:4:3) (no closure of it is alive)
              1.0 kB  seen by 1 closure of onClick (app.js:12:3): setup.big
            """)
        .contains("captured because of unused (app.js:4:3) (1 alive, but only under whole)")
        .contains("1 more binding below 500 B each, 64 B together");
  }

  @Test
  @DisplayName("compare: policies that keep the same are said to, without figures")
  void comparisonOfTheSame() {
    List<SnapshotGraph> graphs = List.of(AppGraph.used(), AppGraph.used());
    assertThat(ComparisonText.text(graphs.getFirst().info(), PolicyComparison.of(graphs, 500), 10))
        .endsWith("\n\nused keeps no more than used\n");
  }

  @Test
  @DisplayName("every JSON answer is one line of valid JSON with the schema's version")
  void jsonAnswers() {
    GraphInfo info = whole.graph().info();
    List<SnapshotGraph> graphs = List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used());
    ShortestPathFinder finder = new ShortestPathFinder(whole.edges());
    DominatedSets sets = new DominatedSets(whole);
    List<String> answers =
        List.of(
            JsonReport.why(info, whole.rule(), WhyAnswer.of(whole, TargetQuery.parse("#13"))),
            JsonReport.why(info, whole.rule(), WhyAnswer.of(whole, TargetQuery.parse("#99"))),
            JsonReport.dominators(
                info,
                whole.rule(),
                DominatorListing.of(whole, DominatorListing.Limits.TERMINAL),
                JsonRows.first(2)),
            JsonReport.retained(
                info,
                whole.rule(),
                RetainedAnswer.of(whole, TargetQuery.parse("record:setup")),
                JsonRows.ALL),
            RetainersReport.json(
                whole,
                "#13",
                MergedRetainers.of(sets, MergedRetainers.Limits.NONE, 5),
                JsonRows.ALL),
            ClusterReport.json(whole, "#13", PathClusters.of(sets, finder, 5), JsonRows.ALL),
            CutReport.of(whole, "#13", 5).json(whole),
            JsonReport.comparison(info, PolicyComparison.of(graphs, 0), JsonRows.first(1)),
            JsonReport.diff(
                info,
                used.graph().info(),
                whole.rule(),
                SnapshotDiff.of(whole, used),
                JsonRows.ALL,
                Optional.of(PathClusters.of(sets, finder, 5)),
                JsonRows.first(0)),
            JsonReport.growth(
                whole.rule(),
                GrowthReport.of(List.of(used, v8, whole)),
                JsonRows.ALL,
                Optional.empty(),
                JsonRows.ALL),
            JsonReport.error("a\u2028b.js", "boom\n"));
    for (String answer : answers) {
      assertThat(answer).doesNotContain("\n").startsWith("{\"schema\":1,");
      assertThat(JsonParser.parseString(answer).getAsJsonObject().get("schema").getAsInt())
          .isEqualTo(1);
    }
    assertThat(answers.getFirst())
        .contains("{\"step\":\"root\",\"kind\":\"global binding\",\"place\":\"handlers\"}")
        .contains(
            "{\"step\":\"edge\",\"kind\":\"context\",\"label\":\"big\",\"note\":\"used by"
                + " unused\"}")
        .contains("\"location\":{\"script\":\"app.js\",\"line\":12,\"column\":3}");
    assertThat(answers.get(1)).endsWith("\"target\":\"#99\",\"alive\":false}");
  }

  @Test
  @DisplayName("diff and growth: signed sizes, what came and went")
  void diffAndGrowth() {
    assertThat(
            TextReport.diff(
                used.graph().info(),
                whole.graph().info(),
                whole.rule(),
                SnapshotDiff.of(used, whole),
                2))
        .isEqualTo(
            """
            from app.js to app.js, edge rule strong, joined by ids
            nodes 5 → 7, bytes 222 B → 1.3 kB (+1.1 kB)

              bytes  added  gone  now  kind     name
            +1.0 kB     +1          1  object   Big
              +64 B     +1          1  closure  unused
            … and 2 more kinds
            """);
    assertThat(TextReport.growth(whole.rule(), GrowthReport.of(List.of(used, v8, whole)), 1))
        .contains("0 → 1 → 1");
  }

  @Test
  @DisplayName("merged retainers, clusters and cuts are readable")
  void retainersClustersAndCuts() {
    ShortestPathFinder finder = new ShortestPathFinder(whole.edges());
    DominatedSets sets = new DominatedSets(whole);
    int big = whole.graph().ordinalOf(AppGraph.BIG);
    assertThat(
            RetainersReport.text(
                whole, "#13", MergedRetainers.of(sets, MergedRetainers.Limits.NONE, big), 30))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB
            #13: 1 node, retains 1.0 kB

            held by, from the target up to the roots
              edges  nodes  retain
                  1      1  1.1 kB  binding big of FunctionEnvironmentRecord of setup #12
                  1      1  1.2 kB    [[Environment]] of closure onClick (app.js:12:3) #11
                  1      1  1.2 kB      element * of Array #10
                  1   root                (global binding) handlers
                  1      1    64 B    [[Environment]] of closure unused (app.js:4:3) #15
                  1      0              binding unused of FunctionEnvironmentRecord of setup  (stands elsewhere)
            """);
    assertThat(ClusterReport.text(whole, "#13", PathClusters.of(sets, finder, big), 30))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB
            #13: 1 node in 1 cluster, retains 1.0 kB

            1 node, own 1.0 kB, retains 1.0 kB, such as Big #13
              (global binding)
              → handlers → Array
              → element * → closure onClick (app.js:12:3)
              → [[Environment]] → FunctionEnvironmentRecord of setup
              → binding big → Big
            """);
    assertThat(CutReport.of(whole, "#13", big).text(whole))
        .isEqualTo(
            """
            app.js, policy whole, edge rule strong: 7 nodes, 1.3 kB
            #13: 1 node, retains 1.0 kB

            to free it, cut this edge
              binding big of ER12 FunctionEnvironmentRecord of setup #12

            that frees 1.0 kB
            """);
  }

  @Test
  @DisplayName("sizes have three digits and a unit")
  void sizes() {
    assertThat(
            List.of(
                0L,
                999L,
                1000L,
                1049L,
                99_949L,
                99_950L,
                999_499L,
                999_500L,
                1_234_567L,
                5_000_000_000L))
        .extracting(ByteSize::text)
        .containsExactly(
            "0 B", "999 B", "1.0 kB", "1.0 kB", "99.9 kB", "100 kB", "999 kB", "1.0 MB", "1.2 MB",
            "5.0 GB");
    assertThat(ByteSize.signed(-1500)).isEqualTo("-1.5 kB");
    assertThat(ByteSize.signed(1500)).isEqualTo("+1.5 kB");
  }
}
