package lexscope.shell.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.ScopeTree;
import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.attribution.Grouping;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.GraphScopes;
import lexscope.profiler.compare.ParsedSource;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.RecordGroups;
import lexscope.profiler.compare.ScopeKnowledge;
import lexscope.profiler.compare.SourceScopes;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.report.DeadBindingsJson;
import lexscope.profiler.report.DominatorCut;
import lexscope.profiler.report.DominatorCutJson;
import lexscope.profiler.report.GroupedReport;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;
import lexscope.profiler.report.RecordGroupsJson;
import lexscope.profiler.report.SuspectsReport;
import lexscope.profiler.suspects.Suspect;
import lexscope.profiler.suspects.Suspects;
import lexscope.profiler.why.PathNotes;
import org.jspecify.annotations.Nullable;

/// What a page says about one heap: the answers of `histo`, `dominators`, `suspects`, `compare`,
/// `dead` and `records`, each as its `--json` has it, their lists shortened.
public final class HeapReport {
  private static final int ROWS = 500;
  private static final int SUSPECTS = 50;
  private static final int FINDINGS = 100;
  private static final int RECORD_GROUPS = 300;
  private static final int RECORD_EXAMPLES = 5;
  private static final int RECORD_BINDINGS = 60;

  private final ReportedHeap heap;
  private final DominatorTree tree;
  private final EdgeRule rule;
  private final @Nullable Sources sources;
  private final JsonWriter json;

  private HeapReport(
      ReportedHeap heap,
      CapturePolicy policy,
      EdgeRule rule,
      @Nullable Sources sources,
      JsonWriter json) {
    this.heap = heap;
    this.sources = sources;
    this.tree = heap.tree(policy, rule);
    this.rule = rule;
    this.json = json;
  }

  /// Where scopes are known from if the heap does not say: source texts.
  ///
  /// @param find the parsed text of a script by its name
  /// @param found the scopes of the texts that were found
  public record Sources(
      Function<String, @Nullable ParsedSource> find, Supplier<List<ScopeTree>> found) {}

  /// Answers all questions about a heap.
  ///
  /// @param policy by which it is traced, if it is that of a program
  /// @param deadPolicy the same for records and for bindings that no closure uses
  /// @param sources the texts of the program in a snapshot file, or null
  public static String json(
      ReportedHeap heap,
      CapturePolicy policy,
      CapturePolicy deadPolicy,
      EdgeRule rule,
      @Nullable Sources sources) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      new HeapReport(heap, policy, rule, sources, json).write(deadPolicy);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private void write(CapturePolicy deadPolicy) throws IOException {
    GraphInfo info = tree.graph().info();
    json.beginObject().name("schema").value(JsonReport.SCHEMA).name("file").value(info.source());
    json.name("name").value(JsonReport.name(info)).name("policy").value(info.policy());
    json.name("rule").value(rule.label()).name("program").value(heap.isProgram());
    writeTotals();
    Histogram histogram =
        heap.isProgram() ? Histogram.of(tree) : heap.histogram(CapturePolicy.WHOLE, rule);
    json.name("histogramRows").value(histogram.rows().size());
    answer(
        "histogram",
        JsonReport.histogram(info, rule, Shortened.histogram(histogram, ROWS), JsonRows.ALL));
    for (Grouping grouping :
        List.of(Grouping.KIND, Grouping.FUNCTION, Grouping.MODULE, Grouping.PACKAGE)) {
      GroupedHistogram all = GroupedHistogram.of(tree, grouping);
      json.name(grouping.label() + "Rows").value(all.rows().size());
      answer(grouping.label(), GroupedReport.json(tree, Shortened.groups(all, ROWS), JsonRows.ALL));
    }
    Suspects suspects = Suspects.of(tree);
    json.name("suspectCount").value(suspects.suspects().size());
    json.name("pathLengths").beginArray();
    for (Suspect suspect : suspects.suspects().stream().limit(SUSPECTS).toList()) {
      json.value(suspect.path().steps().size());
    }
    json.endArray();
    answer(
        "suspects",
        SuspectsReport.json(
            tree, Shortened.suspects(suspects, SUSPECTS), JsonRows.ALL, new PathNotes(tree)::of));
    writeRecords(heap.tree(deadPolicy, rule));
    if (heap.isProgram()) {
      writeComparison();
    }
    answer(
        "dominators",
        DominatorCutJson.of(
            tree,
            new ShortestPathFinder(tree.edges()),
            DominatorCut.of(tree, DominatorCut.Limits.PAGE)));
    json.endObject();
  }

  private void answer(String name, String answer) throws IOException {
    json.name(name).jsonValue(answer);
  }

  private void writeTotals() throws IOException {
    SnapshotGraph graph = tree.graph();
    int nodes = 0;
    int closures = 0;
    int records = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node) && graph.kind(node) != NodeKind.SYNTHETIC) {
        nodes++;
        closures += graph.kind(node) == NodeKind.CLOSURE ? 1 : 0;
        records += graph.detail(node).isRecord() ? 1 : 0;
      }
    }
    json.name("totals").beginObject().name("bytes").value(tree.retainedSizes().totalBytes());
    json.name("nodes").value(nodes).name("edges").value(graph.edgeCount());
    json.name("closures").value(closures).name("records").value(records).endObject();
  }

  private void writeRecords(DominatorTree of) throws IOException {
    ScopeKnowledge knowledge = knowledge(of.graph());
    List<RecordGroups.Group> groups = RecordGroups.of(of, knowledge, RECORD_EXAMPLES);
    answer("records", RecordGroupsJson.of(of, groups, RECORD_GROUPS, RECORD_BINDINGS));
    if (heap.isProgram()) {
      RecordCensus census = RecordCensus.of(heap.program().machine().heap(), policyOf(of.graph()));
      writeNotations(census, groups);
      json.name("sources");
      SourcesJson.write(json, CapturedNames.of(census), new BindingFates(groups));
    } else if (sources != null) {
      json.name("sources");
      SourcesJson.write(json, CapturedNames.of(sources.found().get()), new BindingFates(groups));
    }
    writeDead(knowledge, of);
  }

  /// The records that are examples of their groups as the specification writes them, with the
  /// values that are not on the heap.
  private void writeNotations(RecordCensus census, List<RecordGroups.Group> groups)
      throws IOException {
    List<Long> examples =
        groups.stream()
            .limit(RECORD_GROUPS)
            .flatMap(group -> group.examples().stream())
            .map(example -> example.record().recordNumber())
            .sorted()
            .distinct()
            .toList();
    json.name("notations").beginObject();
    for (RecordCensus.Entry entry : census.records()) {
      if (java.util.Collections.binarySearch(examples, entry.record().recordNumber()) >= 0) {
        RecordNotation notation = RecordNotation.of(census, entry);
        json.name(Long.toString(notation.number())).beginObject();
        json.name("type").value(notation.type()).name("bindings").beginArray();
        for (RecordNotation.Field field :
            notation.bindings().stream().limit(RECORD_BINDINGS).toList()) {
          json.beginArray().value(field.name()).value(field.value()).endArray();
        }
        json.endArray().name("fields").beginArray();
        for (RecordNotation.Field field : notation.fields()) {
          json.beginArray().value(field.name()).value(field.value()).endArray();
        }
        json.endArray().name("holders").beginArray();
        for (String holder : notation.holders().stream().limit(RECORD_EXAMPLES).toList()) {
          json.value(holder);
        }
        json.endArray().name("holderCount").value(notation.holders().size()).endObject();
      }
    }
    json.endObject();
  }

  private static CapturePolicy policyOf(SnapshotGraph graph) {
    return switch (graph.info().policy()) {
      case "v8" -> CapturePolicy.V8;
      case "used" -> CapturePolicy.USED;
      default -> CapturePolicy.WHOLE;
    };
  }

  private ScopeKnowledge knowledge(SnapshotGraph graph) {
    Sources texts = sources;
    return texts == null ? new GraphScopes(graph) : new SourceScopes(graph, texts.find());
  }

  /// A program that ran under a policy has given up what that does not keep.
  private void writeComparison() throws IOException {
    List<CapturePolicy> policies =
        switch (heap.program().options().policy()) {
          case UNION -> List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED);
          case WHOLE -> List.of(CapturePolicy.WHOLE, CapturePolicy.USED);
          case V8 -> List.of(CapturePolicy.V8, CapturePolicy.USED);
          case USED -> List.of();
        };
    if (policies.isEmpty()) {
      return;
    }
    PolicyComparison comparison =
        PolicyComparison.of(
            policies.stream().map(heap::graph).toList(), PolicyComparison.DEFAULT_THRESHOLD_BYTES);
    answer(
        "comparison",
        JsonReport.comparison(
            heap.info(), Shortened.comparison(comparison, FINDINGS), JsonRows.ALL));
  }

  private void writeDead(ScopeKnowledge knowledge, DominatorTree of) throws IOException {
    if (knowledge.scopes().size() == 0) {
      return;
    }
    DeadBindings dead =
        DeadBindings.of(of, knowledge, PolicyComparison.DEFAULT_THRESHOLD_BYTES, List.of());
    answer(
        "dead",
        DeadBindingsJson.of(of.graph().info(), Shortened.dead(dead, FINDINGS), JsonRows.ALL));
  }
}
