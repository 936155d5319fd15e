package lexscope.profiler.find;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The units in which people write numbers of bytes: `B`, thousands (`kB`, `MB`, `GB`) and powers
/// of two (`KiB`, `MiB`, `GiB`).
public final class ByteUnits {
  /// All units, in words.
  public static final String NAMES = "B, kB, MB, GB, KiB, MiB and GiB";

  private static final Map<String, Long> FACTORS =
      Map.of(
          "B", 1L,
          "kB", 1_000L,
          "MB", 1_000_000L,
          "GB", 1_000_000_000L,
          "KiB", 1L << 10,
          "MiB", 1L << 20,
          "GiB", 1L << 30);

  private ByteUnits() {}

  /// Whether there is a unit of this name; without one, bytes are counted.
  public static boolean isUnit(String unit) {
    return unit.isEmpty() || FACTORS.containsKey(unit);
  }

  /// How many bytes that many units are, which need not be a whole number; nothing if `number` is
  /// no decimal number or there is no such unit.
  ///
  /// @param unit one of the units, or the empty string for bytes
  public static Optional<BigDecimal> bytes(String number, String unit) {
    if (!isUnit(unit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BigDecimal(number).multiply(BigDecimal.valueOf(FACTORS.getOrDefault(unit, 1L))));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
