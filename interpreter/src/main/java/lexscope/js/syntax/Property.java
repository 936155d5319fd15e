package lexscope.js.syntax;

/// A property definition of an object literal, ECMA-262 section 13.2.5.
public sealed interface Property extends Node {
  /// `name: value`, or the shorthand `name`. An anonymous function or class as value takes the
  /// name.
  record KeyValue(PropertyName name, Expression value, boolean shorthand, int start, int end)
      implements Property {}

  /// `__proto__: value`: sets `[[Prototype]]` if the value is an object or null, makes no property,
  /// names no function (Annex B.3.1).
  record Prototype(Expression value, int start, int end) implements Property {}

  /// A method, getter or setter; {@link FunctionNode#kind} tells which.
  record Method(PropertyName name, FunctionNode function, int start, int end) implements Property {}

  /// `...argument`.
  record Spread(Expression argument, int start, int end) implements Property {}
}
