package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a pattern names: its groups, and the references that wait for them.
final class GroupNames {
  /// A group with the alternatives that it stands in: for every disjunction around it, which one
  /// and which alternative.
  private record Named(int index, List<int[]> alternatives) {}

  private final Map<String, List<Named>> groups = new LinkedHashMap<>();
  private final Map<String, List<List<Integer>>> references = new LinkedHashMap<>();

  /// Counts the capturing groups of a pattern, whose syntax need not be right, without parsing it.
  /// References to groups further right, and whether `\k` is an escape at all, depend on it.
  ///
  /// @return the count, and as its complement (`~count`) if no group has a name
  static int count(String pattern, boolean nestedClasses) {
    int count = 0;
    boolean named = false;
    int classDepth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> classDepth += classDepth == 0 || nestedClasses ? 1 : 0;
        case ']' -> classDepth -= classDepth > 0 ? 1 : 0;
        case '(' -> {
          if (classDepth == 0) {
            boolean name =
                pattern.startsWith("(?<", i)
                    && !pattern.startsWith("(?<=", i)
                    && !pattern.startsWith("(?<!", i);
            named |= name;
            count += name || !pattern.startsWith("(?", i) ? 1 : 0;
          }
        }
        default -> {}
      }
    }
    return named ? count : ~count;
  }

  /// Adds a group; groups of one name must exclude each other by standing in different alternatives
  /// of a disjunction.
  ///
  /// @return whether the name was free (MightBothParticipate, section 22.2.1.4)
  boolean add(String name, int index, List<int[]> alternatives) {
    List<Named> same = groups.computeIfAbsent(name, _ -> new ArrayList<>());
    for (Named other : same) {
      if (mightBothParticipate(other.alternatives, alternatives)) {
        return false;
      }
    }
    same.add(new Named(index, List.copyOf(alternatives)));
    return true;
  }

  private static boolean mightBothParticipate(List<int[]> a, List<int[]> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()) && a.get(i)[0] == b.get(i)[0]; i++) {
      if (a.get(i)[1] != b.get(i)[1]) {
        return false;
      }
    }
    return true;
  }

  /// Notes a reference by name.
  ///
  /// @return the groups that it means: a list that {@link #resolve} fills
  List<Integer> reference(String name) {
    var indices = new ArrayList<Integer>();
    references.computeIfAbsent(name, _ -> new ArrayList<>()).add(indices);
    return indices;
  }

  /// Fills the lists of all references.
  ///
  /// @return whether every name exists
  boolean resolve() {
    for (var entry : references.entrySet()) {
      List<Named> named = groups.get(entry.getKey());
      if (named == null) {
        return false;
      }
      for (List<Integer> indices : entry.getValue()) {
        named.forEach(group -> indices.add(group.index));
      }
    }
    return true;
  }

  /// Names in the order of their first groups.
  List<GroupName> names() {
    var names = new ArrayList<GroupName>();
    groups.forEach((name, same) ->
        names.add(new GroupName(name, same.stream().map(group -> group.index).toList())));
    return names;
  }
}
