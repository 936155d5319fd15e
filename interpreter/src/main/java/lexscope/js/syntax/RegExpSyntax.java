package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// The grammar of regular expressions, as the parser needs it for literals (ECMA-262 section
/// 13.2.7.1).
public interface RegExpSyntax {
  /// Checks a literal's body and flags.
  ///
  /// @param pattern the text between the slashes
  /// @param flags the text after them
  /// @return null if it is valid, else what is wrong, without a place, such as `Unterminated group`
  @Nullable String validate(String pattern, String flags);
}
