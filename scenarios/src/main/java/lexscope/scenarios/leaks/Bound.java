package lexscope.scenarios.leaks;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.profiler.find.ByteUnits;
import org.jspecify.annotations.Nullable;

/// A limit that a number is held against, written like `<= 4 KiB`, `== 3` or `0`. A number alone is
/// the most that is allowed.
///
/// @param relation how the number has to stand to the amount
/// @param amount things or bytes
/// @param text the limit as it is shown
public record Bound(Relation relation, long amount, String text) {
  private static final Pattern FORM =
      Pattern.compile("(<=|<|==|>=|>)?\\s*(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([A-Za-z]+)?");

  /// How a number may stand to a limit.
  public enum Relation {
    /// No more than the amount.
    AT_MOST("<="),
    /// Less than the amount.
    LESS("<"),
    /// Exactly the amount.
    EXACTLY("=="),
    /// No less than the amount.
    AT_LEAST(">="),
    /// More than the amount.
    MORE(">");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    private static Relation of(@Nullable String sign) {
      for (Relation each : values()) {
        if (each.sign.equals(sign)) {
          return each;
        }
      }
      return AT_MOST;
    }
  }

  /// No more than so many.
  public static Bound atMost(long amount) {
    return new Bound(Relation.AT_MOST, amount, "<= " + amount);
  }

  /// Reads a limit of bytes; without a unit the number counts bytes.
  ///
  /// @throws IllegalArgumentException if it is none, with a message for people
  public static Bound bytes(String text) {
    return parse(text, true);
  }

  /// Reads a limit of a number of things.
  ///
  /// @throws IllegalArgumentException if it is none, with a message for people
  public static Bound count(String text) {
    return parse(text, false);
  }

  private static Bound parse(String text, boolean bytes) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw notABound(text, bytes);
    }
    String unit = matcher.group(3) == null ? "" : matcher.group(3);
    Relation relation = Relation.of(matcher.group(1));
    Optional<BigDecimal> amount =
        bytes || unit.isEmpty() ? ByteUnits.bytes(matcher.group(2), unit) : Optional.empty();
    try {
      return new Bound(
          relation,
          amount.orElseThrow(() -> notABound(text, bytes)).longValueExact(),
          relation.sign
              + " "
              + matcher.group(2)
              + (unit.isEmpty() ? bytes ? " B" : "" : " " + unit));
    } catch (ArithmeticException _) {
      throw notABound(text, bytes);
    }
  }

  private static IllegalArgumentException notABound(String text, boolean bytes) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is no bound: write "
            + (bytes
                ? "a number of bytes such as 64 or \"<= 4 KiB\" (B, kB, MB, GB, KiB, MiB, GiB)"
                : "a whole number such as 0, \"<= 3\" or \"== 1\""));
  }

  /// Whether a number keeps to the limit.
  public boolean accepts(long actual) {
    return switch (relation) {
      case AT_MOST -> actual <= amount;
      case LESS -> actual < amount;
      case EXACTLY -> actual == amount;
      case AT_LEAST -> actual >= amount;
      case MORE -> actual > amount;
    };
  }
}
