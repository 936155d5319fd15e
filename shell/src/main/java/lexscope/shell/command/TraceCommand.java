package lexscope.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostHooks;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.report.JsonReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.page.PageFile;
import lexscope.shell.steps.Step;
import lexscope.shell.steps.StepJson;
import lexscope.shell.steps.StepRecorder;
import lexscope.shell.steps.StepText;
import lexscope.shell.steps.StepViewer;
import lexscope.shell.steps.StepsPage;
import lexscope.shell.steps.Trace;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/// `trace FILE`: a run, statement by statement, in the terminal, as JSON or as a page.
final class TraceCommand implements Command {
  private static final int MOST_FILES = 2;

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public String summary() {
    return "step through a program: contexts, records, closures, objects, as they live and die";
  }

  @Override
  public String synopsis() {
    return "FILE [FILE] [-o OUT.html] [-- ARGS]";
  }

  @Override
  public String details() {
    return """
    A step is how the program stands before a statement, and at last when it has ended: the execution
    context stack, the Environment Records, function objects and objects of the program that are
    alive under the policy, the console, and the queues of jobs and timers. Looking changes nothing.
      -o OUT.html  writes a page without any network: step, back, play, click on a box to see why it
                   is alive and when it dies. Two files stand side by side and step together.
      terminal     step by step with the keys: → or n next, ← or b back, g and G first and last,
                   q quit
      pipe         what changes with each step, as text; --json one object a step
    Of each kind 32 are shown at most, what contexts refer to and the newest; how many more are alive
    is said. A run that does not end is cut after --max-steps, and says so.
    """;
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public Options options() {
    return CommonOptions.ofPrograms()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT")
                .desc("the page to write, OUT.html")
                .get())
        .addOption(
            CommonOptions.valued(
                "max-steps",
                "N",
                "record so many steps at most (default " + StepRecorder.DEFAULT_STEPS + ")"))
        .addOption(
            CommonOptions.flag(
                "predict", "hide each line of output until the reader has guessed it"))
        .addOption(CommonOptions.flag("json", "print one JSON object a step"));
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    check(arguments, streams);
    Optional<String> output = arguments.value("output");
    Optional<Path> page = output.map(Programs::output);
    boolean typed = page.isEmpty() && !arguments.has("json") && streams.interactive();
    List<Trace> traces = new ArrayList<>();
    ExitCode worst = ExitCode.DONE;
    for (String file : arguments.operands()) {
      ExitCode code;
      try {
        code = trace(file, arguments, streams, page.isPresent() || typed, traces);
      } catch (UserDataException e) {
        complain(file, e.getMessage(), arguments, streams);
        code = ExitCode.BAD_INPUT;
      }
      worst = worst.worse(code);
      if (code.equals(ExitCode.INTERRUPTED)) {
        return code;
      }
    }
    if (traces.size() < arguments.operands().size()) {
      return worst;
    }
    if (page.isPresent()) {
      PageFile.write(
          StepsPage.of(traces, arguments.has("predict")), page.get(), output.orElseThrow());
    } else if (typed) {
      return worst.worse(StepViewer.show(traces, arguments.has("predict"), streams));
    }
    return worst;
  }

  private static void check(Arguments arguments, Streams streams) {
    List<String> files = arguments.operands();
    if (files.isEmpty()) {
      throw new UserSyntaxException("trace needs a file");
    }
    if (files.size() > MOST_FILES) {
      throw new UserSyntaxException("trace takes one file, or two to stand side by side");
    }
    arguments.number("max-steps", 1);
    String output = arguments.value("output").orElse("");
    if (!output.isEmpty() && !output.endsWith(".html") && !output.endsWith(".htm")) {
      throw new UserSyntaxException(
          "cannot write '" + output + "': the name of a page ends in .html");
    }
    if (!output.isEmpty() && arguments.has("json")) {
      throw new UserSyntaxException("either -o writes a page or --json prints steps");
    }
    if (arguments.has("predict")
        && output.isEmpty()
        && (arguments.has("json") || !streams.interactive())) {
      throw new UserSyntaxException("--predict needs a page (-o OUT.html) or a terminal");
    }
  }

  /// Runs a program; its trace is added if it ran.
  ///
  /// @param whole whether it is shown when it is complete
  private static ExitCode trace(
      String file, Arguments arguments, Streams streams, boolean whole, List<Trace> traces) {
    if (Programs.isSnapshot(file)) {
      throw new UserDataException(file + ": a snapshot has no steps: trace needs a program");
    }
    boolean json = arguments.has("json");
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    Programs programs =
        Programs.of(arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), json);
    int most =
        (int)
            Math.min(
                arguments.number("max-steps", 1).orElse(StepRecorder.DEFAULT_STEPS),
                Integer.MAX_VALUE);
    Consumer<Step> printing = whole ? _ -> {} : printer(file, policy, json, streams);
    StepRecorder recorder =
        new StepRecorder(
            policy,
            most,
            // The steps say what was printed; who asks for a page sees it as ever, unless it is to
            // be guessed.
            arguments.has("output") && !arguments.has("predict") || json
                ? programs.options().sink()
                : ConsoleSink.silent(),
            printing);
    Host host = Host.create(programs.options().withSink(recorder.console()).withProgram(file));
    recorder.observe(host);
    Programs.Run run = programs.run(file, host, HostHooks.none());
    if (run.outcome() instanceof RunOutcome.Unusable(String report)) {
      throw new UserDataException(report);
    }
    if (run.code().equals(ExitCode.INTERRUPTED) && !recorder.isCut()) {
      complain(file, run.message(), arguments, streams);
      return ExitCode.INTERRUPTED;
    }
    Trace trace = recorder.finish(file, run.outcome());
    traces.add(trace);
    if (!whole) {
      streams.out().print(json ? StepJson.end(trace) : StepText.end(trace));
      streams.out().flush();
    } else if (arguments.has("output")) {
      if (!run.message().isEmpty() && !recorder.isCut()) {
        streams.err().println(run.message());
      }
      if (recorder.isCut()) {
        streams.err().println(file + ": " + trace.cut());
      }
    }
    return recorder.isCut() ? ExitCode.DONE : run.code();
  }

  private static Consumer<Step> printer(
      String file, CapturePolicy policy, boolean json, Streams streams) {
    if (json) {
      return step -> streams.out().print(StepJson.of(file, policy.ruleName(), step));
    }
    StepText text = new StepText(file, policy.ruleName(), streams.colour());
    return step -> streams.out().print(text.of(step));
  }

  private static void complain(
      String file, @Nullable String message, Arguments arguments, Streams streams) {
    streams.out().flush();
    streams.err().println(message);
    if (arguments.has("json")) {
      streams.out().println(JsonReport.error(file, String.valueOf(message)));
    }
  }
}
