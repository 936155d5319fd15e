package lexscope.profiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeKind;
import org.jspecify.annotations.Nullable;

/// The head of a file that is read: which number in a row means what. Everything is looked up by
/// name, since versions of V8 differ.
final class SnapshotMeta {
  private final Map<?, ?> head;
  private final Map<?, ?> meta;
  private final long offset;

  SnapshotMeta(Object head, long offset) throws SnapshotFormatException {
    this.offset = offset;
    this.head = object(head, "the head of the snapshot");
    this.meta = object(this.head.get("meta"), "\"meta\"");
  }

  private Map<?, ?> object(@Nullable Object value, String what) throws SnapshotFormatException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new SnapshotFormatException(offset, what + " is missing or no object");
  }

  /// A count in the head.
  int count(String name) throws SnapshotFormatException {
    if (head.get(name) instanceof JsonTree.Word(String text)) {
      try {
        int count = Integer.parseInt(text);
        if (count >= 0) {
          return count;
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
    }
    throw new SnapshotFormatException(
        offset, "\"" + name + "\" is missing or no number from 0 to " + Integer.MAX_VALUE);
  }

  boolean has(String name) {
    return head.get(name) != null;
  }

  /// How many numbers a row of a table has.
  int width(String fields) throws SnapshotFormatException {
    int width = names(fields).size();
    if (width == 0) {
      throw new SnapshotFormatException(offset, "\"" + fields + "\" is missing or empty");
    }
    return width;
  }

  /// The place of a field in a row, or -1.
  int field(String fields, String name) {
    return names(fields).indexOf(name);
  }

  /// The place of a field that must be there.
  int requiredField(String fields, String name) throws SnapshotFormatException {
    int at = field(fields, name);
    if (at < 0) {
      throw new SnapshotFormatException(offset, "\"" + fields + "\" lacks \"" + name + "\"");
    }
    return at;
  }

  private List<String> names(String fields) {
    return strings(meta.get(fields));
  }

  private static List<String> strings(@Nullable Object value) {
    List<String> names = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        names.add(each instanceof String text ? text : "");
      }
    }
    return names;
  }

  /// What the numbers in the nodes' `type` field mean.
  NodeKind[] nodeKinds() throws SnapshotFormatException {
    return nodeTypeNames().stream().map(NodeKind::of).toArray(NodeKind[]::new);
  }

  /// The names in the file for the numbers in the nodes' `type` field.
  List<String> nodeTypeNames() throws SnapshotFormatException {
    return typeNames("node_types", requiredField("node_fields", "type"));
  }

  /// The names in the file for the numbers in the edges' `type` field.
  List<String> edgeTypeNames() throws SnapshotFormatException {
    return typeNames("edge_types", requiredField("edge_fields", "type"));
  }

  /// What the numbers in the edges' `type` field mean.
  EdgeKind[] edgeKinds() throws SnapshotFormatException {
    return edgeTypeNames().stream().map(EdgeKind::of).toArray(EdgeKind[]::new);
  }

  private List<String> typeNames(String types, int field) throws SnapshotFormatException {
    if (meta.get(types) instanceof List<?> list
        && field < list.size()
        && list.get(field) instanceof List<?> names) {
      return strings(names);
    }
    throw new SnapshotFormatException(offset, "\"" + types + "\" is missing or has no names");
  }

  /// An entry of our own part of the head; empty if the file is not ours.
  String own(String name) {
    return head.get("lexscope") instanceof Map<?, ?> own && own.get(name) instanceof String text
        ? text
        : "";
  }

  /// A list of our own part of the head.
  List<String> ownList(String name) {
    return head.get("lexscope") instanceof Map<?, ?> own ? strings(own.get(name)) : List.of();
  }

  /// How many of the nodes are the graph's; the others only describe scopes for other readers. All,
  /// if the file is not ours.
  int ownNodes(int all) {
    if (head.get("lexscope") instanceof Map<?, ?> own
        && own.get("own_nodes") instanceof JsonTree.Word(String text)) {
      try {
        return Math.min(all, Integer.parseInt(text));
      } catch (NumberFormatException _) {
        // Then the file is as good as any other.
      }
    }
    return all;
  }

  /// Whether the calls in which nodes were made are to be read. In files of ours the tree may stand
  /// for places only, which are known anyway.
  boolean hasTraces() {
    return meta.get("trace_function_info_fields") != null
        && meta.get("trace_node_fields") != null
        && (!isOwn() || own("stacks").equals("recorded"));
  }

  /// Whether we wrote the file.
  boolean isOwn() {
    return head.get("lexscope") instanceof Map;
  }
}
