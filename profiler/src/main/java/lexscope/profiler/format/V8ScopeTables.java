package lexscope.profiler.format;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.procedures.IntIntProcedure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// Takes the scopes out of files of V8 that have tables of them: per script the scopes in pre-order
/// with their depth, the variables that live in contexts, and the uses of these. Which scope a
/// context or a closure belongs to is told by edges: `scope_info` and `shared` lead to nodes with a
/// `scope_id` and a `script`.
///
/// A file whose tables are damaged has no scopes; everything else of it can be asked all the same.
final class V8ScopeTables {
  private static final int NO_NUMBER = Integer.MIN_VALUE;
  private static final String FUNCTION = "system / SharedFunctionInfo / ";

  private final SnapshotMeta meta;
  private final EncodedStrings strings;
  private final Map<String, long[]> tables;
  private final SnapshotGraphBuilder nodes;
  private final Map<String, IntIntHashMap> links = new HashMap<>();
  private final LongIntHashMap numbers = new LongIntHashMap();

  V8ScopeTables(
      SnapshotMeta meta,
      EncodedStrings strings,
      Map<String, long[]> tables,
      SnapshotGraphBuilder nodes) {
    this.meta = meta;
    this.strings = strings;
    this.tables = tables;
    this.nodes = nodes;
  }

  /// Sets the scopes and each node's scope. Takes a pass over the edges if there are tables.
  ///
  /// @param firstEdge the first edge of each node
  void apply(int[] firstEdge) throws SnapshotFormatException {
    if (table("scopes").length == 0) {
      return;
    }
    findLinks(firstEdge);
    try {
      ScopeTable scopes = scopes();
      nodes.setScopes(scopes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return;
    }
    assignScopes();
  }

  private long[] table(String name) {
    return tables.getOrDefault(name, new long[0]);
  }

  /// Finds the edges that are of interest here: a few of each closure, context and function.
  private void findLinks(int[] firstEdge) {
    IntIntHashMap[] byLabel = new IntIntHashMap[strings.size()];
    for (String label :
        List.of(
            "shared",
            "script",
            "scope_id",
            "scope_info",
            "name_or_scope_info",
            "outer_scope_info",
            "start_position",
            "end_position",
            "function_name",
            "context",
            "previous",
            "value")) {
      IntIntHashMap link = new IntIntHashMap();
      links.put(label, link);
      int number = strings.numberOf(label);
      if (number >= 0) {
        byLabel[number] = link;
      }
    }
    for (int node = 0; node + 1 < firstEdge.length; node++) {
      for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
        if (nodes.edgeKind(edge) == EdgeKind.INTERNAL) {
          IntIntHashMap link = byLabel[nodes.edgeLabelNumber(edge)];
          if (link != null && !link.containsKey(node)) {
            link.put(node, nodes.edgeTarget(edge));
          }
        }
      }
    }
  }

  private int linked(int node, String label) {
    IntIntHashMap link = links.get(label);
    return node < 0 || link == null ? -1 : link.getOrDefault(node, -1);
  }

  /// The integer that a node holds behind a label: a node named `int` with an edge to its digits.
  private int integer(int node, String label) {
    return integer(node, label, NO_NUMBER);
  }

  private int integer(int node, String label, int otherwise) {
    int value = linked(linked(node, label), "value");
    if (value >= 0) {
      try {
        return Integer.parseInt(strings.get(nodes.nameNumber(value)));
      } catch (NumberFormatException _) {
        // Then it is none.
      }
    }
    return otherwise;
  }

  private ScopeTable scopes() throws SnapshotFormatException {
    long[] rows = table("scopes");
    long[] variables = table("scope_context_vars");
    long[] uses = table("scope_uses");
    int width = meta.width("scope_fields");
    int variableWidth = meta.width("scope_context_var_fields");
    int useWidth = meta.width("scope_use_fields");
    int script = meta.requiredField("scope_fields", "script_node_index");
    int id = meta.requiredField("scope_fields", "scope_id");
    int depth = meta.requiredField("scope_fields", "depth");
    int variableCount = meta.requiredField("scope_fields", "scope_context_vars_count");
    int useCount = meta.requiredField("scope_fields", "scope_uses_count");
    int name = meta.requiredField("scope_context_var_fields", "name");
    int declaring = meta.requiredField("scope_use_fields", "declaring_scope_id");
    int slot = meta.requiredField("scope_use_fields", "slot_index");
    int nodeWidth = meta.width("node_fields");
    int count = rows.length / width;
    long[] variableCounts = new long[count];
    for (int s = 0; s < count; s++) {
      numbers.put(key(rows[s * width + script] / nodeWidth, rows[s * width + id]), s);
      variableCounts[s] = rows[s * width + variableCount];
    }
    Map<Integer, Integer> infos = infos();
    Map<Integer, Integer> functions = functions();
    List<Integer> open = new ArrayList<>();
    List<ScopeTable.Scope> scopes = new ArrayList<>();
    int nextVariable = 0;
    int nextUse = 0;
    for (int s = 0; s < count; s++) {
      int row = s * width;
      long scriptNode = rows[row + script] / nodeWidth;
      int level = (int) rows[row + depth];
      while (open.size() > level) {
        open.removeLast();
      }
      List<ScopeTable.Variable> own = new ArrayList<>();
      for (long i = rows[row + variableCount]; i > 0; i--) {
        own.add(new ScopeTable.Variable(strings.get((int) variables[nextVariable + name]), true));
        nextVariable += variableWidth;
      }
      List<ScopeTable.Use> ownUses = new ArrayList<>();
      for (long i = rows[row + useCount]; i > 0; i--) {
        int scope = numbers.getOrDefault(key(scriptNode, uses[nextUse + declaring]), -1);
        // Names of functions and bindings of scripts are used without being listed as variables.
        if (scope >= 0 && uses[nextUse + slot] < variableCounts[scope]) {
          ownUses.add(new ScopeTable.Use(scope, (int) uses[nextUse + slot]));
        }
        nextUse += useWidth;
      }
      int info = infos.getOrDefault(s, -1);
      boolean isFunction = functions.containsKey(s);
      scopes.add(
          new ScopeTable.Scope(
              level == 0 ? -1 : open.getLast(),
              isFunction ? "FunctionEnvironmentRecord" : "DeclarativeEnvironmentRecord",
              functionName(info, functions.getOrDefault(s, -1)),
              isFunction,
              null,
              integer(info, "start_position", 0),
              integer(info, "end_position", 0),
              own,
              ownUses));
      open.add(s);
    }
    return new ScopeTable(scopes);
  }

  private static long key(long script, long id) {
    return script << 32 | (id & 0xffff_ffffL);
  }

  /// The `system / ScopeInfo` of each scope that has one.
  private Map<Integer, Integer> infos() {
    Map<Integer, Integer> infos = new HashMap<>();
    IntIntHashMap scripts = scriptsOfInfos();
    int name = strings.numberOf("system / ScopeInfo");
    for (int node = 0; node < nodes.nodeCount(); node++) {
      Monitor.poll(node);
      if (nodes.nameNumber(node) == name) {
        int scope = scope(scriptOf(node, scripts), integer(node, "scope_id"));
        if (scope >= 0) {
          infos.putIfAbsent(scope, node);
        }
      }
    }
    return infos;
  }

  /// The scripts of the scope infos of functions, and of the contexts that closures hold: those of
  /// blocks have no function of their own.
  private IntIntHashMap scriptsOfInfos() {
    IntIntHashMap scripts = new IntIntHashMap();
    links
        .getOrDefault("name_or_scope_info", new IntIntHashMap())
        .forEach(
            (IntIntProcedure)
                (function, info) -> {
                  int script = linked(function, "script");
                  if (script >= 0) {
                    scripts.put(info, script);
                  }
                });
    for (int node = 0; node < nodes.nodeCount(); node++) {
      Monitor.poll(node);
      int script =
          nodes.kind(node) == NodeKind.CLOSURE ? linked(linked(node, "shared"), "script") : -1;
      int context = script < 0 ? -1 : linked(node, "context");
      while (context >= 0 && nodes.detail(context).isRecord()) {
        int info = linked(context, "scope_info");
        if (info < 0 || scripts.containsKey(info)) {
          break;
        }
        scripts.put(info, script);
        context = linked(context, "previous");
      }
    }
    return scripts;
  }

  /// The script of a scope info: that of its function or of the nearest one around it.
  private int scriptOf(int info, IntIntHashMap scripts) {
    int at = info;
    for (int steps = 0; at >= 0 && steps < nodes.nodeCount(); steps++) {
      Monitor.poll(steps);
      int script = scripts.getOrDefault(at, -1);
      if (script >= 0) {
        return script;
      }
      at = linked(at, "outer_scope_info");
    }
    return -1;
  }

  private int scope(int script, int id) {
    return script < 0 || id == NO_NUMBER ? -1 : numbers.getOrDefault(key(script, id), -1);
  }

  /// The `system / SharedFunctionInfo` of each scope that has one: then it is that of a function.
  private Map<Integer, Integer> functions() {
    Map<Integer, Integer> functions = new HashMap<>();
    for (int node = 0; node < nodes.nodeCount(); node++) {
      Monitor.poll(node);
      if (linked(node, "name_or_scope_info") >= 0) {
        int scope = scope(linked(node, "script"), integer(node, "scope_id"));
        if (scope >= 0) {
          functions.putIfAbsent(scope, node);
        }
      }
    }
    return functions;
  }

  private String functionName(int info, int function) {
    int named = linked(info, "function_name");
    if (named >= 0) {
      return strings.get(nodes.nameNumber(named));
    }
    String name = function < 0 ? "" : strings.get(nodes.nameNumber(function));
    return name.startsWith(FUNCTION) ? name.substring(FUNCTION.length()) : "";
  }

  private void assignScopes() {
    IntIntHashMap scripts = scriptsOfInfos();
    for (int node = 0; node < nodes.nodeCount(); node++) {
      Monitor.poll(node);
      int scope = -1;
      if (nodes.kind(node) == NodeKind.CLOSURE) {
        int shared = linked(node, "shared");
        scope = scope(linked(shared, "script"), integer(shared, "scope_id"));
      } else if (nodes.detail(node).isRecord()) {
        int info = linked(node, "scope_info");
        scope = scope(scriptOf(info, scripts), integer(info, "scope_id"));
      }
      if (scope >= 0) {
        nodes.setScope(node, scope);
      }
    }
  }
}
