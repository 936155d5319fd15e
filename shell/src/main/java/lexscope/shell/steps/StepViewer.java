package lexscope.shell.steps;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;

/// Steps through traces at a terminal, by keys.
public final class StepViewer {
  private enum Key {
    NEXT,
    BACK,
    FIRST,
    LAST,
    OTHER,
    QUIT,
    INTERRUPT
  }

  private static final String HELP = "→ next  ← back  g first  G last  q quit";

  private final List<Trace> traces;
  private final boolean predicting;
  private final boolean coloured;
  private final Terminal terminal;
  private final Thread reading = Thread.currentThread();
  private int shown;
  private int index;

  // Of the program that is shown: so many lines of output were guessed or given up.
  private int told;
  private int right;

  // What was painted last, to be painted anew when the terminal changes its size: that is told on
  // another thread. Guarded by the viewer.
  private String foot = "";
  private @Nullable Attributes before;

  /// A viewer at a terminal, for the thread that runs it.
  ///
  /// @param predicting whether each line of output is to be guessed
  /// @param coloured whether colours may be shown
  StepViewer(List<Trace> traces, boolean predicting, boolean coloured, Terminal terminal) {
    this.traces = traces;
    this.predicting = predicting;
    this.coloured = coloured;
    this.terminal = terminal;
  }

  /// Shows traces at the terminal of the process until the reader quits.
  ///
  /// @param streams whether there are colours, and how the process is ended from outside
  public static ExitCode show(List<Trace> traces, boolean predicting, Streams streams) {
    AtomicReference<@Nullable StepViewer> shown = new AtomicReference<>();
    // When the process is ended from outside the terminal closes itself by such a hook, too: hooks
    // run in the order in which they were added, so that this one finds it open.
    ShutdownHooks.Task last =
        ShutdownHooks.add(() -> {
          StepViewer viewer = shown.get();
          if (viewer != null) {
            viewer.leave();
          }
        });
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).graphemeCluster(false).build()) {
      StepViewer viewer = new StepViewer(traces, predicting, streams.colour(), terminal);
      shown.set(viewer);
      AtomicReference<ExitCode> code = new AtomicReference<>(ExitCode.INTERRUPTED);
      streams.interruption().during(viewer::stop, () -> code.set(viewer.run()));
      return code.get();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be opened", e);
    } finally {
      ShutdownHooks.remove(last);
    }
  }

  /// Shows steps until the reader quits.
  ExitCode run() {
    enter();
    try {
      return keys();
    } catch (IOError | RuntimeException e) {
      if (isOpen()) {
        throw e;
      }
      return ExitCode.INTERRUPTED;
    } finally {
      leave();
    }
  }

  /// Ends the viewer from any thread.
  private void stop() {
    leave();
    reading.interrupt();
  }

  private synchronized void enter() {
    before = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    // Ctrl-C is a key here, so that the terminal is left as it was found.
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    terminal.handle(Terminal.Signal.WINCH, _ -> repaint());
    terminal.puts(Capability.enter_ca_mode);
  }

  private synchronized void leave() {
    Attributes found = before;
    if (found != null) {
      before = null;
      terminal.puts(Capability.exit_ca_mode);
      terminal.setAttributes(found);
      terminal.flush();
    }
  }

  private synchronized boolean isOpen() {
    return before != null;
  }

  private ExitCode keys() {
    BindingReader reader = new BindingReader(terminal.reader());
    KeyMap<Key> keys = keyMap();
    while (true) {
      paint(HELP + (traces.size() > 1 ? "  tab other program" : ""));
      Key key = reader.readBinding(keys);
      switch (key) {
        case NEXT -> next(reader);
        case BACK -> index = Math.max(0, index - 1);
        case FIRST -> index = 0;
        case LAST -> index = predicting ? Math.min(last(), limit()) : last();
        case OTHER -> other();
        case QUIT -> {
          return ExitCode.DONE;
        }
        case INTERRUPT -> {
          return ExitCode.INTERRUPTED;
        }
        // The input has ended.
        case null -> {
          return ExitCode.DONE;
        }
      }
    }
  }

  private KeyMap<Key> keyMap() {
    KeyMap<Key> keys = new KeyMap<>();
    keys.setAmbiguousTimeout(100);
    keys.bind(Key.NEXT, "n", " ", "\r", "\n", "l", "\u001b[C", "\u001bOC");
    keys.bind(Key.BACK, "b", "h", "\u007f", "\u001b[D", "\u001bOD");
    keys.bind(Key.FIRST, "g", "\u001b[H", "\u001bOH", "\u001b[1~");
    keys.bind(Key.LAST, "G", "\u001b[F", "\u001bOF", "\u001b[4~");
    keys.bind(Key.OTHER, "\t");
    keys.bind(Key.QUIT, "q", "Q", "\u0004");
    keys.bind(Key.INTERRUPT, "\u0003");
    return keys;
  }

  private Trace trace() {
    return traces.get(shown);
  }

  private int last() {
    return trace().steps().size() - 1;
  }

  private void other() {
    shown = (shown + 1) % traces.size();
    index = Math.min(index, last());
    told = 0;
    if (predicting) {
      index = 0;
    }
  }

  // ---- guessing --------------------------------------------------------------------------------

  /// The last step that gives no line away.
  private int limit() {
    int count = 0;
    List<Step> steps = trace().steps();
    for (int i = 0; i < steps.size(); i++) {
      count += steps.get(i).printed().size();
      if (count > told) {
        return Math.max(0, i - 1);
      }
    }
    return last();
  }

  private void next(BindingReader reader) {
    if (index == last()) {
      return;
    }
    int before = 0;
    for (int i = 0; i <= index; i++) {
      before += trace().steps().get(i).printed().size();
    }
    List<Output> coming = trace().steps().get(index + 1).printed();
    for (int i = 0; predicting && i < coming.size(); i++) {
      if (before + i >= told && !guess(reader, coming.get(i).text())) {
        return;
      }
    }
    index++;
  }

  /// Asks until the line is guessed or given up; false if the reader wants to go elsewhere.
  private boolean guess(BindingReader reader, String line) {
    String asked = "What does it print? (empty: show it; Esc: not now)  ";
    StringBuilder typed = new StringBuilder();
    boolean first = true;
    while (true) {
      paint(asked + typed);
      int c = reader.readCharacter();
      if (c < 0 || c == 3 || c == 4 || c == '\u001b') {
        return false;
      } else if (c == '\r' || c == '\n') {
        boolean good = typed.toString().strip().equals(line.strip());
        if (good || typed.isEmpty()) {
          told++;
          right += good && first ? 1 : 0;
          paint(
              (good ? "Right: " : "It prints: ")
                  + line
                  + "  ("
                  + right
                  + " right of "
                  + told
                  + ")  any key");
          reader.readCharacter();
          return true;
        }
        first = false;
        typed.setLength(0);
        asked = "No. Once more? (empty: show it)  ";
      } else if (c == '\u007f' || c == '\b') {
        typed.setLength(Math.max(0, typed.length() - 1));
      } else {
        typed.appendCodePoint(c);
      }
    }
  }

  // ---- painting --------------------------------------------------------------------------------

  private synchronized void paint(String last) {
    foot = last;
    repaint();
  }

  private synchronized void repaint() {
    if (!isOpen()) {
      return;
    }
    int rows = Math.max(4, terminal.getSize().getRows());
    int columns = Math.max(20, terminal.getSize().getColumns());
    terminal.puts(Capability.clear_screen);
    if (!trace().steps().isEmpty()) {
      String file = trace().file() + ", policy " + trace().policy();
      line(new AttributedString(file), columns);
      StepScreen.of(trace(), index, columns, rows - 2, coloured)
          .forEach(line -> line(line, columns));
    }
    // The last line is not ended: that would scroll the first away. Of a long one the end is
    // shown, where the reader types.
    AttributedString last = new AttributedString(foot);
    int width = last.columnLength();
    terminal
        .writer()
        .print(width < columns ? foot : "…" + last.columnSubSequence(width - columns + 2, width));
    terminal.flush();
  }

  private void line(AttributedString line, int columns) {
    terminal.writer().println(line.columnSubSequence(0, columns).toAnsi(terminal));
  }
}
