package lexscope.js.syntax;

import java.util.List;

/// A module as a whole, ECMA-262 section 16.2.1.
final class ModuleParser extends GrammarPart {
  private final ModuleRequestParser requests;
  private final ImportParser imports;
  private final ExportParser exports;

  ModuleParser(ParseState parse) {
    super(parse);
    requests = new ModuleRequestParser(parse);
    imports = new ImportParser(parse, requests);
    exports = new ExportParser(parse, requests, imports);
  }

  /// The whole text as a Module; the contexts are open.
  Program.Module module() {
    lexer.next();
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.END) {
      parse.stack.push(item());
    }
    exports.sortLocalExports();
    List<Statement> body = parse.stack.take(mark);
    parse.scopes.closeVariableScope();
    return new Program.Module(
        lexer.source,
        body,
        parse.function.toFacts(),
        requests.requests(),
        imports.entries(),
        exports.entries(),
        parse.hasTopLevelAwait,
        0,
        lexer.length);
  }

  private Statement item() {
    if (lexer.kind == TokenKind.EXPORT) {
      return exports.export();
    }
    if (lexer.kind == TokenKind.IMPORT) {
      TokenKind next = ahead.peek();
      if (next != TokenKind.LEFT_PAREN && next != TokenKind.DOT) {
        return imports.importDeclaration();
      }
    }
    return parse.statements.listItem();
  }
}
