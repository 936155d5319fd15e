package lexscope.js.bytecode;

import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.ListElement;

/// Whether evaluating an expression may assign a binding that lives in a register.
///
/// Only the activation's own text can do that: a scope that a closure could reach has a record. So
/// calls are harmless, and the answer may err on the side of yes: then a value is copied once more.
final class Assignments {
  private static final int DEPTH = 5;

  private Assignments() {}

  static boolean in(Expression expression) {
    return in(expression, DEPTH);
  }

  /// Whether one of the elements may assign.
  static boolean inAny(Iterable<? extends ListElement> elements) {
    for (ListElement element : elements) {
      Expression part =
          switch (element) {
            case Expression expression -> expression;
            case ListElement.Spread spread -> spread.argument();
            case ListElement.Hole _ -> null;
          };
      if (part != null && in(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean in(Expression expression, int depth) {
    if (depth == 0) {
      return true;
    }
    return switch (expression) {
      case Expression.IdentifierReference _,
          Expression.This _,
          Expression.NullLiteral _,
          Expression.BooleanLiteral _,
          Expression.NumberLiteral _,
          Expression.BigIntLiteral _,
          Expression.StringLiteral _,
          Expression.RegExpLiteral _,
          Expression.NewTarget _,
          Expression.ImportMeta _,
          FunctionNode _ ->
          false;
      case ClassNode _ -> true;
      case Expression.Member node -> in(node.object(), depth - 1);
      case Expression.Index node -> in(node.object(), depth - 1) || in(node.index(), depth - 1);
      case Expression.Unary node -> in(node.operand(), depth - 1);
      case Expression.Binary node ->
          in(node.first(), depth - 1)
              || node.rest().stream().anyMatch(step -> in(step.right(), depth - 1));
      case Expression.Call node -> in(node.callee(), depth - 1) || inList(node.arguments(), depth);
      case Expression.New node -> in(node.callee(), depth - 1) || inList(node.arguments(), depth);
      default -> true;
    };
  }

  private static boolean inList(Iterable<? extends ListElement> elements, int depth) {
    for (ListElement element : elements) {
      if (!(element instanceof Expression expression) || in(expression, depth - 1)) {
        return true;
      }
    }
    return false;
  }
}
