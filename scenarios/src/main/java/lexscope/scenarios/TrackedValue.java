package lexscope.scenarios;

import lexscope.js.policy.CapturePolicy;

/// One value that a scenario tracks, with what is expected of it.
///
/// @param name the name that the program gives it by `track(name, value)`
/// @param whole expected under the specification's whole records
/// @param v8 expected under V8's shared contexts
/// @param used expected when each closure keeps only what it uses
/// @param reason what keeps it, or why nothing does
public record TrackedValue(
    String name, Expectation whole, Expectation v8, Expectation used, String reason) {

  /// What is expected under that policy.
  ///
  /// @throws IllegalArgumentException for the union of the policies, of which a header says nothing
  public Expectation expected(CapturePolicy policy) {
    return switch (policy) {
      case WHOLE -> whole;
      case V8 -> v8;
      case USED -> used;
      case UNION -> throw new IllegalArgumentException("a scenario says nothing about the union");
    };
  }
}
