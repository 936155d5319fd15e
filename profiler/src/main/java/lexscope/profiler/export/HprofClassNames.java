package lexscope.profiler.export;

import com.carrotsearch.hppc.LongObjectHashMap;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// The names of Java classes that stand for nodes: a package for the sort of node, then the name of
/// the constructor, or of the function with its place. `js/closure/onClick@app_js:12:3` is the
/// class of the closures of one function, `js/FunctionEnvironmentRecord/setup@app_js:3:1` that of
/// its records.
final class HprofClassNames {
  private static final int LONGEST = 120;
  private static final String SYSTEM = "system / ";

  private final SnapshotGraph graph;
  private final LongObjectHashMap<String> known = new LongObjectHashMap<>();

  HprofClassNames(SnapshotGraph graph) {
    this.graph = graph;
  }

  /// The class of a node in the form of class files, with slashes between packages.
  String of(int node) {
    NodeDetail detail = graph.detail(node);
    if (graph.kind(node) == NodeKind.CLOSURE
        || detail.isRecord()
        || detail == NodeDetail.ACTIVATION
        || detail == NodeDetail.BINDING) {
      return withPlace(node);
    }
    long key = (long) graph.nameNumber(node) << 16 | graph.kind(node).ordinal() << 8;
    String name = known.get(key);
    if (name == null) {
      name = plain(node);
      known.put(key, name);
    }
    return name;
  }

  private String withPlace(int node) {
    NodeDetail detail = graph.detail(node);
    SourceLocation place = graph.location(node);
    String sort =
        detail == NodeDetail.NONE
            ? "closure"
            : detail == NodeDetail.BINDING ? "binding" : detail.title();
    String name =
        cleaned(
            ContextNames.isNameless(graph, node)
                ? ContextNames.functionOf(graph, node)
                : graph.name(node));
    return "js/"
        + sort
        + "/"
        + (name.isEmpty() ? "anonymous" : name)
        + (place == null
            ? ""
            : "@" + cleaned(place.script()) + ":" + place.line() + ":" + place.column());
  }

  private String plain(int node) {
    NodeKind kind = graph.kind(node);
    String sort = kind.label().replace(' ', '_');
    String name = graph.name(node);
    return switch (kind) {
      case STRING, CONCATENATED_STRING, SLICED_STRING, SYMBOL, BIGINT, NUMBER, REGEXP ->
          "js/" + sort;
      case SYNTHETIC -> "js/root/" + (name.isEmpty() ? "root" : cleaned(name));
      case HIDDEN, CODE, OBJECT_SHAPE ->
          name.startsWith(SYSTEM)
              ? "js/" + sort + "/" + cleaned(firstWord(name.substring(SYSTEM.length())))
              : "js/" + sort;
      case ARRAY, OBJECT, CLOSURE, NATIVE, WASM_OBJECT ->
          "js/" + sort + "/" + (name.isEmpty() ? "anonymous" : cleaned(name));
    };
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? text : text.substring(0, end);
  }

  /// Without the characters that Java's class names give a meaning.
  private static String cleaned(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length() && i < LONGEST; i++) {
      char c = name.charAt(i);
      boolean plain =
          Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' || c == '#' || c == ':';
      text.append(plain ? c : c == ' ' && i > 0 ? ' ' : '_');
    }
    return text.toString().strip();
  }
}
