package lexscope.profiler.attribution;

import java.util.Locale;

/// By what nodes are grouped. Every node has a kind and a site; of functions, modules and packages
/// only some nodes say themselves whose they are, and the others belong to whoever dominates them.
/// Of a few heaps the calls are known that made nodes.
public enum Grouping {
  /// By what they are: `object`, `closure`, `record` and so on.
  KIND,
  /// By kind, name and the place where they were made or defined.
  SITE,
  /// Closures and records by function; everything else by the nearest of them that dominates it.
  FUNCTION,
  /// By the file that they were made or defined in, or that of the nearest node that dominates them
  /// and has one.
  MODULE,
  /// As by module, files of one package taken together.
  PACKAGE,
  /// By the function that made them, where it was called and by whom not regarded. Who holds them
  /// does not matter; what nobody is known to have made is together.
  MAKER,
  /// By the calls that made them, the innermost first, as by maker otherwise.
  STACK;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// Whether it needs the calls in which nodes were made, which few heaps know.
  public boolean isByCalls() {
    return this == MAKER || this == STACK;
  }

  /// The name on the command line.
  public String label() {
    return label;
  }
}
