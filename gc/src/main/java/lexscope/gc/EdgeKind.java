package lexscope.gc;

/// What an edge of the heap graph stands for. The names are those of V8's snapshot format, in its
/// order.
public enum EdgeKind {
  /// A binding of an Environment Record, labelled with its name.
  CONTEXT,
  /// An element of an array, labelled with its index.
  ELEMENT,
  /// A property, labelled with its key.
  PROPERTY,
  /// An internal slot, labelled with its name.
  INTERNAL,
  /// A link that the program cannot name, labelled with an index.
  HIDDEN,
  /// A link added for the reader of a graph; it keeps nothing alive.
  SHORTCUT,
  /// A weak link; it keeps nothing alive.
  WEAK;

  /// Whether an edge of this kind keeps its target alive.
  public boolean isStrong() {
    return this != SHORTCUT && this != WEAK;
  }
}
