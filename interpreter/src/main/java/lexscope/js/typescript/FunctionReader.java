package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads functions: parameters lose their types, signatures without a body are told apart, and
/// parameter properties become assignments.
final class FunctionReader {
  private final Reading r;

  /// The parameter properties of the constructor that is being read.
  private @Nullable List<String> properties;

  private boolean derived;

  FunctionReader(Reading r) {
    this.r = r;
  }

  /// A function, from the word on.
  ///
  /// @return its name, empty if it has none; null if it has no body
  @Nullable String function(boolean declaration) {
    Scanner scan = r.scan;
    r.expectWord("function");
    r.take("*");
    String name = scan.kind == Scanner.Kind.NAME ? r.name() : "";
    return method(declaration) ? name : null;
  }

  /// Parameters and body of a function that is no constructor with parameter properties.
  ///
  /// @param signatures whether the body may be missing
  /// @return whether there is a body
  boolean method(boolean signatures) {
    List<String> saved = properties;
    properties = null;
    boolean whole = rest(signatures, false);
    properties = saved;
    return whole;
  }

  /// The initializer of a field: what it calls is not the constructor's.
  void initializer() {
    List<String> saved = properties;
    properties = null;
    r.expressions.assignment(true, false);
    properties = saved;
  }

  /// A constructor from its parameters on.
  ///
  /// @param fieldsAt where the fields of its parameter properties go
  boolean constructor(boolean ofDerivedClass, int fieldsAt) {
    List<String> saved = properties;
    boolean savedDerived = derived;
    properties = new ArrayList<>();
    derived = ofDerivedClass;
    boolean whole = rest(true, true);
    if (whole && !properties.isEmpty()) {
      r.edits.insert(fieldsAt, " " + String.join("; ", properties) + ";");
    }
    properties = saved;
    derived = savedDerived;
    return whole;
  }

  private boolean rest(boolean signatures, boolean isConstructor) {
    Scanner scan = r.scan;
    r.typeParameters();
    parameters(isConstructor);
    r.annotation();
    if (!scan.is("{") && signatures && r.dialect.types) {
      r.statements.endOfStatement();
      return false;
    }
    if (isConstructor && !derived) {
      r.edits.insert(scan.end, assignments(" ", "; "));
    }
    body();
    return true;
  }

  private String assignments(String before, String after) {
    var out = new StringBuilder();
    if (properties != null) {
      for (String name : properties) {
        out.append(before).append("this.").append(name).append(" = ").append(name).append(after);
      }
    }
    return out.toString();
  }

  /// A call of the superclass's constructor was read: parameter properties are assigned after it.
  void superCalled(int from, int to) {
    List<String> names = properties;
    if (!derived || names == null || names.isEmpty()) {
      return;
    }
    String before = r.scan.input.substring(0, from).stripTrailing();
    boolean statement =
        before.endsWith("{")
            || before.endsWith(";")
            || before.endsWith("}")
            || r.scan.input.substring(before.length(), from).indexOf('\n') >= 0;
    if (statement) {
      r.edits.insert(to, assignments(", ", ""));
    } else {
      r.edits.insert(from, "(");
      r.edits.insert(to, assignments(", ", "") + ", this)");
    }
  }

  /// FunctionBody with its braces, ECMA-262 section 15.2.
  void body() {
    r.enter();
    r.statements.block();
    r.leave();
  }

  /// FormalParameters with their parentheses, ECMA-262 section 15.1.
  void parameters(boolean isConstructor) {
    Scanner scan = r.scan;
    r.expect("(");
    while (!scan.is(")")) {
      if (scan.is("@")) {
        throw r.unsupported("Decorators are");
      }
      int from = scan.start;
      if (r.dialect.types && scan.isWord("this")) {
        scan.next();
        r.annotation();
        r.take(",");
        r.edits.blank(from, scan.previousEnd);
        continue;
      }
      boolean property = isConstructor && modifiers();
      r.take("...");
      String name = scan.kind == Scanner.Kind.NAME ? scan.text : "";
      r.declarations.target(null);
      if (property && properties != null && !name.isEmpty()) {
        properties.add(name);
      }
      if (r.dialect.types && scan.is("?")) {
        r.blankToken();
      }
      r.annotation();
      if (r.take("=")) {
        r.expressions.assignment(true, false);
      }
      if (!scan.is(")")) {
        r.expect(",");
      }
    }
    scan.next();
  }

  /// Blanks the modifiers of a parameter property.
  private boolean modifiers() {
    Scanner scan = r.scan;
    boolean found = false;
    while (r.dialect.types && scan.kind == Scanner.Kind.NAME && Words.isModifier(scan.text)) {
      Scanner.Mark mark = scan.mark();
      scan.next();
      boolean modifier = scan.kind == Scanner.Kind.NAME;
      scan.reset(mark);
      if (!modifier) {
        break;
      }
      r.blankToken();
      found = true;
    }
    return found;
  }
}
