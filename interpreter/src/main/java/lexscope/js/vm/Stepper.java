package lexscope.js.vm;

/// Is told while the guest runs, on its thread: the guest goes on when the method returns. Code
/// that was compiled before a stepper was set does not tell of statements.
public interface Stepper {
  /// A statement begins.
  void statement(Frame frame);

  /// A `debugger` statement.
  void debuggerStatement(Frame frame);
}
