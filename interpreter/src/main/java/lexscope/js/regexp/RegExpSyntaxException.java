package lexscope.js.regexp;

/// A pattern or its flags break a rule of the grammar or an early error of section 22.2.1.1.
public final class RegExpSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why, without the pattern: `Unterminated group`.
  private final String reason;

  /// Where in the pattern, in code units.
  private final int offset;

  RegExpSyntaxException(String reason, int offset, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  static RegExpSyntaxException at(String reason, int offset, String pattern, String flags) {
    return new RegExpSyntaxException(
        reason, offset, "Invalid regular expression: /" + pattern + "/" + flags + ": " + reason);
  }

  /// What is wrong, without the pattern, such as `Unterminated group`.
  public String reason() {
    return reason;
  }

  /// Where in the pattern it was noticed, in code units from its start.
  public int offset() {
    return offset;
  }

  /// The whole message, worded like V8's: `Invalid regular expression: /(/: Unterminated group`.
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? reason : message;
  }
}
