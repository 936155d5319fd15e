package lexscope.js.syntax;

import lexscope.js.source.SyntaxErrorException;

/// String literals and template parts with their escapes, ECMA-262 sections 12.9.4 and 12.9.6.
final class StringLiterals {
  private final Lexer lexer;
  private final char[] input;
  private final StringBuilder buffer = new StringBuilder();

  /// Where the escape that was read last ends.
  private int position;

  StringLiterals(Lexer lexer) {
    this.lexer = lexer;
    this.input = lexer.input;
  }

  /// Scans the string at an offset into the lexer's token fields; returns its end.
  int scanString(int start) {
    char quote = input[start];
    int pos = start + 1;
    while (true) {
      char c = input[pos];
      if (c == quote) {
        lexer.text = new String(input, start + 1, pos - start - 1);
        return pos + 1;
      }
      if (c == '\\') {
        return scanEscapedString(start, pos);
      }
      if (c < ' ') {
        checkInString(start, pos);
      }
      pos++;
    }
  }

  private int scanEscapedString(int start, int firstEscape) {
    char quote = input[start];
    buffer.setLength(0);
    buffer.append(input, start + 1, firstEscape - start - 1);
    int pos = firstEscape;
    while (true) {
      char c = input[pos];
      if (c == quote) {
        lexer.text = buffer.toString();
        return pos + 1;
      }
      if (c == '\\') {
        readEscape(pos, start, false);
        pos = position;
        continue;
      }
      if (c < ' ') {
        checkInString(start, pos);
      }
      buffer.append(c);
      pos++;
    }
  }

  private void checkInString(int start, int pos) {
    char c = input[pos];
    if (c == '\n' || c == '\r' || (c == 0 && pos >= lexer.length)) {
      throw lexer.error("Invalid or unexpected token", start, pos);
    }
  }

  /// Scans template characters up to the end of the template or the next `${`; returns the end of
  /// that mark.
  int scanTemplatePart(int start) {
    buffer.setLength(0);
    int pos = start;
    boolean hasReturn = false;
    boolean valid = true;
    int rawEnd;
    while (true) {
      char c = input[pos];
      if (c == '`') {
        rawEnd = pos++;
        lexer.templateEnds = true;
        break;
      }
      if (c == '$' && input[pos + 1] == '{') {
        rawEnd = pos;
        pos += 2;
        lexer.templateEnds = false;
        break;
      }
      if (c == '\\') {
        int escapeStart = pos;
        valid = readTemplateEscape(pos, valid);
        pos = position;
        hasReturn |= input[escapeStart + 1] == '\r';
      } else if (c == '\r') {
        hasReturn = true;
        buffer.append('\n');
        pos += input[pos + 1] == '\n' ? 2 : 1;
      } else if (c == 0 && pos >= lexer.length) {
        throw lexer.error("Unterminated template literal", lexer.start, lexer.length);
      } else {
        buffer.append(c);
        pos++;
      }
    }
    String text = new String(input, start, rawEnd - start);
    lexer.raw = hasReturn ? text.replace("\r\n", "\n").replace('\r', '\n') : text;
    boolean same =
        valid && buffer.length() == lexer.raw.length() && lexer.raw.contentEquals(buffer);
    lexer.cooked = !valid ? null : same ? lexer.raw : buffer.toString();
    return pos;
  }

  /// Reads an escape in a template: an invalid one is remembered, since tagged templates may have
  /// it.
  private boolean readTemplateEscape(int pos, boolean validSoFar) {
    try {
      readEscape(pos, pos, true);
      return validSoFar;
    } catch (SyntaxErrorException e) {
      if (validSoFar) {
        lexer.templateError = e.message();
        lexer.templateErrorOffset = e.offset();
      }
      // What follows is read as plain characters, but never past the character after the backslash.
      position = pos + (pos + 1 < lexer.length ? 2 : 1);
      return false;
    }
  }

  /// Reads the escape at an offset, appends its value and leaves its end in `position`.
  private void readEscape(int pos, int tokenStart, boolean template) {
    char c = input[pos + 1];
    position = pos + 2;
    switch (c) {
      case 'n' -> buffer.append('\n');
      case 't' -> buffer.append('\t');
      case 'r' -> buffer.append('\r');
      case 'b' -> buffer.append('\b');
      case 'f' -> buffer.append('\f');
      case 'v' -> buffer.append('\u000B');
      case '\r' -> position += input[position] == '\n' ? 1 : 0;
      case '\n', '\u2028', '\u2029' -> {
        // LineContinuation: no character.
      }
      case 'x' -> readHexEscape(pos);
      case 'u' -> buffer.appendCodePoint(readUnicodeEscape(pos));
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readDigitEscape(pos, template);
      default -> {
        if (c == 0 && pos + 1 >= lexer.length) {
          throw lexer.error("Invalid or unexpected token", tokenStart, lexer.length);
        }
        buffer.append(c);
      }
    }
  }

  private void readHexEscape(int pos) {
    int high = CharacterClasses.hexDigit(input[pos + 2]);
    int low = high < 0 ? -1 : CharacterClasses.hexDigit(input[pos + 3]);
    if (low < 0) {
      throw lexer.error("Invalid hexadecimal escape sequence", pos, pos + 2);
    }
    buffer.append((char) (high * 16 + low));
    position = pos + 4;
  }

  /// `\0`, or the legacy octal escapes and `\8`, `\9` of Annex B.
  private void readDigitEscape(int pos, boolean template) {
    char c = input[pos + 1];
    char next = input[pos + 2];
    if (c == '0' && (next < '0' || next > '9')) {
      buffer.append('\0');
      return;
    }
    if (template) {
      String what = c >= '8' ? "\\8 and \\9 are" : "Octal escape sequences are";
      throw lexer.error(what + " not allowed in template strings.", pos, pos + 2);
    }
    if (lexer.legacy == Lexer.Legacy.NONE) {
      lexer.legacyOffset = pos;
      lexer.legacy = c >= '8' ? Lexer.Legacy.EIGHT_OR_NINE_ESCAPE : Lexer.Legacy.OCTAL_ESCAPE;
    }
    if (c >= '8') {
      buffer.append(c);
      return;
    }
    int value = c - '0';
    int limit = c <= '3' ? 3 : 2;
    for (int i = 1; i < limit && input[position] >= '0' && input[position] <= '7'; i++) {
      value = value * 8 + (input[position++] - '0');
    }
    buffer.append((char) value);
  }

  /// The code point of the Unicode escape at an offset; its end is left in `position`.
  private int readUnicodeEscape(int pos) {
    int at = pos + 2;
    int value = 0;
    if (input[at] == '{') {
      int digits = at + 1;
      for (at = digits; input[at] != '}'; at++) {
        int digit = CharacterClasses.hexDigit(input[at]);
        if (digit < 0) {
          throw lexer.error("Invalid Unicode escape sequence", pos, at);
        }
        value = value * 16 + digit;
        if (value > Character.MAX_CODE_POINT) {
          throw lexer.error("Undefined Unicode code-point", pos, at);
        }
      }
      if (at == digits) {
        throw lexer.error("Invalid Unicode escape sequence", pos, at);
      }
      position = at + 1;
      return value;
    }
    for (int i = 0; i < 4; i++) {
      int digit = CharacterClasses.hexDigit(input[at + i]);
      if (digit < 0) {
        throw lexer.error("Invalid Unicode escape sequence", pos, at + i);
      }
      value = value * 16 + digit;
    }
    position = at + 4;
    return value;
  }

  /// The code point of the escape in a name at an offset; {@link #escapeEnd} is its end.
  int unicodeEscapeInName(int pos) {
    if (input[pos + 1] != 'u') {
      throw lexer.unexpectedCharacter(pos);
    }
    return readUnicodeEscape(pos);
  }

  /// Where the escape that was read last ends.
  int escapeEnd() {
    return position;
  }
}
