package lexscope.js.regexp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled pattern: immutable, shareable, free of any input.
public final class RegExpProgram {
  private final String source;
  private final RegExpFlags flags;
  private final int groupCount;
  private final List<GroupName> groupNames;
  private final Code code;
  private final MatchStart start;

  RegExpProgram(
      String source, RegExpFlags flags, int groupCount, List<GroupName> groupNames, Code code) {
    this(source, flags, groupCount, groupNames, code, MatchStart.of(code));
  }

  private RegExpProgram(
      String source,
      RegExpFlags flags,
      int groupCount,
      List<GroupName> groupNames,
      Code code,
      MatchStart start) {
    this.source = source;
    this.flags = flags;
    this.groupCount = groupCount;
    this.groupNames = groupNames;
    this.code = code;
    this.start = start;
  }

  /// The pattern as it was given.
  public String source() {
    return source;
  }

  public RegExpFlags flags() {
    return flags;
  }

  /// The same program under other flags, without compiling it again where none of them changes what
  /// matches.
  ///
  /// @throws RegExpSyntaxException if the flags are malformed, or if the pattern is under them
  public RegExpProgram withFlags(String other) throws RegExpSyntaxException {
    RegExpFlags parsed = RegExpFlags.parse(other);
    if (parsed == null || !parsed.matchesAlike(flags)) {
      return RegExpCompiler.compile(source, other);
    }
    return parsed.equals(flags)
        ? this
        : new RegExpProgram(source, parsed, groupCount, groupNames, code, start);
  }

  /// How many capturing groups there are, the whole match not counted.
  public int groupCount() {
    return groupCount;
  }

  /// The names of groups, in the order in which they first occur.
  public List<GroupName> groupNames() {
    return groupNames;
  }

  /// Tries to match at one place. With flag `u` or `v`, a place inside of a surrogate pair is taken
  /// for its beginning.
  ///
  /// @param index from 0 to the input's length
  /// @return for every group, the whole match first, where it begins and ends in code units, -1
  ///   twice if it took no part; null if there is no match
  /// @throws BacktrackLimitException if the match needs more memory than `limits` allow
  public int @Nullable [] match(CharSequence input, int index, MatchLimits limits) {
    String text = input.toString();
    return new Backtracker(code, flags.eitherUnicode(), groupCount, text, limits)
        .matchAt(align(text, index));
  }

  /// Finds the first match that begins at a place or after it; where a literal or a set of
  /// characters must come first, it is scanned for.
  ///
  /// @param index from 0 to the input's length
  /// @return as {@link #match} does
  /// @throws BacktrackLimitException if the match needs more memory than `limits` allow
  public int @Nullable [] search(CharSequence input, int index, MatchLimits limits) {
    String text = input.toString();
    boolean unicode = flags.eitherUnicode();
    Backtracker backtracker = null;
    for (int at = start.next(text, align(text, index), unicode);
        at >= 0;
        at = at >= text.length() ? -1 : start.next(text, after(text, at), unicode)) {
      if (backtracker == null) {
        backtracker = new Backtracker(code, unicode, groupCount, text, limits);
      }
      int[] found = backtracker.matchAt(at);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private int align(String text, int index) {
    return flags.eitherUnicode() && MatchStart.splitsPair(text, index) ? index - 1 : index;
  }

  private int after(String text, int index) {
    return flags.eitherUnicode() ? text.offsetByCodePoints(index, 1) : index + 1;
  }

  /// The program in readable form, an instruction a line; for tests and for the curious.
  @Override
  public String toString() {
    var text = new StringBuilder();
    int[] words = code.words();
    for (int pc = 0; pc < words.length; pc += Op.length(words[pc])) {
      text.append(pc).append(": ").append(Op.name(words[pc]));
      for (int i = 1; i < Op.length(words[pc]); i++) {
        text.append(' ').append(words[pc + i]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
