package lexscope.js.syntax;

/// An entry of an array literal or an argument list: an expression, a spread, or (arrays only) a
/// hole.
public sealed interface ListElement extends Node
    permits Expression, ListElement.Spread, ListElement.Hole {
  /// `...argument`.
  record Spread(Expression argument, int start, int end) implements ListElement {}

  /// An elision in an array literal: it counts for the length and makes no element.
  record Hole(int start, int end) implements ListElement {}
}
