package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The tables, held against the JDK's, which follow an older version of Unicode: they must agree on
/// nearly every code point that the JDK knows.
class UnicodeTablesTest {
  private static final Map<String, Byte> CATEGORIES =
      Map.ofEntries(
          Map.entry("Lu", Character.UPPERCASE_LETTER),
          Map.entry("Ll", Character.LOWERCASE_LETTER),
          Map.entry("Lt", Character.TITLECASE_LETTER),
          Map.entry("Lm", Character.MODIFIER_LETTER),
          Map.entry("Lo", Character.OTHER_LETTER),
          Map.entry("Mn", Character.NON_SPACING_MARK),
          Map.entry("Mc", Character.COMBINING_SPACING_MARK),
          Map.entry("Me", Character.ENCLOSING_MARK),
          Map.entry("Nd", Character.DECIMAL_DIGIT_NUMBER),
          Map.entry("Nl", Character.LETTER_NUMBER),
          Map.entry("No", Character.OTHER_NUMBER),
          Map.entry("Pd", Character.DASH_PUNCTUATION),
          Map.entry("Ps", Character.START_PUNCTUATION),
          Map.entry("Pe", Character.END_PUNCTUATION),
          Map.entry("Pc", Character.CONNECTOR_PUNCTUATION),
          Map.entry("Po", Character.OTHER_PUNCTUATION),
          Map.entry("Sm", Character.MATH_SYMBOL),
          Map.entry("Sc", Character.CURRENCY_SYMBOL),
          Map.entry("Sk", Character.MODIFIER_SYMBOL),
          Map.entry("So", Character.OTHER_SYMBOL),
          Map.entry("Zs", Character.SPACE_SEPARATOR),
          Map.entry("Cc", Character.CONTROL),
          Map.entry("Cf", Character.FORMAT),
          Map.entry("Cs", Character.SURROGATE),
          Map.entry("Co", Character.PRIVATE_USE));

  private static CodePointSet lone(String name) {
    CodePointSet set = UnicodeProperties.lone(name);
    assertThat(set).as(name).isNotNull();
    return set == null ? CodePointSet.EMPTY : set;
  }

  private static CodePointSet valued(String name, String value) {
    CodePointSet set = UnicodeProperties.valued(name, value);
    assertThat(set).as("%s=%s", name, value).isNotNull();
    return set == null ? CodePointSet.EMPTY : set;
  }

  @Test
  void generalCategoriesAgreeWithTheJdk() {
    int different = 0;
    for (var category : CATEGORIES.entrySet()) {
      CodePointSet set = lone(category.getKey());
      for (int c = 0; c < CodePointSet.LIMIT; c++) {
        boolean java = Character.getType(c) == category.getValue();
        if (Character.isDefined(c) && java != set.contains(c)) {
          different++;
        }
      }
    }
    assertThat(different).isLessThan(40);
  }

  @Test
  void scriptsAgreeWithTheJdk() {
    var different = new ArrayList<String>();
    for (int c = 0; c < CodePointSet.LIMIT; c += 7) {
      String script = Character.UnicodeScript.of(c).name().toLowerCase(Locale.ROOT);
      if (!Character.isDefined(c)) {
        continue;
      }
      String name = capitalized(script);
      if (!valued("Script", name).contains(c)) {
        different.add(Integer.toHexString(c) + " " + script);
      }
    }
    assertThat(different).hasSizeLessThan(40);
  }

  /// The JDK's `OLD_ITALIC` is `Old_Italic`; two names have an inner form of their own.
  private static String capitalized(String script) {
    if (script.equals("signwriting")) {
      return "SignWriting";
    }
    var name = new StringBuilder();
    for (int i = 0; i < script.length(); i++) {
      boolean first = i == 0 || script.charAt(i - 1) == '_';
      name.append(first ? Character.toUpperCase(script.charAt(i)) : script.charAt(i));
    }
    return name.toString();
  }

  @Test
  void everyCodePointHasOneCategoryAndOneScript() {
    var all = new ArrayList<>(CATEGORIES.keySet());
    all.addAll(List.of("Pi", "Pf", "Zl", "Zp", "Cn"));
    assertThat(all.stream().mapToInt(name -> lone(name).size()).sum())
        .isEqualTo(CodePointSet.LIMIT);
    assertThat(lone("Assigned").size() + lone("Cn").size()).isEqualTo(CodePointSet.LIMIT);
    assertThat(lone("L")).isEqualTo(lone("LC").union(lone("Lm")).union(lone("Lo")));
  }

  @Test
  void scriptExtensionsDifferFromScriptsWhereCharactersAreShared() {
    assertThat(valued("sc", "Deva").contains(0x0964)).isFalse();
    assertThat(valued("scx", "Deva").contains(0x0964)).isTrue();
    assertThat(valued("scx", "Zyyy").contains(0x0964)).isFalse();
    assertThat(valued("scx", "Latin")).isEqualTo(valued("Script_Extensions", "Latn"));
    assertThat(UnicodeProperties.valued("sc", "latin")).isNull();
    assertThat(UnicodeProperties.valued("scx", "Latin2")).isNull();
  }

  @Test
  void simpleCaseFoldingAgreesWithTheJdkWhereOneToOneMappingsExist() {
    var folding = CaseFolding.of(true);
    int pairs = 0;
    for (int c = 0; c < CodePointSet.LIMIT; c++) {
      int lower = Character.toLowerCase(c);
      if (lower != c && c != 0x130 && Character.toUpperCase(lower) == c) {
        assertThat(folding.canonicalize(c)).as("%x", c).isEqualTo(folding.canonicalize(lower));
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(1300);
    assertThat(folding.canonicalize(0x1e9e)).isEqualTo(0xdf);
    assertThat(folding.canonicalize(0xab70)).isEqualTo(0x13a0);
    assertThat(folding.canonicalize(0x130)).isEqualTo(0x130);
    assertThat(folding.canonicalize(0x1fd3)).isEqualTo(folding.canonicalize(0x390));
  }

  @Test
  void setOperationsAgreeWithBitSets() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      BitSet a = new BitSet();
      BitSet b = new BitSet();
      CodePointSet setA = fill(random, a);
      CodePointSet setB = fill(random, b);
      assertThat(members(setA)).isEqualTo(a);
      assertThat(setA.size()).isEqualTo(a.cardinality());
      BitSet union = (BitSet) a.clone();
      union.or(b);
      assertThat(members(setA.union(setB))).isEqualTo(union);
      BitSet both = (BitSet) a.clone();
      both.and(b);
      assertThat(members(setA.intersect(setB))).isEqualTo(both);
      BitSet rest = (BitSet) a.clone();
      rest.andNot(b);
      assertThat(members(setA.subtract(setB))).isEqualTo(rest);
      var matcher = new CharMatcher(setA);
      for (int c = 0; c < 1200; c++) {
        assertThat(matcher.hasCodePoint(c)).isEqualTo(a.get(c));
      }
    }
  }

  private static CodePointSet fill(Random random, BitSet bits) {
    var builder = new CodePointSet.Builder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int first = random.nextInt(1000);
      int last = first + random.nextInt(150) * random.nextInt(4);
      builder.add(first, last);
      bits.set(first, last + 1);
    }
    return builder.build();
  }

  private static BitSet members(CodePointSet set) {
    var bits = new BitSet();
    for (int i = 0; i < set.rangeCount(); i++) {
      bits.set(set.first(i), set.last(i) + 1);
    }
    return bits;
  }
}
