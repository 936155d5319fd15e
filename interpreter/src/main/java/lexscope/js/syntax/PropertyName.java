package lexscope.js.syntax;

/// The name of a property in an object literal, class or object pattern.
public sealed interface PropertyName extends Node {
  /// An identifier name, a string, or a BigInt literal (its decimal digits), as the property key's
  /// string.
  record LiteralName(String value, int start, int end) implements PropertyName {}

  /// A numeric literal; the key is Number::toString of it.
  record NumericName(double value, int start, int end) implements PropertyName {}

  /// `[expression]`.
  record ComputedName(Expression expression, int start, int end) implements PropertyName {}

  /// `#name`, in classes only; the name is given without its `#`.
  record PrivateName(String name, int start, int end) implements PropertyName {}
}
