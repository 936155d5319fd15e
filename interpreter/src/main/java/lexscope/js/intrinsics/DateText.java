package lexscope.js.intrinsics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/// The texts of dates (21.4.1.32 and 21.4.4.41), in English.
final class DateText {
  private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private DateText() {}

  /// 21.4.4.41.4 ToDateString ( tv ).
  static String toDateString(ZoneId zone, double tv) {
    if (Double.isNaN(tv)) {
      return "Invalid Date";
    }
    double t = DateAlgorithms.localTime(zone, tv);
    return dateString(t) + " " + timeString(t) + timeZoneString(zone, tv);
  }

  /// 21.4.4.41.1 TimeString ( tv ).
  static String timeString(double t) {
    return clock(t) + " GMT";
  }

  private static String clock(double t) {
    return two(DateAlgorithms.hourFromTime(t))
        + ":"
        + two(DateAlgorithms.minFromTime(t))
        + ":"
        + two(DateAlgorithms.secFromTime(t));
  }

  /// 21.4.4.41.2 DateString ( tv ).
  static String dateString(double t) {
    return DAYS[DateAlgorithms.weekDay(t)]
        + " "
        + MONTHS[DateAlgorithms.monthFromTime(t)]
        + " "
        + two(DateAlgorithms.dateFromTime(t))
        + " "
        + year(DateAlgorithms.yearFromTime(t));
  }

  /// 21.4.4.41.3 TimeZoneString ( tv ).
  static String timeZoneString(ZoneId zone, double tv) {
    int minutes = (int) (DateAlgorithms.offsetMillis(zone, tv) / 60_000);
    int size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+")
        + two(size / 60)
        + two(size % 60)
        + " ("
        + zoneName(zone, tv)
        + ")";
  }

  private static String zoneName(ZoneId zone, double tv) {
    if (zone instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0 ? "Coordinated Universal Time" : "GMT" + offset.getId();
    }
    boolean daylight = zone.getRules().isDaylightSavings(Instant.ofEpochMilli((long) tv));
    return TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.LONG, Locale.ENGLISH);
  }

  /// 21.4.4.43 Date.prototype.toUTCString ( ).
  static String toUtcString(double t) {
    return DAYS[DateAlgorithms.weekDay(t)]
        + ", "
        + two(DateAlgorithms.dateFromTime(t))
        + " "
        + MONTHS[DateAlgorithms.monthFromTime(t)]
        + " "
        + year(DateAlgorithms.yearFromTime(t))
        + " "
        + timeString(t);
  }

  /// 21.4.1.32 Date Time String Format, in UTC.
  static String toIsoString(double t) {
    int year = DateAlgorithms.yearFromTime(t);
    String yearText =
        year >= 0 && year <= 9999 ? pad(year, 4) : (year < 0 ? "-" : "+") + pad(Math.abs(year), 6);
    return yearText
        + "-"
        + two(DateAlgorithms.monthFromTime(t) + 1)
        + "-"
        + two(DateAlgorithms.dateFromTime(t))
        + "T"
        + clock(t)
        + "."
        + pad(DateAlgorithms.msFromTime(t), 3)
        + "Z";
  }

  /// The date as US English writes it: `1/31/2025`.
  static String toLocaleDate(double t) {
    return (DateAlgorithms.monthFromTime(t) + 1)
        + "/"
        + DateAlgorithms.dateFromTime(t)
        + "/"
        + DateAlgorithms.yearFromTime(t);
  }

  /// The time as US English writes it: `1:05:09 PM`.
  static String toLocaleTime(double t) {
    int hour = DateAlgorithms.hourFromTime(t);
    return (hour % 12 == 0 ? 12 : hour % 12)
        + ":"
        + two(DateAlgorithms.minFromTime(t))
        + ":"
        + two(DateAlgorithms.secFromTime(t))
        + (hour < 12 ? " AM" : " PM");
  }

  private static String year(int year) {
    return (year < 0 ? "-" : "") + pad(Math.abs(year), 4);
  }

  private static String two(int number) {
    return pad(number, 2);
  }

  private static String pad(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
