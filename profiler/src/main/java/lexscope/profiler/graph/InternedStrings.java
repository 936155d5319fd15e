package lexscope.profiler.graph;

import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.Arrays;

/// A string table that grows: equal strings get one number, numbers are given in the order of
/// arrival.
public final class InternedStrings implements StringTable {
  private final ObjectIntHashMap<String> numbers = new ObjectIntHashMap<>();
  private String[] strings = new String[64];
  private int size;

  /// A table that holds the empty string only.
  public InternedStrings() {
    intern("");
  }

  /// The number of `text`, which is added if it is new.
  public int intern(String text) {
    int slot = numbers.indexOf(text);
    if (numbers.indexExists(slot)) {
      return numbers.indexGet(slot);
    }
    if (size == strings.length) {
      strings = Arrays.copyOf(strings, size * 2);
    }
    strings[size] = text;
    numbers.indexInsert(slot, text, size);
    return size++;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int number) {
    return strings[number];
  }

  @Override
  public int numberOf(String text) {
    return numbers.getOrDefault(text, -1);
  }
}
