package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// The nodes by which V8's files describe scopes: a `system / Script` for each source text, a
/// `system / ScopeInfo` for each scope, a `system / SharedFunctionInfo` for each function, and
/// numbers, which are nodes named `int` with an edge to their digits. They have no size of their
/// own and hang on one synthetic root, whose name also says which policy the heap was traced under.
final class AddedNodes {
  /// One node; its edges are triples of kind, label and target in {@link #edges}.
  record Node(NodeKind kind, int name, IntArrayList edges) {}

  private final FileStrings strings;
  private final int first;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Integer, Integer> ints = new LinkedHashMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final int[] scopeInfo;
  private final int[] sharedInfo;
  private final int[] script;
  private final int root;

  AddedNodes(SnapshotGraph graph, FileStrings strings) {
    this.strings = strings;
    this.first = graph.nodeCount();
    ScopeTable scopes = graph.scopes();
    this.scopeInfo = new int[scopes.size()];
    this.sharedInfo = new int[scopes.size()];
    this.script = new int[scopes.size()];
    String policy = graph.info().policy();
    this.root =
        add(
            NodeKind.SYNTHETIC,
            "(Lexscope: " + (policy.isEmpty() ? "heap" : "heap under " + policy) + ")");
    int index = 0;
    for (int s = 0; s < scopes.size(); s++) {
      ScopeTable.Scope scope = scopes.scope(s);
      script[s] = scope.parent() < 0 ? addScript(scopes, s, ++index) : script[scope.parent()];
      scopeInfo[s] = addScopeInfo(s, scope);
      edge(root, EdgeKind.ELEMENT, ++index, scopeInfo[s]);
      if (scope.isFunction()) {
        sharedInfo[s] = addSharedInfo(s, scope);
        edge(root, EdgeKind.ELEMENT, ++index, sharedInfo[s]);
      }
    }
  }

  private int addScript(ScopeTable scopes, int top, int index) {
    int node = add(NodeKind.CODE, "system / Script / " + scriptName(scopes, top, index));
    edge(root, EdgeKind.ELEMENT, index, node);
    return node;
  }

  /// The file of the outermost scope of a text whose place is known.
  private static String scriptName(ScopeTable scopes, int top, int index) {
    for (int s = top; s < scopes.subtreeEnd(top); s++) {
      SourceLocation location = scopes.scope(s).location();
      if (location != null) {
        return location.script();
      }
    }
    return "script " + index;
  }

  private int addScopeInfo(int number, ScopeTable.Scope scope) {
    int node = add(NodeKind.CODE, "system / ScopeInfo");
    internal(node, "scope_id", number(number));
    internal(node, "start_position", number(scope.start()));
    internal(node, "end_position", number(scope.end()));
    if (!scope.function().isEmpty()) {
      internal(node, "function_name", text(scope.function()));
    }
    if (scope.parent() >= 0) {
      internal(node, "outer_scope_info", scopeInfo[scope.parent()]);
    }
    return node;
  }

  private int addSharedInfo(int number, ScopeTable.Scope scope) {
    int node = add(NodeKind.CODE, "system / SharedFunctionInfo / " + scope.function());
    internal(node, "name_or_scope_info", scopeInfo[number]);
    internal(node, "script", script[number]);
    internal(node, "scope_id", number(number));
    return node;
  }

  private int number(int value) {
    Integer known = ints.get(value);
    if (known != null) {
      return known;
    }
    int node = add(NodeKind.NUMBER, "int");
    ints.put(value, node);
    internal(node, "value", text(Integer.toString(value)));
    return node;
  }

  private int text(String value) {
    Integer known = texts.get(value);
    if (known != null) {
      return known;
    }
    int node = add(NodeKind.STRING, value);
    texts.put(value, node);
    return node;
  }

  private int add(NodeKind kind, String name) {
    nodes.add(new Node(kind, strings.number(name), new IntArrayList()));
    return first + nodes.size() - 1;
  }

  private void internal(int source, String label, int target) {
    edge(source, EdgeKind.INTERNAL, strings.number(label), target);
  }

  private void edge(int source, EdgeKind kind, int label, int target) {
    nodes.get(source - first).edges().add(kind.ordinal(), label, target);
  }

  /// The nodes in order; the first one's number is the graph's node count.
  List<Node> nodes() {
    return nodes;
  }

  /// The synthetic root of them all.
  int root() {
    return root;
  }

  /// The node that describes a scope.
  int scopeInfo(int scope) {
    return scopeInfo[scope];
  }

  /// The node that describes a function.
  int sharedInfo(int scope) {
    return sharedInfo[scope];
  }

  /// The node of the text that a scope stands in.
  int script(int scope) {
    return script[scope];
  }
}
