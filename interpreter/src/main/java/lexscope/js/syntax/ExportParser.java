package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Export declarations and their entries, ECMA-262 section 16.2.3.
final class ExportParser extends GrammarPart {
  private final ModuleRequestParser requests;
  private final ImportParser imports;
  private final List<ExportEntry> exports = new ArrayList<>();
  private final Set<String> exportedNames = new HashSet<>();

  /// Exports of bindings of this module, to be checked and sorted at its end.
  private final List<ExportEntry> localExports = new ArrayList<>();

  ExportParser(ParseState parse, ModuleRequestParser requests, ImportParser imports) {
    super(parse);
    this.requests = requests;
    this.imports = imports;
  }

  /// The entries that are sorted.
  List<ExportEntry> entries() {
    return List.copyOf(exports);
  }

  /// ExportDeclaration, at the word `export`.
  Statement export() {
    int start = lexer.start;
    lexer.next();
    switch (lexer.kind) {
      case MULTIPLY -> {
        return exportStar(start);
      }
      case LEFT_BRACE -> {
        return exportList(start);
      }
      case DEFAULT -> {
        addExport("default", lexer.start, lexer.end);
        lexer.next();
        return exportDefault(start);
      }
      case VAR -> {
        return exportDeclaration(parse.declarations.variable(), start);
      }
      case CONST -> {
        return exportDeclaration(
            parse.declarations.lexical(Statement.DeclarationKind.CONST), start);
      }
      case LET -> {
        return exportDeclaration(parse.declarations.lexical(Statement.DeclarationKind.LET), start);
      }
      case FUNCTION -> {
        return exportDeclaration(parse.declarations.function(lexer.start, false), start);
      }
      case CLASS -> {
        return exportDeclaration(parse.classes.declaration(false), start);
      }
      case ASYNC -> {
        if (atAsyncFunction()) {
          int functionStart = lexer.start;
          lexer.next();
          return exportDeclaration(parse.declarations.function(functionStart, true), start);
        }
        throw unexpected();
      }
      default -> throw unexpected();
    }
  }

  private boolean atAsyncFunction() {
    return lexer.kind == TokenKind.ASYNC
        && !lexer.escaped
        && ahead.peek() == TokenKind.FUNCTION
        && !ahead.newline;
  }

  private void addExport(String name, int start, int end) {
    if (!exportedNames.add(name)) {
      throw error("Duplicate export of '" + name + "'", start, end);
    }
  }

  private void addLocal(String exportName, String localName, int offset) {
    localExports.add(
        new ExportEntry(ExportEntry.Kind.LOCAL, exportName, null, null, localName, offset));
  }

  private Statement exportStar(int start) {
    lexer.next();
    ModuleRequestParser.ExportName as = null;
    if (atWord("as")) {
      lexer.next();
      as = requests.exportName();
      addExport(as.name(), as.start(), as.end());
    }
    requests.expectWord("from");
    ModuleRequest request = requests.request();
    semicolon();
    exports.add(
        as == null
            ? new ExportEntry(ExportEntry.Kind.STAR, null, request, null, null, start)
            : new ExportEntry(
                ExportEntry.Kind.NAMESPACE, as.name(), request, null, null, as.start()));
    return new ModuleItem.ExportList(start, lexer.previousEnd);
  }

  private record Specifier(
      ModuleRequestParser.ExportName local,
      ModuleRequestParser.ExportName exported,
      TokenKind localKind) {}

  private Statement exportList(int start) {
    lexer.next();
    List<Specifier> specifiers = new ArrayList<>();
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      TokenKind localKind = lexer.kind;
      ModuleRequestParser.ExportName local = requests.exportName();
      ModuleRequestParser.ExportName exported = local;
      if (atWord("as")) {
        lexer.next();
        exported = requests.exportName();
      }
      specifiers.add(new Specifier(local, exported, localKind));
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    ModuleRequest request = null;
    if (atWord("from")) {
      lexer.next();
      request = requests.request();
    }
    semicolon();
    for (Specifier specifier : specifiers) {
      addSpecifier(specifier, request);
    }
    return new ModuleItem.ExportList(start, lexer.previousEnd);
  }

  private void addSpecifier(Specifier specifier, @Nullable ModuleRequest request) {
    ModuleRequestParser.ExportName local = specifier.local();
    ModuleRequestParser.ExportName exported = specifier.exported();
    addExport(exported.name(), exported.start(), exported.end());
    if (request != null) {
      exports.add(
          new ExportEntry(
              ExportEntry.Kind.INDIRECT,
              exported.name(),
              request,
              local.name(),
              null,
              exported.start()));
      return;
    }
    TokenKind kind = specifier.localKind();
    if (local.isString() || !kind.isIdentifier) {
      String quoted = local.isString() ? "string" : "token '" + local.name() + "'";
      throw error("Unexpected " + quoted, local.start(), local.end());
    }
    if (kind != TokenKind.IDENTIFIER) {
      checkContextualIdentifier(kind, local.start(), local.end());
    }
    addLocal(exported.name(), local.name(), local.start());
  }

  private Statement exportDeclaration(Statement declaration, int start) {
    switch (declaration) {
      case Statement.VariableDeclaration variables -> {
        for (VariableDeclarator declarator : variables.declarators()) {
          exportNames(declarator.target());
        }
      }
      case Statement.FunctionDeclaration function -> exportIdentifier(function.function().name());
      case Statement.ClassDeclaration node -> exportIdentifier(node.node().name());
      default -> throw unexpected();
    }
    return new ModuleItem.ExportDeclaration(declaration, start, lexer.previousEnd);
  }

  private void exportIdentifier(Target.@Nullable BindingIdentifier identifier) {
    if (identifier != null) {
      exportNames(identifier);
    }
  }

  private void exportNames(Target target) {
    switch (target) {
      case Target.BindingIdentifier identifier -> {
        addExport(identifier.name(), identifier.start(), identifier.end());
        addLocal(identifier.name(), identifier.name(), identifier.start());
      }
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          exportNames(property.target());
        }
        if (pattern.rest() != null) {
          exportNames(pattern.rest());
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            exportNames(element.target());
          }
        }
        if (pattern.rest() != null) {
          exportNames(pattern.rest());
        }
      }
      case Target.AssignmentTarget _ -> throw unexpected();
    }
  }

  private Statement exportDefault(int start) {
    Statement declaration = null;
    String name = null;
    int functionStart = lexer.start;
    if (lexer.kind == TokenKind.CLASS) {
      Statement.ClassDeclaration node = parse.classes.declaration(true);
      declaration = node;
      name = nameOf(node.node().name());
    } else if (lexer.kind == TokenKind.FUNCTION || atAsyncFunction()) {
      boolean async = eat(TokenKind.ASYNC);
      Statement.FunctionDeclaration function =
          parse.declarations.defaultFunction(functionStart, async);
      declaration = function;
      name = nameOf(function.function().name());
    }
    addLocal("default", name == null ? "*default*" : name, functionStart);
    if (declaration != null) {
      return new ModuleItem.ExportDefaultDeclaration(declaration, start, lexer.previousEnd);
    }
    Expression expression = parse.expressions.assignment(true);
    semicolon();
    return new ModuleItem.ExportDefaultExpression(expression, start, lexer.previousEnd);
  }

  private static @Nullable String nameOf(Target.@Nullable BindingIdentifier identifier) {
    return identifier == null ? null : identifier.name();
  }

  /// ParseModule, ECMA-262 section 16.2.1.7.1, steps 8 to 10: an export of an import is an indirect
  /// one.
  void sortLocalExports() {
    for (ExportEntry entry : localExports) {
      String local = entry.localName();
      if (local == null) {
        continue;
      }
      ImportEntry imported = imports.find(local);
      if (imported != null && imported.importName() != null) {
        exports.add(
            new ExportEntry(
                ExportEntry.Kind.INDIRECT,
                entry.exportName(),
                imported.request(),
                imported.importName(),
                null,
                entry.offset()));
        continue;
      }
      if (!local.equals("*default*") && !parse.scopes.isDeclared(local)) {
        throw error(
            "Export '" + local + "' is not defined in module",
            entry.offset(),
            entry.offset() + local.length());
      }
      exports.add(entry);
    }
  }
}
