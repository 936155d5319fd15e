package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.typescript.Dialect;
import lexscope.js.typescript.Translator;

/// Reads program files; those in TypeScript or with JSX are translated, as the `tsconfig.json`
/// around them says.
public final class TypeScriptFiles {
  private TypeScriptFiles() {}

  /// The text to run of a file: the text itself if the file's name does not say TypeScript or JSX.
  ///
  /// @throws SyntaxErrorException if the text is not what its name says
  public static SourceText translate(Path file, SourceText source) {
    Dialect dialect = Dialect.of(file.toString());
    return dialect == null ? source : translation(file, source, dialect).source();
  }

  private static Translator.Translation translation(Path file, SourceText source, Dialect dialect) {
    Path path = file.toAbsolutePath().normalize();
    boolean module =
        file.toString().endsWith(".mts")
            || (!file.toString().endsWith(".cts") && Resolution.packageType(path).equals("module"));
    return Translator.translate(
        source, dialect, TypeScriptConfig.around(path).translation(), module);
  }

  /// Whether a file in TypeScript or with JSX is a CommonJS module: one without import and export
  /// declarations where no `package.json` says otherwise. (Compilers make CommonJS of a `.cts` with
  /// declarations; here it runs as the ES module that it is written as.)
  static boolean isCommonJs(Path file, Dialect dialect) {
    try {
      var source = new SourceText(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      return !translation(file, source, dialect).isModule();
    } catch (IOException | SyntaxErrorException _) {
      return false;
    }
  }
}
