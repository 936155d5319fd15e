package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormattingTest {
  @ParameterizedTest
  @CsvSource({
    "1.005, 2, 1.00",
    "0.5, 0, 1",
    "2.5, 0, 3",
    "-1.5, 0, -2",
    "1.45, 1, 1.4",
    "-0.0000001, 2, -0.00",
    "123.456, 5, 123.45600"
  })
  void toFixedRoundsTheExactValue(double x, int digits, String expected) {
    assertThat(NumberFormatting.toFixed(x, digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 3, 0.0022002200220022002200220022002201", "255.5, 16, ff.8",
    "1e21, 36, 5v1j4f4ds7c000", "1152921504606846976, 7, 2031000661631341064200",
    "-0.000001, 36, -0.0001ogs5wo29m8"
  })
  void radixTextsAreThoseOfV8(double x, int radix, String expected) {
    assertThat(NumberFormatting.toRadix(x, radix)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "0, 3, 0.00",
    "123456, 2, 1.2e+5",
    "0.000001, 2, 0.0000010",
    "0.0000001, 2, 1.0e-7",
    "99.99, 3, 100",
    "1.25, 2, 1.3"
  })
  void toPrecisionChoosesFixedOrExponential(double x, int precision, String expected) {
    assertThat(NumberFormatting.toPrecision(x, precision)).isEqualTo(expected);
  }

  @Test
  void aRadixTextReadsBackAsTheSameNumber() {
    var random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double x = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(12) - 4);
      String text = NumberFormatting.toRadix(x, 2);
      int point = text.indexOf('.');
      String digits = text.replace(".", "");
      BigDecimal value = new BigDecimal(new java.math.BigInteger(digits, 2));
      int fraction = point < 0 ? 0 : text.length() - point - 1;
      assertThat(value.divide(BigDecimal.TWO.pow(fraction)).doubleValue()).isEqualTo(x);
    }
  }

  @Test
  void groupsAreOfThreeDigits() {
    assertThat(NumberFormatting.toGrouped(-1234567.8915)).isEqualTo("-1,234,567.892");
    assertThat(NumberFormatting.toGrouped(999)).isEqualTo("999");
    assertThat(NumberFormatting.toGrouped(-0.0)).isEqualTo("-0");
  }

  @Test
  void sumsAreExactWhateverTheOrder() {
    var random = new Random(2);
    for (int round = 0; round < 200; round++) {
      var sum = new ExactSum();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < 700; i++) {
        double x = Double.longBitsToDouble(random.nextLong());
        if (Double.isFinite(x) && Math.abs(x) < 1e300) {
          sum.add(x);
          exact = exact.add(new BigDecimal(x));
        }
      }
      assertThat(sum.value()).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void halfPrecisionIsTheNearestOfAllHalves() {
    var random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double x = (random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(45) - 27);
      float rounded = Float.float16ToFloat(ElementType.toFloat16(x));
      if (Float.isInfinite(rounded)) {
        assertThat(Math.abs(x)).isGreaterThanOrEqualTo(65520);
        continue;
      }
      short bits = ElementType.toFloat16(x);
      double up = Float.float16ToFloat((short) (bits + 1));
      double down = (bits & 0x7FFF) == 0 ? rounded : Float.float16ToFloat((short) (bits - 1));
      double error = Math.abs(rounded - x);
      assertThat(error).isLessThanOrEqualTo(Math.abs(up - x));
      assertThat(error).isLessThanOrEqualTo(Math.abs(down - x));
    }
  }
}
