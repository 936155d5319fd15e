package lexscope.shell.invocation;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param in standard input
/// @param out answers and the guest's output
/// @param err messages; with `--json` the guest's output, too
/// @param colour whether `out` is a terminal whose user has not asked for `NO_COLOR`
/// @param interactive whether a person types at `in` and reads `out`
/// @param interruption how the user ends what runs
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean colour,
    boolean interactive,
    Interruption interruption) {

  /// Writes out what is buffered, answers before messages.
  public void flush() {
    out.flush();
    err.flush();
  }
}
