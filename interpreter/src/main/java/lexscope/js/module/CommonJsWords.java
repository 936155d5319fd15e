package lexscope.js.module;

/// Goes through the identifiers of a text that stand for themselves: not in comments, strings,
/// templates or regular expressions, and not after a dot.
final class CommonJsWords {
  private static final String BEFORE_REGEXP = "(,=:[!&|?{};+-*%~^<>";

  private final String text;
  private int at;
  private int start;
  private char before = ';';
  private boolean keywordBefore;

  CommonJsWords(String text) {
    this.text = text;
  }

  /// Goes to the next word; false at the end.
  boolean next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '/' && !skipComment()) {
        if (BEFORE_REGEXP.indexOf(before) >= 0 || keywordBefore) {
          skipRegExp();
        } else {
          at++;
        }
        before = '/';
        keywordBefore = false;
      } else if (c == '"' || c == '\'' || c == '`') {
        skipString(c);
        before = c;
        keywordBefore = false;
      } else if (Character.isJavaIdentifierStart(c)) {
        boolean member = before == '.';
        start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
          at++;
        }
        before = 'a';
        keywordBefore = isOperatorWord();
        if (!member) {
          return true;
        }
      } else if (at < text.length() && c != '/') {
        at++;
        before = c;
        keywordBefore = false;
      }
    }
    return false;
  }

  /// The word.
  String word() {
    return text.substring(start, at);
  }

  /// Where it begins.
  int start() {
    return start;
  }

  /// Whether it can begin a call that hands all exports of a module on.
  boolean mayBeStar() {
    return text.startsWith("__export", start) || text.startsWith("tslib", start);
  }

  private boolean isOperatorWord() {
    return switch (word()) {
      case "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else" ->
          true;
      default -> false;
    };
  }

  private boolean skipComment() {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
      return true;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return true;
    }
    return false;
  }

  /// A template is skipped as a whole: what stands in its braces exports nothing by name.
  private void skipString(char quote) {
    int braces = 0;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (quote == '`' && text.startsWith("${", at)) {
        braces++;
      } else if (braces > 0 && c == '}') {
        braces--;
      } else if (braces == 0 && (c == quote || (quote != '`' && c == '\n'))) {
        at++;
        return;
      }
    }
  }

  private void skipRegExp() {
    boolean set = false;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        set = true;
      } else if (c == ']') {
        set = false;
      } else if (c == '\n' || (c == '/' && !set)) {
        at++;
        return;
      }
    }
  }
}
