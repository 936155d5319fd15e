package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// What the grammar depends on inside one function, script or module: the parameters `[Yield]`,
/// `[Await]`, strictness, where `super`, `new.target`, `arguments` and `return` may stand, and the
/// facts gathered about its code.
final class FunctionContext {
  static final int DIRECT_EVAL = 1;
  static final int THIS = 2;
  static final int ARGUMENTS = 4;
  static final int SUPER_CALL = 8;
  static final int SUPER_PROPERTY = 16;
  static final int NEW_TARGET = 32;
  static final int USE_STRICT = 64;

  final @Nullable FunctionContext outer;
  final boolean isArrow;

  /// Whether the code is strict; a Use Strict Directive sets it late.
  boolean strict;

  /// `[Yield]`: `yield` is no identifier.
  boolean yieldIsKeyword;

  /// `[Await]`: `await` is no identifier.
  boolean awaitIsKeyword;

  /// Whether `await` expressions are allowed: `[Await]` outside static blocks and outside
  /// parameters.
  boolean awaitAllowed;

  /// Whether formal parameters are being parsed.
  boolean inParameters;

  boolean returnAllowed;
  boolean newTargetAllowed;
  boolean superPropertyAllowed;
  boolean superCallAllowed;

  /// Field initializers and static blocks must not mention `arguments`.
  boolean argumentsForbidden;

  /// The facts so far, as bits.
  int facts;

  /// Where a parameter repeats a name, or -1.
  int duplicateParameter = -1;

  /// What {@link ParseState} knew about the code around before this function.
  int savedAwaitIdentifier = -1;

  int savedYieldExpression = -1;
  int savedAwaitExpression = -1;

  /// How many iteration statements and how many breakable statements are open.
  int iterations;

  int breakables;

  /// The labels that are open, innermost first.
  @Nullable Label labels;

  FunctionContext(@Nullable FunctionContext outer, boolean isArrow) {
    this.outer = outer;
    this.isArrow = isArrow;
    if (outer == null) {
      return;
    }
    strict = outer.strict;
    if (isArrow) {
      newTargetAllowed = outer.newTargetAllowed;
      superPropertyAllowed = outer.superPropertyAllowed;
      superCallAllowed = outer.superCallAllowed;
      argumentsForbidden = outer.argumentsForbidden;
    } else {
      newTargetAllowed = true;
    }
  }

  /// A label that is open.
  static final class Label {
    final String name;
    final @Nullable Label outer;

    /// Where the statement starts that it labels.
    int statementStart;

    /// Whether that is an iteration statement.
    boolean isIteration;

    Label(String name, @Nullable Label outer, int statementStart) {
      this.name = name;
      this.outer = outer;
      this.statementStart = statementStart;
    }

    private boolean covers(int from, int to) {
      return statementStart == from || statementStart == to;
    }
  }

  @Nullable Label findLabel(String name) {
    for (Label label = labels; label != null; label = label.outer) {
      if (label.name.equals(name)) {
        return label;
      }
    }
    return null;
  }

  /// The statement of the labels that label the statement at `from` starts at `to`: one more label
  /// stood before it.
  void moveLabels(int from, int to) {
    for (Label label = labels; label != null && label.covers(from, to); label = label.outer) {
      label.statementStart = to;
    }
  }

  /// The same if an iteration statement starts there.
  void markIterationLabels(int from, int to) {
    for (Label label = labels; label != null && label.covers(from, to); label = label.outer) {
      label.statementStart = to;
      label.isIteration = true;
    }
  }

  boolean has(int fact) {
    return (facts & fact) != 0;
  }

  FunctionFacts toFacts() {
    return new FunctionFacts(
        has(DIRECT_EVAL),
        has(THIS),
        has(ARGUMENTS),
        has(SUPER_CALL),
        has(SUPER_PROPERTY),
        has(NEW_TARGET),
        has(USE_STRICT));
  }
}
