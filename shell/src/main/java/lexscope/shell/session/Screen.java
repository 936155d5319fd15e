package lexscope.shell.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import lexscope.shell.repl.LineSource;

/// Where answers are written. A terminal shows them line by line, with colours and links; when an
/// answer turns out to be longer than the screen, the rest waits, and then all of it is shown page
/// by page.
final class Screen extends OutputStream {
  private final PrintStream target;
  private final LineSource lines;
  private final UnaryOperator<String> direct;
  private final UnaryOperator<String> paged;
  private final StringBuilder whole = new StringBuilder();
  private byte[] line = new byte[256];
  private int length;
  private int passed;
  private int limit = Integer.MAX_VALUE;
  private int shownLength;

  /// @param direct what a line looks like on the terminal
  /// @param paged what it looks like in the pager
  Screen(
      PrintStream target,
      LineSource lines,
      UnaryOperator<String> direct,
      UnaryOperator<String> paged) {
    this.target = target;
    this.lines = lines;
    this.direct = direct;
    this.paged = paged;
  }

  /// The same as a stream of characters.
  PrintStream stream() {
    return new PrintStream(this, false, StandardCharsets.UTF_8);
  }

  /// An answer begins.
  ///
  /// @param paged whether it is to be shown page by page if it is long
  void begin(boolean paged) {
    int rows = lines.rows();
    limit = paged && rows > 2 ? rows - 2 : Integer.MAX_VALUE;
    passed = 0;
    whole.setLength(0);
    shownLength = 0;
  }

  /// The answer is complete.
  void end() throws IOException {
    if (length > 0) {
      pass(false);
    }
    if (passed > limit && !lines.page(whole.toString())) {
      target.print(whole.substring(shownLength));
    }
    target.flush();
    limit = Integer.MAX_VALUE;
    passed = 0;
    whole.setLength(0);
  }

  @Override
  public void write(int value) {
    if (value == '\n') {
      pass(true);
    } else {
      if (length == line.length) {
        line = java.util.Arrays.copyOf(line, length * 2);
      }
      line[length++] = (byte) value;
    }
  }

  private void pass(boolean ended) {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    passed++;
    if (passed <= limit) {
      target.print(direct.apply(text));
      if (ended) {
        target.println();
      }
    }
    if (limit != Integer.MAX_VALUE) {
      whole.append(paged.apply(text)).append(ended ? "\n" : "");
      if (passed <= limit) {
        shownLength = whole.length();
      }
    }
  }

  @Override
  public void flush() {
    target.flush();
  }
}
