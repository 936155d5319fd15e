package lexscope.js.host;

import lexscope.gc.SourcePlace;

/// What the program asks of the tool that runs it. The program goes on when a method returns; none
/// of them may change anything in its heap.
@FunctionalInterface
public interface HostHooks {
  /// The program asks for a snapshot: `lexscope.snapshot(name)`.
  void snapshot(String name);

  /// The program came to a `debugger` statement.
  default void debuggerStatement(SourcePlace place) {}

  /// The run was asked to end, and is at a safepoint: it may be looked at there, and goes on if
  /// this returns.
  ///
  /// @throws InterruptedRunException to end it
  default void interrupted() {
    throw new InterruptedRunException();
  }

  /// Hooks that do nothing.
  static HostHooks none() {
    return _ -> {};
  }
}
