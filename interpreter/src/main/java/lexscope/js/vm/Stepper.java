package lexscope.js.vm;

/// Is told while the guest runs, on its thread: the guest goes on when the method returns. Code
/// that was compiled before a stepper was set does not tell of statements.
public interface Stepper {
  /// A statement begins.
  void statement(Frame frame);

  /// Something may have been made: an expression that makes closures or objects, or may do so, has
  /// been evaluated, or a function was entered. The activation is at the place of that expression
  /// or function, and holds the value. Of function declarations the next statement tells.
  default void made(Frame frame) {}

  /// A `debugger` statement.
  void debuggerStatement(Frame frame);
}
