package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.profiler.events.RecordingSummary;
import lexscope.profiler.report.RecordingReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `jfr FILE`: what a recording of Flight Recorder tells of the guest heap.
final class JfrCommand implements Command {
  @Override
  public String name() {
    return "jfr";
  }

  @Override
  public String summary() {
    return "show what a recording (--jfr) tells of collections, records and answers";
  }

  @Override
  public String synopsis() {
    return "FILE...";
  }

  @Override
  public String details() {
    return """
    FILE is a recording of Flight Recorder, made by --jfr or by a Java program that runs Lexscope.
    Shown are collections over time with their pauses, the functions whose Environment Records live
    longest and grow in number (samples: Flight Recorder throttles them), what the answers retain,
    snapshots, compared policies and scenarios. The JDK's own tools read the file, too:
    jfr summary FILE, jfr print --events 'lexscope.*' FILE, JDK Mission Control.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            CommonOptions.valued(
                "rows",
                "N",
                "print at most so many rows (default " + CommonOptions.DEFAULT_ROWS + ")"))
        .addOption(CommonOptions.flag("json", "print one JSON object a line"));
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    if (arguments.operands().isEmpty()) {
      throw new UserSyntaxException("jfr needs a file");
    }
    int rows = CommonOptions.rows(arguments);
    for (String file : arguments.operands()) {
      RecordingReport report = new RecordingReport(read(file), rows);
      streams.out().print(arguments.has("json") ? report.json(file) : report.text(file));
    }
    return ExitCode.DONE;
  }

  private static RecordingSummary read(String file) {
    Path path = Programs.path(file);
    if (!Files.isRegularFile(path)) {
      throw new UserDataException(file + ": no such file");
    }
    RecordingSummary summary;
    try {
      summary = RecordingSummary.read(path);
    } catch (IOException | RuntimeException e) {
      // The JDK's parser throws what it likes over a damaged file.
      throw new UserDataException(file + ": not a readable recording (" + e.getMessage() + ")");
    }
    if (summary.isEmpty()) {
      throw new UserDataException(file + ": a recording without events of Lexscope");
    }
    return summary;
  }
}
