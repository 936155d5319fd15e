package lexscope.shell.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.export.HprofWriter;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// `snapshot FILE -o OUT`: writes the heap of a program, or of another snapshot, to a file.
final class SnapshotCommand implements Command {
  private enum Format {
    HEAP_SNAPSHOT(".heapsnapshot"),
    HPROF(".hprof");

    private final String suffix;

    Format(String suffix) {
      this.suffix = suffix;
    }
  }

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public String summary() {
    return "write the heap to a file for Chrome DevTools and memlab, or for Eclipse MAT and"
        + " VisualVM";
  }

  @Override
  public String synopsis() {
    return "FILE -o OUT.heapsnapshot|OUT.hprof";
  }

  @Override
  public String details() {
    return """
    The heap is that of the idle program, or the full one if --max-heap ended it. The name of OUT
    says the format, unless --format does:
      heapsnapshot  Chrome DevTools, memlab, Lexscope
      hprof         Eclipse MAT, VisualVM: what is alive under rule strong, an object for each node;
                    the address of an object is its id, records and functions are classes, bindings
                    fields. Strings are Java's own, with their text; a weak reference is a
                    number, the address of its target; a WeakMap's key refers to the value.
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
        .addOption(CommonOptions.noIndex())
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT")
                .desc("the file to write, NAME.heapsnapshot or NAME.hprof")
                .get())
        .addOption(CommonOptions.valued("format", "FORMAT", "heapsnapshot or hprof"));
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    if (arguments.operands().size() != 1) {
      throw new UserSyntaxException("snapshot needs one file");
    }
    String output =
        arguments
            .value("output")
            .orElseThrow(
                () -> new UserSyntaxException("snapshot needs -o OUT.heapsnapshot or OUT.hprof"));
    Format format = format(arguments, output);
    Path path = Programs.output(output);
    Programs programs =
        Programs.of(
            arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), false);
    String file = arguments.operands().getFirst();
    if (format == Format.HEAP_SNAPSHOT && SnapshotFiles.isSnapshot(file)) {
      return new SnapshotCopy(file, path, output).make(programs, arguments);
    }
    try (PendingIndexes indexes = new PendingIndexes(programs)) {
      HeapFile.Asked<SnapshotGraph> asked =
          HeapFile.take(
              file,
              programs,
              List.of(arguments.value("at").orElse(SnapshotNames.END)),
              heap -> heap.graph(CommonOptions.policy(arguments, CapturePolicy.WHOLE)),
              indexes);
      if (!asked.message().isEmpty()) {
        programs.options().sink().err(asked.message() + "\n");
      }
      indexes.keepAfter(
          () -> asked.answers().forEach(graph -> write(graph, format, path, output)), asked.code());
      return asked.code();
    }
  }

  private static Format format(Arguments arguments, String output) {
    String named = arguments.value("format").orElse("");
    for (Format format : Format.values()) {
      if (named.isEmpty() ? output.endsWith(format.suffix) : ("." + named).equals(format.suffix)) {
        return format;
      }
    }
    throw new UserSyntaxException(
        named.isEmpty()
            ? "cannot write '"
                + output
                + "': its name must end in .heapsnapshot or .hprof, or --format say what it is"
            : "no format '" + named + "': it is one of heapsnapshot, hprof");
  }

  private static void write(SnapshotGraph graph, Format format, Path path, String output) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      switch (format) {
        case HEAP_SNAPSHOT -> HeapSnapshotWriter.write(graph, out);
        case HPROF -> HprofWriter.write(graph, out);
      }
    } catch (IOException e) {
      throw new UserDataException(output + ": cannot be written (" + e.getMessage() + ")");
    }
  }
}
