package lexscope.js.value;

/// A throw completion, section 6.2.4: guest code or a built-in threw a value. It carries no Java
/// stack trace.
public final class ThrowCompletion extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object value;

  /// A throw of `value`.
  public ThrowCompletion(Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  /// What was thrown.
  public Object value() {
    return value;
  }

  /// A text for the developer of the host; it runs no guest code.
  @Override
  public String getMessage() {
    return "guest threw " + (value instanceof JsObject object ? object.describe() : value);
  }
}
