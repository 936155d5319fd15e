package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/// A command in a pseudo-terminal, typed at as a person would: `script` of util-linux makes the
/// terminal and passes on what comes through its pipes. What the command writes is kept, and shown
/// on a screen as a terminal emulator would show it.
final class PseudoTerminal implements AutoCloseable {
  private static final String NAME_FILE = "terminal-name";

  private final Path folder;
  private final Process process;
  private final OutputStream keys;
  private final Thread reading;

  // Guarded by the terminal.
  private final StringBuilder written = new StringBuilder();
  private final ScreenTerminal screen;
  private int seen;
  private boolean ended;

  private PseudoTerminal(Path folder, int columns, int rows, Process process) {
    this.folder = folder;
    this.process = process;
    keys = process.getOutputStream();
    screen = new ScreenTerminal(columns, rows);
    reading = Thread.ofPlatform().daemon().start(this::read);
  }

  /// Opens a terminal and runs a line of `sh` in it; `$LEXSCOPE` is the launcher.
  ///
  /// @param environment more variables for it
  static PseudoTerminal open(
      Path folder, int columns, int rows, Map<String, String> environment, String line)
      throws IOException, InterruptedException {
    assumeTrue(
        Launcher.sh(folder, "script --version").out().contains("util-linux"),
        "SKIPPED: script of util-linux is missing");
    // Without noflsh the terminal drops what is on its way to the screen when Ctrl-C is pressed.
    String size = "stty noflsh rows " + rows + " cols " + columns;
    ProcessBuilder builder =
        Launcher.interruptible(
            Launcher.builder(folder)
                .command(
                    "script", "-qefc", size + "; tty > " + NAME_FILE + "; " + line, "/dev/null"));
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().remove("NO_COLOR");
    builder.environment().put("LEXSCOPE_OPTS", "-Duser.home=" + folder);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    return new PseudoTerminal(folder, columns, rows, process);
  }

  private void read() {
    try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        synchronized (this) {
          written.append(buffer, 0, count);
          screen.write(new String(buffer, 0, count));
          notifyAll();
        }
      }
    } catch (IOException _) {
      // The terminal is gone, as at its end.
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  /// Types keys.
  void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /// Changes the size, of which the command is told by a signal.
  void resize(int columns, int rows) throws IOException, InterruptedException {
    String name = Files.readString(folder.resolve(NAME_FILE)).strip();
    synchronized (this) {
      screen.setSize(Size.of(columns, rows));
    }
    assertThat(
            new ProcessBuilder(
                    "stty", "-F", name, "rows", Integer.toString(rows), "cols", "" + columns)
                .start()
                .waitFor())
        .isZero();
  }

  /// Waits until a text has been written, after what was waited for before.
  synchronized void see(String text) throws InterruptedException {
    await(
        () -> {
          int at = written.indexOf(text, seen);
          seen = at < 0 ? seen : at + text.length();
          return at >= 0;
        },
        "'" + text + "'");
  }

  /// Waits for a screen.
  synchronized String screen(Predicate<String> wanted) throws InterruptedException {
    await(() -> wanted.test(screen()), "the screen that was waited for");
    return screen();
  }

  private String screen() {
    return screen.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
  }

  private void await(java.util.function.BooleanSupplier done, String what)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Launcher.SECONDS);
    while (!done.getAsBoolean()) {
      if (ended || System.nanoTime() > end) {
        String shown = screen();
        tellThreads();
        throw new AssertionError(what + " did not come:\n" + shown + "\nin\n" + written);
      }
      wait(100);
    }
  }

  /// Has each JVM in the terminal write what its threads do: SIGQUIT asks for that.
  private void tellThreads() throws InterruptedException {
    for (ProcessHandle machine : machines()) {
      try {
        new ProcessBuilder("kill", "-QUIT", Long.toString(machine.pid())).start().waitFor();
      } catch (IOException _) {
        // Then there is less to read in the failure.
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (!ended && System.nanoTime() < end) {
      wait(100);
    }
  }

  /// All that was written so far.
  synchronized String written() {
    return written.toString();
  }

  /// Processes of the JDK in the terminal.
  java.util.List<ProcessHandle> machines() {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .toList();
  }

  /// Waits for the end.
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(Launcher.SECONDS, TimeUnit.SECONDS)).as(this::written).isTrue();
    reading.join(TimeUnit.SECONDS.toMillis(10));
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
