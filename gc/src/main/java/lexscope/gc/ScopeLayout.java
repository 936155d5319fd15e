package lexscope.gc;

import org.jspecify.annotations.Nullable;

/// A region of guest source that gets a record of bindings each time it is entered, as snapshots
/// describe it. The collector makes nothing of it: the guest's runtime fills it in, a profiler
/// reads it. Asking allocates no cells and runs no guest code.
public interface ScopeLayout {
  /// The source text that the scope stands in.
  ScopeUnit unit();

  /// The scope around it; null at the top. The scope around direct eval code stands in another
  /// unit.
  @Nullable ScopeLayout outer();

  /// The sort of record that entering it makes, such as `FunctionEnvironmentRecord`.
  String recordKind();

  /// The name of the function that it belongs to; empty for functions without one.
  String ownerName();

  /// Whether function objects are made of it; [ScopedCell#scope] of a function object is such a
  /// scope.
  boolean isFunction();

  /// Where it begins; null if unknown.
  @Nullable SourcePlace place();

  /// Offset of its first character in the source text.
  int start();

  /// Offset after its last character.
  int end();

  /// The number of the newest record that was made for it, alive or not; -1 if none was or if that
  /// is not known.
  default long newestRecordNumber() {
    return -1;
  }

  /// How many bindings it declares.
  int slotCount();

  /// The name of the binding in a slot.
  String slotName(int slot);

  /// Whether a shared context of the scope would hold the slot.
  boolean isShared(int slot);

  /// Whether others than functions may refer to the slot: a module exports it.
  default boolean isExported(int slot) {
    return false;
  }

  /// Reports every binding outside of this function that its text refers to, functions inside it
  /// included. Reports nothing unless [#isFunction].
  void visitUses(UseVisitor visitor);

  /// Receives references to bindings.
  @FunctionalInterface
  interface UseVisitor {
    /// The function refers to this slot of this scope.
    void use(ScopeLayout scope, int slot);
  }
}
