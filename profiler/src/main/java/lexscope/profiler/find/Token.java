package lexscope.profiler.find;

/// A word of a predicate.
///
/// @param kind what it is
/// @param text the text that it stands for: of quoted text and regular expressions what is between
///   the quotes
/// @param flags the letters behind a regular expression
/// @param column where it begins, counted from 1
record Token(Kind kind, String text, String flags, int column) {
  enum Kind {
    WORD,
    QUOTED,
    REGULAR_EXPRESSION,
    OPERATOR,
    OPEN,
    CLOSE,
    END
  }

  /// Whether it is this word of the language; quoted text never is.
  boolean is(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /// The token as it is called in a message.
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case QUOTED -> "\"" + text + "\"";
      case REGULAR_EXPRESSION -> "/" + text + "/";
      case WORD, OPERATOR, OPEN, CLOSE -> "'" + text + "'";
    };
  }
}
