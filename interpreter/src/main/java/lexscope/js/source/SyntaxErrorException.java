package lexscope.js.source;

/// A source text that is not a program: a syntax error or an early error (ECMA-262 section 17), or
/// nesting deeper than the parser's budget.
///
/// It carries no Java stack trace: it is an answer about the guest's text, not about the host.
public final class SyntaxErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Which error constructor the guest sees.
  public enum Kind {
    /// A SyntaxError.
    SYNTAX,
    /// A RangeError: the text nests deeper than the budget allows.
    TOO_DEEP
  }

  private final Kind kind;
  private final transient SourceText source;
  private final int offset;
  private final int end;

  /// Makes an error for the text from `offset` (inclusive) to `end` (exclusive).
  public SyntaxErrorException(Kind kind, String message, SourceText source, int offset, int end) {
    super(message, null, false, false);
    this.kind = kind;
    this.source = source;
    this.offset = offset;
    this.end = end;
  }

  /// Which error constructor the guest sees.
  public Kind kind() {
    return kind;
  }

  /// The message alone, without a place: what the guest's error object has as `message`.
  public String message() {
    return String.valueOf(getMessage());
  }

  /// The text that has the error.
  public SourceText source() {
    return source;
  }

  /// The offset where the offending text starts.
  public int offset() {
    return offset;
  }

  /// The offset after the offending text.
  public int end() {
    return end;
  }

  /// The place of the offending text.
  public Position position() {
    return source.position(offset);
  }

  /// The error as people read it: name, line and column, the source line, a caret under it, then
  /// the message.
  public String render() {
    return SyntaxErrorRenderer.render(this);
  }
}
