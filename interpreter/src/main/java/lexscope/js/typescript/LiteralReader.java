package lexscope.js.typescript;

/// Reads templates, array literals and object literals.
final class LiteralReader {
  private final Reading r;

  LiteralReader(Reading r) {
    this.r = r;
  }

  void template() {
    Scanner scan = r.scan;
    while (!scan.templateEnds) {
      scan.next();
      r.expressions.expression(true);
      if (!scan.is("}")) {
        throw scan.unexpected();
      }
      scan.continueTemplate();
    }
    scan.next();
  }

  void array() {
    r.expect("[");
    while (!r.scan.is("]")) {
      if (r.take(",")) {
        continue;
      }
      r.take("...");
      r.expressions.assignment(true, false);
      if (!r.scan.is("]")) {
        r.expect(",");
      }
    }
    r.scan.next();
  }

  void object() {
    r.expect("{");
    while (!r.scan.is("}")) {
      property();
      if (!r.scan.is("}")) {
        r.expect(",");
      }
    }
    r.scan.next();
  }

  private void property() {
    Scanner scan = r.scan;
    if (r.take("...")) {
      r.expressions.assignment(true, false);
      return;
    }
    boolean modified = r.take("*");
    while (scan.isWord("get") || scan.isWord("set") || scan.isWord("async")) {
      Scanner.Mark mark = scan.mark();
      scan.next();
      if (scan.is("(")
          || scan.is(",")
          || scan.is(":")
          || scan.is("}")
          || scan.is("=")
          || scan.is("<")) {
        scan.reset(mark);
        break;
      }
      modified = true;
      r.take("*");
    }
    boolean shorthand = scan.kind == Scanner.Kind.NAME;
    int start = scan.start;
    String name = scan.text;
    key();
    if (modified || scan.is("(") || (r.dialect.types && scan.is("<"))) {
      r.functions.method(false);
    } else if (r.take(":")) {
      r.expressions.assignment(true, false);
    } else if (shorthand) {
      r.uses.add(name);
      String renaming = r.expressions.renamed.get(name);
      if (renaming != null) {
        r.edits.insert(start, name + ": ");
        r.edits.replace(start, start + name.length(), renaming);
      }
      if (r.take("=")) {
        r.expressions.assignment(true, false);
      }
    } else {
      throw scan.unexpected();
    }
  }

  /// PropertyName, ECMA-262 section 13.2.5, or a private name.
  void key() {
    Scanner scan = r.scan;
    switch (scan.kind) {
      case NAME, STRING, NUMBER, PRIVATE_NAME -> scan.next();
      default -> {
        r.expect("[");
        r.expressions.assignment(true, false);
        r.expect("]");
      }
    }
  }
}
