package lexscope.shell.session;

import java.util.List;
import lexscope.gc.SourcePlace;

/// The lines of a source around a place, with the place marked.
final class SourceExcerpt {
  private SourceExcerpt() {}

  /// The line of a place, and so many lines before and after it.
  ///
  /// @param colours whether terminal sequences may be in it
  static String around(SourcePlace place, int before, int after, boolean colours) {
    List<String> lines = Subject.lines(place.file());
    StringBuilder out = new StringBuilder();
    int first = Math.max(1, place.line() - before);
    int last = Math.min(lines.size(), place.line() + after);
    int width = Integer.toString(last).length();
    for (int number = first; number <= last; number++) {
      String line = lines.get(number - 1);
      String shown = colours ? JavaScriptColours.of(line).toAnsi() : line;
      String digits = Integer.toString(number);
      boolean here = number == place.line();
      out.append(here ? "→ " : "  ").repeat(' ', width - digits.length()).append(digits);
      out.append("  ").append(shown).append('\n');
      int column = Math.min(place.column() - 1, line.length());
      if (here && column > 0 && !line.substring(0, column).isBlank()) {
        out.repeat(' ', width + 4).append(blank(line.substring(0, column))).append("^\n");
      }
    }
    return out.toString();
  }

  /// As many blanks as the text takes columns; tabs stay.
  private static String blank(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(code -> {
          if (code == '\t') {
            out.append('\t');
          } else {
            out.repeat(' ', Math.max(0, org.jline.utils.WCWidth.wcwidth(code)));
          }
        });
    return out.toString();
  }
}
