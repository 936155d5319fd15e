package lexscope.js.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Long inputs, endless matches, and what ends them.
@Timeout(60)
class MatchLimitsTest {
  private static final int LONG = 1_000_000;

  @Test
  void aMillionRepetitionsNeedNoJavaStack() throws Exception {
    String input = "ab".repeat(LONG);
    for (String pattern :
        new String[] {
          "(?:a|b)*$", "(?:ab)*$", "(ab)+$", "(?:a?b?)*$", "(?:[^c]|c)*?$", "(?=((?:ab)*))\\1$"
        }) {
      int[] found = RegExpCompiler.compile(pattern, "").match(input, 0, MatchLimits.DEFAULT);
      assertThat(found).as(pattern).isNotNull().startsWith(0, 2 * LONG);
    }
  }

  @Test
  void aBacktrackStackThatGrowsPastItsLimitEndsInACleanError() throws Exception {
    RegExpProgram program = RegExpCompiler.compile("(?:a|b)*c", "");
    var small = new MatchLimits(10_000, () -> {});
    assertThat(program.match("ab".repeat(1000) + "c", 0, small)).isNotNull();
    assertThatThrownBy(() -> program.match("ab".repeat(10_000) + "c", 0, small))
        .isInstanceOf(BacktrackLimitException.class);
  }

  @Test
  void anEndlessMatchAsksWhetherToGoOn() throws Exception {
    RegExpProgram program = RegExpCompiler.compile("(a+)+b", "");
    var asked = new AtomicInteger();
    MatchLimits limits =
        MatchLimits.polling(() -> {
          if (asked.incrementAndGet() == 100) {
            throw new IllegalStateException("interrupted");
          }
        });
    assertThatThrownBy(() -> program.match("a".repeat(60), 0, limits)).hasMessage("interrupted");
    assertThat(asked).hasValue(100);
  }

  @Test
  void aSearchThatFailsEverywhereAsksToo() throws Exception {
    RegExpProgram program = RegExpCompiler.compile("a(?=b)", "");
    var asked = new AtomicInteger();
    assertThat(program.search("a".repeat(LONG), 0, MatchLimits.polling(asked::incrementAndGet)))
        .isNull();
    assertThat(asked).hasValueGreaterThan(100);
  }
}
