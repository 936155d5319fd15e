package lexscope.shell.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lexscope.shell.Streams;

/// A line on a terminal's error output that says how far reading a file has come: phase, percent
/// and rate. It goes when the work is done; short work never shows it, and neither does anything
/// that is no terminal.
final class ProgressLine implements AutoCloseable {
  private static final long FIRST_NANOS = 400_000_000L;
  private static final long STEP_NANOS = 100_000_000L;
  private static final int BAR = 24;

  private final String file;
  private final PrintStream out;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long expected = -1;
  private long next = start + FIRST_NANOS;
  private boolean dirty;

  private ProgressLine(String file, PrintStream out, boolean shown) {
    this.file = file;
    this.out = out;
    this.shown = shown;
  }

  /// A line for reading a file, which is silent unless the launcher found a terminal at the error
  /// output.
  static ProgressLine of(String file, Streams streams) {
    boolean terminal = System.getProperty("lexscope.terminals", "").contains("err");
    return new ProgressLine(file, streams.err(), terminal);
  }

  /// A line that is always shown, for tests.
  static ProgressLine shown(String file, PrintStream out) {
    return new ProgressLine(file, out, true);
  }

  /// Takes the size of a file that is not packed as what will be read.
  ProgressLine expecting(Path path) throws IOException {
    if (!file.endsWith(".gz") && Files.isRegularFile(path)) {
      expected = Files.size(path);
    }
    return this;
  }

  /// Says that so many bytes have been read.
  void read(long bytes) {
    if (shown) {
      show(bytes, System.nanoTime());
    }
  }

  void show(long bytes, long now) {
    if (now < next) {
      return;
    }
    next = now + STEP_NANOS;
    dirty = true;
    double rate = bytes / 1e6 / Math.max(1e-9, (now - start) / 1e9);
    StringBuilder line = new StringBuilder("\r\u001b[Kreading ").append(file).append(' ');
    if (expected > 0) {
      int percent = (int) Math.min(100, bytes * 100 / expected);
      int done = percent * BAR / 100;
      line.append('[').append("#".repeat(done)).append("-".repeat(BAR - done)).append("] ");
      line.append(percent).append(" % ");
    } else {
      line.append(String.format(Locale.ROOT, "%.0f MB ", bytes / 1e6));
    }
    out.print(line.append(String.format(Locale.ROOT, "%.0f MB/s", rate)));
    out.flush();
  }

  @Override
  public void close() {
    if (dirty) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
