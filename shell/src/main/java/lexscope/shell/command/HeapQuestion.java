package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.JsonReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// A command that asks one question about each of several files, programs or snapshots.
///
/// With `--json` standard output holds one object a line and nothing else. A file that cannot be
/// asked has its own line and does not end the rest.
abstract class HeapQuestion implements Command {
  @Override
  public String synopsis() {
    return operandsBeforeFile() == 1 ? "TARGET FILE..." : "FILE...";
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public Options options() {
    return CommonOptions.ofQuestions();
  }

  /// What the answer about a snapshot file depends on besides that file; nothing if the answer is
  /// not all that comes of asking.
  Optional<String> question(Arguments arguments) {
    return arguments.has("jfr")
        ? Optional.empty()
        : Optional.of(name() + arguments.question(operandsBeforeFile()));
  }

  private String kept(HeapFile heap, Arguments arguments) {
    Optional<String> question = heap.isProgram() ? Optional.empty() : question(arguments);
    return question.isEmpty()
        ? answer(heap, arguments)
        : heap.answer(question.get(), () -> answer(heap, arguments));
  }

  /// Answers about one heap.
  ///
  /// @throws UserDataException if this file cannot be asked that
  abstract String answer(HeapFile heap, Arguments arguments);

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    List<String> files = files(arguments);
    check(arguments);
    boolean json = arguments.has("json");
    Programs programs =
        Programs.of(arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), json);
    List<String> moment = List.of(arguments.value("at").orElse(SnapshotNames.END));
    ExitCode worst = ExitCode.DONE;
    boolean ended = false;
    try (PendingIndexes indexes = new PendingIndexes(programs)) {
      for (int i = 0; i < files.size() && !ended; i++) {
        String file = files.get(i);
        boolean isLast = i == files.size() - 1;
        try {
          HeapFile.Asked<String> asked =
              HeapFile.ask(file, programs, moment, heap -> kept(heap, arguments), indexes);
          worst = worst.worse(asked.code());
          ended = asked.code().equals(ExitCode.INTERRUPTED);
          boolean kept =
              indexes.keepAfter(() -> tell(file, asked, json, streams), isLast ? worst : null);
          if (!kept && !isLast) {
            // The answer to this file is complete, those to the others are not.
            streams.err().println("interrupted");
            worst = worst.worse(ExitCode.INTERRUPTED);
            ended = true;
          }
        } catch (UserDataException e) {
          report(file, e.getMessage(), json, streams);
          streams.out().flush();
          worst = worst.worse(ExitCode.BAD_INPUT);
        }
      }
    }
    return worst;
  }

  private static void tell(
      String file, HeapFile.Asked<String> asked, boolean json, Streams streams) {
    report(file, asked.message(), json, streams);
    if (!(json && !asked.message().isEmpty())) {
      for (String text : asked.answers()) {
        streams.out().print(text.endsWith("\n") ? text : text + "\n");
      }
    }
    streams.out().flush();
  }

  private static void report(String file, String message, boolean json, Streams streams) {
    if (message.isEmpty()) {
      return;
    }
    streams.out().flush();
    streams.err().println(message);
    if (json) {
      streams.out().println(JsonReport.error(file, message));
    }
  }

  private List<String> files(Arguments arguments) {
    List<String> files = new ArrayList<>(arguments.operands());
    for (int i = 0; i < operandsBeforeFile(); i++) {
      if (files.isEmpty()) {
        throw new UserSyntaxException(name() + " needs a target and a file");
      }
      files.removeFirst();
    }
    if (files.isEmpty()) {
      throw new UserSyntaxException(name() + " needs a file");
    }
    return files;
  }

  /// Looks at the arguments before anything is run.
  ///
  /// @throws UserSyntaxException if they make no sense
  void check(Arguments arguments) {
    CommonOptions.rule(arguments);
    CommonOptions.rows(arguments);
  }

  /// The dominator tree under the policy and the rule that were asked for.
  static DominatorTree tree(HeapFile heap, Arguments arguments) {
    return heap.tree(
        CommonOptions.policy(arguments, CapturePolicy.WHOLE), CommonOptions.rule(arguments));
  }
}
