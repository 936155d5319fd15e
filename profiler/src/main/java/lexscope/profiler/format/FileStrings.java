package lexscope.profiler.format;

import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.StringTable;

/// The strings of a file that is written: those of the graph under their own numbers, then those
/// that the format needs besides.
final class FileStrings {
  private final StringTable own;
  private final List<String> added = new ArrayList<>();
  private final ObjectIntHashMap<String> numbers = new ObjectIntHashMap<>();

  FileStrings(StringTable own) {
    this.own = own;
  }

  int number(String text) {
    int known = numbers.getOrDefault(text, -1);
    if (known >= 0) {
      return known;
    }
    int number = own.numberOf(text);
    if (number < 0) {
      number = own.size() + added.size();
      added.add(text);
    }
    numbers.put(text, number);
    return number;
  }

  int size() {
    return own.size() + added.size();
  }

  String get(int number) {
    return number < own.size() ? own.get(number) : added.get(number - own.size());
  }
}
