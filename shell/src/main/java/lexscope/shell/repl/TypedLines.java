package lexscope.shell.repl;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// Lines typed by a person: editing, colours, history, completion and hints. Ctrl-C abandons a
/// line, Ctrl-D ends the shell.
public final class TypedLines implements LineSource {
  /// So many earlier entries are kept in the file.
  private static final int HISTORY_ENTRIES = 2_000;

  /// More candidates than these are only listed if the user says so.
  private static final int LISTED = 200;

  private final Terminal terminal;
  private final LineReader reader;
  private final Typing typing;

  /// Takes over the process's terminal.
  ///
  /// @param history the file that keeps lines between sessions
  public static TypedLines open(Typing typing, Path history) throws IOException {
    // Asking the terminal for its abilities costs 200 ms where nothing answers.
    Terminal terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).build();
    return new TypedLines(terminal, typing, history);
  }

  /// Takes over a terminal.
  public TypedLines(Terminal terminal, Typing typing, Path history) throws IOException {
    this.terminal = terminal;
    this.typing = typing;
    HintingReader made = new HintingReader(terminal, typing);
    made.setParser((line, cursor, context) -> parse(typing, line, cursor, context));
    made.setCompleter((_, word, candidates) ->
        candidates.addAll(typing.complete(word.line().substring(0, word.cursor()))));
    made.setHighlighter(highlighter(typing));
    made.setVariable(LineReader.HISTORY_FILE, history);
    made.setVariable(LineReader.HISTORY_SIZE, HISTORY_ENTRIES);
    made.setVariable(LineReader.HISTORY_FILE_SIZE, HISTORY_ENTRIES);
    made.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P … ");
    made.setVariable(LineReader.LIST_MAX, LISTED);
    made.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    made.option(LineReader.Option.CASE_INSENSITIVE, true);
    made.option(LineReader.Option.AUTO_FRESH_LINE, false);
    reader = made;
  }

  private static org.jline.reader.ParsedLine parse(
      Typing typing, String line, int cursor, Parser.ParseContext context) {
    if (context == Parser.ParseContext.ACCEPT_LINE && !typing.isComplete(line)) {
      throw new EOFError(-1, cursor, "more is to come");
    }
    int at = Math.min(cursor, line.length());
    return new TypedWord(line, at, typing.wordStart(line.substring(0, at)));
  }

  private static Highlighter highlighter(Typing typing) {
    return new Highlighter() {
      @Override
      public AttributedString highlight(LineReader reader, String text) {
        return typing.highlight(text);
      }
    };
  }

  @Override
  public @Nullable String next() {
    try {
      return reader.readLine(typing.prompt().toAnsi(terminal));
    } catch (UserInterruptException _) {
      return "";
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
  public int rows() {
    return terminal.getSize().getRows();
  }

  @Override
  public boolean page(String text) throws IOException {
    return Pager.show(terminal, text);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
