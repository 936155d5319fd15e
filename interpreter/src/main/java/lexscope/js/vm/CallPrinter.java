package lexscope.js.vm;

import java.util.List;
import lexscope.js.operations.NumberConversion;
import lexscope.js.syntax.BinaryStep;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.ListElement;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// An expression as V8's error messages write it (its class of the same name): names and literals
/// in full, what is no more than a value on the way as `(intermediate value)`.
///
/// The depth of an expression is bounded by the parser's nesting.
final class CallPrinter {
  private static final String INTERMEDIATE = "(intermediate value)";

  private final StringBuilder out = new StringBuilder();

  private CallPrinter() {}

  /// The text of an expression. Cost: its length.
  static String print(Expression expression) {
    var printer = new CallPrinter();
    printer.expression(expression);
    return printer.out.toString();
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.IdentifierReference node -> out.append(node.name());
      case Expression.This _ -> out.append("this");
      case Expression.NullLiteral _ -> out.append("null");
      case Expression.BooleanLiteral node -> out.append(node.value());
      case Expression.NumberLiteral node ->
          out.append(NumberConversion.numberToString(node.value()));
      case Expression.StringLiteral node -> quoted(node.value());
      case Expression.RegExpLiteral node ->
          out.append('/').append(node.pattern()).append('/').append(node.flags());
      case Expression.TemplateLiteral node -> template(node);
      case Expression.TaggedTemplate node -> call(node.tag());
      case Expression.ArrayLiteral node -> array(node.elements());
      case Expression.ObjectLiteral node ->
          out.append('{').repeat(INTERMEDIATE, node.properties().size()).append('}');
      case Expression.Member node -> {
        expression(node.object());
        out.append(node.optional() ? "?." : ".").append(node.name());
      }
      case Expression.Index node -> index(node);
      case Expression.PrivateMember node -> {
        expression(node.object());
        out.append(node.optional() ? "?.#" : ".#").append(node.name());
      }
      case Expression.SuperMember node -> out.append(INTERMEDIATE).append('.').append(node.name());
      case Expression.SuperIndex node -> {
        out.append(INTERMEDIATE).append('[');
        expression(node.index());
        out.append(']');
      }
      case Expression.Call node -> call(node.callee());
      case Expression.OptionalChain node -> expression(node.expression());
      case Expression.Unary node -> {
        String operator = node.operator().text();
        out.append('(').append(operator).append(operator.length() > 1 ? " " : "");
        expression(node.operand());
        out.append(')');
      }
      case Expression.Binary node -> binary(node.first(), node.rest());
      case Expression.Logical node -> list(node.operands(), " " + node.operator().text() + " ");
      case Expression.Sequence node -> list(node.expressions(), " , ");
      case Expression.Conditional _ -> out.repeat(INTERMEDIATE, 3);
      case Expression.Assign node -> target(node.target());
      default -> out.append(INTERMEDIATE);
    }
  }

  private void target(Target target) {
    if (target instanceof Expression expression) {
      expression(expression);
    } else {
      out.append(INTERMEDIATE);
    }
  }

  private void call(Expression callee) {
    expression(callee);
    out.append("(...)");
  }

  private void quoted(String text) {
    out.append('"').append(text).append('"');
  }

  private void template(Expression.TemplateLiteral node) {
    String only = onlyText(node);
    if (only != null) {
      quoted(only);
    } else {
      node.expressions().forEach(this::expression);
    }
  }

  private static @Nullable String onlyText(Expression expression) {
    return switch (expression) {
      case Expression.StringLiteral node -> node.value();
      case Expression.TemplateLiteral node when node.expressions().isEmpty() ->
          node.parts().getFirst().cooked();
      default -> null;
    };
  }

  private void index(Expression.Index node) {
    expression(node.object());
    String name = onlyText(node.index());
    if (name != null) {
      out.append(node.optional() ? "?." : ".").append(name);
      return;
    }
    out.append(node.optional() ? "?.[" : "[");
    expression(node.index());
    out.append(']');
  }

  private void array(List<ListElement> elements) {
    out.append('[');
    String separator = "";
    for (ListElement element : elements) {
      out.append(separator);
      separator = ",";
      switch (element) {
        case Expression expression -> expression(expression);
        case ListElement.Spread spread -> {
          out.append("...");
          expression(spread.argument());
        }
        case ListElement.Hole _ -> out.append(INTERMEDIATE);
      }
    }
    out.append(']');
  }

  /// Steps with the same operator share their parentheses.
  private void binary(Expression first, List<BinaryStep> rest) {
    int start = out.length();
    expression(first);
    for (int i = 0; i < rest.size(); i++) {
      BinaryStep step = rest.get(i);
      if (i > 0 && step.operator() != rest.get(i - 1).operator()) {
        out.insert(start, '(').append(')');
      }
      out.append(' ').append(step.operator().text()).append(' ');
      expression(step.right());
    }
    out.insert(start, '(').append(')');
  }

  private void list(List<Expression> operands, String separator) {
    out.append('(');
    String before = "";
    for (Expression operand : operands) {
      out.append(before);
      before = separator;
      expression(operand);
    }
    out.append(')');
  }
}
