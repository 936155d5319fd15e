package lexscope.profiler.graph;

import java.util.Locale;

/// What an edge of a snapshot graph stands for, in V8's order.
public enum EdgeKind {
  /// A binding of an Environment Record or context, labelled with the binding's name.
  CONTEXT,
  /// An element, labelled with its index.
  ELEMENT,
  /// A property, labelled with its key.
  PROPERTY,
  /// An internal slot, labelled with its name.
  INTERNAL,
  /// A link the program cannot name, labelled with an index.
  HIDDEN,
  /// A link added for readers of a graph; away from the root it keeps nothing alive.
  SHORTCUT,
  /// A weak link; it keeps nothing alive.
  WEAK;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name that V8 gives the kind.
  public String label() {
    return label;
  }

  /// Whether labels of this kind are numbers rather than strings.
  public boolean isNumbered() {
    return this == ELEMENT || this == HIDDEN;
  }

  /// The kind that V8 calls `label`; a name this version does not know is {@link #HIDDEN}.
  public static EdgeKind of(String label) {
    for (EdgeKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    return HIDDEN;
  }
}
