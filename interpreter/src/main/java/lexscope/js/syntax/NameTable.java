package lexscope.js.syntax;

/// The names of one source text, each kept once: a lookup by characters makes a string only at a
/// name's first use, and tells reserved words apart on the way.
final class NameTable {
  private static final NameTable WORDS = words();

  private String[] names;
  private TokenKind[] kinds;
  private int size;

  private NameTable(String[] names, TokenKind[] kinds, int size) {
    this.names = names;
    this.kinds = kinds;
    this.size = size;
  }

  /// A table that knows the words of the language.
  static NameTable create() {
    return new NameTable(WORDS.names.clone(), WORDS.kinds.clone(), WORDS.size);
  }

  private static NameTable words() {
    NameTable table = new NameTable(new String[256], new TokenKind[256], 0);
    for (TokenKind kind : TokenKind.values()) {
      if (!kind.word.isEmpty()) {
        char[] word = kind.word.toCharArray();
        int slot = table.find(word, 0, word.length, kind.word.hashCode());
        table.kinds[slot] = kind;
      }
    }
    return table;
  }

  /// The slot of a name, which is entered as an identifier if it is new. Slots hold until the next
  /// call.
  ///
  /// @param hash the name's `String.hashCode`
  int find(char[] input, int start, int end, int hash) {
    int mask = names.length - 1;
    int slot = spread(hash) & mask;
    for (String name = names[slot]; name != null; name = names[slot]) {
      if (name.hashCode() == hash && matches(name, input, start, end)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return insert(new String(input, start, end - start), slot);
  }

  /// The name in a slot.
  String name(int slot) {
    return names[slot];
  }

  /// What the word in a slot is.
  TokenKind kind(int slot) {
    return kinds[slot];
  }

  private int insert(String name, int slot) {
    int place = slot;
    if (size * 2 >= names.length) {
      grow();
      place = freeSlot(name);
    }
    names[place] = name;
    kinds[place] = TokenKind.IDENTIFIER;
    size++;
    return place;
  }

  private void grow() {
    String[] oldNames = names;
    TokenKind[] oldKinds = kinds;
    names = new String[oldNames.length * 2];
    kinds = new TokenKind[oldNames.length * 2];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int slot = freeSlot(oldNames[i]);
        names[slot] = oldNames[i];
        kinds[slot] = oldKinds[i];
      }
    }
  }

  private int freeSlot(String name) {
    int mask = names.length - 1;
    int slot = spread(name.hashCode()) & mask;
    while (names[slot] != null) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static boolean matches(String name, char[] input, int start, int end) {
    int length = end - start;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != input[start + i]) {
        return false;
      }
    }
    return true;
  }
}
