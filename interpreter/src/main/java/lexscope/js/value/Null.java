package lexscope.js.value;

/// The Null type, section 6.1.2.
public enum Null {
  /// Its only value.
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
