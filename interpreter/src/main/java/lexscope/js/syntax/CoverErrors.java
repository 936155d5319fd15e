package lexscope.js.syntax;

/// What the cover grammars (ECMA-262 sections 13.2.5.1, 13.15.1, 15.3.1) leave undecided: places in
/// the expression just parsed that are errors only if it stays an expression, or only if it becomes
/// a pattern. Each is the first such offset, or -1.
final class CoverErrors {
  static final String BAD_TARGET = "Invalid destructuring assignment target";

  /// `{a = 1}`, an error unless it becomes a pattern.
  int initializer = -1;

  /// A second `__proto__: v`, an error unless it becomes a pattern.
  int duplicateProto = -1;

  /// A parenthesised target, an error if it becomes a binding pattern.
  int notBinding = -1;

  /// A parenthesised pattern or something after a rest element, an error if it becomes any pattern.
  int notTarget = -1;

  /// What is wrong there.
  String notTargetMessage = BAD_TARGET;

  void clear() {
    initializer = -1;
    duplicateProto = -1;
    notBinding = -1;
    notTarget = -1;
  }

  /// Notes an element of a literal or of an arrow function's parameters that stands in parentheses.
  void noteElement(Expression element, int tokenStart) {
    if (element.start() == tokenStart) {
      return;
    }
    boolean simple = element instanceof Target.AssignmentTarget;
    if (simple && notBinding < 0) {
      notBinding = tokenStart;
    } else if (!simple && notTarget < 0) {
      notTarget = tokenStart;
      notTargetMessage = BAD_TARGET;
    }
  }

  /// Notes something after a rest element.
  void noteAfterRest(int offset) {
    if (notTarget < 0) {
      notTarget = offset;
      notTargetMessage = "Rest element must be last element";
    }
  }
}
