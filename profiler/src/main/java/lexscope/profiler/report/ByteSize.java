package lexscope.profiler.report;

import java.util.Locale;

/// Bytes for people: three digits and a unit, thousands to a unit as DevTools counts.
public final class ByteSize {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private ByteSize() {}

  /// Such as `512 B`, `1.2 kB`, `35 MB`.
  public static String text(long bytes) {
    if (bytes < 0) {
      return "-" + text(-bytes);
    }
    int unit = 0;
    double value = bytes;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    boolean isWhole = unit == 0 || value >= 99.95;
    return String.format(Locale.ROOT, isWhole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }

  /// With a sign, for differences.
  public static String signed(long bytes) {
    return bytes > 0 ? "+" + text(bytes) : text(bytes);
  }
}
