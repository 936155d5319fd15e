package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lexscope.profiler.graph.ContextSlots;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// What source texts tell of a snapshot of V8: a closure's script, name and place lead to its
/// function in the text; the scopes around the function that V8 gives a context are matched with
/// the chain of contexts that the closure holds.
///
/// Where both lists agree in number and in names, each context is known to belong to its scope.
/// Otherwise a use of a name counts for every context of the chain that has it, so that nothing
/// used is taken for dead.
public final class SourceScopes implements ScopeKnowledge {
  private static final String SCRIPT = "system / Script / ";
  private static final Set<String> UNWRITTEN = Set.of("this", "arguments");
  private static final int UNKNOWN = -1;
  private static final int DISPUTED = -2;

  /// A script of the file.
  private record Script(SourcePlaces places, int base) {}

  private final SnapshotGraph graph;
  private final EnvironmentChains chains;
  private final ContextSlots slots;
  private final Map<String, @Nullable Script> scripts = new LinkedHashMap<>();
  private final Map<String, Integer> unmatched = new LinkedHashMap<>();
  private final List<ScopeTable.Scope> all = new ArrayList<>();
  private final IntIntHashMap functions = new IntIntHashMap();
  private final IntIntHashMap records = new IntIntHashMap();
  private final IntObjectHashMap<List<ScopeTable.Use>> usesOf = new IntObjectHashMap<>();
  private final IntObjectHashMap<List<Integer>> unitsOf = new IntObjectHashMap<>();
  private final ScopeTable scopes;
  private final int shared;
  private final int script;
  private final int scriptOrDebugInfo;
  private final int sourceUrl;

  /// Matches the closures of `graph` with texts.
  ///
  /// @param source gives the text of a script by the name it has in the file, or null
  public SourceScopes(SnapshotGraph graph, Function<String, @Nullable ParsedSource> source) {
    this.graph = graph;
    this.chains = new EnvironmentChains(graph);
    this.slots = new ContextSlots(graph);
    this.shared = graph.strings().numberOf("shared");
    this.script = graph.strings().numberOf("script");
    this.sourceUrl = graph.strings().numberOf("source_url");
    this.scriptOrDebugInfo = graph.strings().numberOf("script_or_debug_info");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.kind(node) == NodeKind.CLOSURE) {
        matchFunction(node, source);
      }
    }
    this.scopes = new ScopeTable(all);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (functions.containsKey(node)) {
        matchChain(node);
      }
    }
  }

  private void matchFunction(int closure, Function<String, @Nullable ParsedSource> source) {
    SourceLocation place = graph.location(closure);
    String name = place == null ? "" : scriptOf(closure);
    if (place == null || name.isEmpty()) {
      return;
    }
    if (!scripts.containsKey(name)) {
      scripts.put(name, parsed(source.apply(name)));
    }
    Script known = scripts.get(name);
    if (known == null) {
      return;
    }
    int function = known.places().function(place.line(), place.column(), graph.name(closure));
    if (function < 0) {
      unmatched.merge(name, 1, Integer::sum);
    } else {
      functions.put(closure, known.base() + function);
    }
  }

  private @Nullable Script parsed(@Nullable ParsedSource source) {
    if (source == null) {
      return null;
    }
    int base = all.size();
    for (ScopeTable.Scope scope : source.scopes().scopes()) {
      List<ScopeTable.Use> uses = new ArrayList<>();
      for (ScopeTable.Use use : scope.uses()) {
        uses.add(new ScopeTable.Use(base + use.scope(), use.slot()));
      }
      all.add(
          new ScopeTable.Scope(
              scope.parent() < 0 ? -1 : base + scope.parent(),
              scope.recordKind(),
              scope.function(),
              scope.isFunction(),
              scope.location(),
              scope.start(),
              scope.end(),
              scope.variables(),
              uses));
    }
    return new Script(new SourcePlaces(source), base);
  }

  /// The name of a closure's script, by way of its `system / SharedFunctionInfo`; empty if the file
  /// does not say.
  private String scriptOf(int closure) {
    int info = internal(closure, shared);
    int found = info < 0 ? -1 : internal(info, script);
    if (info >= 0 && found < 0) {
      found = internal(info, scriptOrDebugInfo);
    }
    if (found < 0) {
      return "";
    }
    String name = graph.name(found);
    if (!name.startsWith(SCRIPT)) {
      return name;
    }
    int url = name.length() > SCRIPT.length() ? -1 : internal(found, sourceUrl);
    return url < 0 ? name.substring(SCRIPT.length()) : graph.name(url);
  }

  private int internal(int node, int label) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL && graph.edgeLabelNumber(edge) == label) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  private void matchChain(int closure) {
    List<Integer> chain = new ArrayList<>();
    for (int record = chains.environmentOf(closure);
        record >= 0;
        record = chains.environmentOf(record)) {
      if (slots.hasVariables(record)) {
        chain.add(record);
      }
    }
    List<Integer> units = units(functionOf(closure));
    boolean matches = chain.size() == units.size();
    for (int i = 0; matches && i < chain.size(); i++) {
      matches = fits(chain.get(i), units.get(i));
    }
    for (int i = 0; matches && i < chain.size(); i++) {
      int before = records.getOrDefault(chain.get(i), UNKNOWN);
      records.put(
          chain.get(i), before == UNKNOWN || before == units.get(i) ? units.get(i) : DISPUTED);
    }
  }

  /// The scopes around a function that V8 gives a context, from the inside out. The name of a
  /// function expression has a scope of its own in the specification and a slot in the function's
  /// context in V8.
  private List<Integer> units(int function) {
    List<Integer> units = unitsOf.get(function);
    if (units == null) {
      units = new ArrayList<>();
      for (int s = scopes.scope(function).parent(); s >= 0; s = scopes.scope(s).parent()) {
        if (!isFunctionName(s) && hasContext(s)) {
          units.add(s);
        }
      }
      unitsOf.put(function, units);
    }
    return units;
  }

  private boolean hasContext(int scope) {
    return scopes.scope(scope).recordKind().equals("ObjectEnvironmentRecord")
        || hasShared(scope)
        || nameScope(scope) >= 0 && hasShared(nameScope(scope));
  }

  private boolean hasShared(int scope) {
    return scopes.scope(scope).variables().stream().anyMatch(ScopeTable.Variable::shared);
  }

  /// The scope of the name of a function expression, or -1.
  private int nameScope(int function) {
    int parent = scopes.scope(function).parent();
    return scopes.scope(function).isFunction() && parent >= 0 && isFunctionName(parent)
        ? parent
        : -1;
  }

  private boolean isFunctionName(int scope) {
    if (scope + 1 >= scopes.size() || scopes.scope(scope).isFunction()) {
      return false;
    }
    ScopeTable.Scope outer = scopes.scope(scope);
    ScopeTable.Scope inner = scopes.scope(scope + 1);
    return inner.isFunction()
        && inner.parent() == scope
        && inner.start() == outer.start()
        && inner.end() == outer.end()
        && outer.variables().size() == 1;
  }

  /// Whether a context may be one of a scope. A direct eval puts things into contexts that are no
  /// variables of modules.
  private boolean fits(int context, int scope) {
    for (int edge = graph.firstEdge(context); edge < graph.endEdge(context); edge++) {
      List<String> names = slots.namesOf(context, edge);
      if (!names.isEmpty()
          && names.stream()
              .allMatch(name -> slot(scope, name) == null && !UNWRITTEN.contains(name))) {
        return false;
      }
    }
    return true;
  }

  /// The binding of that name in a scope's context, or null.
  private ScopeTable.@Nullable Use slot(int scope, String name) {
    int own = scopes.slotOf(scope, name);
    if (own >= 0) {
      return new ScopeTable.Use(scope, own);
    }
    int around = nameScope(scope);
    int slot = around < 0 ? -1 : scopes.slotOf(around, name);
    return slot < 0 ? null : new ScopeTable.Use(around, slot);
  }

  @Override
  public ScopeTable scopes() {
    return scopes;
  }

  @Override
  public int functionOf(int node) {
    return functions.getOrDefault(node, -1);
  }

  @Override
  public int scopeOf(int record) {
    return Math.max(-1, records.getOrDefault(record, UNKNOWN));
  }

  @Override
  public List<String> namesOf(int record, int edge) {
    List<String> names = slots.namesOf(record, edge);
    int scope = scopeOf(record);
    return scope < 0 || names.stream().allMatch(name -> slot(scope, name) != null)
        ? names
        : List.of();
  }

  @Override
  public void visitUses(int closure, UseVisitor visitor) {
    int function = functionOf(closure);
    if (function < 0) {
      return;
    }
    List<ScopeTable.Use> uses = usesOf.get(function);
    if (uses == null) {
      uses = List.copyOf(scopes.freeUses(function));
      usesOf.put(function, uses);
    }
    int first = chains.environmentOf(closure);
    boolean exact = true;
    for (int record = first; record >= 0; record = chains.environmentOf(record)) {
      exact &= scopeOf(record) >= 0 || !slots.hasVariables(record);
    }
    for (ScopeTable.Use use : uses) {
      String name = scopes.scope(use.scope()).variables().get(use.slot()).name();
      for (int record = first; record >= 0; record = chains.environmentOf(record)) {
        if (!exact || scopeOf(record) >= 0 && use.equals(slot(scopeOf(record), name))) {
          visitor.uses(record, name);
        }
      }
    }
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    unmatched.forEach((script, count) ->
        notes.add(
            script
                + ": "
                + count
                + (count == 1 ? " closure stands" : " closures stand")
                + " where the source text has no such function: is it the text that ran?"));
    return notes;
  }
}
