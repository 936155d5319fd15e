package lexscope.js.module;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.syntax.ExportEntry;
import lexscope.js.syntax.ImportEntry;
import org.jspecify.annotations.Nullable;

/// GetExportedNames and ResolveExport, ECMA-262 sections 16.2.1.7.2.1 and 16.2.1.7.2.2.
final class ExportResolver {
  /// A ResolvedBinding Record.
  ///
  /// @param localName the binding in the module; null for its namespace object
  record Resolved(ModuleRecord module, @Nullable String localName) {}

  /// The resolution of a name that two `export *` provide differently.
  private record Step(ModuleRecord module, String name) {}

  /// What ResolveExport found.
  sealed interface Outcome {
    /// A binding.
    record Found(Resolved binding) implements Outcome {}

    /// Nothing, or a circular request.
    record NotFound() implements Outcome {}

    /// Two different bindings.
    record Ambiguous() implements Outcome {}
  }

  private ExportResolver() {}

  /// GetExportedNames: without duplicates, in source order.
  static Set<String> exportedNames(ModuleRecord module) {
    Set<String> names = new LinkedHashSet<>();
    collect(module, names, new LinkedHashSet<>());
    return names;
  }

  private static void collect(ModuleRecord start, Set<String> names, Set<ModuleRecord> visited) {
    List<ModuleRecord> pending = new ArrayList<>(List.of(start));
    while (!pending.isEmpty()) {
      ModuleRecord module = pending.removeLast();
      if (!visited.add(module)) {
        continue;
      }
      for (ExportEntry entry : module.program.exports()) {
        String name = entry.exportName();
        if (name != null && (module == start || !name.equals("default"))) {
          names.add(name);
        } else if (entry.kind() == ExportEntry.Kind.STAR && entry.request() != null) {
          pending.add(module.loaded(entry.request()));
        }
      }
    }
  }

  /// ResolveExport.
  static Outcome resolve(ModuleRecord module, String name) {
    return resolve(module, name, new LinkedHashSet<>());
  }

  private static Outcome resolve(ModuleRecord module, String name, Set<Step> resolveSet) {
    if (!resolveSet.add(new Step(module, name))) {
      return new Outcome.NotFound();
    }
    for (ExportEntry entry : module.program.exports()) {
      if (!name.equals(entry.exportName())) {
        continue;
      }
      if (entry.kind() == ExportEntry.Kind.LOCAL && entry.localName() != null) {
        return local(module, entry.localName(), resolveSet);
      }
      if (entry.request() != null) {
        ModuleRecord target = module.loaded(entry.request());
        String importName = entry.importName();
        return entry.kind() == ExportEntry.Kind.NAMESPACE || importName == null
            ? new Outcome.Found(new Resolved(target, null))
            : resolve(target, importName, resolveSet);
      }
    }
    return name.equals("default") ? new Outcome.NotFound() : star(module, name, resolveSet);
  }

  /// A local name that is itself an import is the other module's binding.
  private static Outcome local(ModuleRecord module, String localName, Set<Step> resolveSet) {
    for (ImportEntry entry : module.program.imports()) {
      if (entry.localName().equals(localName)) {
        ModuleRecord target = module.loaded(entry.request());
        String importName = entry.importName();
        return importName == null
            ? new Outcome.Found(new Resolved(target, null))
            : resolve(target, importName, resolveSet);
      }
    }
    return new Outcome.Found(new Resolved(module, localName));
  }

  private static Outcome star(ModuleRecord module, String name, Set<Step> resolveSet) {
    Resolved found = null;
    for (ExportEntry entry : module.program.exports()) {
      if (entry.kind() != ExportEntry.Kind.STAR || entry.request() == null) {
        continue;
      }
      switch (resolve(module.loaded(entry.request()), name, resolveSet)) {
        case Outcome.Ambiguous ambiguous -> {
          return ambiguous;
        }
        case Outcome.NotFound _ -> {}
        case Outcome.Found(Resolved binding) -> {
          if (found == null) {
            found = binding;
          } else if (found.module() != binding.module()
              || !java.util.Objects.equals(found.localName(), binding.localName())) {
            return new Outcome.Ambiguous();
          }
        }
      }
    }
    return found == null ? new Outcome.NotFound() : new Outcome.Found(found);
  }
}
