package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.syntax.ReservedWords;
import org.jspecify.annotations.Nullable;

/// Reads declarations; those of types are blanked.
final class DeclarationReader {
  private final Reading r;
  private final EnumReader enums;
  private boolean erasedLast;

  DeclarationReader(Reading r) {
    this.r = r;
    enums = new EnumReader(r);
  }

  /// Whether the declaration that was read last left nothing to run.
  boolean erasedLast() {
    return erasedLast;
  }

  void setErasedLast(boolean erased) {
    erasedLast = erased;
  }

  /// Reads a declaration if one is there.
  boolean declaration() {
    Scanner scan = r.scan;
    if (scan.kind != Scanner.Kind.NAME) {
      return false;
    }
    boolean atTop = scan.isWord("import") || scan.isWord("export");
    return atTop ? r.modules.declaration() : declare(scan.start, new ArrayList<>());
  }

  /// Reads a declaration that is no import or export, if one is there.
  ///
  /// @param start where it starts with the words before it
  /// @param names gets the names of the values that it declares, after `let ` or `var ` if their
  ///   values change
  boolean declare(int start, List<String> names) {
    Scanner scan = r.scan;
    int mark = r.edits.mark();
    erasedLast = false;
    if (r.dialect.types && typeOnly()) {
      r.edits.blankStatement(mark, start, scan.previousEnd);
      erasedLast = true;
      return true;
    }
    if (startsVariables()) {
      if (scan.isWord("const") && r.dialect.types && followedByEnum()) {
        r.blankToken();
        names.add(enums.enumeration());
      } else {
        variables(true, names);
        r.statements.endOfStatement();
      }
      erasedLast = false;
      return true;
    }
    boolean erased = false;
    switch (scan.text) {
      case "function" -> erased = function(mark, start, names);
      case "async" -> {
        Scanner.Mark before = scan.mark();
        scan.next();
        if (!scan.isWord("function") || scan.newlineBefore) {
          scan.reset(before);
          return false;
        }
        erased = function(mark, start, names);
      }
      case "class" -> value(r.classes.classDefinition(), names);
      case "abstract" -> {
        if (!r.dialect.types || !nextOnLine("class")) {
          return false;
        }
        r.blankToken();
        value(r.classes.classDefinition(), names);
      }
      case "enum" -> {
        if (!r.dialect.types) {
          return false;
        }
        names.add(enums.enumeration());
      }
      case "namespace", "module" -> {
        if (!r.dialect.types || !nextOnLine("")) {
          return false;
        }
        String name = r.namespaces.namespace();
        erased = name.isEmpty();
        if (!erased) {
          names.add(name);
        } else {
          r.edits.blankStatement(mark, start, scan.previousEnd);
        }
      }
      default -> {
        return false;
      }
    }
    erasedLast = erased;
    return true;
  }

  private void value(String name, List<String> names) {
    r.valueNames.add(name);
    r.statements.declared.add(name);
    names.add(name);
  }

  /// Whether it was a signature only.
  private boolean function(int mark, int start, List<String> names) {
    Scanner scan = r.scan;
    String name = r.functions.function(true);
    if (name == null) {
      r.edits.blankStatement(mark, start, scan.previousEnd);
      return true;
    }
    value(name, names);
    return false;
  }

  /// Whether a word, or any name if it is empty, follows on the line.
  private boolean nextOnLine(String word) {
    Scanner scan = r.scan;
    Scanner.Mark mark = scan.mark();
    scan.next();
    boolean found =
        !scan.newlineBefore
            && (scan.kind == Scanner.Kind.NAME || scan.kind == Scanner.Kind.STRING)
            && !scan.isWord("in")
            && !scan.isWord("instanceof")
            && (word.isEmpty() || scan.isWord(word));
    scan.reset(mark);
    return found;
  }

  private boolean followedByEnum() {
    return nextOnLine("enum");
  }

  /// Reads an interface, a type alias or an ambient declaration if one is there.
  private boolean typeOnly() {
    Scanner scan = r.scan;
    switch (scan.text) {
      case "interface" -> {
        if (!nextOnLine("")) {
          return false;
        }
        scan.next();
        r.typeNames.add(r.name());
        toBlock();
      }
      case "type" -> {
        if (!nextOnLine("")) {
          return false;
        }
        scan.next();
        r.typeNames.add(r.name());
        if (scan.is("<")) {
          r.types.parameters();
        }
        r.expect("=");
        r.types.type();
        r.statements.endOfStatement();
      }
      case "declare" -> {
        if (!nextOnLine("")) {
          return false;
        }
        scan.next();
        ambient();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ambient() {
    Scanner scan = r.scan;
    if (scan.isWord("const") && followedByEnum()) {
      scan.next();
    }
    if (startsVariables()) {
      variables(true, null);
      r.statements.endOfStatement();
      return;
    }
    switch (scan.text) {
      case "function", "async" -> {
        if (scan.isWord("async")) {
          scan.next();
        }
        r.functions.function(true);
      }
      case "type" -> typeOnly();
      default -> {
        while (scan.kind == Scanner.Kind.NAME
            && (scan.isWord("abstract")
                || scan.isWord("class")
                || scan.isWord("enum")
                || scan.isWord("interface")
                || scan.isWord("namespace")
                || scan.isWord("module"))) {
          scan.next();
        }
        r.typeNames.add(scan.text);
        scan.next();
        if (scan.is("{") || scan.is("<") || scan.is(".") || !scan.newlineBefore) {
          toBlock();
        }
      }
    }
  }

  /// Moves past the next block in braces, or to the end of the statement if there is none.
  private void toBlock() {
    Scanner scan = r.scan;
    while (!scan.is("{")) {
      if (scan.kind == Scanner.Kind.END) {
        throw scan.unexpected();
      }
      if (r.take(";")) {
        return;
      }
      if (scan.is("<")) {
        r.types.parametersOrArguments();
      } else {
        scan.next();
      }
    }
    r.types.balanced();
  }

  /// Whether `var`, `let`, `const` or `using` declares something here.
  boolean startsVariables() {
    Scanner scan = r.scan;
    if (scan.isWord("var") || scan.isWord("const")) {
      return true;
    }
    if (!scan.isWord("let") && !scan.isWord("using") && !scan.isWord("await")) {
      return false;
    }
    Scanner.Mark mark = scan.mark();
    boolean lets = scan.isWord("let");
    boolean awaits = scan.isWord("await");
    scan.next();
    if (awaits && scan.isWord("using") && !scan.newlineBefore) {
      scan.next();
      awaits = false;
    }
    boolean starts =
        !awaits
            && (scan.kind == Scanner.Kind.NAME
                    && !scan.isWord("in")
                    && !scan.isWord("instanceof")
                    && (lets || (!scan.newlineBefore && !scan.isWord("of")))
                || (lets && (scan.is("[") || scan.is("{"))));
    scan.reset(mark);
    return starts;
  }

  /// Declarations of variables without the end of their statement.
  void variables(boolean in, @Nullable List<String> names) {
    Scanner scan = r.scan;
    if (scan.isWord("await")) {
      scan.next();
    }
    String word = scan.text;
    List<String> found = new ArrayList<>();
    do {
      scan.next();
      target(found);
      if (r.dialect.types && scan.is("!")) {
        r.blankToken();
      }
      r.annotation();
      if (r.take("=")) {
        r.expressions.assignment(in, false);
      }
    } while (scan.is(","));
    r.valueNames.addAll(found);
    if (names != null) {
      for (String name : found) {
        names.add(word.equals("const") ? name : word + " " + name);
      }
    }
  }

  /// A BindingIdentifier or BindingPattern, ECMA-262 section 14.3.3.
  void target(@Nullable List<String> names) {
    Scanner scan = r.scan;
    r.enter();
    if (r.take("[")) {
      while (!scan.is("]")) {
        if (!r.take(",")) {
          r.take("...");
          element(names);
        }
      }
      scan.next();
    } else if (r.take("{")) {
      while (!scan.is("}")) {
        property(names);
        if (!scan.is("}")) {
          r.expect(",");
        }
      }
      scan.next();
    } else {
      if (ReservedWords.contains(scan.text)) {
        throw scan.unexpected();
      }
      String name = r.name();
      if (names != null) {
        names.add(name);
      }
    }
    r.leave();
  }

  private void element(@Nullable List<String> names) {
    target(names);
    if (r.take("=")) {
      r.expressions.assignment(true, false);
    }
  }

  private void property(@Nullable List<String> names) {
    Scanner scan = r.scan;
    if (r.take("...")) {
      target(names);
      return;
    }
    boolean isName = scan.kind == Scanner.Kind.NAME;
    String name = scan.text;
    r.literals.key();
    if (r.take(":")) {
      element(names);
      return;
    }
    if (!isName) {
      throw scan.unexpected();
    }
    if (names != null) {
      names.add(name);
    }
    if (r.take("=")) {
      r.expressions.assignment(true, false);
    }
  }
}
