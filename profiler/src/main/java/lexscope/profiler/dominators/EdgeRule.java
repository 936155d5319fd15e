package lexscope.profiler.dominators;

import java.util.Locale;

/// Which edges of a graph retain their targets. Known tools differ here and so answer differently
/// for one file; every answer of ours names its rule.
public enum EdgeRule {
  /// Every edge but weak ones and shortcuts. Of a WeakMap entry the key retains the value as long
  /// as the table is reachable. What no such path reaches is not alive.
  STRONG,

  /// The rule of Chrome DevTools. Shortcuts count at the root; edges to the node itself do not; of
  /// a WeakMap entry the key's edge counts, reachable table or not; an object that the program's
  /// global objects reach is not retained by anything that they do not reach. What nothing retains
  /// hangs below the root.
  DEVTOOLS,

  /// The rule of memlab 2.0.5: as DevTools, but both edges of a WeakMap entry count, and what
  /// counts as the program's own is what the root reaches by anything but shortcuts.
  MEMLAB;

  /// The rule's name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The rule called `label`.
  ///
  /// @throws IllegalArgumentException if there is none, with a message for people
  public static EdgeRule of(String label) {
    for (EdgeRule rule : values()) {
      if (rule.label().equals(label)) {
        return rule;
      }
    }
    throw new IllegalArgumentException(
        "no edge rule \"" + label + "\": it is one of strong, devtools, memlab");
  }
}
