package lexscope.js.module;

import java.nio.file.Path;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.Parser;

/// What sort of program a file is.
///
/// Its extension tells, then the `type` of its `package.json`. Otherwise its text does: a text that
/// asks for `require`, `exports` or `module.exports` is a CommonJS module; one that is no script
/// but a module is a module; every other one is a script, whose top-level declarations are global.
public enum ProgramKind {
  /// A script: ECMA-262 section 16.1.
  SCRIPT,
  /// A module: ECMA-262 section 16.2.
  MODULE,
  /// A CommonJS module.
  COMMON_JS;

  /// The kind of a file with that text.
  public static ProgramKind of(Path file, SourceText source, Parser parser) {
    String name = file.toString();
    if (name.endsWith(".mjs") || name.endsWith(".mts")) {
      return MODULE;
    }
    if (name.endsWith(".cjs")) {
      return COMMON_JS;
    }
    if (name.endsWith(".cts")) {
      return isModule(source, parser) ? MODULE : COMMON_JS;
    }
    String type = Resolution.packageType(file.toAbsolutePath().normalize());
    if (type.equals("module")) {
      return MODULE;
    }
    if (Resolution.looksLikeCommonJs(source.text())) {
      return isModule(source, parser) ? MODULE : COMMON_JS;
    }
    return isModule(source, parser) ? MODULE : SCRIPT;
  }

  /// Whether a text with `import` or `export` is a module and no script.
  private static boolean isModule(SourceText source, Parser parser) {
    if (!source.text().contains("import")
        && !source.text().contains("export")
        && !source.text().contains("await")) {
      return false;
    }
    try {
      parser.parseScript(source);
      return false;
    } catch (SyntaxErrorException _) {
      try {
        parser.parseModule(source);
        return true;
      } catch (SyntaxErrorException _) {
        return false;
      }
    }
  }
}
