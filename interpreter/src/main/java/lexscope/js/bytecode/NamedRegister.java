package lexscope.js.bytecode;

import lexscope.js.scope.Binding;

/// A binding of a scope without record: it lives in a register while control is between two places.
///
/// @param start the first instruction at which the scope is entered
/// @param end the place after the last one
public record NamedRegister(int register, Binding binding, int start, int end) {
  /// Whether the scope is entered at an instruction.
  public boolean covers(int pc) {
    return start <= pc && pc < end;
  }
}
