package lexscope.js.syntax;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What imports and exports share: module specifiers with their attributes, and the names of
/// exports. ECMA-262 section 16.2.2.
final class ModuleRequestParser extends GrammarPart {
  private final Set<ModuleRequest> requests = new LinkedHashSet<>();

  /// A ModuleExportName.
  record ExportName(String name, boolean isString, int start, int end) {}

  ModuleRequestParser(ParseState parse) {
    super(parse);
  }

  /// ModuleRequests: all requests so far, once each, in their order.
  List<ModuleRequest> requests() {
    return List.copyOf(requests);
  }

  /// Takes a word that the grammar demands here.
  void expectWord(String word) {
    if (!atWord(word)) {
      throw unexpected();
    }
    lexer.next();
  }

  /// FromClause's specifier and WithClause.
  ModuleRequest request() {
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
  ExportName exportName() {
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
}
