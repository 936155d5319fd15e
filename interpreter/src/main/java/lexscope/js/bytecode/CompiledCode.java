package lexscope.js.bytecode;

import lexscope.gc.Cell;

/// A code block as a method of the JVM: what the interpreter would do instruction by instruction,
/// in one piece.
///
/// An activation may begin in the interpreter and go on here, since its state is all in its frame
/// wherever it can be entered: at its beginning, at the heads of loops and after suspensions.
public abstract class CompiledCode {
  /// Only made by classes that the baseline compiler makes.
  protected CompiledCode() {}

  /// Runs an activation from its place until it returns, throws or suspends.
  ///
  /// @param frame the activation
  /// @param base the mark of the handle stack to go back to before calls
  /// @return what it returned, yielded or awaits; the frame's state tells which
  public abstract Object execute(Cell frame, int base);
}
