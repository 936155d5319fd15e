package lexscope.js.intrinsics;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads dates: the format of 21.4.1.32 first, and what is not of that format by the rules that V8
/// uses for everything else, since programs depend on them.
///
/// Those rules are loose: numbers with colons are a time, other numbers are date parts in the order
/// in which they come, words are months, zones or AM and PM (others are ignored before the first
/// number), text in parentheses is ignored.
final class DateParser {
  private static final int UNSET = Integer.MIN_VALUE;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String ZONES = "ut utcgmtestedtcstcdtmstmdtpstpdt";
  private static final int[] ZONE_HOURS = {0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7};

  private enum Kind {
    NUMBER,
    WORD,
    SPACE,
    SYMBOL,
    END
  }

  private final String text;
  private int at;
  private Kind kind = Kind.END;
  private int number;
  private int length;
  private String word = "";
  private char symbol;

  private final int[] days = new int[3];
  private int dayCount;
  private boolean isoDate;
  private int namedMonth = UNSET;
  private final int[] times = new int[4];
  private int timeCount;
  private int hourOffset = UNSET;
  private int zoneSign = UNSET;
  private int zoneHour = UNSET;
  private int zoneMinute = UNSET;

  private DateParser(String text) {
    this.text = text;
    next();
  }

  /// The time value that the text means, NaN if it is not a date. Texts without a zone are in
  /// `zone`. Cost: linear.
  static double parse(String text, ZoneId zone) {
    var parser = new DateParser(text);
    boolean understood = parser.isoFormat() || parser.looseFormat();
    return understood ? parser.compose(zone) : Double.NaN;
  }

  /// Scans the next token.
  private void next() {
    int start = at;
    if (at >= text.length()) {
      kind = Kind.END;
      length = 0;
      return;
    }
    char c = text.charAt(at);
    if (c >= '0' && c <= '9') {
      kind = Kind.NUMBER;
      number = 0;
      int digits = 0;
      for (; at < text.length() && isDigit(text.charAt(at)); at++) {
        if ((number != 0 || text.charAt(at) != '0') && digits++ < 9) {
          number = number * 10 + (text.charAt(at) - '0');
        }
      }
    } else if (isLetter(c)) {
      kind = Kind.WORD;
      while (at < text.length() && isLetter(text.charAt(at))) {
        at++;
      }
      word = text.substring(start, at).toLowerCase(Locale.ROOT);
    } else if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      kind = Kind.SPACE;
      at++;
    } else if (c == '(') {
      skipParentheses();
      kind = Kind.SPACE;
    } else {
      kind = Kind.SYMBOL;
      symbol = c;
      at++;
    }
    length = at - start;
  }

  private void skipParentheses() {
    int depth = 0;
    do {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && at < text.length());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isSymbol(char c) {
    return kind == Kind.SYMBOL && symbol == c;
  }

  private boolean skipSymbol(char c) {
    if (isSymbol(c)) {
      next();
      return true;
    }
    return false;
  }

  private boolean isSign() {
    return isSymbol('+') || isSymbol('-');
  }

  private boolean isWord(String expected) {
    return kind == Kind.WORD && word.equals(expected);
  }

  private boolean isNumber(int digits, int from, int to) {
    return kind == Kind.NUMBER && length == digits && number >= from && number <= to;
  }

  private int take() {
    int n = number;
    next();
    return n;
  }

  /// 21.4.1.32: reads as much as is in that format. True if that was all. What follows a date in
  /// the format may be loose, what follows a time may not (then everything is spent and invalid).
  private boolean isoFormat() {
    if (!isoDate()) {
      return false;
    }
    if (isWord("t")) {
      next();
      if (!isoTime()) {
        dayCount = 0;
        at = text.length();
        next();
        return false;
      }
    } else if (kind != Kind.END) {
      return false;
    } else {
      zoneSign = 1;
      zoneHour = 0;
      zoneMinute = 0;
    }
    isoDate = true;
    return true;
  }

  private boolean isoDate() {
    if (isSign()) {
      int start = at - 1;
      int sign = symbol == '-' ? -1 : 1;
      next();
      if (!(kind == Kind.NUMBER && length == 6) || (sign < 0 && number == 0)) {
        at = start;
        next();
        return false;
      }
      addDay(sign * take());
    } else if (isNumber(4, 0, 9999)) {
      addDay(take());
    } else {
      return false;
    }
    if (skipSymbol('-')) {
      if (!isNumber(2, 1, 12)) {
        return false;
      }
      addDay(take());
      if (skipSymbol('-')) {
        if (!isNumber(2, 1, 31)) {
          return false;
        }
        addDay(take());
      }
    }
    return true;
  }

  private boolean isoTime() {
    if (!isNumber(2, 0, 24)) {
      return false;
    }
    boolean midnight = number == 24;
    addTime(take());
    if (!skipSymbol(':') || !isNumber(2, 0, midnight ? 0 : 59)) {
      return false;
    }
    addTime(take());
    if (skipSymbol(':')) {
      if (!isNumber(2, 0, midnight ? 0 : 59)) {
        return false;
      }
      addTime(take());
      if (skipSymbol('.')) {
        if (kind != Kind.NUMBER || (midnight && number > 0)) {
          return false;
        }
        addTime(milliseconds());
      }
    }
    return isoZone() && kind == Kind.END;
  }

  private boolean isoZone() {
    if (isWord("z")) {
      next();
      zoneSign = 1;
      zoneHour = 0;
      zoneMinute = 0;
    } else if (isSign()) {
      zoneSign = symbol == '-' ? -1 : 1;
      next();
      if (kind == Kind.NUMBER && length == 4) {
        int both = take();
        zoneHour = both / 100;
        zoneMinute = both % 100;
        return zoneHour <= 23 && zoneMinute <= 59;
      }
      if (!isNumber(2, 0, 23)) {
        return false;
      }
      zoneHour = take();
      if (!skipSymbol(':') || !isNumber(2, 0, 59)) {
        return false;
      }
      zoneMinute = take();
    }
    return true;
  }

  /// NON-SPEC: everything else that V8 accepts.
  private boolean looseFormat() {
    if (kind == Kind.END) {
      return false;
    }
    boolean numberSeen = dayCount > 0;
    while (kind != Kind.END) {
      if (kind == Kind.NUMBER) {
        numberSeen = true;
        if (!looseNumber()) {
          return false;
        }
      } else if (kind == Kind.WORD) {
        if (!looseWord(numberSeen)) {
          return false;
        }
      } else if (isSign() && (isUtc() || timeCount > 0)) {
        numberSeen = true;
        if (!looseOffset()) {
          return false;
        }
      } else if ((isSign() || isSymbol(')')) && numberSeen) {
        return false;
      } else {
        next();
      }
    }
    return true;
  }

  private boolean looseNumber() {
    int n = take();
    if (isSymbol(':')) {
      next();
      if (isSymbol(':') || !addTime(n)) {
        return false;
      }
      skipSymbol('.');
      return true;
    }
    if (skipSymbol('.') && isTimeExpected(n)) {
      addTime(n);
      return kind == Kind.NUMBER && finishTime(milliseconds());
    }
    if (zoneHour != UNSET && zoneMinute == UNSET && n <= 59) {
      zoneMinute = n;
      return true;
    }
    if (isTimeExpected(n)) {
      return finishTime(n) && (kind == Kind.END || kind == Kind.SPACE || isWord("z") || isSign());
    }
    boolean added = addDay(n);
    skipSymbol('-');
    return added;
  }

  private boolean looseWord(boolean numberSeen) {
    String prefix = word.length() > 3 ? word.substring(0, 3) : word;
    boolean whole = word.length() <= 3;
    if ((word.equals("am") || word.equals("pm")) && timeCount > 0) {
      hourOffset = word.equals("am") ? 0 : 12;
      next();
      return true;
    }
    int month = prefix.length() == 3 ? MONTHS.indexOf(prefix) : -1;
    if (month >= 0 && month % 3 == 0) {
      namedMonth = month / 3 + 1;
      next();
      skipSymbol('-');
      return true;
    }
    int zone = whole ? zoneHours() : UNSET;
    next();
    if (zone != UNSET && numberSeen) {
      zoneSign = zone < 0 ? -1 : 1;
      zoneHour = Math.abs(zone);
      zoneMinute = 0;
      return true;
    }
    return !numberSeen && kind != Kind.NUMBER;
  }

  private int zoneHours() {
    if (word.equals("z")) {
      return 0;
    }
    int index = word.length() < 2 ? -1 : ZONES.indexOf((word + " ").substring(0, 3));
    return index >= 0 && index % 3 == 0 ? ZONE_HOURS[index / 3] : UNSET;
  }

  private boolean isUtc() {
    return zoneHour == 0 && zoneMinute == 0;
  }

  private boolean looseOffset() {
    zoneSign = symbol == '-' ? -1 : 1;
    next();
    int digits = 0;
    int n = 0;
    if (kind == Kind.NUMBER) {
      digits = length;
      n = take();
    }
    if (isSymbol(':')) {
      zoneHour = n;
      zoneMinute = UNSET;
    } else if (digits == 1 || digits == 2) {
      zoneHour = n;
      zoneMinute = 0;
    } else if (digits == 3 || digits == 4) {
      zoneHour = n / 100;
      zoneMinute = n % 100;
    } else {
      return false;
    }
    return true;
  }

  private boolean isTimeExpected(int n) {
    return (timeCount == 1 && n <= 59)
        || (timeCount == 2 && n <= 59)
        || (timeCount == 3 && n <= 999);
  }

  private boolean addDay(int n) {
    if (dayCount == days.length) {
      return false;
    }
    days[dayCount++] = n;
    return true;
  }

  private boolean addTime(int n) {
    if (timeCount == times.length) {
      return false;
    }
    times[timeCount++] = n;
    return true;
  }

  private boolean finishTime(int n) {
    boolean added = addTime(n);
    timeCount = times.length;
    return added;
  }

  /// The number at hand as the digits after the point of seconds: what is beyond three is cut.
  private int milliseconds() {
    int n = number;
    int digits = length;
    next();
    if (digits > 9) {
      String all = text.substring(0, at);
      int end = all.length();
      while (end > 0 && !isDigit(all.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && isDigit(all.charAt(start - 1))) {
        start--;
      }
      return Integer.parseInt(all.substring(start, start + 3));
    }
    for (; digits < 3; digits++) {
      n *= 10;
    }
    for (; digits > 3; digits--) {
      n /= 10;
    }
    return n;
  }

  private double compose(ZoneId zone) {
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
}
