package lexscope.js.typescript;

/// How elements and imports are translated, as `compilerOptions` of a `tsconfig.json` say it.
///
/// @param automatic whether elements call the functions of a `jsx-runtime` module
/// @param factory the function that classic elements call
/// @param fragment what classic fragments are elements of
/// @param importSource the package whose `jsx-runtime` it is
/// @param keepImports whether imports stay that only types use
public record TranslationOptions(
    boolean automatic, String factory, String fragment, String importSource, boolean keepImports) {
  /// What holds where nothing is said: `React.createElement`, unused imports dropped.
  public static final TranslationOptions DEFAULT =
      new TranslationOptions(false, "React.createElement", "React.Fragment", "react", false);

  /// These options, changed by the `@jsx…` pragmas in the comments at the start of a text.
  TranslationOptions withPragmas(String comments) {
    String source = pragma(comments, "@jsxImportSource");
    String runtime = pragma(comments, "@jsxRuntime");
    String own = pragma(comments, "@jsx");
    String ownFragment = pragma(comments, "@jsxFrag");
    boolean becomesAutomatic =
        runtime.isEmpty()
            ? (automatic && own.isEmpty()) || !source.isEmpty()
            : runtime.equals("automatic");
    return new TranslationOptions(
        becomesAutomatic,
        own.isEmpty() ? factory : own,
        ownFragment.isEmpty() ? fragment : ownFragment,
        source.isEmpty() ? importSource : source,
        keepImports);
  }

  /// The word after a pragma; empty if it is not there.
  private static String pragma(String comments, String name) {
    for (int at = comments.indexOf(name); at >= 0; at = comments.indexOf(name, at + 1)) {
      int from = at + name.length();
      if (from >= comments.length() || !Character.isWhitespace(comments.charAt(from))) {
        continue;
      }
      String rest = comments.substring(from).strip();
      int end = 0;
      while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
        end++;
      }
      return rest.substring(0, end);
    }
    return "";
  }
}
