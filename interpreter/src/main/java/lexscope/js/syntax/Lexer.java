package lexscope.js.syntax;

import java.math.BigInteger;
import java.util.Arrays;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import org.jspecify.annotations.Nullable;

/// Splits a source text into tokens, ECMA-262 section 12. It holds one token at a time in its
/// fields; the parser decides by its position in the grammar where a slash starts a regular
/// expression and where a brace continues a template.
///
/// The text is copied once into an array that ends in a NUL, so that scanning needs no bounds
/// checks of its own.
final class Lexer {
  /// What is legacy about a token that strict code rejects.
  enum Legacy {
    NONE,
    OCTAL_LITERAL,
    DECIMAL_WITH_LEADING_ZERO,
    OCTAL_ESCAPE,
    EIGHT_OR_NINE_ESCAPE
  }

  final SourceText source;
  final char[] input;
  final int length;
  private final NameTable names = NameTable.create();
  private final Trivia trivia;
  private final NumericLiterals numbers;
  private final StringLiterals strings;

  /// The kind of the current token.
  TokenKind kind = TokenKind.END;

  /// Where the current token starts and ends.
  int start;

  int end;

  /// Where the token before it ended.
  int previousEnd;

  /// Whether a line terminator stands between the token before and this one.
  boolean newlineBefore;

  /// Whether the current name has a Unicode escape in it.
  boolean escaped;

  /// A name, a private name without its `#`, the value of a string, or the body of a regular
  /// expression.
  String text = "";

  /// The value of a number.
  double number;

  /// The value of a BigInt.
  BigInteger bigint = BigInteger.ZERO;

  /// TV and TRV of a template part, and whether the template ends with it.
  @Nullable String cooked;

  String raw = "";
  boolean templateEnds;

  /// What is wrong with a template part whose TV is undefined, and where.
  String templateError = "";

  int templateErrorOffset;

  /// What strict code rejects about the current token, and where.
  Legacy legacy = Legacy.NONE;

  int legacyOffset;

  /// The flags of a regular expression.
  String flags = "";

  Lexer(SourceText source, boolean htmlLikeComments, boolean hashbang) {
    this.source = source;
    length = source.length();
    input = Arrays.copyOf(source.text().toCharArray(), length + 1);
    trivia = new Trivia(this, htmlLikeComments);
    numbers = new NumericLiterals(this);
    strings = new StringLiterals(this);
    if (hashbang && length > 1 && input[0] == '#' && input[1] == '!') {
      end = trivia.skipLine(2);
    }
  }

  SyntaxErrorException error(String message, int from, int to) {
    return new SyntaxErrorException(
        SyntaxErrorException.Kind.SYNTAX, message, source, from, Math.max(from, to));
  }

  SyntaxErrorException unexpectedCharacter(int offset) {
    return error("Invalid or unexpected token", offset, Math.min(offset + 1, length));
  }

  /// Moves to the next token.
  void next() {
    previousEnd = end;
    start = trivia.skip(end, end == 0);
    newlineBefore = trivia.newline;
    scan(start);
  }

  private void scan(int pos) {
    char c = input[pos];
    switch (c) {
      case '(' -> token(TokenKind.LEFT_PAREN, 1);
      case ')' -> token(TokenKind.RIGHT_PAREN, 1);
      case '{' -> token(TokenKind.LEFT_BRACE, 1);
      case '}' -> token(TokenKind.RIGHT_BRACE, 1);
      case '[' -> token(TokenKind.LEFT_BRACKET, 1);
      case ']' -> token(TokenKind.RIGHT_BRACKET, 1);
      case ';' -> token(TokenKind.SEMICOLON, 1);
      case ',' -> token(TokenKind.COMMA, 1);
      case ':' -> token(TokenKind.COLON, 1);
      case '~' -> token(TokenKind.TILDE, 1);
      case '.' -> scanDot(pos);
      case '?' -> scanQuestion(pos);
      case '<', '>' -> scanAngle(pos, c);
      case '=', '!' -> scanEquality(pos, c);
      case '+' -> scanOperator(c, TokenKind.PLUS, TokenKind.ASSIGN_ADD, TokenKind.INCREMENT);
      case '-' -> scanOperator(c, TokenKind.MINUS, TokenKind.ASSIGN_SUBTRACT, TokenKind.DECREMENT);
      case '*' ->
          scanOperator(c, TokenKind.MULTIPLY, TokenKind.ASSIGN_MULTIPLY, TokenKind.EXPONENTIATE);
      case '/' -> scanOperator(c, TokenKind.DIVIDE, TokenKind.ASSIGN_DIVIDE, null);
      case '%' -> scanOperator(c, TokenKind.REMAINDER, TokenKind.ASSIGN_REMAINDER, null);
      case '&' -> scanOperator(c, TokenKind.BIT_AND, TokenKind.ASSIGN_BIT_AND, TokenKind.AND);
      case '|' -> scanOperator(c, TokenKind.BIT_OR, TokenKind.ASSIGN_BIT_OR, TokenKind.OR);
      case '^' -> scanOperator(c, TokenKind.BIT_XOR, TokenKind.ASSIGN_BIT_XOR, null);
      case '"', '\'' -> {
        legacy = Legacy.NONE;
        end = strings.scanString(pos);
        kind = TokenKind.STRING;
      }
      case '`' -> scanTemplate(pos + 1);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber(pos);
      case '#' -> scanPrivateName(pos);
      default -> {
        if (c == 0 && pos == length) {
          token(TokenKind.END, 0);
        } else {
          scanName(pos);
        }
      }
    }
  }

  private void token(TokenKind tokenKind, int width) {
    kind = tokenKind;
    end = start + width;
  }

  private void scanNumber(int pos) {
    legacy = Legacy.NONE;
    end = numbers.scan(pos);
  }

  private void scanDot(int pos) {
    char c = input[pos + 1];
    if (c >= '0' && c <= '9') {
      scanNumber(pos);
    } else if (c == '.' && input[pos + 2] == '.') {
      token(TokenKind.ELLIPSIS, 3);
    } else {
      token(TokenKind.DOT, 1);
    }
  }

  private void scanQuestion(int pos) {
    char c = input[pos + 1];
    if (c == '?') {
      boolean assign = input[pos + 2] == '=';
      token(assign ? TokenKind.ASSIGN_COALESCE : TokenKind.COALESCE, assign ? 3 : 2);
    } else if (c == '.' && !(input[pos + 2] >= '0' && input[pos + 2] <= '9')) {
      token(TokenKind.OPTIONAL, 2);
    } else {
      token(TokenKind.QUESTION, 1);
    }
  }

  private void scanAngle(int pos, char c) {
    boolean less = c == '<';
    if (input[pos + 1] == '=') {
      token(less ? TokenKind.LESS_EQUAL : TokenKind.GREATER_EQUAL, 2);
    } else if (input[pos + 1] != c) {
      token(less ? TokenKind.LESS : TokenKind.GREATER, 1);
    } else if (input[pos + 2] == '=') {
      token(less ? TokenKind.ASSIGN_LEFT_SHIFT : TokenKind.ASSIGN_SIGNED_RIGHT_SHIFT, 3);
    } else if (less || input[pos + 2] != '>') {
      token(less ? TokenKind.LEFT_SHIFT : TokenKind.SIGNED_RIGHT_SHIFT, 2);
    } else if (input[pos + 3] == '=') {
      token(TokenKind.ASSIGN_UNSIGNED_RIGHT_SHIFT, 4);
    } else {
      token(TokenKind.UNSIGNED_RIGHT_SHIFT, 3);
    }
  }

  private void scanEquality(int pos, char c) {
    boolean equal = c == '=';
    if (input[pos + 1] == '=') {
      if (input[pos + 2] == '=') {
        token(equal ? TokenKind.STRICT_EQUAL : TokenKind.STRICT_NOT_EQUAL, 3);
      } else {
        token(equal ? TokenKind.EQUAL : TokenKind.NOT_EQUAL, 2);
      }
    } else if (equal && input[pos + 1] == '>') {
      token(TokenKind.ARROW, 2);
    } else {
      token(equal ? TokenKind.ASSIGN : TokenKind.NOT, 1);
    }
  }

  /// An operator of one character, its assignment, and its doubled form if it has one.
  private void scanOperator(
      char c, TokenKind single, TokenKind assignment, @Nullable TokenKind doubled) {
    char second = input[start + 1];
    if (second == '=') {
      token(assignment, 2);
    } else if (second != c || doubled == null) {
      token(single, 1);
    } else if (input[start + 2] != '=') {
      token(doubled, 2);
    } else {
      switch (doubled) {
        case EXPONENTIATE -> token(TokenKind.ASSIGN_EXPONENTIATE, 3);
        case AND -> token(TokenKind.ASSIGN_AND, 3);
        case OR -> token(TokenKind.ASSIGN_OR, 3);
        default -> token(doubled, 2);
      }
    }
  }

  private void scanName(int from) {
    int pos = from;
    int hash = 0;
    char c = input[pos];
    while (CharacterClasses.isAsciiPart(c)) {
      hash = 31 * hash + c;
      c = input[++pos];
    }
    if (c >= 128 || c == '\\') {
      scanUnusualName(from, pos);
      return;
    }
    if (pos == from) {
      throw unexpectedCharacter(from);
    }
    int slot = names.find(input, from, pos, hash);
    kind = names.kind(slot);
    text = names.name(slot);
    escaped = false;
    end = pos;
  }

  /// A name with characters beyond ASCII or with escapes.
  ///
  /// @param asciiEnd where the ASCII characters at its start end
  private void scanUnusualName(int from, int asciiEnd) {
    StringBuilder out = new StringBuilder();
    out.append(input, from, asciiEnd - from);
    int pos = asciiEnd;
    boolean hasEscape = false;
    while (pos < length) {
      int at = pos;
      int codePoint = input[pos] == '\\' ? -1 : Character.codePointAt(input, pos, length);
      if (codePoint < 0) {
        hasEscape = true;
        codePoint = strings.unicodeEscapeInName(pos);
        pos = strings.escapeEnd();
        if (!isNameCharacter(codePoint, at == from)) {
          throw error("Invalid Unicode escape sequence", at, pos);
        }
      } else if (isNameCharacter(codePoint, at == from)) {
        pos += Character.charCount(codePoint);
      } else {
        break;
      }
      out.appendCodePoint(codePoint);
    }
    if (pos == from) {
      throw unexpectedCharacter(from);
    }
    char[] name = out.toString().toCharArray();
    int slot = names.find(name, 0, name.length, out.toString().hashCode());
    kind = names.kind(slot);
    text = names.name(slot);
    escaped = hasEscape;
    end = pos;
    if (hasEscape && !kind.isIdentifier) {
      kind = TokenKind.ESCAPED_KEYWORD;
    }
  }

  private static boolean isNameCharacter(int codePoint, boolean first) {
    return first
        ? CharacterClasses.isIdentifierStart(codePoint)
        : CharacterClasses.isIdentifierPart(codePoint);
  }

  private void scanPrivateName(int from) {
    char c = input[from + 1];
    boolean name = c < 128 ? CharacterClasses.isIdentifierStart(c) || c == '\\' : from + 1 < length;
    if (!name) {
      throw unexpectedCharacter(from);
    }
    scanName(from + 1);
    kind = TokenKind.PRIVATE_NAME;
  }

  private void scanTemplate(int from) {
    end = strings.scanTemplatePart(from);
    kind = TokenKind.TEMPLATE;
  }

  /// Reads the current `}` as the start of the next part of a template.
  void rescanTemplateContinuation() {
    scanTemplate(start + 1);
  }

  /// Reads the current `/` or `/=` as the start of a regular expression: body into `text`, flags
  /// into `flags`.
  void rescanRegExp() {
    int pos = start + 1;
    boolean inClass = false;
    for (char c = input[pos]; c != '/' || inClass; c = input[++pos]) {
      if (c == '\\') {
        c = input[++pos];
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      }
      if (pos >= length || CharacterClasses.isLineTerminator(c)) {
        throw error("Invalid regular expression: missing /", start, Math.min(pos, length));
      }
    }
    text = new String(input, start + 1, pos - start - 1);
    int flagsStart = ++pos;
    while (pos < length) {
      int codePoint = Character.codePointAt(input, pos, length);
      if (!CharacterClasses.isIdentifierPart(codePoint)) {
        break;
      }
      pos += Character.charCount(codePoint);
    }
    if (input[pos] == '\\') {
      throw error("Invalid regular expression flags", start, pos);
    }
    flags = new String(input, flagsStart, pos - flagsStart);
    end = pos;
  }
}
