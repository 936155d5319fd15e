package lexscope.scenarios.leaks;

import java.util.List;
import java.util.regex.Pattern;

/// The lines of a scenario file, to say where a word of its definition stands.
final class SourceLines {
  private final List<String> lines;
  private final int expectations;

  SourceLines(String text) {
    lines = text.lines().toList();
    expectations = Math.max(1, find("expect", 1));
  }

  /// The first line that has the word as a name or in quotes; 1 if none has.
  int lineOf(String word) {
    return Math.max(1, find(word, 1));
  }

  /// The same from the line on where `expect` is given its value; that line if there is none.
  int lineOfExpectation(String word) {
    int line = find(word, expectations);
    return line > 0 ? line : expectations;
  }

  private int find(String word, int from) {
    Pattern pattern =
        Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_$])");
    for (int line = from; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      if (!text.stripLeading().startsWith("//") && pattern.matcher(text).find()) {
        return line;
      }
    }
    return 0;
  }
}
