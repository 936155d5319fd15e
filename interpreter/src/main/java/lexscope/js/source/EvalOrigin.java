package lexscope.js.source;

import org.jspecify.annotations.Nullable;

/// Where eval code, or a function made from texts, came from.
///
/// @param function the name of the function that evaluated it; empty if it has none
/// @param spot where it did; null if no guest code ran
public record EvalOrigin(String function, @Nullable SourceSpot spot) {
  /// As stack traces write it: `eval at f (app.js:1:2)`.
  @Override
  public String toString() {
    String name = function.isEmpty() ? "<anonymous>" : function;
    if (spot == null) {
      return "eval at " + name;
    }
    String outer = spot.source().origin();
    return "eval at " + name + " (" + (outer == null ? spot.place() : outer) + ")";
  }
}
