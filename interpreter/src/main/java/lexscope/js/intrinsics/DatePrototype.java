package lexscope.js.intrinsics;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.BiFunction;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Date.prototype%, section 21.4.4, but for the setters: those are in [DateSetters].
final class DatePrototype {
  private static final PropertyKey TO_ISO_STRING = PropertyKey.of("toISOString");

  private DatePrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder builder = IntrinsicBuilder.ordinary(realm, Intrinsic.DATE_PROTOTYPE);
    defineGetters(builder);
    DateSetters.define(builder);
    defineTexts(builder);
    builder
        .method("valueOf", 0, DatePrototype::getTime)
        .method(
            realm.agent().symbols().toPrimitive(),
            1,
            DatePrototype::toPrimitive,
            Attributes.CONFIGURABLE);
  }

  private static void defineGetters(IntrinsicBuilder builder) {
    builder
        .method("getDate", 0, local(DateAlgorithms::dateFromTime))
        .method("getDay", 0, local(DateAlgorithms::weekDay))
        .method("getFullYear", 0, local(DateAlgorithms::yearFromTime))
        .method("getHours", 0, local(DateAlgorithms::hourFromTime))
        .method("getMilliseconds", 0, local(DateAlgorithms::msFromTime))
        .method("getMinutes", 0, local(DateAlgorithms::minFromTime))
        .method("getMonth", 0, local(DateAlgorithms::monthFromTime))
        .method("getSeconds", 0, local(DateAlgorithms::secFromTime))
        .method("getTime", 0, DatePrototype::getTime)
        .method("getTimezoneOffset", 0, DatePrototype::getTimezoneOffset)
        .method("getUTCDate", 0, utc(DateAlgorithms::dateFromTime))
        .method("getUTCDay", 0, utc(DateAlgorithms::weekDay))
        .method("getUTCFullYear", 0, utc(DateAlgorithms::yearFromTime))
        .method("getUTCHours", 0, utc(DateAlgorithms::hourFromTime))
        .method("getUTCMilliseconds", 0, utc(DateAlgorithms::msFromTime))
        .method("getUTCMinutes", 0, utc(DateAlgorithms::minFromTime))
        .method("getUTCMonth", 0, utc(DateAlgorithms::monthFromTime))
        .method("getUTCSeconds", 0, utc(DateAlgorithms::secFromTime))
        .method("getYear", 0, local(t -> DateAlgorithms.yearFromTime(t) - 1900));
  }

  private static void defineTexts(IntrinsicBuilder builder) {
    NativeBody utcString = text((_, tv) -> DateText.toUtcString(tv));
    builder
        .method("toDateString", 0, localText((_, t) -> DateText.dateString(t)))
        .method("toISOString", 0, DatePrototype::toIsoString)
        .method("toJSON", 1, DatePrototype::toJson)
        .method("toLocaleDateString", 0, localText((_, t) -> DateText.toLocaleDate(t)))
        .method(
            "toLocaleString",
            0,
            localText((_, t) -> DateText.toLocaleDate(t) + ", " + DateText.toLocaleTime(t)))
        .method("toLocaleTimeString", 0, localText((_, t) -> DateText.toLocaleTime(t)))
        .method("toString", 0, text(DateText::toDateString))
        .method(
            "toTimeString",
            0,
            text((zone, tv) ->
                DateText.timeString(DateAlgorithms.localTime(zone, tv))
                    + DateText.timeZoneString(zone, tv)))
        .method("toUTCString", 0, utcString);
    Object shared = builder.object().peek(PropertyKey.of("toUTCString"));
    builder.value("toGMTString", Objects.requireNonNull(shared), Attributes.HIDDEN);
  }

  /// A part of a time.
  @FunctionalInterface
  private interface Part {
    int of(double t);
  }

  static DateObject thisDate(Agent agent, Object thisValue) {
    if (thisValue instanceof DateObject date) {
      return date;
    }
    throw agent.typeError("this is not a Date object.");
  }

  private static NativeBody local(Part part) {
    return (agent, thisValue, _, _) -> {
      double t = thisDate(agent, thisValue).dateValue();
      ZoneId zone = agent.eventLoop().clock().zone();
      return Double.isNaN(t) ? Numbers.NAN : (Object) part.of(DateAlgorithms.localTime(zone, t));
    };
  }

  private static NativeBody utc(Part part) {
    return (agent, thisValue, _, _) -> {
      double t = thisDate(agent, thisValue).dateValue();
      return Double.isNaN(t) ? Numbers.NAN : (Object) part.of(t);
    };
  }

  /// A method that gives a text of a valid time value, `Invalid Date` otherwise.
  private static NativeBody text(BiFunction<ZoneId, Double, String> format) {
    return (agent, thisValue, _, _) -> {
      double tv = thisDate(agent, thisValue).dateValue();
      return agent.string(
          Double.isNaN(tv) ? "Invalid Date" : format.apply(agent.eventLoop().clock().zone(), tv));
    };
  }

  private static NativeBody localText(BiFunction<ZoneId, Double, String> format) {
    return text((zone, tv) -> format.apply(zone, DateAlgorithms.localTime(zone, tv)));
  }

  /// 21.4.4.10 Date.prototype.getTime ( ), and 21.4.4.44 valueOf.
  private static Object getTime(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Numbers.of(thisDate(agent, thisValue).dateValue());
  }

  /// 21.4.4.11 Date.prototype.getTimezoneOffset ( ).
  private static Object getTimezoneOffset(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double t = thisDate(agent, thisValue).dateValue();
    ZoneId zone = agent.eventLoop().clock().zone();
    return Double.isNaN(t)
        ? Numbers.NAN
        : Numbers.of(0 - DateAlgorithms.offsetMillis(zone, t) / 60_000);
  }

  /// 21.4.4.36 Date.prototype.toISOString ( ).
  private static Object toIsoString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double tv = thisDate(agent, thisValue).dateValue();
    if (Double.isNaN(tv)) {
      throw agent.rangeError("Invalid time value");
    }
    return agent.string(DateText.toIsoString(tv));
  }

  /// 21.4.4.37 Date.prototype.toJSON ( key ).
  private static Object toJson(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject object = TypeConversion.toObject(agent, thisValue);
    Object tv = TypeConversion.toPrimitive(agent, object, TypeConversion.Hint.NUMBER);
    if (Numbers.isNumber(tv) && !Double.isFinite(Numbers.toDouble(tv))) {
      return Null.NULL;
    }
    return ObjectOperations.invoke(agent, object, TO_ISO_STRING);
  }

  /// 21.4.4.45 `Date.prototype [ %Symbol.toPrimitive% ] ( hint )`.
  private static Object toPrimitive(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject object)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("Date.prototype [ @@toPrimitive ]", thisValue));
    }
    String hint = Args.get(args, 0) instanceof JsString text ? text.toString() : "";
    return switch (hint) {
      case "string", "default" -> TypeConversion.ordinaryToPrimitive(agent, object, true);
      case "number" -> TypeConversion.ordinaryToPrimitive(agent, object, false);
      default -> throw agent.typeError("Invalid hint: " + ErrorMessages.show(Args.get(args, 0)));
    };
  }
}
