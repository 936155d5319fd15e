package lexscope.js.regexp;

/// What a match may use, and whom it asks from time to time whether to go on.
///
/// @param stackInts how many ints the backtrack stack may hold; past that a match ends in {@link
///   BacktrackLimitException}
/// @param poll called every few thousand steps; it ends the match by throwing
public record MatchLimits(int stackInts, Runnable poll) {
  /// As much as V8 gives its matcher: 64 MiB of backtrack stack; nobody is asked.
  public static final MatchLimits DEFAULT = new MatchLimits(16 << 20, () -> {});

  /// The default stack with a hook of one's own.
  public static MatchLimits polling(Runnable poll) {
    return new MatchLimits(DEFAULT.stackInts, poll);
  }
}
