package lexscope.js.bytecode;

import lexscope.js.syntax.Expression;
import lexscope.js.syntax.Target;

/// What the text around a function without a name is assigned to: V8 calls it by that in stack
/// traces, such as `Point.move` for `Point.prototype.move = function () {}`.
final class InferredNames {
  private final String constructor;
  private String current = "";

  /// For the code of a function.
  ///
  /// @param function its name: one that begins with a capital letter stands before the others
  InferredNames(String function) {
    constructor = !function.isEmpty() && Character.isUpperCase(function.charAt(0)) ? function : "";
  }

  /// The name of a function that stands here; empty if there is none.
  String current() {
    return current;
  }

  /// Goes into what is assigned to a target; gives what to [#leave] with.
  String enter(Target target) {
    return enter(path(target));
  }

  /// Goes into the value of a variable or property.
  String enter(String name) {
    String outer = current;
    String before = outer.isEmpty() ? constructor : outer;
    current = name.isEmpty() ? outer : before.isEmpty() ? name : before + "." + name;
    return outer;
  }

  /// Goes into a call: what stands there has no name.
  String enterCall() {
    String outer = current;
    current = "";
    return outer;
  }

  /// Goes into an element of an object or class with this key, which names it.
  String enterElement(String key) {
    String outer = current;
    current = key;
    return outer;
  }

  /// Comes back.
  void leave(String outer) {
    current = outer;
  }

  private static String path(Object node) {
    var path = new StringBuilder();
    Object each = node;
    while (true) {
      String name =
          switch (each) {
            case Expression.IdentifierReference reference -> reference.name();
            case Expression.Member member -> member.name();
            case Expression.Index(Expression _, Expression index, boolean _, int _, int _) ->
                index instanceof Expression.StringLiteral text ? text.value() : "<computed>";
            default -> "";
          };
      if (!name.isEmpty() && !name.equals("prototype")) {
        path.insert(0, path.isEmpty() ? name : name + ".");
      }
      if (each instanceof Expression.Member member) {
        each = member.object();
      } else if (each instanceof Expression.Index index) {
        each = index.object();
      } else {
        return path.toString();
      }
    }
  }
}
