package lexscope.js.typescript;

/// Reads classes: what only types are for is blanked.
final class ClassReader {
  private final Reading r;

  ClassReader(Reading r) {
    this.r = r;
  }

  /// A class, from the word on.
  ///
  /// @return its name, or the empty text
  String classDefinition() {
    Scanner scan = r.scan;
    r.enter();
    r.expectWord("class");
    String name = "";
    if (scan.kind == Scanner.Kind.NAME
        && !scan.isWord("extends")
        && !(r.dialect.types && scan.isWord("implements"))) {
      name = r.name();
    }
    r.typeParameters();
    boolean derived = scan.isWord("extends");
    if (derived) {
      scan.next();
      r.expressions.leftHandSide(true);
    }
    if (r.dialect.types && scan.isWord("implements")) {
      int from = scan.start;
      do {
        scan.next();
        r.types.type();
      } while (scan.is(","));
      r.edits.blank(from, scan.previousEnd);
    }
    int bodyStart = scan.end;
    r.expect("{");
    while (!scan.is("}")) {
      if (!r.take(";")) {
        element(derived, bodyStart);
      }
    }
    scan.next();
    r.leave();
    return name;
  }

  private void element(boolean derived, int bodyStart) {
    Scanner scan = r.scan;
    int start = scan.start;
    int mark = r.edits.mark();
    if (scan.is("@")) {
      throw r.unsupported("Decorators are");
    }
    boolean erased = false;
    boolean isStatic = false;
    boolean accessor = false;
    while (scan.kind == Scanner.Kind.NAME && isModifier()) {
      if (Words.isModifier(scan.text)) {
        erased |= scan.isWord("declare") || scan.isWord("abstract");
        r.blankToken();
        continue;
      }
      isStatic |= scan.isWord("static");
      accessor |= scan.isWord("get") || scan.isWord("set");
      scan.next();
      if (isStatic && scan.is("{")) {
        r.functions.body();
        return;
      }
    }
    r.take("*");
    if (r.dialect.types && scan.is("[") && indexSignature()) {
      r.statements.endOfStatement();
      r.edits.blankStatement(mark, start, scan.previousEnd);
      return;
    }
    boolean isConstructor = !isStatic && scan.isWord("constructor");
    r.literals.key();
    if (r.dialect.types && (scan.is("?") || (scan.is("!") && !scan.newlineBefore))) {
      r.blankToken();
    }
    boolean whole = true;
    if (scan.is("(") || (r.dialect.types && scan.is("<"))) {
      whole =
          isConstructor && !accessor
              ? r.functions.constructor(derived, bodyStart)
              : r.functions.method(true);
    } else {
      r.annotation();
      if (r.take("=")) {
        r.functions.initializer();
      }
      r.statements.endOfStatement();
    }
    if (erased || !whole) {
      r.edits.blankStatement(mark, start, scan.previousEnd);
    }
  }

  /// Whether the current word modifies what follows it rather than being a member's name.
  private boolean isModifier() {
    Scanner scan = r.scan;
    boolean own = r.dialect.types && Words.isModifier(scan.text);
    switch (scan.text) {
      case "static", "async", "get", "set", "accessor" -> {}
      default -> {
        if (!own) {
          return false;
        }
      }
    }
    Scanner.Mark mark = scan.mark();
    scan.next();
    boolean modifier =
        switch (scan.kind) {
          case NAME, STRING, NUMBER, PRIVATE_NAME ->
              !scan.newlineBefore || mark.text().equals("static");
          case PUNCTUATOR ->
              scan.is("[") || scan.is("*") || (scan.is("{") && mark.text().equals("static"));
          default -> false;
        };
    scan.reset(mark);
    return modifier;
  }

  /// Moves past `[key: T]: U` if it is there.
  private boolean indexSignature() {
    return r.arrows.attempt(() -> {
      r.scan.next();
      r.name();
      if (!r.scan.is(":")) {
        return false;
      }
      r.scan.next();
      r.types.type();
      r.expect("]");
      r.annotation();
      return true;
    });
  }
}
