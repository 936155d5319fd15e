package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.List;

/// Reads imports and exports. Imports that nothing but types use are dropped once everything is
/// read.
final class ModuleReader {
  /// A name that is imported or exported, with its stretch and the comma after it.
  ///
  /// @param forTypes whether it says so itself
  private record Item(String name, int start, int end, boolean forTypes) {}

  /// An import.
  ///
  /// @param others what stands in the braces, or the namespace
  private record Import(
      int start, int end, List<Item> defaults, List<Item> others, int othersEnd) {}

  private final Reading r;
  private final List<Import> imports = new ArrayList<>();
  private final List<Item> exports = new ArrayList<>();
  private String namespace = "";
  private boolean moduleSyntax;
  private boolean moduleSyntaxLeft;
  private boolean redeclared;

  ModuleReader(Reading r, boolean module) {
    this.r = r;
    moduleSyntaxLeft = module;
    moduleSyntax = module;
  }

  /// Whether the text is a module by what it says, in types too.
  boolean isModule() {
    return moduleSyntax;
  }

  /// Makes a namespace the innermost one; gives the one before.
  String enterNamespace(String name) {
    String before = namespace;
    namespace = name;
    return before;
  }

  /// The declaration of the variable of an enum or a namespace; empty if there is one already.
  String variable(String name) {
    r.valueNames.add(name);
    redeclared = !r.statements.declared.add(name);
    return redeclared ? "" : (r.statements.nesting == 0 ? "var " : "let ") + name + "; ";
  }

  /// Reads an import or export declaration if one is there.
  boolean declaration() {
    return r.scan.isWord("import") ? importDeclaration() : exportDeclaration();
  }

  private boolean importDeclaration() {
    Scanner scan = r.scan;
    Scanner.Mark mark = scan.mark();
    int start = scan.start;
    scan.next();
    if (scan.is("(") || scan.is(".")) {
      scan.reset(mark);
      return false;
    }
    r.declarations.setErasedLast(false);
    if (scan.kind == Scanner.Kind.STRING) {
      from();
      moduleSyntaxLeft = true;
      moduleSyntax = true;
      return true;
    }
    boolean forTypes = r.dialect.types && scan.isWord("type") && typeFollows();
    if (forTypes) {
      scan.next();
    }
    List<Item> defaults = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    if (scan.kind == Scanner.Kind.NAME) {
      int from = scan.start;
      String name = r.name();
      if (r.dialect.types && scan.is("=")) {
        alias(start, name, forTypes, false);
        return true;
      }
      r.take(",");
      defaults.add(new Item(name, from, scan.previousEnd, forTypes));
    }
    if (scan.is("*")) {
      int from = scan.start;
      scan.next();
      r.expectWord("as");
      others.add(new Item(r.name(), from, scan.previousEnd, forTypes));
    } else if (scan.is("{")) {
      specifiers(others, forTypes, true);
    }
    int othersEnd = scan.previousEnd;
    r.expectWord("from");
    from();
    imports.add(new Import(start, scan.previousEnd, defaults, others, othersEnd));
    moduleSyntax = true;
    if (forTypes) {
      defaults.forEach(item -> r.typeNames.add(item.name));
      others.forEach(item -> r.typeNames.add(item.name));
    }
    return true;
  }

  /// Whether `type` before the current position's next token means that only types are imported.
  private boolean typeFollows() {
    Scanner scan = r.scan;
    Scanner.Mark mark = scan.mark();
    scan.next();
    boolean follows = scan.is("{") || scan.is("*");
    if (scan.kind == Scanner.Kind.NAME) {
      boolean from = scan.isWord("from");
      scan.next();
      follows = !from || scan.kind != Scanner.Kind.STRING;
    }
    scan.reset(mark);
    return follows;
  }

  /// `import x = require("y")` and `import x = A.B`, from the equals sign on.
  private void alias(int start, String name, boolean forTypes, boolean exported) {
    Scanner scan = r.scan;
    scan.next();
    r.expressions.leftHandSide(false);
    r.statements.endOfStatement();
    if (!exported) {
      imports.add(
          new Import(
              start,
              scan.previousEnd,
              List.of(new Item(name, start, scan.previousEnd, forTypes)),
              List.of(),
              start));
    }
    r.edits.replace(start, start + "import".length(), "const");
  }

  /// The module specifier, attributes and the end of the statement.
  private void from() {
    Scanner scan = r.scan;
    if (scan.kind != Scanner.Kind.STRING) {
      throw scan.unexpected();
    }
    scan.next();
    if (scan.isWord("with") || (scan.isWord("assert") && !scan.newlineBefore)) {
      scan.next();
      r.types.balanced();
    }
    r.statements.endOfStatement();
  }

  /// What stands in the braces of an import or export.
  private void specifiers(List<Item> items, boolean forTypes, boolean importing) {
    Scanner scan = r.scan;
    r.expect("{");
    while (!scan.is("}")) {
      int start = scan.start;
      boolean own = r.dialect.types && scan.isWord("type") && modifiesSpecifier();
      if (own) {
        scan.next();
      }
      String name = scan.text;
      specifierName();
      if (scan.isWord("as")) {
        scan.next();
        name = importing ? scan.text : name;
        specifierName();
      }
      if (!scan.is("}")) {
        r.expect(",");
      }
      items.add(new Item(name, start, scan.previousEnd, forTypes || own));
      if (own && importing) {
        r.typeNames.add(name);
      }
    }
    scan.next();
  }

  private void specifierName() {
    Scanner scan = r.scan;
    if (scan.kind != Scanner.Kind.NAME && scan.kind != Scanner.Kind.STRING) {
      throw scan.unexpected();
    }
    scan.next();
  }

  private boolean modifiesSpecifier() {
    Scanner scan = r.scan;
    Scanner.Mark mark = scan.mark();
    scan.next();
    boolean modifies =
        scan.kind == Scanner.Kind.STRING || (scan.kind == Scanner.Kind.NAME && !scan.isWord("as"));
    scan.reset(mark);
    return modifies;
  }

  private boolean exportDeclaration() {
    Scanner scan = r.scan;
    int start = scan.start;
    int mark = r.edits.mark();
    int wordEnd = scan.end;
    scan.next();
    r.declarations.setErasedLast(false);
    if (!namespace.isEmpty()) {
      member(start, wordEnd);
      return true;
    }
    if (r.dialect.types && scan.is("=")) {
      r.edits.replace(start, scan.end, "module.exports =");
      scan.next();
      r.expressions.assignment(true, false);
      r.statements.endOfStatement();
      return true;
    }
    moduleSyntax = true;
    if (scan.is("{") || scan.is("*")) {
      list(false);
      moduleSyntaxLeft = true;
      return true;
    }
    switch (scan.text) {
      case "default" -> {
        defaultExport(start, mark);
        return true;
      }
      case "import" -> {
        int word = scan.start;
        scan.next();
        alias(word, r.name(), false, true);
        moduleSyntaxLeft = true;
        return true;
      }
      case "as" -> {
        scan.next();
        r.expectWord("namespace");
        r.name();
        r.statements.endOfStatement();
        erased(mark, start);
        return true;
      }
      case "type" -> {
        Scanner.Mark word = scan.mark();
        scan.next();
        if (r.dialect.types && (scan.is("{") || scan.is("*"))) {
          list(true);
          erased(mark, start);
          return true;
        }
        scan.reset(word);
      }
      default -> {}
    }
    redeclared = false;
    if (!r.declarations.declare(start, new ArrayList<>())) {
      throw scan.unexpected();
    }
    if (redeclared) {
      r.edits.blank(start, wordEnd);
    }
    moduleSyntaxLeft |= !r.declarations.erasedLast();
    redeclared = false;
    return true;
  }

  private void erased(int mark, int start) {
    r.edits.blankStatement(mark, start, r.scan.previousEnd);
    r.declarations.setErasedLast(true);
  }

  /// `{ a, b as c }` or `*`, with `from` or without.
  private void list(boolean forTypes) {
    Scanner scan = r.scan;
    List<Item> items = new ArrayList<>();
    if (r.take("*")) {
      if (scan.isWord("as")) {
        scan.next();
        specifierName();
      }
    } else {
      specifiers(items, forTypes, false);
    }
    if (scan.isWord("from")) {
      scan.next();
      from();
      items.removeIf(item -> !item.forTypes);
    } else {
      r.statements.endOfStatement();
    }
    if (!forTypes) {
      exports.addAll(items);
      items.stream().filter(item -> !item.forTypes).forEach(item -> r.uses.add(item.name));
    }
  }

  private void defaultExport(int start, int mark) {
    Scanner scan = r.scan;
    scan.next();
    int valueStart = scan.start;
    boolean declares =
        switch (scan.text) {
          case "function", "class", "interface", "abstract", "async" -> true;
          default -> false;
        };
    if (declares && r.declarations.declare(start, new ArrayList<>())) {
      moduleSyntaxLeft |= !r.declarations.erasedLast();
      return;
    }
    r.expressions.assignment(true, false);
    String value = scan.input.substring(valueStart, scan.previousEnd);
    r.statements.endOfStatement();
    if (r.dialect.types && r.typeNames.contains(value) && !r.valueNames.contains(value)) {
      erased(mark, start);
    } else {
      moduleSyntaxLeft = true;
    }
  }

  /// What a namespace exports is a property of its object.
  private void member(int start, int wordEnd) {
    List<String> names = new ArrayList<>();
    String object = namespace;
    r.edits.blank(start, wordEnd);
    redeclared = false;
    if (!r.declarations.declare(start, names)) {
      throw r.unsupported("This export from a namespace is");
    }
    if (r.declarations.erasedLast()) {
      return;
    }
    var out = new StringBuilder(";");
    for (String name : names) {
      int space = name.indexOf(' ');
      String plain = name.substring(space + 1);
      String place = object + "." + plain;
      if (space < 0) {
        out.append(' ').append(place).append(" = ").append(plain).append(';');
        r.namespaces.exports(plain);
      } else {
        out.append(" Object.defineProperty(").append(object).append(", \"").append(plain);
        out.append("\", { enumerable: true, get: () => ").append(plain);
        out.append(", set: (value) => { ").append(plain).append(" = value; } });");
      }
    }
    r.edits.insert(r.scan.previousEnd, out.toString());
  }

  /// Drops what only types use, now that everything is read.
  void finish() {
    if (r.dialect.types) {
      imports.forEach(this::drop);
      for (Item item : exports) {
        if (item.forTypes
            || (r.typeNames.contains(item.name) && !r.valueNames.contains(item.name))) {
          r.edits.blank(item.start, item.end);
        }
      }
    } else {
      moduleSyntaxLeft |= moduleSyntax;
    }
    if (moduleSyntax && !moduleSyntaxLeft) {
      r.edits.insert(r.scan.input.length(), "\nexport {};");
    }
  }

  private boolean isUsed(Item item) {
    return !item.forTypes && (r.options.keepImports() || r.uses.contains(item.name));
  }

  private void drop(Import each) {
    boolean defaultUsed = each.defaults.stream().anyMatch(this::isUsed);
    boolean othersUsed = each.others.stream().anyMatch(this::isUsed);
    boolean empty = each.defaults.isEmpty() && each.others.isEmpty();
    if (!defaultUsed && !othersUsed && !empty) {
      r.edits.blank(each.start, each.end);
      return;
    }
    // An alias is a declaration of a constant by now.
    moduleSyntaxLeft |= each.othersEnd > each.start;
    if (!each.defaults.isEmpty() && !each.others.isEmpty() && !defaultUsed) {
      r.edits.blank(each.defaults.getFirst().start, each.defaults.getFirst().end);
    }
    if (defaultUsed && !othersUsed && !each.others.isEmpty()) {
      int nameEnd = each.defaults.getFirst().start + each.defaults.getFirst().name.length();
      r.edits.blank(nameEnd, each.othersEnd);
      return;
    }
    for (Item item : each.others) {
      if (!isUsed(item)) {
        r.edits.blank(item.start, item.end);
      }
    }
  }
}
