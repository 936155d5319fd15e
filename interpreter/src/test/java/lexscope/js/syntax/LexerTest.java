package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class LexerTest {
  private static double number(String text) {
    return Parsing.expression(text) instanceof Expression.NumberLiteral literal
        ? literal.value()
        : Double.NaN;
  }

  private static BigInteger bigint(String text) {
    return Parsing.expression(text) instanceof Expression.BigIntLiteral literal
        ? literal.value()
        : BigInteger.valueOf(-1);
  }

  /// The value of a string literal that is an operand, so that no directive is in the way.
  private static String string(String text) {
    return Parsing.expression("(" + text + ")") instanceof Expression.StringLiteral literal
        ? literal.value()
        : "no string";
  }

  @Test
  void numbersHaveTheirValuesInEveryNotation() {
    assertThat(number("0")).isEqualTo(0);
    assertThat(number("123456789012345")).isEqualTo(123456789012345.0);
    assertThat(number("12345678901234567890")).isEqualTo(12345678901234567890.0);
    assertThat(number(".5e-3")).isEqualTo(0.0005);
    assertThat(number("5.")).isEqualTo(5);
    assertThat(number("1_000.000_1e1_0")).isEqualTo(1000.0001e10);
    assertThat(number("0xFf_fF")).isEqualTo(65535);
    assertThat(number("0o17")).isEqualTo(15);
    assertThat(number("0B101")).isEqualTo(5);
    assertThat(number("017")).isEqualTo(15);
    assertThat(number("018")).isEqualTo(18);
    assertThat(number("08.5")).isEqualTo(8.5);
    assertThat(number("1e400")).isInfinite();
    assertThat(number("5e-324")).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void longHexadecimalNumbersRoundToTheNearestEvenDouble() {
    assertThat(number("0x20000000000001")).isEqualTo(0x1p53);
    assertThat(number("0x20000000000003")).isEqualTo(0x1p53 + 4);
    assertThat(number("0x" + "f".repeat(300))).isInfinite();
  }

  @Test
  void bigintsAreExact() {
    assertThat(bigint("123_456n")).isEqualTo(123456);
    assertThat(bigint("0xffffffffffffffffffn"))
        .isEqualTo(BigInteger.ONE.shiftLeft(72).subtract(BigInteger.ONE));
    assertThat(bigint("0n")).isEqualTo(0);
  }

  @Test
  void stringsDecodeTheirEscapes() {
    assertThat(string("'a\\n\\x41\\u0042\\u{1F600}\\0\\'\"'")).isEqualTo("a\nAB\uD83D\uDE00\0'\"");
    assertThat(string("'\\\r\na\\\u2028b'")).isEqualTo("ab");
    assertThat(string("'\\101\\7\\477\\8'")).isEqualTo("A\u0007'78");
    assertThat(string("'\u2028'")).isEqualTo("\u2028");
    assertThat(string("'\\q'")).isEqualTo("q");
  }

  @Test
  void loneSurrogatesStay() {
    assertThat(string("'\\uD800'")).isEqualTo("\uD800");
    assertThat(string("'\uDC00'")).isEqualTo("\uDC00");
  }

  @Test
  void templatesKeepCookedAndRawText() {
    Expression expression = Parsing.expression("tag`a\\n${b}\\u\r\nc`");
    assertThat(expression).isInstanceOf(Expression.TaggedTemplate.class);
    var parts = ((Expression.TaggedTemplate) expression).quasi().parts();
    assertThat(parts.get(0).cooked()).isEqualTo("a\n");
    assertThat(parts.get(0).raw()).isEqualTo("a\\n");
    assertThat(parts.get(1).cooked()).isNull();
    assertThat(parts.get(1).raw()).isEqualTo("\\u\nc");
  }

  @Test
  void namesMayBeEscapedAndBeyondTheBasicPlane() {
    assertThat(Parsing.expression("\\u0061\\u{62}c"))
        .isInstanceOfSatisfying(
            Expression.IdentifierReference.class, r -> assertThat(r.name()).isEqualTo("abc"));
    assertThat(Parsing.expression("\uD835\uDC9C\u200D"))
        .isInstanceOfSatisfying(
            Expression.IdentifierReference.class,
            r -> assertThat(r.name()).isEqualTo("\uD835\uDC9C\u200D"));
  }

  @Test
  void aSlashDividesAfterAValueAndStartsARegExpElsewhere() {
    assertThat(Parsing.expression("a / b / c")).isInstanceOf(Expression.Binary.class);
    assertThat(Parsing.expression("/[/\\]]+/gi"))
        .isInstanceOfSatisfying(
            Expression.RegExpLiteral.class,
            r -> {
              assertThat(r.pattern()).isEqualTo("[/\\]]+");
              assertThat(r.flags()).isEqualTo("gi");
            });
    assertThat(Parsing.script("{} /a/.b").body()).hasSize(2);
    assertThat(Parsing.expression("/=a/")).isInstanceOf(Expression.RegExpLiteral.class);
  }

  @Test
  void theRegExpGrammarIsAskedAboutEveryLiteral() {
    Parser parser =
        new Parser((pattern, flags) -> pattern.equals("(") ? "Unterminated group" : null);
    assertThat(Parsing.outcome(() -> parser.parseScript(Parsing.source("a = /(/g"))))
        .isEqualTo("4: Invalid regular expression: /(/g: Unterminated group");
    assertThat(Parsing.outcome(() -> parser.parseScript(Parsing.source("a = /)/g"))))
        .isEqualTo("valid");
  }

  @Test
  void commentsOfEveryKindAreSkipped() {
    assertThat(Parsing.script("#!x\n//y\n/*z*/a/*\n*/b<!--c\n--> d\n/**/ --> e\n").body())
        .hasSize(2);
  }
}
