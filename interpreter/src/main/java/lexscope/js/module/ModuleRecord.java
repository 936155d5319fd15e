package lexscope.js.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.gc.TracingRule;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.Realm;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.scope.Binding;
import lexscope.js.scope.ScopeTree;
import lexscope.js.syntax.ModuleRequest;
import lexscope.js.syntax.Program;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Frame;
import lexscope.js.vm.ScriptOrModule;
import org.jspecify.annotations.Nullable;

/// A Source Text Module Record, ECMA-262 section 16.2.1.7.
///
/// A module that is not written in ECMAScript (JSON, CommonJS) is one as well: its text declares a
/// variable per export, and [#values] fills them instead of statements.
final class ModuleRecord extends ScriptOrModule {
  /// `[[Status]]`, ECMA-262 table 40; unlinked includes new.
  enum Status {
    UNLINKED,
    LINKING,
    LINKED,
    EVALUATING,
    EVALUATING_ASYNC,
    EVALUATED
  }

  final Realm realm;
  final String path;
  final Program.Module program;
  final ScopeTree tree;
  final Map<ModuleRequest, ModuleRecord> loaded = new LinkedHashMap<>();
  final List<ModuleRecord> asyncParents = new ArrayList<>();

  Status status = Status.UNLINKED;
  @Nullable ModuleEnvironmentRecord environment;
  @Nullable Frame frame;
  @Nullable JsObject namespace;
  @Nullable JsObject importMeta;
  @Nullable PromiseObject topLevelPromise;
  @Nullable ModuleRecord cycleRoot;

  /// What the module threw; null if it did not.
  @Nullable Object error;

  /// What a JSON module's text says; null for others.
  @Nullable Object json;

  boolean failed;
  int dfsIndex;
  int dfsAncestorIndex;
  int pendingAsyncDependencies;

  /// `[[AsyncEvaluationOrder]]`: 0 unset, -1 done.
  int asyncOrder;

  /// What fills the exports of a module that has no statements; null for those with text of their
  /// own.
  @Nullable SyntheticValues values;

  /// Fills the exports of a module that is not written in ECMAScript.
  @FunctionalInterface
  interface SyntheticValues {
    /// Stores the exports into the module's environment.
    void fill(ModuleRecord module);
  }

  ModuleRecord(Realm realm, String path, Program.Module program, ScopeTree tree) {
    this.realm = realm;
    this.path = path;
    this.program = program;
    this.tree = tree;
  }

  /// `[[HasTLA]]`.
  boolean hasTopLevelAwait() {
    return program.hasTopLevelAwait();
  }

  /// The environment; the module is linked.
  ModuleEnvironmentRecord environment() {
    ModuleEnvironmentRecord record = environment;
    if (record == null) {
      throw new IllegalStateException(path + " is not linked yet");
    }
    return record;
  }

  /// The module that a request was loaded as.
  ModuleRecord loaded(ModuleRequest request) {
    ModuleRecord module = loaded.get(request);
    if (module == null) {
      throw new IllegalStateException("not loaded: " + request.specifier());
    }
    return module;
  }

  /// `[[RequestedModules]]`, loaded, in order.
  List<ModuleRecord> dependencies() {
    return program.requests().stream().map(this::loaded).toList();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Map<String, @Nullable Object> moduleFields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("[[Environment]]", environment == null ? "empty" : environment);
    fields.put("[[Namespace]]", namespace == null ? "empty" : namespace);
    fields.put("[[Status]]", status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("[[EvaluationError]]", failed ? error : "empty");
    fields.put("[[HasTLA]]", hasTopLevelAwait());
    for (Map.Entry<ModuleRequest, ModuleRecord> each : loaded.entrySet()) {
      fields.put("[[LoadedModules]] \"" + each.getKey().specifier() + "\"", each.getValue().path());
    }
    return fields;
  }

  @Override
  public long shallowBytes() {
    return 128;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    if (environment != null) {
      visitEnvironment((CapturePolicy) rule, environment, visitor);
    }
    visitor.edge(EdgeKind.INTERNAL, "[[Namespace]]", namespace);
    visitor.edge(EdgeKind.INTERNAL, "[[Context]]", frame);
    visitor.edge(EdgeKind.INTERNAL, "[[ImportMeta]]", importMeta);
    visitor.edge(EdgeKind.INTERNAL, "[[TopLevelCapability]]", topLevelPromise);
    visitor.edge(EdgeKind.INTERNAL, "[[CycleRoot]]", cycleRoot);
    visitor.edge(EdgeKind.INTERNAL, "[[EvaluationError]]", error);
    visitor.edge(EdgeKind.INTERNAL, "[[SyntheticValue]]", json);
    for (ModuleRecord module : loaded.values()) {
      visitor.edge(EdgeKind.INTERNAL, "[[LoadedModules]]", module);
    }
    for (ModuleRecord parent : asyncParents) {
      visitor.edge(EdgeKind.INTERNAL, "[[AsyncParentModules]]", parent);
    }
  }

  /// What a loaded module keeps of its variables: all of them, or those that are exported and, as
  /// of V8, those that any function captured.
  private static void visitEnvironment(
      CapturePolicy rule, ModuleEnvironmentRecord environment, EdgeVisitor visitor) {
    switch (rule) {
      case WHOLE, UNION -> {
        visitor.edge(EdgeKind.INTERNAL, "[[Environment]]", environment);
        return;
      }
      case V8 -> environment.visitContextChain("context", visitor);
      case USED -> {}
    }
    visitor.part(EdgeKind.HIDDEN, "shell", environment, PartedCell.SHELL);
    for (Binding binding : environment.scope().bindings()) {
      if (binding.isExported()) {
        visitor.part(EdgeKind.INTERNAL, binding.name(), environment, binding.slot());
      }
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "module " + path;
  }
}
