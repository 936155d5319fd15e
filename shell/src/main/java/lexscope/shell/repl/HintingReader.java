package lexscope.shell.repl;

import java.io.IOException;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// A line editor that shows, faintly behind the cursor, how the entry may go on: as an earlier one
/// did, which the right arrow key takes, or as its verb is used.
final class HintingReader extends LineReaderImpl {
  private static final String TAKE_HINT = "take-hint";

  private final Typing typing;

  HintingReader(Terminal terminal, Typing typing) throws IOException {
    super(terminal, "lexscope");
    this.typing = typing;
    getWidgets().put(TAKE_HINT, this::takeHint);
    for (String map : List.of(LineReader.MAIN, LineReader.EMACS, LineReader.VIINS)) {
      var keys = getKeyMaps().get(map);
      if (keys != null) {
        keys.bind(new Reference(TAKE_HINT), "\u001bOC", "\u001b[C", KeyMap.ctrl('F'));
      }
    }
  }

  private boolean takeHint() {
    String earlier = buf.cursor() == buf.length() ? earlier() : "";
    if (earlier.isEmpty()) {
      callWidget(FORWARD_CHAR);
    } else {
      putString(earlier);
    }
    return true;
  }

  /// How the latest earlier entry went on that begins like this one.
  private String earlier() {
    String text = buf.toString();
    if (text.isBlank()) {
      return "";
    }
    for (int i = history.last(); i >= history.first(); i--) {
      String entry = history.get(i);
      if (entry.startsWith(text) && entry.length() > text.length() && entry.indexOf('\n') < 0) {
        return entry.substring(text.length());
      }
    }
    return "";
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
    boolean hinting = doAutosuggestion && searchTerm == null && post == null;
    AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
    if (!hinting || buf.cursor() != buf.length() || buf.length() == 0) {
      return shown;
    }
    String earlier = earlier();
    String hint = earlier.isEmpty() ? typing.hint(buf.toString()) : earlier;
    int room = size.getColumns() - shown.columnLength() % Math.max(1, size.getColumns()) - 1;
    AttributedString cut = new AttributedString(hint).columnSubSequence(0, Math.max(0, room));
    return new AttributedStringBuilder()
        .append(shown)
        .styled(AttributedStyle::faint, cut.toString())
        .toAttributedString();
  }
}
