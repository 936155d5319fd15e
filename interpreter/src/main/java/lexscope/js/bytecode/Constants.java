package lexscope.js.bytecode;

import java.math.BigInteger;

/// Makes the guest values that code holds as constants. It keeps the compiler apart from the
/// machine.
public interface Constants {
  /// A guest string.
  Object string(String text);

  /// A guest BigInt.
  Object bigInt(BigInteger value);

  /// A guest number.
  Object number(double value);

  /// The property key of a name.
  Object propertyKey(String name);

  /// The value undefined.
  Object undefined();

  /// The value null.
  Object nullValue();

  /// Reserves numbers of allocation sites for a function's code.
  ///
  /// @return the number of its first instruction
  int reserveSites(FunctionTemplate template, PositionTable positions, int length);

  /// Whether code is made for stepping: with an instruction at each statement.
  boolean isStepping();

  /// Puts a new template on the heap.
  FunctionTemplate template(FunctionTemplate template);

  /// Numbers new code.
  CodeBlock code(CodeBlock code);
}
