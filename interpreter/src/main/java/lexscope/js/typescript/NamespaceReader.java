package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.List;

/// Writes namespaces as functions that fill an object with what is exported.
final class NamespaceReader {
  private final Reading r;

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
    String outer = r.modules.enterNamespace(names.getLast());
    int before = r.statements.kept;
    r.statements.contents();
    r.modules.enterNamespace(outer);
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
      head.append(") {");
      String place = i == 0 ? name : names.get(i - 1) + "." + name;
      String object = place + " || (" + place + " = {})";
      foot.insert(0, "})(" + (i == 0 ? "" : name + " = ") + object + ");");
    }
    r.edits.replace(start, headEnd, head.toString());
    r.edits.replace(footStart, footStart + 1, foot.toString());
    return names.getFirst();
  }
}
