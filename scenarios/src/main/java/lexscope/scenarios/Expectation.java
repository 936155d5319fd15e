package lexscope.scenarios;

import org.jspecify.annotations.Nullable;

/// What a scenario expects of one tracked value under one policy.
public enum Expectation {
  /// Some chain of edges leads from a root to the value.
  ALIVE("alive"),
  /// No chain of edges leads to the value: a collection frees it.
  DEAD("dead"),
  /// The policy leaves the matter open: both answers are right.
  EITHER("either");

  private final String word;

  Expectation(String word) {
    this.word = word;
  }

  /// The word that stands in a header.
  public String word() {
    return word;
  }

  /// Whether that observation satisfies the expectation.
  ///
  /// @param alive whether the value was alive at the measuring point
  public boolean accepts(boolean alive) {
    return switch (this) {
      case ALIVE -> alive;
      case DEAD -> !alive;
      case EITHER -> true;
    };
  }

  /// The expectation that the word stands for, or null.
  static @Nullable Expectation of(String word) {
    for (Expectation each : values()) {
      if (each.word.equals(word)) {
        return each;
      }
    }
    return null;
  }
}
