package lexscope.js.intrinsics;

import java.time.ZoneId;

/// Reads dates: the format of 21.4.1.32 first, and what is not of that format by the rules that V8
/// uses for everything else, since programs depend on them.
///
/// Those rules are loose: numbers with colons are a time, other numbers are date parts in the order
/// in which they come, words are months, zones or AM and PM (others are ignored before the first
/// number), text in parentheses is ignored.
final class DateParser {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String ZONES = "ut utcgmtestedtcstcdtmstmdtpstpdt";
  private static final int[] ZONE_HOURS = {0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7};

  private final DateTokens tokens;
  private final DateFields fields = new DateFields();

  private DateParser(String text) {
    tokens = new DateTokens(text);
  }

  /// The time value that the text means, NaN if it is not a date. Texts without a zone are in
  /// `zone`. Cost: linear.
  static double parse(String text, ZoneId zone) {
    var parser = new DateParser(text);
    boolean understood = parser.isoFormat() || parser.looseFormat();
    return understood ? parser.fields.compose(zone) : Double.NaN;
  }

  /// 21.4.1.32: reads as much as is in that format. True if that was all. What follows a date in
  /// the format may be loose, what follows a time may not (then everything is spent and invalid).
  private boolean isoFormat() {
    if (!isoDate()) {
      return false;
    }
    if (tokens.isWord("t")) {
      tokens.next();
      if (!isoTime()) {
        fields.dayCount = 0;
        tokens.goToEnd();
        return false;
      }
    } else if (tokens.kind != DateTokens.Kind.END) {
      return false;
    } else {
      fields.setZone(1, 0, 0);
    }
    fields.isoDate = true;
    return true;
  }

  private boolean isoDate() {
    if (tokens.isSign()) {
      int start = tokens.start();
      int sign = tokens.symbol == '-' ? -1 : 1;
      tokens.next();
      if (!(tokens.kind == DateTokens.Kind.NUMBER && tokens.length == 6)
          || (sign < 0 && tokens.number == 0)) {
        tokens.goTo(start);
        return false;
      }
      fields.addDay(sign * tokens.take());
    } else if (tokens.isNumber(4, 0, 9999)) {
      fields.addDay(tokens.take());
    } else {
      return false;
    }
    if (tokens.skipSymbol('-')) {
      if (!tokens.isNumber(2, 1, 12)) {
        return false;
      }
      fields.addDay(tokens.take());
      if (tokens.skipSymbol('-')) {
        if (!tokens.isNumber(2, 1, 31)) {
          return false;
        }
        fields.addDay(tokens.take());
      }
    }
    return true;
  }

  private boolean isoTime() {
    if (!tokens.isNumber(2, 0, 24)) {
      return false;
    }
    boolean midnight = tokens.number == 24;
    fields.addTime(tokens.take());
    if (!tokens.skipSymbol(':') || !tokens.isNumber(2, 0, midnight ? 0 : 59)) {
      return false;
    }
    fields.addTime(tokens.take());
    if (tokens.skipSymbol(':')) {
      if (!tokens.isNumber(2, 0, midnight ? 0 : 59)) {
        return false;
      }
      fields.addTime(tokens.take());
      if (tokens.skipSymbol('.')) {
        if (tokens.kind != DateTokens.Kind.NUMBER || (midnight && tokens.number > 0)) {
          return false;
        }
        fields.addTime(tokens.milliseconds());
      }
    }
    return isoZone() && tokens.kind == DateTokens.Kind.END;
  }

  private boolean isoZone() {
    if (tokens.isWord("z")) {
      tokens.next();
      fields.setZone(1, 0, 0);
    } else if (tokens.isSign()) {
      fields.zoneSign = tokens.symbol == '-' ? -1 : 1;
      tokens.next();
      if (tokens.kind == DateTokens.Kind.NUMBER && tokens.length == 4) {
        int both = tokens.take();
        fields.zoneHour = both / 100;
        fields.zoneMinute = both % 100;
        return fields.zoneHour <= 23 && fields.zoneMinute <= 59;
      }
      if (!tokens.isNumber(2, 0, 23)) {
        return false;
      }
      fields.zoneHour = tokens.take();
      if (!tokens.skipSymbol(':') || !tokens.isNumber(2, 0, 59)) {
        return false;
      }
      fields.zoneMinute = tokens.take();
    }
    return true;
  }

  /// NON-SPEC: everything else that V8 accepts.
  private boolean looseFormat() {
    if (tokens.kind == DateTokens.Kind.END) {
      return false;
    }
    boolean numberSeen = fields.dayCount > 0;
    while (tokens.kind != DateTokens.Kind.END) {
      if (tokens.kind == DateTokens.Kind.NUMBER) {
        numberSeen = true;
        if (!looseNumber()) {
          return false;
        }
      } else if (tokens.kind == DateTokens.Kind.WORD) {
        if (!looseWord(numberSeen)) {
          return false;
        }
      } else if (tokens.isSign() && (fields.isUtc() || fields.timeCount > 0)) {
        numberSeen = true;
        if (!looseOffset()) {
          return false;
        }
      } else if ((tokens.isSign() || tokens.isSymbol(')')) && numberSeen) {
        return false;
      } else {
        tokens.next();
      }
    }
    return true;
  }

  private boolean looseNumber() {
    int n = tokens.take();
    if (tokens.isSymbol(':')) {
      tokens.next();
      if (tokens.isSymbol(':') || !fields.addTime(n)) {
        return false;
      }
      tokens.skipSymbol('.');
      return true;
    }
    if (tokens.skipSymbol('.') && fields.isTimeExpected(n)) {
      fields.addTime(n);
      return tokens.kind == DateTokens.Kind.NUMBER && fields.finishTime(tokens.milliseconds());
    }
    if (fields.zoneHour != DateFields.UNSET && fields.zoneMinute == DateFields.UNSET && n <= 59) {
      fields.zoneMinute = n;
      return true;
    }
    if (fields.isTimeExpected(n)) {
      return fields.finishTime(n)
          && (tokens.kind == DateTokens.Kind.END
              || tokens.kind == DateTokens.Kind.SPACE
              || tokens.isWord("z")
              || tokens.isSign());
    }
    boolean added = fields.addDay(n);
    tokens.skipSymbol('-');
    return added;
  }

  private boolean looseWord(boolean numberSeen) {
    String prefix = tokens.word.length() > 3 ? tokens.word.substring(0, 3) : tokens.word;
    boolean whole = tokens.word.length() <= 3;
    if ((tokens.word.equals("am") || tokens.word.equals("pm")) && fields.timeCount > 0) {
      fields.hourOffset = tokens.word.equals("am") ? 0 : 12;
      tokens.next();
      return true;
    }
    int month = prefix.length() == 3 ? MONTHS.indexOf(prefix) : -1;
    if (month >= 0 && month % 3 == 0) {
      fields.namedMonth = month / 3 + 1;
      tokens.next();
      tokens.skipSymbol('-');
      return true;
    }
    int zone = whole ? zoneHours() : DateFields.UNSET;
    tokens.next();
    if (zone != DateFields.UNSET && numberSeen) {
      fields.setZone(zone < 0 ? -1 : 1, Math.abs(zone), 0);
      return true;
    }
    return !numberSeen && tokens.kind != DateTokens.Kind.NUMBER;
  }

  private int zoneHours() {
    if (tokens.word.equals("z")) {
      return 0;
    }
    int index = tokens.word.length() < 2 ? -1 : ZONES.indexOf((tokens.word + " ").substring(0, 3));
    return index >= 0 && index % 3 == 0 ? ZONE_HOURS[index / 3] : DateFields.UNSET;
  }

  private boolean looseOffset() {
    fields.zoneSign = tokens.symbol == '-' ? -1 : 1;
    tokens.next();
    int digits = 0;
    int n = 0;
    if (tokens.kind == DateTokens.Kind.NUMBER) {
      digits = tokens.length;
      n = tokens.take();
    }
    if (tokens.isSymbol(':')) {
      fields.zoneHour = n;
      fields.zoneMinute = DateFields.UNSET;
    } else if (digits == 1 || digits == 2) {
      fields.zoneHour = n;
      fields.zoneMinute = 0;
    } else if (digits == 3 || digits == 4) {
      fields.zoneHour = n / 100;
      fields.zoneMinute = n % 100;
    } else {
      return false;
    }
    return true;
  }
}
