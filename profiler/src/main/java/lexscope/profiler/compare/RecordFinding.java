package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.NodeDescription;

/// One record and its bindings that one policy keeps and another does not.
///
/// @param record the record
/// @param bindings the names
/// @param bytes what would go if the record let go of all of them
public record RecordFinding(NodeDescription record, List<String> bindings, long bytes) {
  /// Keeps a copy of the list.
  public RecordFinding {
    bindings = List.copyOf(bindings);
  }
}
