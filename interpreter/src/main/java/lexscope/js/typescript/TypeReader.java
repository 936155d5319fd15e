package lexscope.js.typescript;

import java.util.ArrayDeque;
import java.util.Deque;

/// Reads types, only to know where they end.
final class TypeReader {
  private final Reading r;
  private boolean conditionalForbidden;

  TypeReader(Reading r) {
    this.r = r;
  }

  /// Back to where no type is being read.
  void forget() {
    conditionalForbidden = false;
  }

  /// A type, or what stands in place of a function's: `x is T`, `asserts x`.
  void type() {
    r.enter();
    union();
    Scanner scan = r.scan;
    while (!conditionalForbidden && scan.isWord("extends") && !scan.newlineBefore) {
      scan.next();
      boolean saved = conditionalForbidden;
      conditionalForbidden = true;
      union();
      conditionalForbidden = saved;
      r.expect("?");
      type();
      r.expect(":");
      union();
    }
    r.leave();
  }

  private void union() {
    if (r.scan.is("|") || r.scan.is("&")) {
      r.scan.next();
    }
    operand();
    while (r.scan.is("|") || r.scan.is("&")) {
      r.scan.next();
      operand();
    }
  }

  private void operand() {
    primary();
    Scanner scan = r.scan;
    while (scan.is("[") && !scan.newlineBefore) {
      balanced();
    }
  }

  private void primary() {
    Scanner scan = r.scan;
    switch (scan.kind) {
      case STRING, NUMBER -> scan.next();
      case TEMPLATE -> template();
      case NAME -> named();
      case PUNCTUATOR -> punctuated();
      default -> throw scan.unexpected();
    }
  }

  private void punctuated() {
    Scanner scan = r.scan;
    scan.splitAngle();
    switch (scan.text) {
      case "(" -> {
        balanced();
        if (r.take("=>")) {
          result();
        }
      }
      case "<" -> {
        parameters();
        function();
      }
      case "{", "[" -> balanced();
      case "-" -> {
        scan.next();
        primary();
      }
      default -> throw scan.unexpected();
    }
  }

  private void function() {
    if (!r.scan.is("(")) {
      throw r.scan.unexpected();
    }
    balanced();
    r.expect("=>");
    result();
  }

  /// What a function type gives may be a conditional type again.
  private void result() {
    boolean saved = conditionalForbidden;
    conditionalForbidden = false;
    type();
    conditionalForbidden = saved;
  }

  private void named() {
    Scanner scan = r.scan;
    String word = scan.text;
    scan.next();
    switch (word) {
      case "keyof", "unique", "readonly" -> {
        if (startsType()) {
          r.enter();
          operand();
          r.leave();
          return;
        }
      }
      case "infer" -> {
        if (scan.kind == Scanner.Kind.NAME) {
          inferred();
          return;
        }
      }
      case "typeof" -> {
        if (scan.isWord("import")) {
          named();
          return;
        }
        scan.next();
      }
      case "import" -> {
        if (!scan.is("(")) {
          throw scan.unexpected();
        }
        balanced();
      }
      case "new" -> {
        if (scan.is("<")) {
          parameters();
        }
        function();
        return;
      }
      case "abstract" -> {
        if (scan.isWord("new")) {
          named();
          return;
        }
      }
      case "asserts" -> {
        if (scan.kind == Scanner.Kind.NAME && !scan.newlineBefore && !scan.isWord("is")) {
          scan.next();
        }
      }
      default -> {}
    }
    while (scan.is(".")) {
      scan.next();
      scan.next();
    }
    if ((scan.is("<") || scan.is("<<")) && !scan.newlineBefore) {
      arguments();
    }
    if (scan.isWord("is") && !scan.newlineBefore) {
      scan.next();
      type();
    }
  }

  private boolean startsType() {
    Scanner scan = r.scan;
    return switch (scan.kind) {
      case NAME -> !scan.isWord("extends") && !scan.newlineBefore;
      case STRING, NUMBER, TEMPLATE -> true;
      case PUNCTUATOR -> scan.is("(") || scan.is("{") || scan.is("[");
      default -> false;
    };
  }

  /// `infer U`, or `infer U extends X` unless that is the condition of a conditional type.
  private void inferred() {
    Scanner scan = r.scan;
    scan.next();
    if (scan.isWord("extends")) {
      Scanner.Mark mark = scan.mark();
      scan.next();
      union();
      if (scan.is("?") && !conditionalForbidden) {
        scan.reset(mark);
      }
    }
  }

  private void template() {
    Scanner scan = r.scan;
    while (!scan.templateEnds) {
      scan.next();
      type();
      if (!scan.is("}")) {
        throw scan.unexpected();
      }
      scan.continueTemplate();
    }
    scan.next();
  }

  /// `<A, B>`, the closing angle included.
  void arguments() {
    Scanner scan = r.scan;
    boolean saved = conditionalForbidden;
    conditionalForbidden = false;
    scan.splitAngle();
    r.expect("<");
    while (!closingAngle()) {
      type();
      scan.splitAngle();
      if (!scan.is(">")) {
        r.expect(",");
      }
    }
    scan.next();
    conditionalForbidden = saved;
  }

  private boolean closingAngle() {
    r.scan.splitAngle();
    return r.scan.is(">");
  }

  /// `<const T extends X = Y, in out U>`.
  void parameters() {
    Scanner scan = r.scan;
    boolean saved = conditionalForbidden;
    conditionalForbidden = false;
    r.expect("<");
    while (!closingAngle()) {
      r.name();
      while (scan.kind == Scanner.Kind.NAME && !scan.isWord("extends")) {
        scan.next();
      }
      if (scan.isWord("extends")) {
        scan.next();
        type();
      }
      if (r.take("=")) {
        type();
      }
      if (!closingAngle()) {
        r.expect(",");
      }
    }
    scan.next();
    conditionalForbidden = saved;
  }

  /// Type parameters of a declaration or type arguments of what it extends.
  void parametersOrArguments() {
    if (!r.arrows.attempt(
        () -> {
          parameters();
          return true;
        })) {
      arguments();
    }
  }

  /// Everything from an opening bracket to its closing one.
  void balanced() {
    Scanner scan = r.scan;
    Deque<String> open = new ArrayDeque<>();
    do {
      if (scan.kind == Scanner.Kind.TEMPLATE) {
        if (!scan.templateEnds) {
          open.push("`");
        }
      } else if (scan.is("{") || scan.is("(") || scan.is("[")) {
        open.push(scan.is("{") ? "}" : scan.is("(") ? ")" : "]");
      } else if (scan.is("}") && "`".equals(open.peek())) {
        scan.continueTemplate();
        if (scan.templateEnds) {
          open.pop();
        }
      } else if (scan.is("}") || scan.is(")") || scan.is("]")) {
        if (!scan.text.equals(open.peek())) {
          throw scan.unexpected();
        }
        open.pop();
      } else if (scan.kind == Scanner.Kind.END) {
        throw scan.unexpected();
      }
      scan.next();
    } while (!open.isEmpty());
  }
}
