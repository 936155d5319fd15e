package lexscope.shell.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lexscope.shell.invocation.Streams;

/// A line on a terminal's error output that says how far reading a file and its analysis have come:
/// phase, percent and rate, and then how much of an index has been written. It goes when the work
/// is done; short work never shows it, and neither does anything that is no terminal.
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
  private String phase = "";
  private long phaseStart = start;

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

  /// Says that so many of the steps of a phase of the analysis are over.
  void reached(String name, long done, long total) {
    if (shown) {
      reached(name, done, total, System.nanoTime());
    }
  }

  void reached(String name, long done, long total, long now) {
    if (!name.equals(phase)) {
      phase = name;
      phaseStart = now;
    }
    if (now >= next) {
      StringBuilder line = begun(name + " of", now);
      bar(line, total <= 0 ? 0 : (int) Math.min(100, done * 100 / total));
      print(line, done / 1e6 / seconds(phaseStart, now), "%.1f M nodes/s");
    }
  }

  void show(long bytes, long now) {
    if (now >= next) {
      StringBuilder line = begun("reading", now);
      if (expected > 0) {
        bar(line, (int) Math.min(100, bytes * 100 / expected));
      } else {
        line.append(String.format(Locale.ROOT, "%.0f MB ", bytes / 1e6));
      }
      print(line, bytes / 1e6 / seconds(start, now), "%.0f MB/s");
    }
  }

  /// Begins anew: what is read and analysed is told, and the index is written.
  void beginWriting() {
    phaseStart = System.nanoTime();
    next = phaseStart + FIRST_NANOS;
  }

  /// Says that so many bytes of the index have been written.
  void written(long bytes) {
    if (shown) {
      written(bytes, System.nanoTime());
    }
  }

  void written(long bytes, long now) {
    if (now >= next) {
      StringBuilder line = begun("writing the index of", now);
      line.append(String.format(Locale.ROOT, "%.0f MB ", bytes / 1e6));
      print(line, bytes / 1e6 / seconds(phaseStart, now), "%.0f MB/s (the answer is complete)");
    }
  }

  private static double seconds(long from, long to) {
    return Math.max(1e-9, (to - from) / 1e9);
  }

  private StringBuilder begun(String what, long now) {
    next = now + STEP_NANOS;
    dirty = true;
    return new StringBuilder("\r\u001b[K").append(what).append(' ').append(file).append(' ');
  }

  private static void bar(StringBuilder line, int percent) {
    int done = percent * BAR / 100;
    line.append('[').append("#".repeat(done)).append("-".repeat(BAR - done)).append("] ");
    line.append(percent).append(" % ");
  }

  private void print(StringBuilder line, double rate, String format) {
    out.print(line.append(String.format(Locale.ROOT, format, rate)));
    out.flush();
  }

  /// Removes the line. It can be begun again.
  @Override
  public void close() {
    if (dirty) {
      dirty = false;
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
