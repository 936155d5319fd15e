package lexscope.scenarios.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, <= 0 B",
    "<= 4 KiB, 4096, 4097, <= 4 KiB",
    "<=4KiB, 4096, 4097, <= 4 KiB",
    "< 1 kB, 999, 1000, < 1 kB",
    "== 1.5 KiB, 1536, 1535, == 1.5 KiB",
    ">= 2 MiB, 2097152, 2097151, >= 2 MiB",
    "> 1 GB, 1000000001, 1000000000, > 1 GB"
  })
  void aBoundOfBytesAcceptsUpToItsAmount(String text, long good, long bad, String shown) {
    Bound bound = Bound.bytes(text);
    assertThat(bound.accepts(good)).isTrue();
    assertThat(bound.accepts(bad)).isFalse();
    assertThat(bound.text()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "-1", "=> 4", "4 kb", "1.5", "<=", "4 KiB KiB", "99999999999999999999"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Bound.bytes(text));
    assertThatIllegalArgumentException().isThrownBy(() -> Bound.count(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 B", "<= 4 KiB", "0.5"})
  void aCountHasNoUnit(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Bound.count(text));
  }
}
