package lexscope.profiler.graph;

import java.util.Locale;

/// What a node of a snapshot graph is. The kinds and their order are those of V8's snapshot format,
/// so that a file can be written and read without loss; finer distinctions of our own are a {@link
/// NodeDetail}.
public enum NodeKind {
  HIDDEN,
  ARRAY,
  STRING,
  OBJECT,
  CODE,
  CLOSURE,
  REGEXP,
  NUMBER,
  NATIVE,
  SYNTHETIC,
  CONCATENATED_STRING,
  SLICED_STRING,
  SYMBOL,
  BIGINT,
  OBJECT_SHAPE,
  WASM_OBJECT;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /// The name that V8 gives the kind, such as `concatenated string`.
  public String label() {
    return label;
  }

  /// The kind that V8 calls `label`; a name this version does not know is {@link #HIDDEN}.
  public static NodeKind of(String label) {
    for (NodeKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    return HIDDEN;
  }

  /// Whether the node stands for string data, whole, joined or cut.
  public boolean isString() {
    return this == STRING || this == CONCATENATED_STRING || this == SLICED_STRING;
  }
}
