package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// A cell that belongs to a scope of the guest's source: an Environment Record, a function object,
/// an activation.
public interface ScopedCell {
  /// The scope that a record was made for, the function scope that a function object is made of;
  /// null if there is none, as for built-in functions.
  @Nullable ScopeLayout scope();

  /// The sort of Environment Record that the cell is, such as `FunctionEnvironmentRecord`;
  /// `Activation` for activations; empty for function objects.
  String recordKind();

  /// The number of an Environment Record (12 for ER12); of an activation that of its function's
  /// record; -1 for function objects.
  long recordNumber();
}
