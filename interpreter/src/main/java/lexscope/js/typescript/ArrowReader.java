package lexscope.js.typescript;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.ReservedWords;

/// Finds arrow functions, by trying.
final class ArrowReader {
  private final Reading r;

  /// Offsets where a head of an arrow function was tried in vain; so nested trials stay cheap.
  private final Set<Integer> noArrow = new HashSet<>();

  ArrowReader(Reading r) {
    this.r = r;
  }

  /// Reads something if it is there; else nothing has happened.
  boolean attempt(BooleanSupplier reader) {
    Scanner.Mark mark = r.scan.mark();
    int edits = r.edits.mark();
    int depth = r.depth();
    boolean read;
    try {
      read = reader.getAsBoolean();
    } catch (SyntaxErrorException e) {
      if (e.kind() == SyntaxErrorException.Kind.TOO_DEEP) {
        throw e;
      }
      read = false;
    }
    if (!read) {
      r.scan.reset(mark);
      r.edits.reset(edits);
      r.resetDepth(depth);
      r.types.forget();
    }
    return read;
  }

  /// Reads an arrow function if one is there.
  ///
  /// @param beforeColon whether a colon follows, so that `(a): b => c` may be no arrow function
  boolean arrow(boolean in, boolean beforeColon) {
    Scanner scan = r.scan;
    if (scan.kind == Scanner.Kind.NAME) {
      if (scan.isWord("async") && asyncArrow(in, beforeColon)) {
        return true;
      }
      if (!scan.arrowFollows() || ReservedWords.contains(scan.text)) {
        return false;
      }
      scan.next();
      scan.next();
      body(in);
      return true;
    }
    return (scan.is("(") || (r.dialect.types && scan.is("<"))) && parenthesized(in, beforeColon);
  }

  private boolean asyncArrow(boolean in, boolean beforeColon) {
    Scanner scan = r.scan;
    Scanner.Mark mark = scan.mark();
    scan.next();
    if (!scan.newlineBefore) {
      if (scan.kind == Scanner.Kind.NAME
          && scan.arrowFollows()
          && !ReservedWords.contains(scan.text)) {
        scan.next();
        scan.next();
        body(in);
        return true;
      }
      if ((scan.is("(") || (r.dialect.types && scan.is("<"))) && parenthesized(in, beforeColon)) {
        return true;
      }
    }
    scan.reset(mark);
    return false;
  }

  private boolean parenthesized(boolean in, boolean beforeColon) {
    Scanner scan = r.scan;
    int start = scan.start;
    if (noArrow.contains(start)) {
      return false;
    }
    Scanner.Mark mark = scan.mark();
    int edits = r.edits.mark();
    var typed = new boolean[1];
    if (!attempt(() -> head(typed))) {
      noArrow.add(start);
      return false;
    }
    scan.next();
    body(in);
    if (typed[0] && beforeColon && !scan.is(":")) {
      noArrow.add(start);
      scan.reset(mark);
      r.edits.reset(edits);
      return false;
    }
    return true;
  }

  private boolean head(boolean[] typed) {
    Scanner scan = r.scan;
    r.typeParameters();
    r.functions.parameters(false);
    int from = scan.start;
    if (scan.is(":") && r.dialect.types) {
      scan.next();
      r.types.type();
      // No line may end before the arrow.
      r.edits.replace(from, scan.previousEnd, "");
      typed[0] = true;
    }
    return scan.is("=>") && !scan.newlineBefore;
  }

  private void body(boolean in) {
    if (r.scan.is("{")) {
      r.functions.body();
    } else {
      r.expressions.assignment(in, false);
    }
  }
}
