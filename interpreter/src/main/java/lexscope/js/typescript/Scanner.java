package lexscope.js.typescript;

import java.util.List;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.ReservedWords;

/// Splits a text into tokens, one at a time. Whether a slash starts a regular expression, a brace
/// continues a template, or an angle ends type arguments is said by who reads.
final class Scanner {
  enum Kind {
    END,
    NAME,
    PRIVATE_NAME,
    NUMBER,
    STRING,
    TEMPLATE,
    REGEXP,
    PUNCTUATOR
  }

  /// A state to come back to.
  record Mark(Kind kind, int start, int end, int previousEnd, boolean newline, String text) {}

  /// Longest first.
  private static final List<String> PUNCTUATORS =
      List.of(
          ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
          "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
          "|=", "^=", "<<", ">>", "**");

  final SourceText source;
  final String input;
  Kind kind = Kind.END;
  int start;
  int end;
  int previousEnd;
  boolean newlineBefore;

  /// The token as it is written.
  String text = "";

  /// Whether a template token ends its template.
  boolean templateEnds;

  Scanner(SourceText source) {
    this.source = source;
    input = source.text();
    if (input.startsWith("#!")) {
      end = lineEnd(0);
    }
  }

  SyntaxErrorException error(String message, int from, int to) {
    return new SyntaxErrorException(
        SyntaxErrorException.Kind.SYNTAX, message, source, from, Math.max(from, to));
  }

  /// The error of a token that cannot stand where it does.
  SyntaxErrorException unexpected() {
    String message =
        switch (kind) {
          case END -> "Unexpected end of input";
          case NAME ->
              ReservedWords.contains(text)
                  ? "Unexpected token '" + text + "'"
                  : "Unexpected identifier '" + text + "'";
          case NUMBER -> "Unexpected number";
          case STRING -> "Unexpected string";
          case TEMPLATE -> "Unexpected template string";
          default -> "Unexpected token '" + text + "'";
        };
    return error(message, start, end);
  }

  Mark mark() {
    return new Mark(kind, start, end, previousEnd, newlineBefore, text);
  }

  void reset(Mark mark) {
    kind = mark.kind;
    start = mark.start;
    end = mark.end;
    previousEnd = mark.previousEnd;
    newlineBefore = mark.newline;
    text = mark.text;
    templateEnds = kind == Kind.TEMPLATE && text.endsWith("`") && text.length() > 1;
  }

  /// Reads the token at or after an offset.
  void moveTo(int offset) {
    end = offset;
    next();
  }

  boolean is(String punctuator) {
    return kind == Kind.PUNCTUATOR && text.equals(punctuator);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /// Whether `=>` follows the current token on its line.
  boolean arrowFollows() {
    int pos = end;
    while (pos < input.length() && (input.charAt(pos) == ' ' || input.charAt(pos) == '\t')) {
      pos++;
    }
    return input.startsWith("=>", pos);
  }

  /// Moves to the next token.
  void next() {
    previousEnd = end;
    start = skipTrivia(end);
    scan();
    text = input.substring(start, end);
  }

  private int lineEnd(int from) {
    int pos = from;
    while (pos < input.length() && !isLineTerminator(input.charAt(pos))) {
      pos++;
    }
    return pos;
  }

  static boolean isLineTerminator(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private int skipTrivia(int from) {
    int pos = from;
    newlineBefore = false;
    while (pos < input.length()) {
      char c = input.charAt(pos);
      if (isLineTerminator(c)) {
        newlineBefore = true;
        pos++;
      } else if (c <= ' ' || c == '\u00a0' || c == '\ufeff' || Character.isSpaceChar(c)) {
        pos++;
      } else if (input.startsWith("//", pos)) {
        pos = lineEnd(pos);
      } else if (input.startsWith("/*", pos)) {
        int close = input.indexOf("*/", pos + 2);
        if (close < 0) {
          throw error("Invalid or unexpected token", pos, pos + 2);
        }
        newlineBefore |=
            input.substring(pos, close).chars().anyMatch(e -> isLineTerminator((char) e));
        pos = close + 2;
      } else {
        break;
      }
    }
    return pos;
  }

  private char at(int pos) {
    return pos < input.length() ? input.charAt(pos) : 0;
  }

  private void scan() {
    if (start >= input.length()) {
      kind = Kind.END;
      end = start;
      return;
    }
    char c = input.charAt(start);
    if (c == '"' || c == '\'') {
      scanString(c);
    } else if (c == '`') {
      scanTemplate();
    } else if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
      scanNumber();
    } else if (c == '#' && isNamePart(start + 1)) {
      kind = Kind.PRIVATE_NAME;
      end = nameEnd(start + 1);
    } else if (isNamePart(start)) {
      kind = Kind.NAME;
      end = nameEnd(start);
    } else {
      scanPunctuator();
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isNamePart(int pos) {
    return pos < input.length()
        && (input.charAt(pos) == '\\'
            || Character.isUnicodeIdentifierPart(input.codePointAt(pos))
            || input.charAt(pos) == '$');
  }

  private int nameEnd(int from) {
    int pos = from;
    while (isNamePart(pos)) {
      if (input.startsWith("\\u{", pos)) {
        int close = input.indexOf('}', pos);
        pos = close < 0 ? input.length() : close + 1;
      } else {
        pos += Character.charCount(input.codePointAt(pos));
      }
    }
    return pos;
  }

  private void scanNumber() {
    kind = Kind.NUMBER;
    int pos = start;
    while (pos < input.length()) {
      char c = input.charAt(pos);
      boolean exponentSign =
          (c == '+' || c == '-')
              && (at(pos - 1) == 'e' || at(pos - 1) == 'E')
              && !input.startsWith("0x", start)
              && !input.startsWith("0X", start);
      boolean member =
          c == '.' && !isDigit(at(pos + 1)) && pos > start && input.charAt(pos - 1) == '.';
      if (member || !(c == '.' || c == '_' || Character.isLetterOrDigit(c) || exponentSign)) {
        break;
      }
      if (c == '.' && input.substring(start, pos).indexOf('.') >= 0) {
        break;
      }
      pos++;
    }
    end = pos;
  }

  private void scanString(char quote) {
    kind = Kind.STRING;
    int pos = start + 1;
    while (at(pos) != quote) {
      char c = at(pos);
      if (pos >= input.length() || c == '\n' || c == '\r') {
        throw error("Invalid or unexpected token", start, pos);
      }
      pos += c == '\\' ? (input.startsWith("\r\n", pos + 1) ? 3 : 2) : 1;
    }
    end = pos + 1;
  }

  private void scanTemplate() {
    kind = Kind.TEMPLATE;
    int pos = start + 1;
    while (pos < input.length()) {
      char c = input.charAt(pos);
      if (c == '`') {
        templateEnds = true;
        end = pos + 1;
        return;
      }
      if (c == '$' && at(pos + 1) == '{') {
        templateEnds = false;
        end = pos + 2;
        return;
      }
      pos += c == '\\' ? 2 : 1;
    }
    throw error("Unterminated template literal", start, input.length());
  }

  /// Reads the current `}` as the start of the next part of a template.
  void continueTemplate() {
    scanTemplate();
    text = input.substring(start, end);
  }

  /// Reads the current slash as the start of a regular expression.
  void rescanRegExp() {
    boolean inClass = false;
    int pos = start + 1;
    for (; at(pos) != '/' || inClass; pos++) {
      char c = at(pos);
      if (pos >= input.length() || isLineTerminator(c)) {
        throw error("Invalid regular expression: missing /", start, pos);
      }
      if (c == '\\') {
        pos++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      }
    }
    kind = Kind.REGEXP;
    end = nameEnd(pos + 1);
    text = input.substring(start, end);
  }

  /// Takes the first character of a longer operator, such as the `>` of `>>`, for the token.
  void splitAngle() {
    if (kind == Kind.PUNCTUATOR
        && text.length() > 1
        && (text.charAt(0) == '>' || text.equals("<<"))) {
      end = start + 1;
      text = text.substring(0, 1);
    }
  }

  private void scanPunctuator() {
    kind = Kind.PUNCTUATOR;
    for (String each : PUNCTUATORS) {
      if (input.startsWith(each, start) && !(each.equals("?.") && isDigit(at(start + 2)))) {
        end = start + each.length();
        return;
      }
    }
    if ("{}()[].;,<>+-*/%&|^!~?:=@".indexOf(input.charAt(start)) < 0) {
      throw error("Invalid or unexpected token", start, start + 1);
    }
    end = start + 1;
  }
}
