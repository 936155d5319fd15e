package lexscope.shell.steps;

import java.util.List;
import lexscope.gc.SourcePlace;

/// An execution context at one step.
///
/// @param key what it is called through all steps
/// @param name the function's name, or what code it is
/// @param state `running`, `waiting for a callee`, or what a suspended one waits for
/// @param place where it stands
/// @param rows `Function`, `LexicalEnvironment`, `VariableEnvironment` and the others
public record Context(String key, String name, String state, SourcePlace place, List<Row> rows) {
  /// Whether it is not on the execution context stack.
  public boolean isSuspended() {
    return state.startsWith("suspended");
  }
}
