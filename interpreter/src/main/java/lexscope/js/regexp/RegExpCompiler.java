package lexscope.js.regexp;

import org.jspecify.annotations.Nullable;

/// Makes programs out of patterns: RegExpInitialize's parsing and CompilePattern (sections 22.2.3.3
/// and 22.2.2.2).
public final class RegExpCompiler {
  private RegExpCompiler() {}

  /// Compiles a pattern. The cost is linear in its length, apart from the sets of characters that
  /// it names.
  ///
  /// @param pattern in UTF-16, without slashes around it
  /// @param flags such as `gi`
  /// @throws RegExpSyntaxException if either is malformed; the message is worded like V8's
  public static RegExpProgram compile(String pattern, String flags) throws RegExpSyntaxException {
    RegExpFlags parsedFlags = flags(flags);
    PatternParser.Parsed parsed = PatternParser.parse(pattern, parsedFlags);
    Code code =
        new CodeEmitter(parsedFlags.eitherUnicode(), parsed.groupCount()).emit(parsed.body());
    lookAhead(code);
    return new RegExpProgram(pattern, parsedFlags, parsed.groupCount(), parsed.names(), code);
  }

  /// Checks a pattern and flags without compiling them, as the parser needs it for literals
  /// (section 13.2.7.1).
  ///
  /// @return null if both are valid, else what is wrong, without a place: `Unterminated group`
  public static @Nullable String validate(String pattern, String flags) {
    RegExpFlags parsedFlags = RegExpFlags.parse(flags);
    if (parsedFlags == null) {
      return "Invalid regular expression flags";
    }
    try {
      PatternParser.parse(pattern, parsedFlags);
      return null;
    } catch (RegExpSyntaxException e) {
      return e.reason();
    }
  }

  private static RegExpFlags flags(String text) throws RegExpSyntaxException {
    RegExpFlags flags = RegExpFlags.parse(text);
    if (flags == null) {
      throw new RegExpSyntaxException(
          "Invalid regular expression flags",
          0,
          "Invalid flags supplied to RegExp constructor '" + text + "'");
    }
    return flags;
  }

  /// Tells loops over one character what must follow them, so that they give back no more than can
  /// be of use.
  private static void lookAhead(Code code) {
    int[] words = code.words();
    for (int pc = 0; pc < words.length; pc += Op.length(words[pc])) {
      if (words[pc] != Op.GREEDY && words[pc] != Op.LAZY) {
        continue;
      }
      var next = FirstCharacters.from(code, pc + Op.length(words[pc]));
      if (words[pc] == Op.GREEDY && next.excludes(code.sets()[words[pc + 1]].set())) {
        words[pc + 5] |= 2;
      }
      if (next.certain() && next.set().size() == 1 && next.set().first(0) < 0x10000) {
        words[pc + 4] = next.set().first(0);
      }
    }
  }
}
