package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Import declarations, ECMA-262 section 16.2.2.
final class ImportParser extends GrammarPart {
  private final ModuleRequestParser requests;
  private final Map<String, ImportEntry> imports = new LinkedHashMap<>();

  ImportParser(ParseState parse, ModuleRequestParser requests) {
    super(parse);
    this.requests = requests;
  }

  /// ImportEntries so far, in their order.
  List<ImportEntry> entries() {
    return List.copyOf(imports.values());
  }

  /// The import that binds a name, or null.
  @Nullable ImportEntry find(String localName) {
    return imports.get(localName);
  }

  /// ImportDeclaration, at the word `import`.
  Statement importDeclaration() {
    int start = lexer.start;
    lexer.next();
    List<PendingImport> pending = new ArrayList<>();
    if (lexer.kind != TokenKind.STRING) {
      importClause(pending);
      requests.expectWord("from");
    }
    ModuleRequest request = requests.request();
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
      requests.expectWord("as");
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
    ModuleRequestParser.ExportName imported = requests.exportName();
    requests.expectWord("as");
    return new PendingImport(imported.name(), parse.patterns.bindingIdentifier());
  }

  private boolean asFollows() {
    TokenKind next = ahead.peek();
    return next != TokenKind.COMMA && next != TokenKind.RIGHT_BRACE;
  }
}
