package lexscope.gc;

/// The sort of a node in a heap snapshot. The names and their order are those of V8's snapshot
/// format.
public enum CellKind {
  HIDDEN("hidden"),
  ARRAY("array"),
  STRING("string"),
  OBJECT("object"),
  CODE("code"),
  CLOSURE("closure"),
  REGEXP("regexp"),
  NUMBER("number"),
  NATIVE("native"),
  SYNTHETIC("synthetic"),
  CONCATENATED_STRING("concatenated string"),
  SLICED_STRING("sliced string"),
  SYMBOL("symbol"),
  BIGINT("bigint"),
  OBJECT_SHAPE("object shape");

  private final String formatName;

  CellKind(String formatName) {
    this.formatName = formatName;
  }

  /// The kind's name in the snapshot format.
  public String formatName() {
    return formatName;
  }
}
