package lexscope.scenarios;

import java.nio.file.Path;
import java.util.List;

/// A closure program with the answers that it must give.
///
/// @param name its path in the library without the extension, with `/` on every system
/// @param path the file that is run; a scenario of several files has the others beside it
/// @param kind how the file is run
/// @param title one sentence: what the program shows
/// @param explanation why the answers are what they are
/// @param rows keys of the rows of the rule tables that the program exercises
/// @param output the lines that the program prints
/// @param values what is tracked, in the order of the header
public record Scenario(
    String name,
    Path path,
    Kind kind,
    String title,
    String explanation,
    List<String> rows,
    List<String> output,
    List<TrackedValue> values) {

  /// How a program is run.
  public enum Kind {
    /// A classic script: `.js`.
    SCRIPT(".js"),
    /// An ECMAScript module: `.mjs`.
    MODULE(".mjs"),
    /// A CommonJS module: `.cjs`.
    COMMONJS(".cjs"),
    /// TypeScript: `.ts`.
    TYPESCRIPT(".ts"),
    /// TypeScript with JSX: `.tsx`.
    TYPESCRIPT_JSX(".tsx"),
    /// JavaScript with JSX: `.jsx`.
    JSX(".jsx");

    private final String extension;

    Kind(String extension) {
      this.extension = extension;
    }

    /// The file extension, with its dot.
    public String extension() {
      return extension;
    }
  }

  /// Takes copies of the lists.
  public Scenario {
    rows = List.copyOf(rows);
    output = List.copyOf(output);
    values = List.copyOf(values);
  }
}
