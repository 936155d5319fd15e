package lexscope.shell.command;

import lexscope.shell.invocation.Streams;

/// A line on a terminal that says how far something is; nothing where no person reads.
final class Progress {
  private static final String CLEAR = "\r\u001b[K";

  private final Streams streams;
  private final int total;
  private int done;

  Progress(Streams streams, int total) {
    this.streams = streams;
    this.total = total;
  }

  /// Shows what comes next.
  void show(String what) {
    done++;
    if (streams.colour()) {
      streams.err().print(CLEAR + "[" + done + "/" + total + "] " + what);
      streams.err().flush();
    }
  }

  /// Removes the line.
  void clear() {
    if (streams.colour()) {
      streams.err().print(CLEAR);
      streams.err().flush();
    }
  }
}
