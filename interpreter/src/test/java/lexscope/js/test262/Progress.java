package lexscope.js.test262;

import java.io.PrintStream;
import java.util.Locale;

/// Says how far a run is: on a terminal one line that is rewritten, elsewhere a line now and then.
final class Progress {
  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private final long started = System.nanoTime();
  private long shown = started;
  private int done;
  private int passed;
  private int failed;

  Progress(PrintStream out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  /// A test was finished, on any thread.
  synchronized void finished(Result result) {
    done++;
    if (result.counts()) {
      if (result.outcomes().stream().allMatch(Outcome::passed)) {
        passed++;
      } else {
        failed++;
      }
    }
  }

  /// Shows the state if that is due.
  synchronized void show() {
    long now = System.nanoTime();
    if (now - shown >= (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
      shown = now;
      print(now);
    }
  }

  /// Shows the last state.
  synchronized void end() {
    print(System.nanoTime());
    if (terminal) {
      out.println();
    }
  }

  private void print(long now) {
    double seconds = Math.max((now - started) / 1e9, 1e-3);
    String line =
        String.format(
            Locale.ROOT,
            "%,d/%,d tests, %,d passed, %,d failed, %.0f/s, %.0f s",
            done,
            total,
            passed,
            failed,
            done / seconds,
            seconds);
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else {
      out.println(line);
    }
  }
}
