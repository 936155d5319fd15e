package lexscope.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SourceTokensTest {
  private static List<String> names(String text) {
    return SourceTokens.of(text).stream()
        .filter(token -> token.kind() == SourceTokens.Kind.NAME)
        .map(token -> text.substring(token.start(), token.end()))
        .toList();
  }

  private static List<String> texts(String text) {
    return SourceTokens.of(text).stream()
        .filter(token -> token.kind() == SourceTokens.Kind.TEXT)
        .map(token -> text.substring(token.start(), token.end()))
        .toList();
  }

  @Test
  @DisplayName("names are found outside of texts, comments, members and keys")
  void names() {
    assertThat(names("a = b.c?.d + { e: f, g, ...h }; // i\n/* j */ k['l'] \"m\" #n"))
        .containsExactly("a", "b", "f", "g", "h", "k");
    assertThat(names("x ? y : z")).containsExactly("x", "y", "z");
    assertThat(names("größe = 变量$_1")).containsExactly("größe", "变量$_1");
  }

  @Test
  @DisplayName("names in the substitutions of templates count, nested ones too")
  void templates() {
    assertThat(names("`a ${b + `c ${ {d: e} } f`} g` + h")).containsExactly("b", "e", "h");
    assertThat(texts("`a\\`${b}c`")).containsExactly("`a\\`${", "}c`");
  }

  @Test
  @DisplayName("a slash divides after values and begins a regular expression elsewhere")
  void slashes() {
    assertThat(names("a / b / c")).containsExactly("a", "b", "c");
    assertThat(names("return /a[/]b/g.test(c)")).containsExactly("c");
    assertThat(texts("f(/'/) + (g) / h")).containsExactly("/'/");
    assertThat(names("x = 1 / y; z = /w\n")).containsExactly("x", "y", "z", "w");
  }

  @Test
  @DisplayName("whatever the text, tokens are in order, do not overlap and do not go beyond it")
  void anything() {
    String alphabet = "ab1.$_'\"`{}()[]/*\\\n +-=:,?#é😀";
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (SourceTokens.Token token : SourceTokens.of(text.toString())) {
        assertThat(token.start()).as("%s in %s", token, text).isGreaterThanOrEqualTo(end);
        assertThat(token.end()).as("%s in %s", token, text).isGreaterThan(token.start());
        end = token.end();
      }
      assertThat(end).as("%s", text).isLessThanOrEqualTo(text.length());
    }
  }
}
