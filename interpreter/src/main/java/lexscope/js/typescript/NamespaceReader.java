package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes namespaces as functions that fill an object with what is exported. What an earlier block
/// of the same namespace exports becomes parameters of the later ones; but variables do not, since
/// they may change.
final class NamespaceReader {
  private final Reading r;

  /// What the blocks read so far export, by the whole name of their namespace.
  private final Map<String, Set<String>> exported = new LinkedHashMap<>();

  /// The whole name of the innermost namespace, empty or with a dot behind.
  private String path = "";

  NamespaceReader(Reading r) {
    this.r = r;
  }

  /// A namespace, from the word on.
  ///
  /// @return its name; empty if nothing in it runs
  String namespace() {
    Scanner scan = r.scan;
    int start = scan.start;
    scan.next();
    List<String> names = new ArrayList<>(List.of(r.name()));
    while (r.take(".")) {
      names.add(r.name());
    }
    int headEnd = scan.end;
    r.expect("{");
    String outerPath = path;
    List<String> parameters = new ArrayList<>();
    for (String name : names) {
      path += name;
      parameters.add(earlierExports(name));
      path += ".";
    }
    String outer = r.modules.enterNamespace(names.getLast());
    int before = r.statements.kept;
    r.statements.contents();
    r.modules.enterNamespace(outer);
    path = outerPath;
    int footStart = scan.start;
    scan.next();
    if (r.statements.kept == before) {
      return "";
    }
    var head = new StringBuilder(r.modules.variable(names.getFirst()));
    var foot = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      head.append(i == 0 ? "" : " let " + name + "; ").append("(function (").append(name);
      head.append(parameters.get(i)).append(") {").append(parameters.get(i).isEmpty() ? "" : " {");
      String place = i == 0 ? name : names.get(i - 1) + "." + name;
      String object = place + " || (" + place + " = {})";
      foot.insert(
          0,
          (parameters.get(i).isEmpty() ? "" : "} ")
              + "})("
              + (i == 0 ? "" : name + " = ")
              + object
              + ");");
    }
    r.edits.replace(start, headEnd, head.toString());
    r.edits.replace(footStart, footStart + 1, foot.toString());
    return names.getFirst();
  }

  /// The innermost namespace exports a name.
  void exports(String name) {
    exported.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(name);
  }

  /// The parameter that takes apart what earlier blocks of the namespace export; empty if there is
  /// nothing. (The block below has braces of its own, so that its declarations may have such
  /// names.)
  private String earlierExports(String name) {
    Set<String> names = exported.getOrDefault(path + ".", Set.of());
    return names.isEmpty() ? "" : ", { " + String.join(", ", names) + " } = " + name;
  }
}
