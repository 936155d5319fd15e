package lexscope.shell.repl;

import java.util.ArrayList;
import java.util.List;

/// Splits a line as a POSIX shell would, without its expansions: blanks separate, quotes and
/// backslashes join.
public final class Words {
  private Words() {}

  /// Returns the words of the line. A quote left open reaches to the end.
  public static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inside = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        inside = true;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inside = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inside) {
          words.add(word.toString());
          word.setLength(0);
        }
        inside = false;
      } else {
        word.append(c);
        inside = true;
      }
    }
    if (inside) {
      words.add(word.toString());
    }
    return words;
  }
}
