package lexscope.shell.session;

/// How far a program goes until it stands still again.
///
/// @param kind what it goes to
/// @param depth for [Kind#NEXT] and [Kind#FINISH], the depth of the activation that it stood in
record Pace(Kind kind, int depth) {
  enum Kind {
    /// To the next breakpoint.
    CONTINUE,
    /// To the next statement.
    STEP,
    /// To the next statement that is not in a callee.
    NEXT,
    /// To the next statement of a caller.
    FINISH
  }

  static final Pace CONTINUE = new Pace(Kind.CONTINUE, 0);
  static final Pace STEP = new Pace(Kind.STEP, 0);

  /// Whether it ends at a statement of an activation of that depth.
  boolean endsAt(int at) {
    return switch (kind) {
      case CONTINUE -> false;
      case STEP -> true;
      case NEXT -> at <= depth;
      case FINISH -> at < depth;
    };
  }
}
