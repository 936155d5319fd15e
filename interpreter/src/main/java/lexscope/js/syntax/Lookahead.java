package lexscope.js.syntax;

/// Looks beyond the current token, which is a name, and comes back to it. It is asked only where
/// the grammar needs it, after words that are reserved in some contexts, and before that by single
/// characters where they decide.
final class Lookahead {
  private final Lexer lexer;
  private final char[] input;

  /// Whether a line terminator stands between the current token and the one that the last {@link
  /// #peek} saw.
  boolean newline;

  /// Whether the token that the last {@link #peek} saw is a name with an escape.
  boolean escaped;

  /// Where that token ends.
  int end;

  Lookahead(Lexer lexer) {
    this.lexer = lexer;
    this.input = lexer.input;
  }

  /// Whether `=>` follows the current token; a newline between is no hindrance here.
  boolean arrowFollows() {
    int pos = afterSpaces();
    char c = input[pos];
    if (c == '=') {
      return input[pos + 1] == '>';
    }
    return isUnclear(c) && peek() == TokenKind.ARROW;
  }

  /// Whether `:` follows the current token.
  boolean colonFollows() {
    char c = input[afterSpaces()];
    return c == ':' || (isUnclear(c) && peek() == TokenKind.COLON);
  }

  private int afterSpaces() {
    int pos = lexer.end;
    while (input[pos] == ' ') {
      pos++;
    }
    return pos;
  }

  /// Whether a character may start a comment or be white space other than a blank.
  private static boolean isUnclear(char c) {
    return c == '/' || c <= ' ' || c >= 128;
  }

  /// The kind of the token after the current one, which stays the current one. The current one is a
  /// name.
  TokenKind peek() {
    final Name current = new Name(lexer);
    lexer.next();
    final TokenKind peeked = lexer.kind;
    newline = lexer.newlineBefore;
    escaped = lexer.escaped && peeked.isName;
    end = lexer.end;
    current.restore(lexer);
    return peeked;
  }

  /// The kind of the token after the one that {@link #peek} would see, if both are names.
  TokenKind peekSecond() {
    final Name current = new Name(lexer);
    lexer.next();
    TokenKind second = lexer.kind.isName ? peek() : TokenKind.END;
    current.restore(lexer);
    return second;
  }

  /// Whether `using` and an identifier follow on the same line.
  boolean usingDeclarationFollows() {
    boolean using = peek() == TokenKind.USING && !newline && !escaped;
    return using && peekSecond().isIdentifier && !newline;
  }

  /// The state at a name, to come back to.
  private record Name(
      TokenKind kind,
      int start,
      int end,
      int previousEnd,
      boolean newlineBefore,
      boolean escaped,
      String text) {
    Name(Lexer lexer) {
      this(
          lexer.kind,
          lexer.start,
          lexer.end,
          lexer.previousEnd,
          lexer.newlineBefore,
          lexer.escaped,
          lexer.text);
    }

    void restore(Lexer lexer) {
      lexer.kind = kind;
      lexer.start = start;
      lexer.end = end;
      lexer.previousEnd = previousEnd;
      lexer.newlineBefore = newlineBefore;
      lexer.escaped = escaped;
      lexer.text = text;
    }
  }
}
