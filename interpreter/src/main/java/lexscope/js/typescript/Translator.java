package lexscope.js.typescript;

import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;

/// Translates a text of a [Dialect] to ECMAScript. Types are not checked.
///
/// Cost: about one pass over the text; where an arrow function may start, some tokens are read
/// twice.
///
/// NON-SPEC: TypeScript and JSX are no part of ECMA-262. Decorators are rejected.
public final class Translator {
  private Translator() {}

  /// What came of a translation.
  ///
  /// @param source ECMAScript text whose places are those of the original
  /// @param isModule whether the text has import or export declarations, those of types included
  public record Translation(SourceText source, boolean isModule) {}

  /// Translates a text.
  ///
  /// @param module whether the file is a module whatever its text says
  /// @throws SyntaxErrorException if the text is none of the dialect, with its place there
  public static Translation translate(
      SourceText source, Dialect dialect, TranslationOptions options, boolean module) {
    var r = new Reading(source, dialect, options, module);
    int afterDirectives = -1;
    while (r.scan.kind != Scanner.Kind.END) {
      if (afterDirectives < 0 && r.scan.kind != Scanner.Kind.STRING) {
        afterDirectives = r.scan.start;
      }
      r.statements.statement();
    }
    r.elementWriter.finish(Math.max(afterDirectives, 0));
    r.modules.finish();
    return new Translation(r.edits.apply(), r.modules.isModule());
  }
}
