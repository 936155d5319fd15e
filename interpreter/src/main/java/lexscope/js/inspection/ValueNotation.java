package lexscope.js.inspection;

import lexscope.gc.Cell;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Frame;
import org.jspecify.annotations.Nullable;

/// A value in a few words: literals as they are written, objects by class and id.
public final class ValueNotation {
  private static final int LONGEST_STRING = 60;

  private ValueNotation() {}

  /// The value in a few words. Runs no guest code and allocates nothing on the guest's heap.
  ///
  /// @param value a value of the program, or what else stands in a slot; null for a binding in its
  ///   dead zone
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "uninitialized";
      case Undefined _ -> "undefined";
      case Null _ -> "null";
      case Boolean bool -> bool.toString();
      case Integer number -> number.toString();
      case Double number -> number(number);
      case JsString string -> quoted(string.name());
      case JsBigInt big -> big.name() + "n";
      case Symbol symbol -> symbol.name() + " #" + symbol.id();
      case JsFunction function -> function(function);
      case JsArray array -> "Array #" + array.id();
      case JsObject object -> object.name() + " #" + object.id();
      case EnvironmentRecord record -> "ER" + record.recordNumber();
      case ModuleEnvironmentRecord.ImportBinding view ->
          of(view.value())
              + " (a view of "
              + view.target().partName(view.slot())
              + " in ER"
              + view.target().recordNumber()
              + ")";
      case Frame frame when frame.code().name().isEmpty() ->
          "activation of top-level code #" + frame.id();
      case Cell cell -> cell.name() + " #" + cell.id();
      default -> value == EnvironmentRecord.SWEPT ? "<not kept>" : value.getClass().getSimpleName();
    };
  }

  /// A function object with its place.
  static String function(JsFunction function) {
    String name = function.name();
    SourcePlace place = function.place();
    return "function "
        + (name.isEmpty() ? "(anonymous)" : name)
        + " #"
        + function.id()
        + (place == null ? "" : " (" + place + ")");
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return 1 / value == Double.NEGATIVE_INFINITY ? "-0" : Long.toString((long) value);
    }
    return Double.toString(value);
  }

  private static String quoted(String text) {
    String shown = text.length() > LONGEST_STRING ? text.substring(0, LONGEST_STRING) + "…" : text;
    return '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
