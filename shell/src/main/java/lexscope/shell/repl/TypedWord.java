package lexscope.shell.repl;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// The entry and the word at the cursor, as completion takes them: nothing is quoted.
///
/// @param line the whole entry
/// @param cursor where the cursor is
/// @param start where the word begins
record TypedWord(String line, int cursor, int start) implements CompletingParsedLine {
  @Override
  public String word() {
    return line.substring(start, cursor);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return line.substring(0, start).isBlank() ? 0 : 1;
  }

  @Override
  public List<String> words() {
    String before = line.substring(0, start).strip();
    return before.isEmpty() ? List.of(word()) : List.of(before, word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return cursor - start;
  }
}
