package lexscope.js.bytecode;

import lexscope.js.syntax.Expression;
import lexscope.js.syntax.ReservedWords;

/// Where V8 says that an expression stands when it throws or calls: at the operator, at the name of
/// a property, at the parenthesis of a call whose callee does not end with a name.
final class NodePlaces {
  private final String text;

  NodePlaces(String text) {
    this.text = text;
  }

  /// Of an expression.
  int of(Expression expression) {
    return switch (expression) {
      case Expression.Call node -> ofCall(node.callee());
      case Expression.TaggedTemplate node -> node.quasi().start();
      case Expression.Member node -> node.end() - node.name().length();
      case Expression.PrivateMember node -> node.end() - node.name().length() - 1;
      case Expression.SuperMember node -> node.end() - node.name().length();
      case Expression.Index node -> ofIndex(node);
      case Expression.Binary node ->
          node.rest().size() == 1
              ? after(node.first().end())
              : after(node.rest().get(node.rest().size() - 2).right().end());
      case Expression.Assign node -> after(node.target().end());
      case Expression.OptionalChain node -> of(node.expression());
      default -> expression.start();
    };
  }

  /// Of a call of this callee.
  int ofCall(Expression callee) {
    boolean named =
        switch (callee) {
          case Expression.IdentifierReference _ -> true;
          case Expression.Member node -> !isReserved(node.name());
          case Expression.SuperMember node -> !isReserved(node.name());
          default -> false;
        };
    int next = skip(callee.end(), false);
    if (named && next < text.length() && text.charAt(next) == '(') {
      return of(callee);
    }
    int parenthesis = skip(callee.end(), true);
    return parenthesis < text.length() && text.charAt(parenthesis) == '('
        ? parenthesis
        : of(callee);
  }

  /// Whether it is a word that V8's scanner does not take for a name, even after a dot. It does
  /// take `super`.
  private static boolean isReserved(String word) {
    return ReservedWords.contains(word) && !word.equals("super");
  }

  /// Of a property with a computed key.
  int ofIndex(Expression.Index node) {
    int bracket = skip(node.object().end(), true);
    return bracket < text.length() && text.charAt(bracket) == '[' ? bracket : node.start();
  }

  /// Of the operator behind an operand that ends at an offset.
  int after(int end) {
    return skip(end, true);
  }

  /// Of the first parenthesis behind an offset.
  int parenthesis(int start) {
    int found = text.indexOf('(', start);
    return found < 0 ? start : found;
  }

  /// The next character that is no space and no comment; past closing parentheses, and the dots of
  /// an optional chain, if asked for.
  private int skip(int from, boolean closing) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        i = end < 0 ? text.length() : end + 2;
      } else if (closing && text.startsWith("?.", i)) {
        i += 2;
      } else if (Character.isWhitespace(c) || c == '\uFEFF' || (closing && c == ')')) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }
}
