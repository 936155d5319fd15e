package lexscope.profiler.find;

import java.util.ArrayList;
import java.util.List;

/// Cuts a predicate into tokens.
final class PredicateLexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private PredicateLexer(String text) {
    this.text = text;
  }

  /// The tokens of a predicate; the last one is the end.
  ///
  /// @throws PredicateSyntaxException if quotes are not closed or a character makes no sense
  static List<Token> tokens(String text) {
    PredicateLexer lexer = new PredicateLexer(text);
    lexer.readAll();
    return lexer.tokens;
  }

  private void readAll() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> at++;
        case '(' -> single(Token.Kind.OPEN);
        case ')' -> single(Token.Kind.CLOSE);
        case '"', '\'' -> quoted(c);
        case '=', '~' -> single(Token.Kind.OPERATOR);
        case '<', '>', '!' -> comparison(c);
        case '/' -> regularExpression();
        default -> word();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", "", text.length() + 1));
  }

  private void single(Token.Kind kind) {
    tokens.add(new Token(kind, text.substring(at, at + 1), "", at + 1));
    at++;
  }

  private void comparison(char first) {
    boolean isTwo = at + 1 < text.length() && text.charAt(at + 1) == '=';
    if (first == '!' && !isTwo) {
      throw new PredicateSyntaxException(at + 1, "'!' alone means nothing: write != or not");
    }
    int length = isTwo ? 2 : 1;
    tokens.add(new Token(Token.Kind.OPERATOR, text.substring(at, at + length), "", at + 1));
    at += length;
  }

  private void quoted(char quote) {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      content.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw new PredicateSyntaxException(start + 1, "this quote is not closed");
    }
    at++;
    tokens.add(new Token(Token.Kind.QUOTED, content.toString(), "", start + 1));
  }

  private void regularExpression() {
    boolean isExpected =
        !tokens.isEmpty()
            && tokens.getLast().kind() == Token.Kind.OPERATOR
            && tokens.getLast().text().equals("~");
    if (!isExpected) {
      word();
      return;
    }
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '/') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        if (text.charAt(at) != '/') {
          content.append('\\');
        }
      }
      content.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw new PredicateSyntaxException(start + 1, "this regular expression is not closed");
    }
    at++;
    int flags = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    tokens.add(
        new Token(
            Token.Kind.REGULAR_EXPRESSION,
            content.toString(),
            text.substring(flags, at),
            start + 1));
  }

  private void word() {
    int start = at;
    while (at < text.length() && " \t\n\r()\"'=~<>!".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    tokens.add(new Token(Token.Kind.WORD, text.substring(start, at), "", start + 1));
  }
}
