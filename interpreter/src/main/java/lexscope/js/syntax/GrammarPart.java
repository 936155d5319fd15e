package lexscope.js.syntax;

import lexscope.js.source.SyntaxErrorException;

/// What the parts of the parser share: reading tokens, and errors in the wording that engineers
/// search for.
abstract class GrammarPart {
  final ParseState parse;
  final Lexer lexer;
  final Lookahead ahead;

  GrammarPart(ParseState parse) {
    this.parse = parse;
    this.lexer = parse.lexer;
    this.ahead = parse.ahead;
  }

  /// Takes the current token if it is of a kind.
  final boolean eat(TokenKind kind) {
    if (lexer.kind == kind) {
      lexer.next();
      return true;
    }
    return false;
  }

  /// Takes the current token, which must be of a kind.
  final void expect(TokenKind kind) {
    if (lexer.kind != kind) {
      throw unexpected();
    }
    lexer.next();
  }

  /// A semicolon, written or inserted (ECMA-262 section 12.10).
  final void semicolon() {
    switch (lexer.kind) {
      case SEMICOLON -> lexer.next();
      case RIGHT_BRACE, END -> {}
      default -> {
        if (!lexer.newlineBefore) {
          throw missingSemicolon();
        }
      }
    }
  }

  private SyntaxErrorException missingSemicolon() {
    int from = lexer.previousEnd - "await".length();
    boolean afterAwait =
        from >= 0
            && new String(lexer.input, from, "await".length()).equals("await")
            && (from == 0 || !CharacterClasses.isAsciiPart(lexer.input[from - 1]));
    return afterAwait
        ? error(
            "await is only valid in async functions and the top level bodies of modules",
            from,
            lexer.previousEnd)
        : unexpected();
  }

  /// Whether the current token is a certain word without escapes.
  final boolean atWord(String word) {
    return lexer.kind.isName && !lexer.escaped && lexer.text.equals(word);
  }

  final SyntaxErrorException error(String message, int from, int to) {
    return lexer.error(message, from, to);
  }

  final SyntaxErrorException error(String message, Node node) {
    return lexer.error(message, node.start(), node.end());
  }

  /// The error that the current token cannot stand here.
  final SyntaxErrorException unexpected() {
    return error(unexpectedMessage(), lexer.start, lexer.end);
  }

  private String unexpectedMessage() {
    TokenKind kind = lexer.kind;
    if (kind.isStrictReserved() && parse.function.strict) {
      return "Unexpected strict mode reserved word";
    }
    if (kind.isIdentifier && !isAlwaysToken(kind)) {
      return "Unexpected identifier '" + lexer.text + "'";
    }
    return switch (kind) {
      case END -> "Unexpected end of input";
      case NUMBER, BIGINT -> "Unexpected number";
      case STRING -> "Unexpected string";
      case TEMPLATE -> "Unexpected template string";
      case ENUM, AWAIT -> "Unexpected reserved word";
      case ESCAPED_KEYWORD -> "Keyword must not contain escaped characters";
      case PRIVATE_NAME -> "Unexpected identifier '#" + lexer.text + "'";
      default ->
          "Unexpected token '"
              + new String(lexer.input, lexer.start, lexer.end - lexer.start)
              + "'";
    };
  }

  /// Words that messages do not call identifiers although they may be some.
  private static boolean isAlwaysToken(TokenKind kind) {
    return switch (kind) {
      case ASYNC, AWAIT, GET, SET -> true;
      default -> false;
    };
  }

  final SyntaxErrorException alreadyDeclared(String name, int from, int to) {
    return error("Identifier '" + name + "' has already been declared", from, to);
  }

  /// Rejects a legacy literal or escape of the current token in strict code.
  final void checkLegacy() {
    if (lexer.legacy != Lexer.Legacy.NONE && parse.function.strict) {
      throw legacyError(lexer.legacy, lexer.legacyOffset);
    }
  }

  final SyntaxErrorException legacyError(Lexer.Legacy legacy, int offset) {
    String message =
        switch (legacy) {
          case OCTAL_LITERAL -> "Octal literals are not allowed in strict mode.";
          case DECIMAL_WITH_LEADING_ZERO ->
              "Decimals with leading zeros are not allowed in strict mode.";
          case EIGHT_OR_NINE_ESCAPE -> "\\8 and \\9 are not allowed in strict mode.";
          case OCTAL_ESCAPE, NONE -> "Octal escape sequences are not allowed in strict mode.";
        };
    return error(message, offset, offset + 1);
  }

  /// Checks that the current token may be an identifier here (ECMA-262 section 13.1.1).
  final void checkIdentifier() {
    if (!lexer.kind.isIdentifier) {
      throw unexpected();
    }
    if (lexer.kind != TokenKind.IDENTIFIER) {
      checkContextualIdentifier(lexer.kind, lexer.start, lexer.end);
    }
  }

  /// Checks a word that is an identifier in some contexts only.
  final void checkContextualIdentifier(TokenKind kind, int from, int to) {
    FunctionContext function = parse.function;
    if (kind == TokenKind.AWAIT) {
      if (function.awaitIsKeyword || parse.isModule) {
        throw error("Unexpected reserved word", from, to);
      }
      if (parse.awaitIdentifier < 0) {
        parse.awaitIdentifier = from;
      }
    } else if (kind == TokenKind.YIELD && function.yieldIsKeyword) {
      throw error("Unexpected identifier 'yield'", from, to);
    }
    if (function.strict && kind.isStrictReserved()) {
      throw error("Unexpected strict mode reserved word", from, to);
    }
  }
}
