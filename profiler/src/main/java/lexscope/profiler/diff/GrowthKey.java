package lexscope.profiler.diff;

import java.util.Locale;

/// By what nodes of several snapshots are counted together.
public enum GrowthKey {
  /// By kind and name: objects by constructor, closures and records by function.
  NAME,
  /// By kind alone.
  KIND,
  /// By kind, name and the place where they were made or defined.
  SITE,
  /// Closures only, by function and place.
  FUNCTION,
  /// Environment Records only, by function and place; contexts of V8 by the names of their
  /// bindings, and by function and place where the file has scopes.
  RECORD,
  /// By the function that made them, where the calls are known.
  MAKER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name on the command line.
  public String label() {
    return label;
  }
}
