package lexscope.js.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A named source text. Offsets count UTF-16 code units from 0; lines and columns count from 1.
///
/// The line table is built at the first question about a place (one pass over the text) and kept.
public final class SourceText {
  private final String name;
  private final String text;
  private final int head;
  private final int foot;
  private final @Nullable Translation translation;
  private @Nullable EvalOrigin origin;
  private int @Nullable [] lineStarts;

  /// Where the stretches of a translated text come from.
  ///
  /// @param original the text that was translated
  /// @param starts the offsets in the translation where stretches start, rising
  /// @param places for each stretch the offset of its first character in the original, or -1 minus
  ///   the offset where all of the stretch stands
  private record Translation(SourceText original, int[] starts, int[] places) {
    int originalOffset(int offset) {
      int found = Arrays.binarySearch(starts, offset);
      int index = found >= 0 ? found : -found - 2;
      if (index < 0) {
        return 0;
      }
      int place = places[index];
      return place < 0 ? -1 - place : Math.min(place + offset - starts[index], original.length());
    }
  }

  /// Makes a source text.
  ///
  /// @param name what messages call it, mostly a file name
  /// @param text the program text
  public SourceText(String name, String text) {
    this(name, text, 0, 0, null);
  }

  private SourceText(
      String name, String text, int head, int foot, @Nullable Translation translation) {
    this.name = name;
    this.text = text;
    this.head = head;
    this.foot = foot;
    this.translation = translation;
  }

  /// Makes a source text that begins with code which is not the file's own, such as the head of the
  /// function around a module: it stands on the first line, and places do not count it.
  public static SourceText wrapped(String name, String head, String text) {
    return new SourceText(name, text).between(head, "");
  }

  /// This text between code that is not the file's own, such as the head and the foot of the
  /// function around a CommonJS module: the head stands on the first line, and places do not count
  /// it.
  public SourceText between(String before, String after) {
    return new SourceText(
        name, before + text + after, before.length(), after.length(), translation);
  }

  /// Makes a text that was made of this one: its places and lines are those of this text.
  ///
  /// @param translated the text that is run
  /// @param starts the offsets in it where stretches start, rising; the array is kept
  /// @param places for each stretch the offset of its first character in this text, or -1 minus the
  ///   offset of a place where all of the stretch stands; the array is kept
  public SourceText translated(String translated, int[] starts, int[] places) {
    return new SourceText(name, translated, 0, 0, new Translation(this, starts, places));
  }

  /// The name of the text of eval code.
  public static final String EVAL = "<eval>";

  private static final String SOURCE_URL = "//# sourceURL=";

  /// Says that this is eval code, or a function made from texts, before it runs; gives this text.
  public SourceText evaluatedAt(EvalOrigin place) {
    origin = place;
    return this;
  }

  /// Whether it is eval code, or a function made from texts.
  public boolean isEval() {
    return origin != null;
  }

  /// Where eval code was made, as stack traces write it; null for other texts.
  public @Nullable String origin() {
    if (origin == null) {
      return null;
    }
    String url = sourceUrl();
    return url == null ? origin.toString() : url;
  }

  /// What stack traces call this text: that of eval code says where it was made, unless a comment
  /// in it says a name, as V8 has it.
  public String stackName() {
    if (origin == null) {
      return name;
    }
    String url = sourceUrl();
    return url == null ? origin + ", <anonymous>" : url;
  }

  /// The name that the last comment `//# sourceURL=` gives; null if there is none.
  public @Nullable String sourceUrl() {
    int at = text.lastIndexOf(SOURCE_URL);
    if (at < 0) {
      return null;
    }
    int start = at + SOURCE_URL.length();
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end == start ? null : text.substring(start, end);
  }

  /// What messages call this text.
  public String name() {
    return name;
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// The length in UTF-16 code units.
  public int length() {
    return text.length();
  }

  /// Whether an offset is in code before the file's own, such as the head of the function around a
  /// CommonJS module.
  public boolean isInHead(int offset) {
    return offset < head;
  }

  /// The line and column of an offset between 0 and the length; costs a binary search.
  public Position position(int offset) {
    Translation from = translation;
    if (from != null) {
      return from.original.position(from.originalOffset(Math.max(0, offset - head)));
    }
    int[] starts = lineStarts();
    int index = Arrays.binarySearch(starts, offset);
    int line = index >= 0 ? index : -index - 2;
    int start = line == 0 ? Math.min(head, offset) : starts[line];
    return new Position(line + 1, offset - start + 1);
  }

  /// The number of lines; an empty text has one.
  public int lineCount() {
    Translation from = translation;
    return from == null ? lineStarts().length : from.original.lineCount();
  }

  /// The number of lines without code after the text that is not the file's own.
  public int ownLineCount() {
    return translation == null ? position(text.length() - foot).line() : lineCount();
  }

  /// The text of a line without its terminator.
  ///
  /// @param line the line, from 1
  public String lineText(int line) {
    Translation from = translation;
    if (from != null) {
      return from.original.lineText(line);
    }
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    int start = line == 1 ? head : starts[line - 1];
    while (end > start && isLineTerminator(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLineTerminator(c)) {
        continue;
      }
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /// LineTerminator, ECMA-262 section 12.3.
  private static boolean isLineTerminator(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }
}
