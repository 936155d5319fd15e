package lexscope.js.typescript;

import org.jspecify.annotations.Nullable;

/// What a file's extension says of its language.
public enum Dialect {
  /// TypeScript: `.ts`, `.mts`, `.cts`.
  TYPESCRIPT(true, false),
  /// TypeScript with elements: `.tsx`.
  TYPESCRIPT_JSX(true, true),
  /// JavaScript with elements: `.jsx`.
  JSX(false, true);

  final boolean types;
  final boolean elements;

  Dialect(boolean types, boolean elements) {
    this.types = types;
    this.elements = elements;
  }

  /// The dialect of a file; null for every file that is no such thing, declaration files (`.d.ts`)
  /// included.
  public static @Nullable Dialect of(String fileName) {
    if (fileName.endsWith(".d.ts") || fileName.endsWith(".d.mts") || fileName.endsWith(".d.cts")) {
      return null;
    }
    if (fileName.endsWith(".ts") || fileName.endsWith(".mts") || fileName.endsWith(".cts")) {
      return TYPESCRIPT;
    }
    if (fileName.endsWith(".tsx")) {
      return TYPESCRIPT_JSX;
    }
    return fileName.endsWith(".jsx") ? JSX : null;
  }
}
