package lexscope.profiler.format;

import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// The table of source places: node offset, script, line and column, the last two from 0. Files of
/// V8 number scripts; what they are called is found elsewhere.
final class LocationTable {
  private final SnapshotMeta meta;
  private final IntTable numbers;
  private final Map<Integer, String> scriptNames;

  LocationTable(SnapshotMeta meta, IntTable numbers, Map<Integer, String> scriptNames) {
    this.meta = meta;
    this.numbers = numbers;
    this.scriptNames = scriptNames;
  }

  void apply(SnapshotGraphBuilder nodes) throws SnapshotFormatException {
    if (numbers.size() == 0) {
      return;
    }
    int width = meta.width("location_fields");
    int object = meta.requiredField("location_fields", "object_index");
    int script = meta.requiredField("location_fields", "script_id");
    int line = meta.requiredField("location_fields", "line");
    int column = meta.requiredField("location_fields", "column");
    int nodeWidth = meta.width("node_fields");
    List<String> names = meta.ownList("scripts");
    int last = -1;
    String lastName = "";
    for (int row = 0; row + width <= numbers.size(); row += width) {
      int node = numbers.get(row + object) / nodeWidth;
      if (node >= nodes.nodeCount()) {
        continue;
      }
      int id = numbers.get(row + script);
      if (id != last) {
        lastName =
            id > 0 && id <= names.size()
                ? names.get(id - 1)
                : scriptNames.getOrDefault(id, "script " + id);
        last = id;
      }
      nodes.setLocation(node, lastName, numbers.get(row + line) + 1, numbers.get(row + column) + 1);
    }
  }
}
