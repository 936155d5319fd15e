package lexscope.js.intrinsics;

import java.time.ZoneId;
import lexscope.js.host.VirtualClock;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Date%, sections 21.4.2 and 21.4.3. Time and zone are those of the agent's clock.
final class DateConstructor {
  private DateConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.DATE,
            "Date",
            7,
            DateConstructor::construct,
            realm.get(Intrinsic.DATE_PROTOTYPE))
        .method("now", 0, DateConstructor::now)
        .method("parse", 1, DateConstructor::parse)
        .method("UTC", 7, DateConstructor::utc);
  }

  /// 21.4.2.1 Date ( ...values ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    VirtualClock clock = agent.eventLoop().clock();
    if (newTarget == null) {
      return agent.string(DateText.toDateString(clock.zone(), clock.readEpochMillis()));
    }
    double value =
        switch (args.length) {
          case 0 -> clock.readEpochMillis();
          case 1 -> fromValue(agent, args[0], clock.zone());
          default ->
              DateAlgorithms.timeClip(DateAlgorithms.utc(clock.zone(), fromParts(agent, args)));
        };
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.DATE_PROTOTYPE);
    return DateObject.create(agent, prototype, value);
  }

  private static double fromValue(Agent agent, Object value, ZoneId zone) {
    if (value instanceof DateObject date) {
      return date.dateValue();
    }
    Object primitive = TypeConversion.toPrimitive(agent, value, TypeConversion.Hint.DEFAULT);
    return primitive instanceof JsString text
        ? DateParser.parse(text.toString(), zone)
        : DateAlgorithms.timeClip(TypeConversion.toNumber(agent, primitive));
  }

  /// Year, month and what follows as a time value without a zone.
  private static double fromParts(Agent agent, Object[] args) {
    double[] parts = {Double.NaN, 0, 1, 0, 0, 0, 0};
    for (int i = 0; i < Math.min(parts.length, args.length); i++) {
      parts[i] = TypeConversion.toNumber(agent, args[i]);
    }
    double day = DateAlgorithms.makeDay(DateAlgorithms.makeFullYear(parts[0]), parts[1], parts[2]);
    double time = DateAlgorithms.makeTime(parts[3], parts[4], parts[5], parts[6]);
    return DateAlgorithms.makeDate(day, time);
  }

  /// 21.4.3.1 Date.now ( ).
  private static Object now(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Numbers.of(agent.eventLoop().clock().readEpochMillis());
  }

  /// 21.4.3.2 Date.parse ( string ).
  private static Object parse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = TypeConversion.toString(agent, Args.get(args, 0)).toString();
    return Numbers.of(DateParser.parse(text, agent.eventLoop().clock().zone()));
  }

  /// 21.4.3.4 Date.UTC: year, and optionally month, date, hours, minutes, seconds and milliseconds.
  private static Object utc(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Numbers.of(DateAlgorithms.timeClip(fromParts(agent, args)));
  }
}
