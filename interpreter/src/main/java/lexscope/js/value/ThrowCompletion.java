package lexscope.js.value;

import lexscope.js.source.SourceSpot;
import org.jspecify.annotations.Nullable;

/// A throw completion, section 6.2.4: guest code or a built-in threw a value. It carries no Java
/// stack trace.
public final class ThrowCompletion extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object value;
  private final transient @Nullable SourceSpot spot;

  /// A throw of `value`.
  public ThrowCompletion(Object value) {
    this(value, null);
  }

  /// A throw of `value` by a statement of the program.
  ///
  /// @param spot where the statement stands
  public ThrowCompletion(Object value, @Nullable SourceSpot spot) {
    super(null, null, false, false);
    this.value = value;
    this.spot = spot;
  }

  /// Where the `throw` statement stands; null if something else threw.
  public @Nullable SourceSpot spot() {
    return spot;
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
