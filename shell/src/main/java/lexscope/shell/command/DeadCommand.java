package lexscope.shell.command;

import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.GraphScopes;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.ScopeKnowledge;
import lexscope.profiler.compare.SourceScopes;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.DeadBindingsJson;
import lexscope.profiler.report.DeadBindingsText;
import lexscope.shell.invocation.UserDataException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// `dead FILE`: bindings that are kept although no living closure uses them.
final class DeadCommand extends HeapQuestion {
  /// Options that may be given several times.
  static final String SOURCES = "sources";

  static final String ONLY = "only";

  @Override
  public String name() {
    return "dead";
  }

  @Override
  public String summary() {
    return "list the bindings that no living closure uses, and what would go with them";
  }

  @Override
  public String details() {
    return """
    Bytes are joint: what would go if all records let go of the binding at once, or of all bindings
    of a function, or of all. Programs are asked under policy v8 unless --policy says otherwise.
    Snapshot files need to say what their functions use: files of Lexscope do, and those of engines
    that write tables of scopes. For others --sources names the program's files or their folder;
    functions are matched by script, name and place. What is not matched counts as used.
    --only FUNCTION or --only FUNCTION.NAME asks what goes if just those bindings go.
    """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(
            Option.builder()
                .longOpt(SOURCES)
                .hasArg()
                .argName("PATH")
                .desc("a source file or folder of the program in a snapshot file; repeatable")
                .get())
        .addOption(
            Option.builder()
                .longOpt(ONLY)
                .hasArg()
                .argName("NAME")
                .desc("add up what goes with these bindings alone; repeatable")
                .get())
        .addOption(
            CommonOptions.valued(
                "threshold",
                "SIZE",
                "do not list bindings that keep less (default 1k; the totals count them)"));
  }

  @Override
  Optional<String> question(Arguments arguments) {
    return super.question(arguments)
        .map(question ->
            arguments.has(SOURCES)
                ? question + SourceFiles.of(arguments.values(SOURCES)).identity()
                : question);
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    if (heap.isProgram() && arguments.has(SOURCES)) {
      throw new UserDataException("a program is its own source: --sources is for snapshot files");
    }
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.V8);
    SnapshotGraph graph = heap.graph(policy);
    ScopeKnowledge knowledge = knowledge(graph, arguments);
    DeadBindings dead =
        DeadBindings.of(
            heap.tree(policy, CommonOptions.rule(arguments)),
            knowledge,
            arguments.bytes("threshold").orElse(PolicyComparison.DEFAULT_THRESHOLD_BYTES),
            arguments.values(ONLY));
    return arguments.has("json")
        ? DeadBindingsJson.of(graph.info(), dead, CommonOptions.jsonRows(arguments))
        : DeadBindingsText.text(graph.info(), dead, CommonOptions.rows(arguments));
  }

  private static ScopeKnowledge knowledge(SnapshotGraph graph, Arguments arguments) {
    if (arguments.has(SOURCES)) {
      return new SourceScopes(graph, SourceFiles.of(arguments.values(SOURCES))::find);
    }
    if (graph.scopes().size() == 0) {
      throw new UserDataException(
          graph.info().source()
              + ": the file does not say what its functions use; name their texts with --sources");
    }
    return new GraphScopes(graph);
  }
}
