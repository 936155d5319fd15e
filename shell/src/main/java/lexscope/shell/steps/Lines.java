package lexscope.shell.steps;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.host.ConsoleSink;

/// Collects what the program prints, line by line, and hands it on.
final class Lines implements ConsoleSink {
  private final ConsoleSink next;
  private final List<Output> printed = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private boolean openError;

  /// @param next who else is told
  Lines(ConsoleSink next) {
    this.next = next;
  }

  @Override
  public void out(String lines) {
    next.out(lines);
    add(false, lines);
  }

  @Override
  public void err(String lines) {
    next.err(lines);
    add(true, lines);
  }

  /// Collects lines that are shown nowhere else.
  void add(boolean error, String lines) {
    if (openError != error) {
      end();
      openError = error;
    }
    int start = 0;
    for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
      printed.add(new Output(error, open.append(lines, start, end).toString()));
      open.setLength(0);
      start = end + 1;
    }
    open.append(lines, start, lines.length());
  }

  /// The line that has no end yet is one.
  void end() {
    if (!open.isEmpty()) {
      printed.add(new Output(openError, open.toString()));
      open.setLength(0);
    }
  }

  /// The lines since this was asked last.
  List<Output> take() {
    List<Output> taken = List.copyOf(printed);
    printed.clear();
    return taken;
  }
}
