package lexscope.js.intrinsics;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What was read of a date, and how that makes a time value.
final class DateFields {
  static final int UNSET = Integer.MIN_VALUE;

  private final int[] days = new int[3];
  int dayCount;
  boolean isoDate;
  int namedMonth = UNSET;
  private final int[] times = new int[4];
  int timeCount;
  int hourOffset = UNSET;
  int zoneSign = UNSET;
  int zoneHour = UNSET;
  int zoneMinute = UNSET;

  /// Whether the number can be the next part of a time that was begun.
  boolean isTimeExpected(int n) {
    return (timeCount == 1 && n <= 59)
        || (timeCount == 2 && n <= 59)
        || (timeCount == 3 && n <= 999);
  }

  /// Adds a date part; false if there are three already.
  boolean addDay(int n) {
    if (dayCount == days.length) {
      return false;
    }
    days[dayCount++] = n;
    return true;
  }

  /// Adds a part of the time; false if there are four already.
  boolean addTime(int n) {
    if (timeCount == times.length) {
      return false;
    }
    times[timeCount++] = n;
    return true;
  }

  /// Adds the last part of the time.
  boolean finishTime(int n) {
    boolean added = addTime(n);
    timeCount = times.length;
    return added;
  }

  /// Whether a zone was read that is UTC.
  boolean isUtc() {
    return zoneHour == 0 && zoneMinute == 0;
  }

  /// The time value that the parts stand for, NaN if they are no date.
  double compose(ZoneId zone) {
    int @Nullable [] date = composeDate();
    if (date == null) {
      return Double.NaN;
    }
    int hour = times[0];
    if (hourOffset != UNSET) {
      if (hour > 12) {
        return Double.NaN;
      }
      hour = hour % 12 + hourOffset;
    }
    boolean midnight = hour == 24 && times[1] == 0 && times[2] == 0 && times[3] == 0;
    if (!midnight && (hour > 23 || times[1] > 59 || times[2] > 59 || times[3] > 999)) {
      return Double.NaN;
    }
    double day = DateAlgorithms.makeDay(date[0], date[1] - 1, date[2]);
    double time = DateAlgorithms.makeTime(hour, times[1], times[2], times[3]);
    double value = DateAlgorithms.makeDate(day, time);
    if (zoneHour == UNSET) {
      return DateAlgorithms.timeClip(DateAlgorithms.utc(zone, value));
    }
    int minutes = zoneHour * 60 + (zoneMinute == UNSET ? 0 : zoneMinute);
    int sign = zoneSign == UNSET ? 1 : zoneSign;
    return DateAlgorithms.timeClip(value - sign * minutes * 60_000.0);
  }

  /// Year, month and date from the parts that were read; missing ones are 1, years below 100 are of
  /// 1950 to 2049.
  private int @Nullable [] composeDate() {
    if (dayCount < 1) {
      return null;
    }
    while (dayCount < days.length) {
      days[dayCount++] = 1;
    }
    boolean yearFirst = isoDate || days[0] < 1 || days[0] > 31;
    int year;
    int month;
    int date;
    if (namedMonth == UNSET) {
      year = yearFirst ? days[0] : days[2];
      month = yearFirst ? days[1] : days[0];
      date = yearFirst ? days[2] : days[1];
    } else {
      month = namedMonth;
      year = yearFirst ? days[0] : days[1];
      date = yearFirst ? days[1] : days[0];
    }
    if (!isoDate && year >= 0 && year <= 99) {
      year += year <= 49 ? 2000 : 1900;
    }
    boolean valid = month >= 1 && month <= 12 && date >= 1 && date <= 31;
    return valid ? new int[] {year, month, date} : null;
  }

  /// Notes the zone.
  void setZone(int sign, int hour, int minute) {
    zoneSign = sign;
    zoneHour = hour;
    zoneMinute = minute;
  }
}
