package lexscope.js.module;

import java.util.ArrayDeque;
import java.util.Deque;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.ExportEntry;
import lexscope.js.syntax.ImportEntry;
import lexscope.js.syntax.ModuleRequest;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Machine;

/// Link, ECMA-262 sections 16.2.1.6.1.2 and 16.2.1.7.3.1.
final class ModuleLinker {
  private final Machine machine;
  private final ModuleLoader loader;

  ModuleLinker(Machine machine, ModuleLoader loader) {
    this.machine = machine;
    this.loader = loader;
  }

  /// Link().
  ///
  /// @throws ThrowCompletion with a SyntaxError if an import cannot be resolved
  void link(ModuleRecord module) {
    Deque<ModuleRecord> stack = new ArrayDeque<>();
    try {
      inner(module, stack, 0);
    } catch (ThrowCompletion completion) {
      for (ModuleRecord each : stack) {
        each.status = ModuleRecord.Status.UNLINKED;
      }
      throw completion;
    }
  }

  private int inner(ModuleRecord module, Deque<ModuleRecord> stack, int start) {
    if (module.status != ModuleRecord.Status.UNLINKED) {
      return start;
    }
    machine.enterCall();
    module.status = ModuleRecord.Status.LINKING;
    module.dfsIndex = start;
    module.dfsAncestorIndex = start;
    int index = start + 1;
    stack.push(module);
    try {
      for (ModuleRecord required : module.dependencies()) {
        index = inner(required, stack, index);
        if (required.status == ModuleRecord.Status.LINKING) {
          module.dfsAncestorIndex = Math.min(module.dfsAncestorIndex, required.dfsAncestorIndex);
        }
      }
      initializeEnvironment(module);
    } finally {
      machine.leaveCall();
    }
    if (module.dfsAncestorIndex == module.dfsIndex) {
      ModuleRecord each;
      do {
        each = stack.pop();
        each.status = ModuleRecord.Status.LINKED;
      } while (each != module);
    }
    return index;
  }

  /// InitializeEnvironment.
  private void initializeEnvironment(ModuleRecord module) {
    for (ExportEntry entry : module.program.exports()) {
      String name = entry.exportName();
      if (entry.kind() == ExportEntry.Kind.INDIRECT && name != null) {
        requireResolved(ExportResolver.resolve(module, name), entry.request(), name);
      }
    }
    Scope scope = module.tree.topLevel().functionScope();
    var environment = environmentOf(module, scope);
    for (Binding binding : scope.bindings()) {
      if (binding.isNamed() && !binding.hasDeadZone()) {
        environment.set(binding.slot(), Undefined.UNDEFINED);
      }
    }
    for (ImportEntry entry : module.program.imports()) {
      bindImport(module, environment, scope, entry);
    }
    if (module.values == null) {
      module.frame = machine.evaluation().instantiateModule(module.tree, environment, module);
    }
  }

  private ModuleEnvironmentRecord environmentOf(ModuleRecord module, Scope scope) {
    ModuleEnvironmentRecord present = module.environment;
    if (present != null) {
      return present;
    }
    var environment =
        machine
            .heap()
            .allocateUnrooted(
                new ModuleEnvironmentRecord(
                    scope, loader.globalEnvironment(module.realm), machine.nextRecordNumber()));
    module.environment = environment;
    return environment;
  }

  private void bindImport(
      ModuleRecord module, ModuleEnvironmentRecord environment, Scope scope, ImportEntry entry) {
    ModuleRecord target = module.loaded(entry.request());
    Binding local = scope.find(entry.localName());
    if (local == null) {
      throw new IllegalStateException("no binding for import " + entry.localName());
    }
    String importName = entry.importName();
    if (importName == null) {
      environment.set(local.slot(), ModuleNamespace.of(machine, target, loader));
      return;
    }
    ExportResolver.Resolved resolved =
        requireResolved(ExportResolver.resolve(target, importName), entry.request(), importName);
    String name = resolved.localName();
    if (name == null) {
      environment.set(local.slot(), ModuleNamespace.of(machine, resolved.module(), loader));
      return;
    }
    Scope targetScope = resolved.module().tree.topLevel().functionScope();
    Binding binding = targetScope.find(name);
    if (binding == null) {
      throw new IllegalStateException("no binding for export " + name);
    }
    environment.set(
        local.slot(),
        new ModuleEnvironmentRecord.ImportBinding(
            environmentOf(resolved.module(), targetScope), binding.slot()));
  }

  private ExportResolver.Resolved requireResolved(
      ExportResolver.Outcome outcome,
      @org.jspecify.annotations.Nullable ModuleRequest request,
      String name) {
    String specifier = request == null ? "" : request.specifier();
    return switch (outcome) {
      case ExportResolver.Outcome.Found(ExportResolver.Resolved binding) -> binding;
      case ExportResolver.Outcome.NotFound _ ->
          throw machine.syntaxError(
              "The requested module '"
                  + specifier
                  + "' does not provide an export named '"
                  + name
                  + "'");
      case ExportResolver.Outcome.Ambiguous _ ->
          throw machine.syntaxError(
              "The requested module '"
                  + specifier
                  + "' contains conflicting star exports for name '"
                  + name
                  + "'");
    };
  }
}
