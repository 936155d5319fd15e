package lexscope.js.typescript;

import java.util.LinkedHashSet;
import java.util.Set;
import lexscope.js.syntax.ReservedWords;

/// Reads statements.
final class StatementReader {
  private final Reading r;

  /// How many blocks and functions are open.
  int nesting;

  /// The classes, functions, enums and namespaces that the innermost block declares so far.
  Set<String> declared = new LinkedHashSet<>();

  /// How many statements were read that leave something to run.
  int kept;

  StatementReader(Reading r) {
    this.r = r;
  }

  /// A block with its braces.
  void block() {
    r.expect("{");
    contents();
    r.scan.next();
  }

  /// The statements up to a closing brace.
  void contents() {
    Set<String> outer = declared;
    declared = new LinkedHashSet<>();
    nesting++;
    while (!r.scan.is("}")) {
      statement();
    }
    nesting--;
    declared = outer;
  }

  /// The end of a statement: ECMA-262 section 12.10.
  void endOfStatement() {
    Scanner scan = r.scan;
    if (r.take(";")) {
      return;
    }
    if (!scan.is("}") && scan.kind != Scanner.Kind.END && !scan.newlineBefore) {
      throw scan.unexpected();
    }
    if (scan.is("(")
        || scan.is("[")
        || scan.is("+")
        || scan.is("-")
        || scan.is("/")
        || scan.is("<")
        || scan.kind == Scanner.Kind.TEMPLATE) {
      // A type ended the statement here; what is left of it would not.
      r.edits.endStatementAt(scan.previousEnd);
    }
  }

  /// A statement or declaration.
  void statement() {
    r.enter();
    int before = kept;
    kept++;
    if (r.declarations.declaration()) {
      // Counted by itself.
      kept = r.declarations.erasedLast() ? before : kept;
    } else {
      plain();
    }
    r.leave();
  }

  private void plain() {
    Scanner scan = r.scan;
    if (scan.kind == Scanner.Kind.PUNCTUATOR) {
      switch (scan.text) {
        case "{" -> {
          block();
          return;
        }
        case ";" -> {
          scan.next();
          return;
        }
        case "@" -> throw r.unsupported("Decorators are");
        default -> {}
      }
    }
    if (scan.kind != Scanner.Kind.NAME || !keyword()) {
      expressionOrLabel();
    }
  }

  private void expressionOrLabel() {
    Scanner scan = r.scan;
    if (scan.kind == Scanner.Kind.NAME && !ReservedWords.contains(scan.text)) {
      Scanner.Mark mark = scan.mark();
      scan.next();
      if (r.take(":")) {
        statement();
        return;
      }
      scan.reset(mark);
    }
    r.expressions.expression(true);
    endOfStatement();
  }

  private boolean keyword() {
    Scanner scan = r.scan;
    switch (scan.text) {
      case "if" -> {
        scan.next();
        condition();
        statement();
        while (scan.isWord("else")) {
          scan.next();
          if (scan.isWord("if")) {
            scan.next();
            condition();
          }
          statement();
        }
      }
      case "while", "with" -> {
        scan.next();
        condition();
        statement();
      }
      case "do" -> {
        scan.next();
        statement();
        r.expectWord("while");
        condition();
        r.take(";");
      }
      case "for" -> forLoop();
      case "switch" -> switchStatement();
      case "try" -> tryStatement();
      case "return", "throw" -> {
        scan.next();
        if (!scan.newlineBefore
            && !scan.is(";")
            && !scan.is("}")
            && scan.kind != Scanner.Kind.END) {
          r.expressions.expression(true);
        }
        endOfStatement();
      }
      case "break", "continue" -> {
        scan.next();
        if (scan.kind == Scanner.Kind.NAME && !scan.newlineBefore) {
          scan.next();
        }
        endOfStatement();
      }
      case "debugger" -> {
        scan.next();
        endOfStatement();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void condition() {
    r.expect("(");
    r.expressions.expression(true);
    r.expect(")");
  }

  private void forLoop() {
    Scanner scan = r.scan;
    scan.next();
    if (scan.isWord("await")) {
      scan.next();
    }
    r.expect("(");
    if (r.declarations.startsVariables()) {
      r.declarations.variables(false, null);
    } else if (!scan.is(";")) {
      r.expressions.expression(false);
    }
    if (scan.isWord("of") || scan.isWord("in")) {
      scan.next();
      r.expressions.expression(true);
    } else {
      r.expect(";");
      if (!scan.is(";")) {
        r.expressions.expression(true);
      }
      r.expect(";");
      if (!scan.is(")")) {
        r.expressions.expression(true);
      }
    }
    r.expect(")");
    statement();
  }

  private void switchStatement() {
    Scanner scan = r.scan;
    scan.next();
    condition();
    r.expect("{");
    nesting++;
    while (!scan.is("}")) {
      if (scan.isWord("default")) {
        scan.next();
        r.expect(":");
      } else if (scan.isWord("case")) {
        scan.next();
        r.expressions.expression(true);
        r.expect(":");
      } else {
        statement();
      }
    }
    nesting--;
    scan.next();
  }

  private void tryStatement() {
    Scanner scan = r.scan;
    scan.next();
    block();
    if (scan.isWord("catch")) {
      scan.next();
      if (r.take("(")) {
        r.declarations.target(null);
        r.annotation();
        r.expect(")");
      }
      block();
    }
    if (scan.isWord("finally")) {
      scan.next();
      block();
    }
  }
}
