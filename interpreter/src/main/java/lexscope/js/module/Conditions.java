package lexscope.js.module;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The conditions of `exports` and `imports` maps that hold: those of Node, and those that the user
/// adds.
///
/// @param importing what holds for `import`
/// @param requiring what holds for `require`
record Conditions(Set<String> importing, Set<String> requiring) {
  /// Node's conditions and some more.
  static Conditions with(List<String> more) {
    return new Conditions(set("import", more), set("require", more));
  }

  private static Set<String> set(String kind, List<String> more) {
    Set<String> names = new LinkedHashSet<>(List.of("node", kind, "module-sync", "node-addons"));
    names.addAll(more);
    return names;
  }
}
