package lexscope.js.host;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// A time value as `Date.prototype.toISOString` (section 21.4.4.36) writes it.
final class DateText {
  private static final int LARGEST_PLAIN_YEAR = 9999;

  private DateText() {}

  /// The text of a time value in milliseconds, `Invalid Date` if it is NaN.
  static String of(double timeValue) {
    if (Double.isNaN(timeValue)) {
      return "Invalid Date";
    }
    OffsetDateTime time = Instant.ofEpochMilli((long) timeValue).atOffset(ZoneOffset.UTC);
    int year = time.getYear();
    String yearText =
        year >= 0 && year <= LARGEST_PLAIN_YEAR
            ? String.format(Locale.ROOT, "%04d", year)
            : String.format(Locale.ROOT, "%s%06d", year < 0 ? "-" : "+", Math.abs(year));
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02dT%02d:%02d:%02d.%03dZ",
        yearText,
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano() / 1_000_000);
  }
}
