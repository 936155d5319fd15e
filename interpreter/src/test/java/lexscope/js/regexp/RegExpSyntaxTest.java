package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Early errors of patterns, and their wording.
class RegExpSyntaxTest {
  @ParameterizedTest(name = "/{0}/{1}: {2}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "( ~~ ~Unterminated group~",
        ") ~~ ~Unmatched ')'~",
        "[ ~~ ~Unterminated character class~",
        "[a- ~~ ~Unterminated character class~",
        "\\ ~~ ~\\ at end of pattern~",
        "* ~~ ~Nothing to repeat~",
        "a** ~~ ~Nothing to repeat~",
        "^* ~~ ~Nothing to repeat~",
        "{1} ~~ ~Nothing to repeat~",
        "a{2,1} ~~ ~numbers out of order in {} quantifier~",
        "a{ u ~Incomplete quantifier~",
        "{ u ~Lone quantifier brackets~",
        "] u ~Lone quantifier brackets~",
        "(?a) ~~ ~Invalid group~",
        "(?<a ~~ ~Invalid capture group name~",
        "(?<1>) ~~ ~Invalid capture group name~",
        "(?<a>)(?<a>) ~~ ~Duplicate capture group name~",
        "(?:(?<a>)|b)(?<a>) ~~ ~Duplicate capture group name~",
        "(?<a>)\\k ~~ ~Invalid named reference~",
        "(?<a>)\\k<b> ~~ ~Invalid named capture referenced~",
        "\\1 u ~Invalid escape~",
        "\\00 u ~Invalid decimal escape~",
        "[\\1] u ~Invalid class escape~",
        "\\p{Foo} u ~Invalid property name~",
        "[\\p{Foo}] u ~Invalid property name in character class~",
        "\\p{lu} u ~Invalid property name~",
        "\\p{Block=Basic_Latin} u ~Invalid property name~",
        "\\p{IsGreek} u ~Invalid property name~",
        "\\P{RGI_Emoji} v ~Invalid property name~",
        "\\p{RGI_Emoji} u ~Invalid property name~",
        "\\u{110000} u ~Invalid Unicode escape~",
        "\\c u ~Invalid Unicode escape~",
        "\\a u ~Invalid escape~",
        "\\- u ~Invalid escape~",
        "[b-a] ~~ ~Range out of order in character class~",
        "[\\d-a] u ~Invalid character class~",
        "(?=a)* u ~Invalid quantifier~",
        "(?<=a)* ~~ ~Invalid quantifier~",
        "[(] v ~Invalid character in character class~",
        "[a--b&&c] v ~Invalid set operation in character class~",
        "[a&&&b] v ~Invalid character in character class~",
        "[!!] v ~Invalid set operation in character class~",
        "[^\\q{ab}] v ~Negated character class may contain strings~",
        "(?i-i:a) ~~ ~Repeated flag in flag group~",
        "(?ii:a) ~~ ~Repeated flag in flag group~",
        "(?-:a) ~~ ~Invalid flag group~",
        "(?i--s:a) ~~ ~Multiple dashes in flag group~",
        "(?i) ~~ ~Invalid flag group~",
        "(?u:a) ~~ ~Invalid group~"
      })
  void malformedPatternsAreRefused(String pattern, String flags, String reason) {
    assertThatThrownBy(() -> RegExpCompiler.compile(pattern, flags))
        .isInstanceOf(RegExpSyntaxException.class)
        .hasMessage("Invalid regular expression: /" + pattern + "/" + flags + ": " + reason);
    assertThat(RegExpCompiler.validate(pattern, flags)).isEqualTo(reason);
  }

  @ParameterizedTest(name = "/{0}/{1}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "(?<a>x)|(?<a>y) ~~",
        "(?<\\u{61}\\u0062>x)\\k<ab> ~~",
        "(?<\ud835\udc9c>.) ~~",
        "(?im-s:a) ~~",
        "(?-s:a) u",
        "[^\\q{a|b}] v",
        "[\\-\\&\\!] v",
        "[^\\p{RGI_Emoji}&&\\p{L}] v",
        "a{2,1000000000000000000} u",
        "\\p{sc=Grek}\\p{scx=Greek}\\p{gc=Lu}\\p{Lu}\\p{Any} u"
      })
  void wellFormedPatternsAreTaken(String pattern, String flags) {
    assertThat(RegExpCompiler.validate(pattern, flags)).isNull();
  }

  @Test
  void flagsAreCheckedBeforeThePattern() {
    for (String flags : new String[] {"gg", "uv", "x", "G", "g "}) {
      assertThatThrownBy(() -> RegExpCompiler.compile("(", flags))
          .hasMessage("Invalid flags supplied to RegExp constructor '" + flags + "'");
      assertThat(RegExpCompiler.validate("(", flags)).isEqualTo("Invalid regular expression flags");
    }
    assertThat(RegExpFlags.parse("yvsmigd")).hasToString("dgimsvy");
  }

  @Test
  void anErrorKnowsItsPlace() {
    var error =
        catchThrowableOfType(
            RegExpSyntaxException.class, () -> RegExpCompiler.compile("ab(?<1>c)", ""));
    assertThat(error.offset()).isEqualTo(6);
  }

  @Test
  void patternsThatNestTooDeeplyAreRefusedCleanly() throws Exception {
    String deepest = "(".repeat(450) + "a" + ")".repeat(450) + "*";
    assertThat(RegExpCompiler.compile(deepest, "").search("a", 0, MatchLimits.DEFAULT))
        .hasSize(902);
    String classes = "[".repeat(450) + "a" + "]".repeat(450);
    assertThat(RegExpCompiler.compile(classes, "v").search("a", 0, MatchLimits.DEFAULT)).hasSize(2);
    for (String opening : new String[] {"(", "(?:", "(?=", "(?<!", "(?i:", "(a|"}) {
      assertThat(RegExpCompiler.validate(opening.repeat(100_000), ""))
          .isEqualTo("Regular expression too large");
    }
    assertThat(RegExpCompiler.validate("[".repeat(100_000), "v"))
        .isEqualTo("Regular expression too large");
  }

  @Test
  void thereMayBeManyGroupsButNotMoreThanV8Allows() throws Exception {
    assertThat(RegExpCompiler.compile("()".repeat(65_535), "").groupCount()).isEqualTo(65_535);
    assertThat(RegExpCompiler.validate("()".repeat(65_536), "")).isEqualTo("Too many captures");
  }
}
