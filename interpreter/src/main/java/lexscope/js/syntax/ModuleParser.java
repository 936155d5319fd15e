package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Modules, ECMA-262 section 16.2: imports, exports, and what the module's records say about them.
final class ModuleParser extends GrammarPart {
  private final Set<ModuleRequest> requests = new LinkedHashSet<>();
  private final Map<String, ImportEntry> imports = new LinkedHashMap<>();
  private final List<ExportEntry> exports = new ArrayList<>();
  private final Set<String> exportedNames = new HashSet<>();

  /// Exports of bindings of this module, to be checked and sorted at its end.
  private final List<ExportEntry> localExports = new ArrayList<>();

  /// A ModuleExportName.
  private record ExportName(String name, boolean isString, int start, int end) {}

  ModuleParser(ParseState parse) {
    super(parse);
  }

  /// The whole text as a Module; the contexts are open.
  Program.Module module() {
    lexer.next();
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.END) {
      parse.stack.push(item());
    }
    sortLocalExports();
    List<Statement> body = parse.stack.take(mark);
    parse.scopes.closeVariableScope();
    return new Program.Module(
        lexer.source,
        body,
        parse.function.toFacts(),
        List.copyOf(requests),
        List.copyOf(imports.values()),
        List.copyOf(exports),
        parse.hasTopLevelAwait,
        0,
        lexer.length);
  }

  private Statement item() {
    if (lexer.kind == TokenKind.EXPORT) {
      return export();
    }
    if (lexer.kind == TokenKind.IMPORT) {
      TokenKind next = lexer.peek();
      if (next != TokenKind.LEFT_PAREN && next != TokenKind.DOT) {
        return importDeclaration();
      }
    }
    return parse.statements.listItem();
  }

  // Imports.

  private Statement importDeclaration() {
    int start = lexer.start;
    lexer.next();
    List<PendingImport> pending = new ArrayList<>();
    if (lexer.kind != TokenKind.STRING) {
      importClause(pending);
      expectWord("from");
    }
    ModuleRequest request = request();
    semicolon();
    for (PendingImport item : pending) {
      Target.BindingIdentifier local = item.local();
      parse.patterns.declare(local, PatternParser.Naming.LEXICAL);
      imports.put(
          local.name(), new ImportEntry(request, item.importName(), local.name(), local.start()));
    }
    return new ModuleItem.ImportDeclaration(request, start, lexer.previousEnd);
  }

  private record PendingImport(@Nullable String importName, Target.BindingIdentifier local) {}

  private void importClause(List<PendingImport> pending) {
    if (lexer.kind.isIdentifier) {
      pending.add(new PendingImport("default", parse.patterns.bindingIdentifier()));
      if (!eat(TokenKind.COMMA)) {
        return;
      }
    }
    if (eat(TokenKind.MULTIPLY)) {
      expectWord("as");
      pending.add(new PendingImport(null, parse.patterns.bindingIdentifier()));
      return;
    }
    expect(TokenKind.LEFT_BRACE);
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      pending.add(importSpecifier());
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
  }

  private PendingImport importSpecifier() {
    if (lexer.kind.isIdentifier && !asFollows()) {
      Target.BindingIdentifier local = parse.patterns.bindingIdentifier();
      return new PendingImport(local.name(), local);
    }
    ExportName imported = exportName();
    expectWord("as");
    return new PendingImport(imported.name(), parse.patterns.bindingIdentifier());
  }

  private boolean asFollows() {
    TokenKind next = lexer.peek();
    return next != TokenKind.COMMA && next != TokenKind.RIGHT_BRACE;
  }

  private void expectWord(String word) {
    if (!atWord(word)) {
      throw unexpected();
    }
    lexer.next();
  }

  /// FromClause's specifier and WithClause.
  private ModuleRequest request() {
    if (lexer.kind != TokenKind.STRING) {
      throw unexpected();
    }
    String specifier = lexer.text;
    checkLegacy();
    lexer.next();
    List<ImportAttribute> attributes = List.of();
    if (eat(TokenKind.WITH)) {
      attributes = attributes();
    }
    ModuleRequest request = new ModuleRequest(specifier, attributes);
    requests.add(request);
    return request;
  }

  private List<ImportAttribute> attributes() {
    expect(TokenKind.LEFT_BRACE);
    Map<String, ImportAttribute> attributes = new LinkedHashMap<>();
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      if (!lexer.kind.isName && lexer.kind != TokenKind.STRING) {
        throw unexpected();
      }
      String key = lexer.text;
      int start = lexer.start;
      int end = lexer.end;
      lexer.next();
      expect(TokenKind.COLON);
      if (lexer.kind != TokenKind.STRING) {
        throw unexpected();
      }
      if (attributes.put(key, new ImportAttribute(key, lexer.text)) != null) {
        throw error("Import attributes has a duplicate key '" + key + "'", start, end);
      }
      lexer.next();
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    return List.copyOf(attributes.values());
  }

  /// ModuleExportName: a name, or a string of well-formed Unicode.
  private ExportName exportName() {
    int start = lexer.start;
    boolean isString = lexer.kind == TokenKind.STRING;
    if (!isString && !lexer.kind.isName) {
      throw unexpected();
    }
    String name = lexer.text;
    if (isString) {
      checkLegacy();
      if (!isWellFormed(name)) {
        throw error(
            "Invalid module export name: contains unpaired surrogate character", start, lexer.end);
      }
    }
    lexer.next();
    return new ExportName(name, isString, start, lexer.previousEnd);
  }

  /// IsStringWellFormedUnicode, ECMA-262 section 7.2.9.
  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  // Exports.

  private Statement export() {
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
        && lexer.peek() == TokenKind.FUNCTION
        && !lexer.peekedNewline;
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
    ExportName as = null;
    if (atWord("as")) {
      lexer.next();
      as = exportName();
      addExport(as.name(), as.start(), as.end());
    }
    expectWord("from");
    ModuleRequest request = request();
    semicolon();
    exports.add(
        as == null
            ? new ExportEntry(ExportEntry.Kind.STAR, null, request, null, null, start)
            : new ExportEntry(
                ExportEntry.Kind.NAMESPACE, as.name(), request, null, null, as.start()));
    return new ModuleItem.ExportList(start, lexer.previousEnd);
  }

  private record Specifier(ExportName local, ExportName exported, TokenKind localKind) {}

  private Statement exportList(int start) {
    lexer.next();
    List<Specifier> specifiers = new ArrayList<>();
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      TokenKind localKind = lexer.kind;
      ExportName local = exportName();
      ExportName exported = local;
      if (atWord("as")) {
        lexer.next();
        exported = exportName();
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
      request = request();
    }
    semicolon();
    for (Specifier specifier : specifiers) {
      addSpecifier(specifier, request);
    }
    return new ModuleItem.ExportList(start, lexer.previousEnd);
  }

  private void addSpecifier(Specifier specifier, @Nullable ModuleRequest request) {
    ExportName local = specifier.local();
    ExportName exported = specifier.exported();
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
      case Statement.FunctionDeclaration function -> exportName(function.function().name());
      case Statement.ClassDeclaration node -> exportName(node.node().name());
      default -> throw unexpected();
    }
    return new ModuleItem.ExportDeclaration(declaration, start, lexer.previousEnd);
  }

  private void exportName(Target.@Nullable BindingIdentifier identifier) {
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
  private void sortLocalExports() {
    for (ExportEntry entry : localExports) {
      String local = entry.localName();
      if (local == null) {
        continue;
      }
      ImportEntry imported = imports.get(local);
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
