package lexscope.js.intrinsics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/// The arithmetic of time values (21.4.1): milliseconds since 1970-01-01T00:00Z as doubles, NaN for
/// no time.
final class DateAlgorithms {
  static final double MS_PER_DAY = 86_400_000;
  static final double MAX_TIME = 8.64e15;

  private DateAlgorithms() {}

  /// 21.4.1.3 Day ( t ).
  static double day(double t) {
    return Math.floor(t / MS_PER_DAY);
  }

  /// 21.4.1.4 TimeWithinDay ( t ).
  static double timeWithinDay(double t) {
    return modulo(t, MS_PER_DAY);
  }

  /// 21.4.1.13 WeekDay ( t ): 0 is Sunday.
  static int weekDay(double t) {
    return (int) modulo(day(t) + 4, 7);
  }

  /// 21.4.1.14 HourFromTime ( t ).
  static int hourFromTime(double t) {
    return (int) (timeWithinDay(t) / 3_600_000);
  }

  /// 21.4.1.15 MinFromTime ( t ).
  static int minFromTime(double t) {
    return (int) (timeWithinDay(t) / 60_000) % 60;
  }

  /// 21.4.1.16 SecFromTime ( t ).
  static int secFromTime(double t) {
    return (int) (timeWithinDay(t) / 1000) % 60;
  }

  /// 21.4.1.17 msFromTime ( t ).
  static int msFromTime(double t) {
    return (int) modulo(t, 1000);
  }

  /// 21.4.1.8 YearFromTime ( t ).
  static int yearFromTime(double t) {
    return (int) (civil((long) day(t)) >> 16);
  }

  /// 21.4.1.11 MonthFromTime ( t ): 0 is January.
  static int monthFromTime(double t) {
    return (int) (civil((long) day(t)) >> 8) & 0xFF;
  }

  /// 21.4.1.12 DateFromTime ( t ): 1 to 31.
  static int dateFromTime(double t) {
    return (int) civil((long) day(t)) & 0xFF;
  }

  /// Year, month and date of a day number in the proleptic Gregorian calendar, packed. The calendar
  /// repeats after 146,097 days; years are counted from March, so that the leap day comes last.
  private static long civil(long day) {
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    long dayOfEra = shifted - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long monthFromMarch = (5 * dayOfYear + 2) / 153;
    long date = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    long month = monthFromMarch < 10 ? monthFromMarch + 2 : monthFromMarch - 10;
    long year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0);
    return (year << 16) | (month << 8) | date;
  }

  /// The day number of the first of a month.
  private static double dayOfMonthStart(double year, int month) {
    double fromMarch = month <= 1 ? year - 1 : year;
    double era = Math.floor(fromMarch / 400);
    double yearOfEra = fromMarch - era * 400;
    int monthFromMarch = (month + 10) % 12;
    int dayOfYear = (153 * monthFromMarch + 2) / 5;
    double dayOfEra =
        yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  /// 21.4.1.27 MakeTime ( hour, min, sec, ms ).
  static double makeTime(double hour, double min, double sec, double ms) {
    if (!isFinite(hour, min, sec) || !Double.isFinite(ms)) {
      return Double.NaN;
    }
    return truncate(hour) * 3_600_000
        + truncate(min) * 60_000
        + truncate(sec) * 1000
        + truncate(ms);
  }

  /// 21.4.1.28 MakeDay ( year, month, date ).
  static double makeDay(double year, double month, double date) {
    if (!isFinite(year, month, date)) {
      return Double.NaN;
    }
    double m = truncate(month);
    double y = truncate(year) + Math.floor(m / 12);
    if (Math.abs(y) > 400_000) {
      return Double.NaN;
    }
    return dayOfMonthStart(y, (int) modulo(m, 12)) + truncate(date) - 1;
  }

  /// 21.4.1.29 MakeDate ( day, time ).
  static double makeDate(double day, double time) {
    if (!Double.isFinite(day) || !Double.isFinite(time)) {
      return Double.NaN;
    }
    double tv = day * MS_PER_DAY + time;
    return Double.isFinite(tv) ? tv : Double.NaN;
  }

  /// 21.4.1.30 MakeFullYear ( year ): 0 to 99 mean 1900 to 1999.
  static double makeFullYear(double year) {
    if (Double.isNaN(year)) {
      return Double.NaN;
    }
    double truncated = truncate(year);
    return truncated >= 0 && truncated <= 99 ? 1900 + truncated : truncated;
  }

  /// 21.4.1.31 TimeClip ( time ).
  static double timeClip(double time) {
    if (!Double.isFinite(time) || Math.abs(time) > MAX_TIME) {
      return Double.NaN;
    }
    return truncate(time) + 0.0;
  }

  /// 21.4.1.25 LocalTime ( t ).
  static double localTime(ZoneId zone, double t) {
    return t + offsetMillis(zone, t);
  }

  /// The zone's offset in milliseconds at a finite time.
  static double offsetMillis(ZoneId zone, double t) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return rules.getOffset(Instant.EPOCH).getTotalSeconds() * 1000.0;
    }
    return rules.getOffset(Instant.ofEpochMilli((long) t)).getTotalSeconds() * 1000.0;
  }

  /// 21.4.1.26 UTC ( t ): a local time that occurs twice means the first, one that is skipped is
  /// read with the offset before the gap.
  static double utc(ZoneId zone, double t) {
    if (!Double.isFinite(t) || Math.abs(t) > MAX_TIME + MS_PER_DAY) {
      return Double.NaN;
    }
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return t - offsetMillis(zone, t);
    }
    long seconds = Math.floorDiv((long) Math.floor(t), 1000L);
    LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    ZoneOffset offset;
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(local);
      offset = gap.getOffsetBefore();
    } else {
      offset = offsets.get(0);
    }
    return t - offset.getTotalSeconds() * 1000.0;
  }

  private static boolean isFinite(double a, double b, double c) {
    return Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c);
  }

  private static double truncate(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  private static double modulo(double x, double y) {
    double rest = x % y;
    return rest < 0 ? rest + y : rest + 0.0;
  }
}
