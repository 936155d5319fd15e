package lexscope.shell.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import lexscope.shell.repl.LineSource;
import lexscope.shell.repl.TypedLines;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;
import org.jspecify.annotations.Nullable;

/// An interactive shell at a virtual terminal: types keys, waits for what they do, and reads the
/// screen.
public final class VirtualShell implements AutoCloseable {
  private static final long SECONDS = 60;

  private final ScreenTerminal screen;
  private final LineDisciplineTerminal terminal;
  private final AtomicInteger reads = new AtomicInteger();
  private final Thread thread;
  private volatile @Nullable ExitCode code;

  /// Opens a shell at a screen.
  ///
  /// @param folder where its history is kept
  public VirtualShell(Path folder, int columns, int rows, boolean links, String... words)
      throws IOException {
    screen = new ScreenTerminal(columns, rows);
    var output = new ScreenTerminalOutputStream.DelegateOutputStream();
    terminal =
        new LineDisciplineTerminal("virtual", "xterm-256color", output, StandardCharsets.UTF_8);
    terminal.setSize(Size.of(columns, rows));
    ScreenTerminal.wireTerminal(screen, terminal, output);
    Attributes attributes = terminal.getAttributes();
    attributes.setOutputFlag(Attributes.OutputFlag.OPOST, true);
    attributes.setOutputFlag(Attributes.OutputFlag.ONLCR, true);
    terminal.setAttributes(attributes);
    PrintStream out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]), out, out, true, true, new Interruption());
    thread =
        new Thread(
            null,
            () ->
                code =
                    Shells.run(
                        streams,
                        prompting ->
                            counting(
                                new TypedLines(terminal, prompting, folder.resolve("history"))),
                        links,
                        List.of(words)),
            "shell",
            1L << 28);
    thread.setDaemon(true);
    thread.start();
  }

  private LineSource counting(LineSource lines) {
    return new LineSource() {
      @Override
      public @Nullable String next() throws IOException {
        reads.incrementAndGet();
        return lines.next();
      }

      @Override
      public boolean isTyped() {
        return lines.isTyped();
      }

      @Override
      public void onInterrupt(Runnable action) {
        lines.onInterrupt(action);
      }

      @Override
      public boolean page(String text) throws IOException {
        return lines.page(text);
      }

      @Override
      public int rows() {
        return lines.rows();
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    };
  }

  /// Types a line and waits until the shell asks for the next.
  public VirtualShell enter(String line) throws IOException, InterruptedException {
    return typeAndWait(line + "\r");
  }

  /// Types keys that end what the shell does, and waits until it asks for a line.
  VirtualShell typeAndWait(String keys) throws IOException, InterruptedException {
    int before = reads.get();
    type(keys);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (reads.get() == before && System.nanoTime() < end) {
      screen.waitDirty(20);
    }
    if (reads.get() == before) {
      throw new AssertionError("still busy after: " + keys + "\n" + text());
    }
    see(".*> ");
    return this;
  }

  /// Types keys.
  VirtualShell type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Waits until the last line that is not empty is like that, and answers the screen.
  public String see(String lastLine) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < end) {
      String[] lines = text().stripTrailing().split("\n", -1);
      if ((lines[lines.length - 1] + " ").matches(lastLine)) {
        return text();
      }
      screen.waitDirty(50);
    }
    throw new AssertionError("not seen: " + lastLine + "\n" + text());
  }

  /// The screen without blanks at the ends of lines and empty lines at its end.
  public String text() {
    return screen
        .toString()
        .lines()
        .map(String::stripTrailing)
        .reduce("", (a, b) -> a + b + "\n")
        .stripTrailing();
  }

  /// The cells of the screen with their attributes, row by row.
  long[] cells() {
    long[] cells = new long[screen.getColumns() * screen.getRows()];
    screen.dump(cells, new int[2]);
    return cells;
  }

  /// Waits for the end of the shell.
  ExitCode end() throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    ExitCode ended = code;
    if (ended == null) {
      throw new AssertionError("the shell goes on\n" + text());
    }
    return ended;
  }

  @Override
  public void close() throws IOException {
    if (thread.isAlive()) {
      type("\u0003");
      type("\u0004");
      try {
        thread.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
