package lexscope.profiler.format;

import java.util.List;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// The table of source places: node offset, script, line and column, the last two from 0. Files of
/// V8 number scripts and do not say what they are called.
final class LocationTable {
  private final SnapshotMeta meta;
  private final long[] numbers;

  LocationTable(SnapshotMeta meta, long[] numbers) {
    this.meta = meta;
    this.numbers = numbers;
  }

  void apply(SnapshotGraphBuilder nodes) throws SnapshotFormatException {
    if (numbers.length == 0) {
      return;
    }
    int width = meta.width("location_fields");
    int object = meta.requiredField("location_fields", "object_index");
    int script = meta.requiredField("location_fields", "script_id");
    int line = meta.requiredField("location_fields", "line");
    int column = meta.requiredField("location_fields", "column");
    int nodeWidth = meta.width("node_fields");
    List<String> names = meta.ownList("scripts");
    for (int row = 0; row + width <= numbers.length; row += width) {
      long node = numbers[row + object] / nodeWidth;
      if (node >= nodes.nodeCount()) {
        continue;
      }
      long id = numbers[row + script];
      String name = id > 0 && id <= names.size() ? names.get((int) id - 1) : "script " + id;
      nodes.setLocation(
          (int) node, name, (int) numbers[row + line] + 1, (int) numbers[row + column] + 1);
    }
  }
}
