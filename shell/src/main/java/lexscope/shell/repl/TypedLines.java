package lexscope.shell.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Lines typed by a person: editing, history and completion. Ctrl-C abandons a line, Ctrl-D ends
/// the shell.
public final class TypedLines implements LineSource {
  private static final String PROMPT = "lexscope> ";

  private final Terminal terminal;
  private final LineReader reader;

  /// Takes over the process's terminal.
  ///
  /// @param completer what the Tab key offers
  /// @param history the file that keeps lines between sessions
  public static TypedLines open(Completer completer, Path history) throws IOException {
    // Asking the terminal for its abilities costs 200 ms where nothing answers.
    Terminal terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).build();
    return new TypedLines(terminal, completer, history);
  }

  TypedLines(Terminal terminal, Completer completer, Path history) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("lexscope")
            .completer(completer)
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  public @Nullable List<String> next() {
    try {
      return Words.of(reader.readLine(PROMPT));
    } catch (UserInterruptException _) {
      return List.of();
    } catch (EndOfFileException _) {
      return null;
    }
  }

  @Override
  public void onInterrupt(Runnable action) {
    terminal.handle(Terminal.Signal.INT, _ -> action.run());
  }

  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
