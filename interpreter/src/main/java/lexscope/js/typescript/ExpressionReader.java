package lexscope.js.typescript;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.js.syntax.ReservedWords;

/// Reads expressions as rows of operands and operators, and drops what only types are for: `as T`,
/// `satisfies T`, `!`, `<T>x`, type arguments.
final class ExpressionReader {
  private final Reading r;

  /// What a name becomes that is a member of the enum whose values are being read.
  Map<String, String> renamed = new LinkedHashMap<>();

  ExpressionReader(Reading r) {
    this.r = r;
  }

  /// Expression, ECMA-262 section 13.16.
  void expression(boolean in) {
    assignment(in, false);
    while (r.take(",")) {
      assignment(in, false);
    }
  }

  /// AssignmentExpression, ECMA-262 section 13.15.
  ///
  /// @param in whether `in` is an operator here
  /// @param beforeColon whether a colon of a conditional expression follows
  void assignment(boolean in, boolean beforeColon) {
    r.enter();
    boolean whole = true;
    while (true) {
      if (whole && r.arrows.arrow(in, beforeColon)) {
        break;
      }
      unary();
      Scanner scan = r.scan;
      while (r.dialect.types
          && !scan.newlineBefore
          && (scan.isWord("as") || scan.isWord("satisfies"))) {
        int from = scan.start;
        scan.next();
        r.types.type();
        r.edits.blank(from, scan.previousEnd);
      }
      if (scan.is("?")) {
        scan.next();
        assignment(true, true);
        r.expect(":");
        whole = true;
      } else if (isOperator(in)) {
        whole = scan.kind == Scanner.Kind.PUNCTUATOR && Words.isAssignment(scan.text);
        scan.next();
      } else {
        break;
      }
    }
    r.leave();
  }

  private boolean isOperator(boolean in) {
    Scanner scan = r.scan;
    if (scan.kind == Scanner.Kind.PUNCTUATOR) {
      return Words.isBinary(scan.text) || Words.isAssignment(scan.text);
    }
    return scan.isWord("instanceof") || (in && scan.isWord("in"));
  }

  private void unary() {
    Scanner scan = r.scan;
    while (true) {
      if (scan.kind == Scanner.Kind.PUNCTUATOR) {
        if (r.dialect == Dialect.TYPESCRIPT && scan.is("<")) {
          int from = scan.start;
          r.types.arguments();
          r.edits.blank(from, scan.previousEnd);
          continue;
        }
        switch (scan.text) {
          case "!", "~", "+", "-", "++", "--" -> {
            scan.next();
            continue;
          }
          default -> {}
        }
      } else if (scan.kind == Scanner.Kind.NAME) {
        switch (scan.text) {
          case "typeof", "void", "delete", "new" -> {
            boolean isNew = scan.isWord("new");
            scan.next();
            if (isNew && scan.is(".")) {
              scan.next();
              r.name();
              members(false);
              return;
            }
            continue;
          }
          case "await", "yield" -> {
            if (startsOperandOfWord()) {
              continue;
            }
            return;
          }
          default -> {}
        }
      }
      leftHandSide(false);
      return;
    }
  }

  /// Moves past `await` or `yield`; whether an operand follows. Without one it was the whole.
  private boolean startsOperandOfWord() {
    Scanner scan = r.scan;
    boolean isYield = scan.isWord("yield");
    scan.next();
    if (isYield && r.take("*")) {
      return true;
    }
    if (scan.is("/") || scan.is("<")) {
      return true;
    }
    boolean starts = startsExpression() && !(isYield && scan.newlineBefore);
    if (!starts) {
      members(false);
    }
    return starts;
  }

  /// Whether the current token can begin an expression.
  boolean startsExpression() {
    Scanner scan = r.scan;
    return switch (scan.kind) {
      case END -> false;
      case NAME ->
          switch (scan.text) {
            case "in", "instanceof", "as", "satisfies", "of" -> false;
            default -> true;
          };
      case PUNCTUATOR ->
          switch (scan.text) {
            case "(", "[", "{", "!", "~", "+", "-", "++", "--", "@" -> true;
            default -> false;
          };
      default -> true;
    };
  }

  /// LeftHandSideExpression with the postfix operators, ECMA-262 sections 13.3 and 13.4.
  ///
  /// @param heritage after `extends` of a class
  void leftHandSide(boolean heritage) {
    primary();
    members(heritage);
  }

  private void primary() {
    Scanner scan = r.scan;
    switch (scan.kind) {
      case NAME -> named();
      case NUMBER, STRING, PRIVATE_NAME -> scan.next();
      case TEMPLATE -> r.literals.template();
      case PUNCTUATOR -> punctuated();
      default -> throw scan.unexpected();
    }
  }

  private void punctuated() {
    Scanner scan = r.scan;
    switch (scan.text) {
      case "(" -> {
        scan.next();
        expression(true);
        r.expect(")");
      }
      case "[" -> r.literals.array();
      case "{" -> r.literals.object();
      case "/", "/=" -> {
        scan.rescanRegExp();
        scan.next();
      }
      case "<" -> {
        if (!r.dialect.elements) {
          throw scan.unexpected();
        }
        r.elements.element();
      }
      case "@" -> throw r.unsupported("Decorators are");
      default -> throw scan.unexpected();
    }
  }

  private void named() {
    Scanner scan = r.scan;
    switch (scan.text) {
      case "function" -> r.functions.function(false);
      case "class" -> r.classes.classDefinition();
      case "async" -> {
        Scanner.Mark mark = scan.mark();
        scan.next();
        if (scan.isWord("function") && !scan.newlineBefore) {
          r.functions.function(false);
        } else {
          scan.reset(mark);
          identifier();
        }
      }
      case "this", "null", "true", "false", "import" -> scan.next();
      case "super" -> superReference();
      default -> {
        if (ReservedWords.contains(scan.text)) {
          throw scan.unexpected();
        }
        identifier();
      }
    }
  }

  private void superReference() {
    Scanner scan = r.scan;
    int from = scan.start;
    scan.next();
    if (scan.is("(")) {
      arguments();
      r.functions.superCalled(from, scan.previousEnd);
    }
  }

  private void identifier() {
    Scanner scan = r.scan;
    r.uses.add(scan.text);
    String renaming = renamed.get(scan.text);
    if (renaming != null) {
      r.edits.replace(scan.start, scan.end, renaming);
    }
    scan.next();
  }

  private void arguments() {
    r.expect("(");
    while (!r.scan.is(")")) {
      r.take("...");
      assignment(true, false);
      if (!r.scan.is(")")) {
        r.expect(",");
      }
    }
    r.scan.next();
  }

  private void members(boolean heritage) {
    Scanner scan = r.scan;
    while (true) {
      if (scan.kind == Scanner.Kind.TEMPLATE) {
        r.literals.template();
        continue;
      }
      if (scan.kind != Scanner.Kind.PUNCTUATOR) {
        return;
      }
      switch (scan.text) {
        case "." -> {
          scan.next();
          member();
        }
        case "?." -> {
          scan.next();
          if (scan.kind == Scanner.Kind.NAME || scan.kind == Scanner.Kind.PRIVATE_NAME) {
            scan.next();
          }
        }
        case "[" -> {
          scan.next();
          expression(true);
          r.expect("]");
        }
        case "(" -> arguments();
        case "++", "--" -> {
          if (scan.newlineBefore) {
            return;
          }
          scan.next();
        }
        case "!" -> {
          if (!r.dialect.types || scan.newlineBefore) {
            return;
          }
          r.blankToken();
        }
        case "<", "<<" -> {
          if (!r.dialect.types || !typeArguments(heritage)) {
            return;
          }
        }
        default -> {
          return;
        }
      }
    }
  }

  private void member() {
    Scanner scan = r.scan;
    if (scan.kind != Scanner.Kind.NAME && scan.kind != Scanner.Kind.PRIVATE_NAME) {
      throw scan.unexpected();
    }
    scan.next();
  }

  /// Whether type arguments are there; they are blanked.
  private boolean typeArguments(boolean heritage) {
    Scanner scan = r.scan;
    int from = scan.start;
    boolean read =
        r.arrows.attempt(() -> {
          r.types.arguments();
          return heritage || mayFollowTypeArguments();
        });
    if (read) {
      r.edits.blank(from, scan.previousEnd);
    }
    return read;
  }

  private boolean mayFollowTypeArguments() {
    Scanner scan = r.scan;
    if (scan.is("(") || scan.kind == Scanner.Kind.TEMPLATE) {
      return true;
    }
    if (scan.is("<") || scan.is(">") || scan.is("+") || scan.is("-")) {
      return false;
    }
    return scan.newlineBefore || !startsExpression() || scan.isWord("as");
  }
}
