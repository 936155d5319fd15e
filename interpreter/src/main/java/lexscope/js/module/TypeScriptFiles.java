package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.typescript.Dialect;
import lexscope.js.typescript.TranslationOptions;
import lexscope.js.typescript.Translator;
import org.jspecify.annotations.Nullable;

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
    return Translator.translate(source, dialect, options(path.getParent()), module);
  }

  /// Whether a file in TypeScript or with JSX is a CommonJS module: `.cts`, or one without import
  /// and export declarations where no `package.json` says otherwise.
  static boolean isCommonJs(Path file, Dialect dialect) {
    if (file.toString().endsWith(".cts")) {
      return true;
    }
    try {
      var source = new SourceText(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      return !translation(file, source, dialect).isModule();
    } catch (IOException | SyntaxErrorException _) {
      return false;
    }
  }

  /// What the closest `tsconfig.json` says; one that is broken says nothing.
  private static TranslationOptions options(@Nullable Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("tsconfig.json");
      if (Files.isRegularFile(file)) {
        return parse(file);
      }
    }
    return TranslationOptions.DEFAULT;
  }

  private static TranslationOptions parse(Path file) {
    TranslationOptions otherwise = TranslationOptions.DEFAULT;
    try {
      String text = withoutComments(Files.readString(file, StandardCharsets.UTF_8));
      if (new JsonText(text).value() instanceof Map<?, ?> json
          && json.get("compilerOptions") instanceof Map<?, ?> options) {
        return new TranslationOptions(
            text(options, "jsx", "react").startsWith("react-jsx"),
            text(options, "jsxFactory", otherwise.factory()),
            text(options, "jsxFragmentFactory", otherwise.fragment()),
            text(options, "jsxImportSource", otherwise.importSource()),
            String.valueOf(options.get("verbatimModuleSyntax")).equals("true"));
      }
      return otherwise;
    } catch (IOException | IllegalArgumentException _) {
      return otherwise;
    }
  }

  private static String text(Map<?, ?> map, String name, String otherwise) {
    return map.get(name) instanceof String text ? text : otherwise;
  }

  /// JSON without comments and without commas before closing brackets.
  private static String withoutComments(String text) {
    var out = new StringBuilder();
    int pos = 0;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      int end = pos + 1;
      if (c == '"') {
        while (end < text.length() && text.charAt(end) != '"') {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end + 1, text.length());
        out.append(text, pos, end);
      } else if (text.startsWith("//", pos)) {
        int line = text.indexOf('\n', pos);
        end = line < 0 ? text.length() : line;
      } else if (text.startsWith("/*", pos)) {
        int close = text.indexOf("*/", pos + 2);
        end = close < 0 ? text.length() : close + 2;
      } else {
        int last = out.length() - 1;
        while ((c == '}' || c == ']') && last >= 0 && Character.isWhitespace(out.charAt(last))) {
          last--;
        }
        if ((c == '}' || c == ']') && last >= 0 && out.charAt(last) == ',') {
          out.setLength(last);
        }
        out.append(c);
      }
      pos = end;
    }
    return out.toString();
  }
}
