package lexscope.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.report.JsonReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.page.Page;
import lexscope.shell.page.PageFile;
import lexscope.shell.page.UserBrowser;
import lexscope.shell.report.HeapReport;
import lexscope.shell.report.ReportPage;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/// `report FILE... -o OUT.html`: everything about a heap on one page.
final class ReportCommand implements Command {
  /// A heap of the series; of the last one what the page says about it.
  private record Heap(DominatorTree tree, @Nullable String report) {}

  /// What a page is called whose name nobody chose, without its ending.
  private static final String UNNAMED = "lexscope";

  private static final String ENDING = ".report.html";
  private static final String BROWSER = "browser";

  private final UserBrowser browser;

  ReportCommand(UserBrowser browser) {
    this.browser = browser;
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "write a page about a heap, or a series of heaps, to open in a browser";
  }

  @Override
  public String synopsis() {
    return "FILE [FILE...] [-o OUT.html]";
  }

  @Override
  public String details() {
    return """
    The page is one file that needs no network and runs nothing but its own scripts. It shows leak
    suspects with their paths, the dominator tree as treemap and sunburst to click through, what
    functions, modules and classes retain, Environment Records with their bindings, of programs the
    policies side by side and the sources with captured bindings underlined, and of several files or
    moments (--at NAME,NAME) what grows. It is about the last of them. Of a large heap the page
    carries the part that retains most and says what was left out. The same heap gives the same page.
    Snapshots of Node and Chrome say more with the source texts (--sources): whose the records are,
    which bindings nobody uses, and where they stand. Without -o the page of app.js is app.report.html
    beside it.
    """;
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public Options options() {
    return CommonOptions.ofPrograms()
        .addOption(CommonOptions.at())
        .addOption(
            CommonOptions.valued(
                "rule", "NAME", "strong, devtools or memlab: which edges retain (default strong)"))
        .addOption(CommonOptions.noIndex())
        .addOption(
            Option.builder()
                .longOpt(DeadCommand.SOURCES)
                .hasArg()
                .argName("PATH")
                .desc("a source file or folder of the program in a snapshot file; repeatable")
                .get())
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT")
                .desc("the page to write, such as report.html")
                .get())
        .addOption(
            Option.builder().longOpt(BROWSER).desc("open the page in your browser, too").get());
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    List<String> files = arguments.operands();
    if (files.isEmpty()) {
      throw new UserSyntaxException("report needs a file");
    }
    String output = arguments.value("output").orElseGet(() -> beside(files.getLast()));
    EdgeRule rule = CommonOptions.rule(arguments);
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    CapturePolicy dead = CommonOptions.policy(arguments, CapturePolicy.V8);
    Path path = Programs.output(output);
    List<String> moments = List.of(arguments.value("at").orElse(SnapshotNames.END).split(",", -1));
    Programs programs =
        Programs.of(
            arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), false);
    try (PendingIndexes indexes = new PendingIndexes(programs)) {
      List<Heap> heaps = new ArrayList<>();
      ExitCode worst = ExitCode.DONE;
      for (String file : files) {
        boolean last = heaps.size() >= (files.size() - 1) * moments.size();
        Function<HeapFile, Heap> question =
            heap ->
                new Heap(
                    heap.tree(policy, rule),
                    last && isOf(heap, programs, moments)
                        ? report(heap, policy, dead, rule, arguments)
                        : null);
        // The trees of a series are compared at the end.
        HeapFile.Asked<Heap> asked =
            files.size() * moments.size() > 1
                ? HeapFile.take(file, programs, moments, question, indexes)
                : HeapFile.ask(file, programs, moments, question, indexes);
        if (!asked.message().isEmpty()) {
          programs.options().sink().err(asked.message() + "\n");
        }
        worst = worst.worse(asked.code());
        if (asked.answers().size() < moments.size()) {
          // Half a series would mislead.
          return worst;
        }
        heaps.addAll(asked.answers());
      }
      PageFile.write(page(heaps), path, output);
      indexes.keepAfter(
          () -> {
            if (!arguments.has("output")) {
              streams.out().println("written: " + output);
            }
            streams.out().flush();
            if (arguments.has(BROWSER)) {
              browser.open(path);
            }
          },
          worst);
      return worst;
    }
  }

  /// The page of a file, beside it; in the folder for temporary files if nothing can be written
  /// there.
  private static String beside(String file) {
    Path path = Path.of(Programs.isFile(file) ? file : UNNAMED);
    String name =
        String.valueOf(path.getFileName())
                .replaceFirst("\\.(heapsnapshot(\\.\\w+)?|[A-Za-z]+)$", "")
            + ENDING;
    Path folder = path.toAbsolutePath().getParent();
    boolean writable = folder != null && Files.isWritable(folder);
    return writable
        ? path.resolveSibling(name).toString()
        : Path.of(System.getProperty("java.io.tmpdir"), name).toString();
  }

  private static String report(
      HeapFile heap, CapturePolicy policy, CapturePolicy dead, EdgeRule rule, Arguments arguments) {
    if (!arguments.has(DeadCommand.SOURCES)) {
      return heap.answer(
          "report " + rule.label(), () -> HeapReport.json(heap, policy, dead, rule, null));
    }
    if (heap.isProgram()) {
      throw new UserDataException("a program is its own source: --sources is for snapshot files");
    }
    SourceFiles files = SourceFiles.of(arguments.values(DeadCommand.SOURCES));
    HeapReport.Sources sources = new HeapReport.Sources(files::find, files::found);
    return heap.answer(
        "report " + rule.label() + files.identity(),
        () -> HeapReport.json(heap, policy, dead, rule, sources));
  }

  /// Whether a heap is that of the last moment. Files and heaps that stand have one moment only.
  private static boolean isOf(HeapFile heap, Programs programs, List<String> moments) {
    return !heap.isProgram()
        || programs.standing() != null
        || moments.size() == 1
        || SnapshotNames.matches(heap.info().snapshot(), moments.getLast());
  }

  private static Page page(List<Heap> heaps) {
    Heap last = heaps.getLast();
    String report = last.report();
    if (report == null) {
      throw new IllegalStateException("the last heap was not asked");
    }
    return ReportPage.of(
        JsonReport.name(last.tree().graph().info()),
        report,
        heaps.stream().map(Heap::tree).toList());
  }
}
