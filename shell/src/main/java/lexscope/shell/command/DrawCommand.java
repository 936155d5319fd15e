package lexscope.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.export.DotText;
import lexscope.profiler.export.Drawing;
import lexscope.profiler.export.SvgText;
import lexscope.profiler.report.DrawnAnswer;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// `draw TARGET FILE`: a picture of why something is alive, or of what it dominates.
final class DrawCommand extends TargetQuestion {
  private static final int CHILDREN = 8;
  private static final int DEPTH = 4;

  @Override
  public String name() {
    return "draw";
  }

  @Override
  public String summary() {
    return "draw why something is alive, or what it dominates, as SVG or for Graphviz";
  }

  @Override
  public String details() {
    return super.details()
        + """
        The name of OUT says the format, unless --format does. Without -o the picture goes to
        standard output, for Graphviz unless --format svg.
        """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT")
                .desc("the file to write, NAME.svg or NAME.dot")
                .get())
        .addOption(CommonOptions.valued("format", "FORMAT", "svg or dot"))
        .addOption(
            CommonOptions.flag("dominated", "draw what it dominates in place of why it is alive"))
        .addOption(
            CommonOptions.valued(
                "depth", "N", "with --dominated: so many levels (default " + DEPTH + ")"));
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    if (arguments.operands().size() > 2) {
      throw new UserSyntaxException("draw needs one target and one file");
    }
    isSvg(arguments);
    arguments.number("depth", 1);
    if (arguments.has("json") && !arguments.has("output")) {
      throw new UserSyntaxException("with --json the picture needs a file: -o OUT");
    }
  }

  @Override
  Optional<String> question(Arguments arguments) {
    return arguments.has("output") ? Optional.empty() : super.question(arguments);
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    WhyAnswer answer = WhyAnswer.of(tree, target(arguments));
    if (!(answer instanceof WhyAnswer.Alive alive)) {
      return arguments.has("json")
          ? DrawnAnswer.notAlive(tree.graph().info(), tree.rule())
          : TextReport.why(tree, answer);
    }
    int rows = arguments.has("rows") ? CommonOptions.rows(arguments) : CHILDREN;
    Drawing drawing =
        arguments.has("dominated")
            ? Drawing.ofDominated(
                tree,
                alive.target().node(),
                rows,
                (int) Math.min(arguments.number("depth", 1).orElse(DEPTH), 100_000))
            : Drawing.ofPath(tree, alive.path(), alive.notes());
    String picture = isSvg(arguments) ? SvgText.of(drawing) : DotText.of(drawing);
    Optional<String> output = arguments.value("output");
    if (output.isEmpty()) {
      return picture;
    }
    write(Programs.output(output.get()), picture);
    return arguments.has("json")
        ? DrawnAnswer.written(
            tree.graph().info(), tree.rule(), drawing.title(), drawing.boxes().size(), output.get())
        : drawing.title() + ": " + output.get() + "\n";
  }

  private static boolean isSvg(Arguments arguments) {
    String output = arguments.value("output").orElse("");
    String format =
        arguments
            .value("format")
            .orElse(
                output.endsWith(".svg")
                    ? "svg"
                    : output.isEmpty() || output.endsWith(".dot") || output.endsWith(".gv")
                        ? "dot"
                        : "");
    return switch (format) {
      case "svg" -> true;
      case "dot" -> false;
      case "" ->
          throw new UserSyntaxException(
              "cannot write '"
                  + output
                  + "': its name must end in .svg or .dot, or --format say what it is");
      default -> throw new UserSyntaxException("no format '" + format + "': it is svg or dot");
    };
  }

  private static void write(Path path, String picture) {
    try {
      Files.writeString(path, picture, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserDataException(path + ": cannot be written (" + e.getMessage() + ")");
    }
  }
}
