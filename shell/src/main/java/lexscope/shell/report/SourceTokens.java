package lexscope.shell.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import lexscope.js.syntax.ReservedWords;

/// The words, texts, numbers and comments of a JavaScript source, to be shown in colours and with
/// names underlined. What stands between them is left out. Never fails: of a text that is no
/// program it says something, in time linear in its length.
final class SourceTokens {
  /// What a token is.
  enum Kind {
    KEYWORD,
    NAME,
    /// A name after a dot or before a colon that makes it a key.
    PROPERTY,
    TEXT,
    NUMBER,
    COMMENT
  }

  /// A token.
  ///
  /// @param start the offset of its first character
  /// @param end the offset after its last
  record Token(Kind kind, int start, int end) {}

  /// After these words a slash begins a regular expression.
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "await",
          "case",
          "delete",
          "do",
          "else",
          "in",
          "instanceof",
          "new",
          "return",
          "throw",
          "typeof",
          "void",
          "yield");

  private static final int NOTHING = -1;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  /// For each template that stands open, how many braces stand open in its substitution.
  private final Deque<Integer> templates = new ArrayDeque<>();

  private int braces;
  private int at;

  /// The last character that is neither blank nor of a comment.
  private char last = ';';

  private SourceTokens(String text) {
    this.text = text;
  }

  /// The tokens of a text, in order.
  static List<Token> of(String text) {
    SourceTokens scanner = new SourceTokens(text);
    while (scanner.at < text.length()) {
      scanner.next();
    }
    return scanner.tokens;
  }

  private char peek(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : '\0';
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '/' && peek(1) == '/') {
      comment(endOf("\n", at));
    } else if (c == '/' && peek(1) == '*') {
      int end = text.indexOf("*/", at + 2);
      comment(end < 0 ? text.length() : end + 2);
    } else if (c == '"' || c == '\'') {
      token(Kind.TEXT, endOfString(c));
    } else if (c == '`') {
      template(at + 1);
    } else if (c == '}' && !templates.isEmpty() && braces == 0) {
      braces = templates.pop();
      template(at + 1);
    } else if (Character.isDigit(c) || c == '.' && Character.isDigit(peek(1))) {
      token(Kind.NUMBER, endOfNumber());
    } else if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '$' || c == '_') {
      word();
    } else if (c == '/' && isRegularExpression()) {
      token(Kind.TEXT, endOfRegularExpression());
    } else {
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      last = c;
      at++;
    }
  }

  private int endOf(String what, int from) {
    int end = text.indexOf(what, from);
    return end < 0 ? text.length() : end;
  }

  private void comment(int end) {
    tokens.add(new Token(Kind.COMMENT, at, end));
    at = end;
  }

  private void token(Kind kind, int end) {
    tokens.add(new Token(kind, at, end));
    last = text.charAt(end - 1);
    at = end;
  }

  private int endOfString(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), end + 1);
  }

  /// A template, or the rest of it after a substitution, up to its end or the next substitution.
  private void template(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '`') {
      if (text.startsWith("${", end)) {
        templates.push(braces);
        braces = 0;
        token(Kind.TEXT, end + 2);
        return;
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    token(Kind.TEXT, Math.min(text.length(), end + 1));
  }

  private int endOfNumber() {
    int end = at + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || text.charAt(end) == '_'
            || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private void word() {
    int end = at;
    while (end < text.length() && isPartOfName(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    String word = text.substring(at, end);
    boolean member = last == '.' && !text.startsWith("...", Math.max(0, at - 3)) || last == '#';
    Kind kind =
        member || isKey(end)
            ? Kind.PROPERTY
            : ReservedWords.isKeyword(word) ? Kind.KEYWORD : Kind.NAME;
    token(kind, end);
    if (kind == Kind.KEYWORD && BEFORE_EXPRESSION.contains(word)) {
      last = ';';
    }
  }

  private static boolean isPartOfName(int code) {
    return Character.isUnicodeIdentifierPart(code) && !Character.isIdentifierIgnorable(code)
        || code == '$'
        || code == '_';
  }

  /// Whether the word that ends here is a key of an object literal: a colon follows, and no
  /// question mark went before.
  private boolean isKey(int end) {
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == ':' && (last == '{' || last == ',');
  }

  private boolean isRegularExpression() {
    boolean afterValue =
        Character.isLetterOrDigit(last)
            || last == '$'
            || last == '_'
            || ")]}\"'`".indexOf(last) >= 0;
    return !afterValue && endOfRegularExpression() != NOTHING;
  }

  /// The end of a regular expression with its flags, or {@link #NOTHING} if there is none.
  private int endOfRegularExpression() {
    boolean inClass = false;
    for (int end = at + 1; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '\n') {
        return NOTHING;
      } else if (c == '\\') {
        end++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        end++;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        return end;
      }
    }
    return NOTHING;
  }
}
