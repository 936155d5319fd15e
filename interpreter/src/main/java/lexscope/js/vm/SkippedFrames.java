package lexscope.js.vm;

import lexscope.js.value.JsObject;
import org.jspecify.annotations.Nullable;

/// Which of the innermost activations a stack trace leaves out, as V8 has it.
///
/// @param any whether any are left out
/// @param until the function up to whose innermost activation all are left out, all if it has none;
///   null for the innermost activation alone
public record SkippedFrames(boolean any, @Nullable JsObject until) {
  /// None.
  public static final SkippedFrames NONE = new SkippedFrames(false, null);

  /// The innermost activation.
  public static final SkippedFrames FIRST = new SkippedFrames(true, null);

  /// Those up to that of a function.
  public static SkippedFrames upTo(JsObject function) {
    return new SkippedFrames(true, function);
  }
}
