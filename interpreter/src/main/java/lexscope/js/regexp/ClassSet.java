package lexscope.js.regexp;

import java.util.List;
import java.util.TreeSet;

/// What a character class of flag `v` stands for: single characters, and strings of any other
/// length.
///
/// @param mayContainStrings MayContainStrings (section 22.2.1.7), which asks the syntax, not the
///   set
record ClassSet(CodePointSet characters, TreeSet<String> strings, boolean mayContainStrings) {
  static ClassSet of(CodePointSet characters) {
    return new ClassSet(characters, new TreeSet<>(), false);
  }

  /// Strings, those of one character among them.
  static ClassSet ofStrings(List<String> strings, boolean mayContainStrings) {
    var single = new CodePointSet.Builder();
    var longer = new TreeSet<String>();
    for (String string : strings) {
      if (!string.isEmpty() && string.length() == Character.charCount(string.codePointAt(0))) {
        single.add(string.codePointAt(0));
      } else {
        longer.add(string);
      }
    }
    return new ClassSet(single.build(), longer, mayContainStrings);
  }

  ClassSet union(ClassSet other) {
    var all = new TreeSet<>(strings);
    all.addAll(other.strings);
    return new ClassSet(
        characters.union(other.characters), all, mayContainStrings || other.mayContainStrings);
  }

  ClassSet intersect(ClassSet other) {
    var both = new TreeSet<>(strings);
    both.retainAll(other.strings);
    return new ClassSet(
        characters.intersect(other.characters), both, mayContainStrings && other.mayContainStrings);
  }

  ClassSet subtract(ClassSet other) {
    var rest = new TreeSet<>(strings);
    rest.removeAll(other.strings);
    return new ClassSet(characters.subtract(other.characters), rest, mayContainStrings);
  }
}
