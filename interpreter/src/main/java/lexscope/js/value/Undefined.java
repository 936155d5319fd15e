package lexscope.js.value;

/// The Undefined type, section 6.1.1.
public enum Undefined {
  /// Its only value.
  UNDEFINED;

  @Override
  public String toString() {
    return "undefined";
  }
}
