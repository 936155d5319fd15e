package lexscope.profiler.format;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeKind;

/// The names of the scripts that a file of V8 numbers. The table of places says of which script a
/// closure is, and the closure leads to what it shares with others of its function, and that to the
/// script: a node that has the script's name.
final class ScriptNames {
  private static final String PREFIX = "system / Script";

  private final SnapshotMeta head;
  private final NodeColumns nodes;
  private final EdgeColumns edges;
  private final int[] firstEdge;
  private final EncodedStrings strings;

  ScriptNames(
      SnapshotMeta head,
      NodeColumns nodes,
      EdgeColumns edges,
      int[] firstEdge,
      EncodedStrings strings) {
    this.head = head;
    this.nodes = nodes;
    this.edges = edges;
    this.firstEdge = firstEdge;
    this.strings = strings;
  }

  /// The names by number, as far as some closure of the script is known. Looks at one closure of
  /// each script as a rule.
  Map<Integer, String> of(IntTable locations) throws SnapshotFormatException {
    Map<Integer, String> names = new LinkedHashMap<>();
    if (locations.size() == 0) {
      return names;
    }
    int width = head.width("location_fields");
    int object = head.requiredField("location_fields", "object_index");
    int script = head.requiredField("location_fields", "script_id");
    int nodeWidth = head.width("node_fields");
    int shared = strings.numberOf("shared");
    int[] toScript = {strings.numberOf("script"), strings.numberOf("script_or_debug_info")};
    int last = -1;
    for (int row = 0; row + width <= locations.size(); row += width) {
      int id = locations.get(row + script);
      int node = locations.get(row + object) / nodeWidth;
      if (id == last || node >= nodes.rows() || nodes.kinds[node] != NodeKind.CLOSURE.ordinal()) {
        continue;
      }
      if (names.containsKey(id)) {
        last = id;
        continue;
      }
      int function = target(node, shared);
      int found = function < 0 ? -1 : target(function, toScript);
      String name = found < 0 ? "" : name(found);
      if (!name.isEmpty()) {
        names.put(id, name);
      }
    }
    return names;
  }

  private int target(int node, int... labels) {
    for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (edges.kinds[edge] == EdgeKind.INTERNAL.ordinal()) {
        for (int label : labels) {
          if (label >= 0 && edges.labels[edge] == label) {
            return edges.targets[edge];
          }
        }
      }
    }
    return -1;
  }

  /// The script's name, which some versions of V8 put behind a word of their own. What else such an
  /// edge may lead to, such as data of the debugger, is called something of the system.
  private String name(int node) {
    String name = strings.get(nodes.names[node]);
    if (name.startsWith(PREFIX + " / ")) {
      return name.substring(PREFIX.length() + 3);
    }
    return name.startsWith("system / ") || nodes.kinds[node] != NodeKind.CODE.ordinal() ? "" : name;
  }
}
