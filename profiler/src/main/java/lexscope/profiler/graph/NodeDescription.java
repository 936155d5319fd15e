package lexscope.profiler.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What answers say about a node.
///
/// @param node its number in the graph
/// @param id its id
/// @param kind what it is
/// @param detail what it is beyond the kind
/// @param name its name; of a context without one its variables in braces
/// @param recordNumber the number of an Environment Record, or -1
/// @param newestRecord the number of the newest record that was made for the same function, or -1
/// @param location where it was made or defined, or null
/// @param shallowBytes its own size in bytes
public record NodeDescription(
    int node,
    long id,
    NodeKind kind,
    NodeDetail detail,
    String name,
    long recordNumber,
    long newestRecord,
    @Nullable SourceLocation location,
    long shallowBytes) {
  private static final int LONGEST_TEXT = 60;

  /// So many variables of a context without a function's name are told.
  private static final int TOLD_VARIABLES = 4;

  /// Describes a node of `graph`.
  public static NodeDescription of(SnapshotGraph graph, int node) {
    return new NodeDescription(
        node,
        graph.id(node),
        graph.kind(node),
        graph.detail(node),
        nameOf(graph, node),
        graph.recordNumber(node),
        newestRecord(graph, node),
        graph.location(node),
        graph.shallowBytes(node));
  }

  /// V8 gives all contexts one name; whose they are and their variables tell them apart.
  private static String nameOf(SnapshotGraph graph, int node) {
    String name = graph.name(node);
    if (!ContextNames.isNameless(graph, node)) {
      return name;
    }
    String function = ContextNames.functionOf(graph, node);
    List<String> variables = ContextNames.variablesOf(graph, node);
    if (variables.isEmpty()) {
      return function;
    }
    List<String> told =
        variables.stream().limit(TOLD_VARIABLES).map(NodeDescription::shortened).toList();
    return (function.isEmpty() ? "" : function + " ")
        + "{"
        + String.join(", ", told)
        + (variables.size() > TOLD_VARIABLES
            ? ", " + (variables.size() - TOLD_VARIABLES) + " more}"
            : "}");
  }

  private static long newestRecord(SnapshotGraph graph, int node) {
    int scope = graph.recordNumber(node) < 0 ? -1 : graph.scopeOf(node);
    return scope < 0 || !graph.scopes().scope(scope).isFunction()
        ? -1
        : graph.scopes().scope(scope).newestRecord();
  }

  /// Whether the node is the record of a call of a function that has been called again since, or
  /// part of such a record.
  public boolean isOlderRecord() {
    return recordNumber >= 0 && newestRecord > recordNumber;
  }

  /// One line for people, such as `ER12 FunctionEnvironmentRecord of setup` or ``closure onClick
  /// (app.js:12:3)``.
  public String text() {
    String where = location == null ? "" : " (" + location + ")";
    if (detail.isRecord()) {
      String number = recordNumber >= 0 ? "ER" + recordNumber + " " : "";
      return number
          + detail.title()
          + (name.isEmpty() || name.equals(detail.title())
              ? ""
              : name.startsWith("{") ? " " + name : " of " + name)
          + where;
    }
    if (detail == NodeDetail.BINDING) {
      return "binding " + name + (recordNumber >= 0 ? " of ER" + recordNumber : "") + where;
    }
    if (detail == NodeDetail.ACTIVATION) {
      return (name.startsWith("activation of ")
              ? name
              : "activation of " + named("an anonymous function"))
          + where;
    }
    return switch (kind) {
      case CLOSURE -> "closure " + named("(anonymous)") + where;
      case STRING, CONCATENATED_STRING, SLICED_STRING -> "string " + quoted() + where;
      case SYNTHETIC -> named("(root)");
      case SYMBOL, BIGINT, NUMBER, REGEXP, CODE ->
          kind.label() + (name.isEmpty() ? "" : " " + shortened(name)) + where;
      // The name of a module is its file, of which nothing may be missing.
      case HIDDEN -> named("(hidden)") + where;
      case ARRAY, OBJECT, NATIVE, OBJECT_SHAPE, WASM_OBJECT ->
          shortened(named("(" + kind.label() + ")")) + where;
    };
  }

  /// The text with the node's id, where a person could ask for it.
  public String textWithId() {
    return id < 0 || kind == NodeKind.SYNTHETIC ? text() : text() + " #" + id;
  }

  private String named(String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }

  private String quoted() {
    StringBuilder text = new StringBuilder("\"");
    String beginning = shortened(name);
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '"' -> text.append("\\\"");
        default -> text.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return text.append('"').toString();
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
