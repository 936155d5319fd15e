package lexscope.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {
  @Test
  void blanksSeparateWords() {
    assertThat(Words.of("  why  closure:f\tapp.js ")).containsExactly("why", "closure:f", "app.js");
  }

  @Test
  void quotesAndBackslashesJoinThem() {
    assertThat(Words.of("a 'b c' \"d 'e'\" f\\ g '' x'y'z '\\'"))
        .containsExactly("a", "b c", "d 'e'", "f g", "", "xyz", "\\");
  }

  @Test
  void anOpenQuoteReachesToTheEnd() {
    assertThat(Words.of("open \"my file")).containsExactly("open", "my file");
  }

  @Test
  void anEmptyLineHasNoWords() {
    assertThat(Words.of("   ")).isEmpty();
  }
}
