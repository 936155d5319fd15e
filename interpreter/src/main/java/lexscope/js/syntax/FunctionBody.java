package lexscope.js.syntax;

import java.util.List;

/// The body of a function.
public sealed interface FunctionBody extends Node {
  /// `{ statements }`; the offsets include the braces.
  record Statements(List<Statement> statements, int start, int end) implements FunctionBody {}

  /// The expression of a concise arrow or a field initializer.
  record Concise(Expression expression, int start, int end) implements FunctionBody {}
}
