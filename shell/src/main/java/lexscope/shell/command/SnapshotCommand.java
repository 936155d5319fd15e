package lexscope.shell.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.ExitCode;
import lexscope.shell.Streams;
import lexscope.shell.UserDataException;
import lexscope.shell.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// `snapshot FILE -o OUT`: writes the heap of a program, or of another snapshot, to a file.
final class SnapshotCommand implements Command {
  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public String summary() {
    return "write the heap to a file that Chrome DevTools and memlab load";
  }

  @Override
  public String synopsis() {
    return "FILE -o OUT.heapsnapshot";
  }

  @Override
  public String details() {
    return "The heap is that of the idle program, or the full one if --max-heap ended it.";
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
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT")
                .desc("the file to write, NAME.heapsnapshot")
                .get());
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    if (arguments.operands().size() != 1) {
      throw new UserSyntaxException("snapshot needs one file");
    }
    String output =
        arguments
            .value("output")
            .orElseThrow(() -> new UserSyntaxException("snapshot needs -o OUT.heapsnapshot"));
    if (!SnapshotFiles.isWritable(output)) {
      throw new UserSyntaxException(
          "cannot write '" + output + "': its name must end in .heapsnapshot");
    }
    Path path = Programs.output(output);
    Programs programs =
        Programs.of(
            arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), false);
    HeapFile.Asked<SnapshotGraph> asked =
        HeapFile.ask(
            arguments.operands().getFirst(),
            programs,
            List.of(arguments.value("at").orElse(SnapshotNames.END)),
            heap -> heap.graph(CommonOptions.policy(arguments, CapturePolicy.WHOLE)));
    if (!asked.message().isEmpty()) {
      programs.options().sink().err(asked.message() + "\n");
    }
    asked.answers().forEach(graph -> write(graph, path, output));
    return asked.code();
  }

  private static void write(SnapshotGraph graph, Path path, String output) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      HeapSnapshotWriter.write(graph, out);
    } catch (IOException e) {
      throw new UserDataException(output + ": cannot be written (" + e.getMessage() + ")");
    }
  }
}
