package lexscope.js.scope;

import org.jspecify.annotations.Nullable;

/// Where a reference to a name finds its binding.
public sealed interface Resolution {
  /// In a scope of the same activation that has no record: the binding lives in a register.
  record Register(Binding binding) implements Resolution {}

  /// In a record: so many records outward from the running LexicalEnvironment, at the binding's
  /// slot.
  record Slot(Binding binding, int hops) implements Resolution {}

  /// Known only at run time, because a `with` object or a sloppy direct eval may have put a binding
  /// of that name in between: look the name up record by record. `binding` is what it means if
  /// nothing did; null for a global.
  record Dynamic(String name, @Nullable Binding binding) implements Resolution {}

  /// A binding of the Global Environment Record, or none.
  record Global(String name) implements Resolution {}
}
