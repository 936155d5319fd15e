package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What patterns match. The answers are those of the specification's own notes, or follow from its
/// algorithms.
class RegExpMatchingTest {
  /// The texts of the whole match and of all groups, `undefined` where a group took no part; `null`
  /// without a match.
  private static String exec(String pattern, String flags, String input) throws Exception {
    int[] found = RegExpCompiler.compile(pattern, flags).search(input, 0, MatchLimits.DEFAULT);
    if (found == null) {
      return "null";
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.length; i += 2) {
      texts.add(found[i] < 0 ? "undefined" : "'" + input.substring(found[i], found[i + 1]) + "'");
    }
    return String.join(",", texts);
  }

  @ParameterizedTest(name = "/{0}/ on {1} gives {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "a|ab; abc; 'a'",
        "((a)|(ab))((c)|(bc)); abc; 'abc','a','a',undefined,'bc',undefined,'bc'",
        "a[a-z]{2,4}; abcdefghi; 'abcde'",
        "a[a-z]{2,4}?; abcdefghi; 'abc'",
        "(aa|aabaac|ba|b|c)*; aabaac; 'aaba','ba'",
        "(z)((a+)?(b+)?(c))*; zaacbbbcac; 'zaacbbbcac','z','ac','a',undefined,'c'",
        "(a*)*; b; '',undefined",
        "(a*)b\\1+; baaaac; 'b',''",
        "(?=(a+)); baaabac; '','aaa'",
        "(?=(a+))a*b\\1; baaabac; 'aba','a'",
        "(.*?)a(?!(a+)b\\2c)\\2(.*); baaabaac; 'baaabaac','ba',undefined,'abaac'",
        "(?:(?=(a))b|a); a; 'a',undefined",
        "(?:a|(b)){2}; ba; 'ba',undefined",
        "(?:|(a)){2}b; ab; 'ab','a'",
        "()?; x; '',undefined",
        "(){2}; x; '',''",
        "(?:a?){3}?b; aab; 'aab'",
        "(\\2a)(\\1b); aab; 'aab','a','ab'",
        "\\1(a); aa; 'a','a'",
        "x{0}(y){0}z; z; 'z',undefined"
      })
  void theSpecificationsExamplesHold(String pattern, String input, String expected)
      throws Exception {
    assertThat(exec(pattern, "", input)).isEqualTo(expected);
  }

  @Test
  void lookbehindReadsFromRightToLeft() throws Exception {
    assertThat(exec("(?<=(\\d+)(\\d+))$", "", "1053")).isEqualTo("'','1','053'");
    assertThat(exec("(?<=\\1(.))x", "", "aax")).isEqualTo("'x','a'");
    assertThat(exec("(?<=(.)\\1)x", "", "abx")).isEqualTo("'x','b'");
    assertThat(exec("(?<!a{2,3})b", "", "aab")).isEqualTo("null");
    assertThat(exec("(?<=^[a-c]{3})def$", "", "abcdef")).isEqualTo("'def'");
    assertThat(exec("(?<=[^f]{4})f", "u", "\ud83d\ude00abcf")).isEqualTo("'f'");
  }

  @Test
  void aNameMayStandInSeveralAlternatives() throws Exception {
    String dates = "(?:(?<y>\\d{4})-\\d\\d|\\d\\d-(?<y>\\d{4}))=\\k<y>";
    assertThat(exec(dates, "", "2024-05=2024")).isEqualTo("'2024-05=2024','2024',undefined");
    assertThat(exec(dates, "", "05-2024=2024")).isEqualTo("'05-2024=2024',undefined,'2024'");
    assertThat(RegExpCompiler.compile(dates, "").groupNames())
        .containsExactly(new GroupName("y", List.of(1, 2)));
    assertThat(exec("(?:(?:(?<x>a)|(?<x>b))\\k<x>){2}", "", "aabb"))
        .isEqualTo("'aabb',undefined,'b'");
  }

  @Test
  void modifiersHoldInsideOfTheirGroupOnly() throws Exception {
    assertThat(exec("a(?i:b)c", "", "aBc")).isEqualTo("'aBc'");
    assertThat(exec("a(?i:b)c", "", "aBC")).isEqualTo("null");
    assertThat(exec("a(?-i:b)c", "i", "AbC")).isEqualTo("'AbC'");
    assertThat(exec("a(?-i:b)c", "i", "ABC")).isEqualTo("null");
    assertThat(exec("(?s:.)(?-s:.)", "s", "\n\n")).isEqualTo("null");
    assertThat(exec("x(?m:^)y", "", "x\ny")).isEqualTo("null");
    assertThat(exec("(?m:^y$)", "", "x\ny\nz")).isEqualTo("'y'");
    assertThat(exec("(a)(?i:\\1)", "", "aA")).isEqualTo("'aA','a'");
    assertThat(exec("(?i:\\w)", "u", "\u017f")).isEqualTo("'\u017f'");
    assertThat(exec("\\w", "u", "\u017f")).isEqualTo("null");
  }

  @Test
  void caseIsIgnoredByUpperCaseWithoutUnicodeFlagAndByFoldingWithIt() throws Exception {
    assertThat(exec("\u017f", "i", "s")).isEqualTo("null");
    assertThat(exec("\u017f", "iu", "s")).isEqualTo("'s'");
    assertThat(exec("\u212a", "i", "k")).isEqualTo("null");
    assertThat(exec("[^x]", "iu", "X")).isEqualTo("null");
    assertThat(exec("\u00df", "iu", "\u1e9e")).isEqualTo("'\u1e9e'");
    assertThat(exec("\u00df", "i", "\u1e9e")).isEqualTo("null");
    assertThat(exec("\u03c3", "i", "\u03c2")).isEqualTo("'\u03c2'");
    assertThat(exec("\ud801\udc00", "iu", "\ud801\udc28")).isEqualTo("'\ud801\udc28'");
    assertThat(exec("\ud801\udc00", "i", "\ud801\udc28")).isEqualTo("null");
    assertThat(exec("\\P{Lu}", "iu", "A")).isEqualTo("'A'");
    assertThat(exec("\\P{Lu}", "iv", "A")).isEqualTo("null");
    assertThat(exec("[^\\P{Lu}]", "iu", "A")).isEqualTo("null");
    assertThat(exec("(\u00e4)\\1", "i", "\u00e4\u00c4")).isEqualTo("'\u00e4\u00c4','\u00e4'");
  }

  @Test
  void surrogatesArePairedOnlyWithUnicodeFlag() throws Exception {
    assertThat(exec("^.$", "", "\ud83d\ude00")).isEqualTo("null");
    assertThat(exec("^.$", "u", "\ud83d\ude00")).isEqualTo("'\ud83d\ude00'");
    assertThat(exec("\ud83d", "", "\ud83d\ude00")).isEqualTo("'\ud83d'");
    assertThat(exec("\\ud83d", "u", "\ud83d\ude00")).isEqualTo("null");
    assertThat(exec("\\ude00", "u", "\ud83d\ude00")).isEqualTo("null");
    assertThat(exec("[\\ud83d\\ude00]+", "u", "\ud83d\ude00\ud83d\ude00"))
        .isEqualTo("'\ud83d\ude00\ud83d\ude00'");
    int[] aligned =
        RegExpCompiler.compile("\\u{1f600}", "u").match("\ud83d\ude00", 1, MatchLimits.DEFAULT);
    assertThat(aligned).containsExactly(0, 2);
  }

  @Test
  void classesOfFlagVAreSets() throws Exception {
    assertThat(exec("^[[a-z]--[aeiou]]+$", "v", "xyz")).isEqualTo("'xyz'");
    assertThat(exec("^[[a-z]--[aeiou]]+$", "v", "xez")).isEqualTo("null");
    assertThat(exec("[\\p{L}&&\\p{ASCII}&&[^a-y]]", "v", "a\u00e9z")).isEqualTo("'z'");
    assertThat(exec("[\\q{abc|ab|a|}x]*", "v", "abcabxa")).isEqualTo("'abcabxa'");
    assertThat(exec("^[\\q{ab|abc}]c", "v", "abcc")).isEqualTo("'abcc'");
    assertThat(exec("^[\\q{ab|abc}]c$", "v", "abc")).isEqualTo("'abc'");
    assertThat(exec("(?<=[\\q{ab|bab}])x", "v", "babx")).isEqualTo("'x'");
    assertThat(exec("^\\p{RGI_Emoji}$", "v", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"))
        .isEqualTo("'\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67'");
    assertThat(exec("^\\p{RGI_Emoji}$", "v", "\u0023\ufe0f\u20e3")).isNotEqualTo("null");
    assertThat(exec("^[\\p{RGI_Emoji}--\\q{\u0023\ufe0f\u20e3}]$", "v", "\u0023\ufe0f\u20e3"))
        .isEqualTo("null");
    assertThat(exec("[\\q{KM|m}]", "iv", "\u212aM")).isEqualTo("'\u212aM'");
    assertThat(exec("[]", "v", "a")).isEqualTo("null");
    assertThat(exec("[^]", "v", "a")).isEqualTo("'a'");
  }

  @Test
  void annexBReadsWhatTheStrictGrammarRefuses() throws Exception {
    assertThat(exec("\\1", "", "\u0001")).isEqualTo("'\u0001'");
    assertThat(exec("\\08", "", "\u00008")).isEqualTo("'\u00008'");
    assertThat(exec("\\400", "", "\u00200")).isEqualTo("'\u00200'");
    assertThat(exec("\\c", "", "\\c")).isEqualTo("'\\c'");
    assertThat(exec("[\\c_]", "", "\u001f")).isEqualTo("'\u001f'");
    assertThat(exec("a{,2}", "", "a{,2}")).isEqualTo("'a{,2}'");
    assertThat(exec("x{1", "", "x{1")).isEqualTo("'x{1'");
    assertThat(exec("]}", "", "]}")).isEqualTo("']}'");
    assertThat(exec("\\k<a>", "", "k<a>")).isEqualTo("'k<a>'");
    assertThat(exec("[\\d-z]+", "", "5-z")).isEqualTo("'5-z'");
    assertThat(exec("\\u{3}", "", "uuu")).isEqualTo("'uuu'");
    assertThat(exec("(?=a){2}a", "", "a")).isEqualTo("'a'");
  }

  @Test
  void loopsOverOneCharacterGiveBackOnlyWhatHelps() throws Exception {
    assertThat(exec("\\d+\\b", "", "12a 34")).isEqualTo("'34'");
    assertThat(exec("a+ab", "", "aaab")).isEqualTo("'aaab'");
    assertThat(exec("(\\w+)\\d", "", "abc123")).isEqualTo("'abc123','abc12'");
    assertThat(exec("1?\\b", "", "1k")).isEqualTo("''");
    assertThat(exec("<.+?>", "", "<a><b>")).isEqualTo("'<a>'");
    assertThat(exec("a{2,3}?b", "", "aaaab")).isEqualTo("'aaab'");
    assertThat(exec(".*\\ud83d\\ude00", "u", "a\ud83d\ude00\ud83d\ude00b"))
        .isEqualTo("'a\ud83d\ude00\ud83d\ude00'");
    assertThat(exec("a{2147483648,}", "", "aaaa")).isEqualTo("null");
  }

  @Test
  void matchingAtAPlaceDoesNotSearch() throws Exception {
    RegExpProgram program = RegExpCompiler.compile("b", "y");
    assertThat(program.match("ab", 0, MatchLimits.DEFAULT)).isNull();
    assertThat(program.match("ab", 1, MatchLimits.DEFAULT)).containsExactly(1, 2);
    assertThat(program.search("abab", 2, MatchLimits.DEFAULT)).containsExactly(3, 4);
    assertThat(program.search("ab", 2, MatchLimits.DEFAULT)).isNull();
    assertThat(RegExpCompiler.compile("$", "").search("ab", 0, MatchLimits.DEFAULT))
        .containsExactly(2, 2);
    assertThat(RegExpCompiler.compile("^a", "").search("ba", 1, MatchLimits.DEFAULT)).isNull();
    assertThat(RegExpCompiler.compile("^a", "m").search("b\na", 1, MatchLimits.DEFAULT))
        .containsExactly(2, 3);
  }
}
