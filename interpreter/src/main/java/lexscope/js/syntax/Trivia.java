package lexscope.js.syntax;

/// White space and comments between tokens, ECMA-262 sections 12.2 to 12.4, and the HTML-like
/// comments of Annex B.1.1.
final class Trivia {
  private final Lexer lexer;
  private final char[] input;
  private final int length;
  private final boolean htmlLikeComments;

  /// Whether the last skip passed a line terminator.
  boolean newline;

  Trivia(Lexer lexer, boolean htmlLikeComments) {
    this.lexer = lexer;
    this.input = lexer.input;
    this.length = lexer.length;
    this.htmlLikeComments = htmlLikeComments;
  }

  /// Skips white space and comments; `newline` tells whether it passes a line terminator.
  ///
  /// @param afterNewline whether the place counts as the start of a line
  int skip(int from, boolean afterNewline) {
    newline = afterNewline;
    int pos = from;
    while (true) {
      char c = input[pos];
      switch (c) {
        case ' ', '\t', '\u000B', '\f' -> pos++;
        case '\n', '\r' -> {
          newline = true;
          pos++;
        }
        case '/' -> {
          if (input[pos + 1] == '/') {
            pos = skipLine(pos + 2);
          } else if (input[pos + 1] == '*') {
            pos = skipBlockComment(pos);
          } else {
            return pos;
          }
        }
        case '<' -> {
          if (!(htmlLikeComments && startsWith(pos, "<!--"))) {
            return pos;
          }
          pos = skipLine(pos + 4);
        }
        case '-' -> {
          if (!(htmlLikeComments && newline && startsWith(pos, "-->"))) {
            return pos;
          }
          pos = skipLine(pos + 3);
        }
        default -> {
          if (c < 128) {
            return pos;
          }
          if (CharacterClasses.isLineTerminator(c)) {
            newline = true;
          } else if (!CharacterClasses.isWhiteSpace(c)) {
            return pos;
          }
          pos++;
        }
      }
    }
  }

  private boolean startsWith(int pos, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (input[pos + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The end of the line that an offset is in.
  int skipLine(int from) {
    int pos = from;
    while (pos < length && !CharacterClasses.isLineTerminator(input[pos])) {
      pos++;
    }
    return pos;
  }

  private int skipBlockComment(int from) {
    int pos = from + 2;
    while (pos < length) {
      char c = input[pos++];
      if (c == '*' && input[pos] == '/') {
        return pos + 1;
      }
      if (c == '\n' || c == '\r' || (c >= 128 && CharacterClasses.isLineTerminator(c))) {
        newline = true;
      }
    }
    throw lexer.error("Invalid or unexpected token", from, length);
  }
}
