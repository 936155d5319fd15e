package lexscope.js.value;

import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A property key, section 6.1.7: a string or a symbol. A string that is an array index (section
/// 6.1.7, 0 to 2^32 - 2 in canonical decimal form) is kept as a number. Immutable; the hash is
/// computed once.
public final class PropertyKey {
  /// The largest array index.
  public static final long MAX_INDEX = 0xFFFF_FFFEL;

  private final @Nullable String string;
  private final @Nullable Symbol symbol;
  private final long index;
  private final int hash;

  private PropertyKey(@Nullable String string, @Nullable Symbol symbol, long index, int hash) {
    this.string = string;
    this.symbol = symbol;
    this.index = index;
    this.hash = hash;
  }

  /// The key of a string.
  public static PropertyKey of(String string) {
    long index = parseIndex(string);
    return index >= 0
        ? ofIndex(index)
        : new PropertyKey(string, null, -1, spread(string.hashCode()));
  }

  /// The key of a guest string, which remembers it; flattens it.
  public static PropertyKey of(JsString string) {
    return string.asPropertyKey();
  }

  /// The key of a non-negative integer. Beyond [#MAX_INDEX] it is an ordinary string key.
  public static PropertyKey ofIndex(long index) {
    if (index > MAX_INDEX) {
      String text = Long.toString(index);
      return new PropertyKey(text, null, -1, spread(text.hashCode()));
    }
    return new PropertyKey(null, null, index, spread(Long.hashCode(index)));
  }

  /// The key that a symbol is.
  public static PropertyKey ofSymbol(Symbol symbol) {
    return symbol.key();
  }

  /// Called once per symbol, by its constructor: its hash comes from the description, as identity
  /// hashes would differ from run to run.
  static PropertyKey ofNewSymbol(Symbol symbol) {
    JsString description = symbol.description();
    int base = description == null ? 0 : description.peek(64).hashCode();
    return new PropertyKey(null, symbol, -1, spread(base + 0x5bd1_e995));
  }

  private static int spread(int h) {
    return (h ^ (h >>> 15)) * 0x9E37_79B1 ^ (h >>> 7);
  }

  /// The array index that a string spells; -1 if it is none. Cost: at most ten characters.
  public static long parseIndex(String s) {
    int n = s.length();
    if (n == 0 || n > 10) {
      return -1;
    }
    char first = s.charAt(0);
    if (first == '0') {
      return n == 1 ? 0 : -1;
    }
    long value = 0;
    for (int i = 0; i < n; i++) {
      int digit = s.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value <= MAX_INDEX ? value : -1;
  }

  /// Whether the key is an array index (which is a string, too).
  public boolean isIndex() {
    return index >= 0;
  }

  /// The array index; -1 if the key is none.
  public long index() {
    return index;
  }

  /// Whether the key is a string (array indices included).
  public boolean isString() {
    return symbol == null;
  }

  /// Whether the key is a symbol.
  public boolean isSymbol() {
    return symbol != null;
  }

  /// Whether the key is a Private Name, which no program can name.
  public boolean isPrivateName() {
    return symbol != null && symbol.isPrivateName();
  }

  /// The symbol of a symbol key.
  public Symbol symbol() {
    if (symbol == null) {
      throw new IllegalStateException("not a symbol: " + this);
    }
    return symbol;
  }

  /// The text of a string key.
  public String asString() {
    if (string != null) {
      return string;
    }
    if (index >= 0) {
      return Long.toString(index);
    }
    throw new IllegalStateException("a symbol has no text: " + this);
  }

  /// The key as a value: a string or a symbol.
  public Object toValue(Agent agent) {
    return symbol != null ? symbol : agent.string(asString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof PropertyKey that
        && hash == that.hash
        && index == that.index
        && symbol == that.symbol
        && (string == null ? that.string == null : string.equals(that.string));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// The text of a string key, the descriptive string of a symbol: what edges are labelled with.
  @Override
  public String toString() {
    return symbol != null ? symbol.descriptiveString() : asString();
  }
}
