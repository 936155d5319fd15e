package lexscope.js.intrinsics;

import java.time.ZoneId;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The setters of %Date.prototype% (21.4.4.20 to 21.4.4.34, B.2.3.2).
final class DateSetters {
  private static final int YEAR = 0;
  private static final int MONTH = 1;
  private static final int DATE = 2;
  private static final int HOURS = 3;
  private static final int MINUTES = 4;
  private static final int SECONDS = 5;
  private static final int MILLISECONDS = 6;

  private DateSetters() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .method("setDate", 1, setter(DATE, 1, true))
        .method("setFullYear", 3, setter(YEAR, 3, true))
        .method("setHours", 4, setter(HOURS, 4, true))
        .method("setMilliseconds", 1, setter(MILLISECONDS, 1, true))
        .method("setMinutes", 3, setter(MINUTES, 3, true))
        .method("setMonth", 2, setter(MONTH, 2, true))
        .method("setSeconds", 2, setter(SECONDS, 2, true))
        .method("setTime", 1, DateSetters::setTime)
        .method("setUTCDate", 1, setter(DATE, 1, false))
        .method("setUTCFullYear", 3, setter(YEAR, 3, false))
        .method("setUTCHours", 4, setter(HOURS, 4, false))
        .method("setUTCMilliseconds", 1, setter(MILLISECONDS, 1, false))
        .method("setUTCMinutes", 3, setter(MINUTES, 3, false))
        .method("setUTCMonth", 2, setter(MONTH, 2, false))
        .method("setUTCSeconds", 2, setter(SECONDS, 2, false))
        .method("setYear", 1, DateSetters::setYear);
  }

  /// A method that sets the part `first` and up to `most - 1` after it; parts not given stay. The
  /// value is read before the arguments are converted and checked after.
  private static NativeBody setter(int first, int most, boolean local) {
    return (agent, thisValue, args, _) -> {
      DateObject date = DatePrototype.thisDate(agent, thisValue);
      double t = date.dateValue();
      int given = Math.max(1, Math.min(most, args.length));
      double[] values = new double[given];
      for (int i = 0; i < given; i++) {
        values[i] = TypeConversion.toNumber(agent, Args.get(args, i));
      }
      if (Double.isNaN(t)) {
        if (first != YEAR) {
          return Numbers.NAN;
        }
        t = 0;
      } else if (local) {
        t = DateAlgorithms.localTime(agent.eventLoop().clock().zone(), t);
      }
      double[] parts = parts(t);
      System.arraycopy(values, 0, parts, first, given);
      return store(agent, date, compose(parts), local);
    };
  }

  private static double[] parts(double t) {
    return new double[] {
      DateAlgorithms.yearFromTime(t),
      DateAlgorithms.monthFromTime(t),
      DateAlgorithms.dateFromTime(t),
      DateAlgorithms.hourFromTime(t),
      DateAlgorithms.minFromTime(t),
      DateAlgorithms.secFromTime(t),
      DateAlgorithms.msFromTime(t)
    };
  }

  private static double compose(double[] parts) {
    double day = DateAlgorithms.makeDay(parts[YEAR], parts[MONTH], parts[DATE]);
    double time =
        DateAlgorithms.makeTime(parts[HOURS], parts[MINUTES], parts[SECONDS], parts[MILLISECONDS]);
    return DateAlgorithms.makeDate(day, time);
  }

  private static Object store(Agent agent, DateObject date, double t, boolean local) {
    double utc = local ? DateAlgorithms.utc(agent.eventLoop().clock().zone(), t) : t;
    double value = DateAlgorithms.timeClip(utc);
    date.setDateValue(value);
    return Numbers.of(value);
  }

  /// 21.4.4.27 Date.prototype.setTime ( time ).
  private static Object setTime(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    DateObject date = DatePrototype.thisDate(agent, thisValue);
    return store(agent, date, TypeConversion.toNumber(agent, Args.get(args, 0)), false);
  }

  /// B.2.3.2 Date.prototype.setYear ( year ).
  private static Object setYear(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    DateObject date = DatePrototype.thisDate(agent, thisValue);
    double t = date.dateValue();
    double year = TypeConversion.toNumber(agent, Args.get(args, 0));
    ZoneId zone = agent.eventLoop().clock().zone();
    double[] parts = parts(Double.isNaN(t) ? 0 : DateAlgorithms.localTime(zone, t));
    parts[YEAR] = DateAlgorithms.makeFullYear(year);
    return store(agent, date, compose(parts), true);
  }
}
