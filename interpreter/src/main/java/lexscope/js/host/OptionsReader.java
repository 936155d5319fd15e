package lexscope.js.host;

import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// Reads the options object that a program gives to `console.dir` or `util.inspect`.
final class OptionsReader {
  private final Agent agent;
  private final JsObject object;

  private OptionsReader(Agent agent, JsObject object) {
    this.agent = agent;
    this.object = object;
  }

  /// The options, those of `defaults` where the object says nothing; `defaults` if it is no object.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if a getter throws
  static InspectOptions read(Agent agent, Object value, InspectOptions defaults) {
    if (!(value instanceof JsObject object)) {
      return defaults;
    }
    OptionsReader reader = new OptionsReader(agent, object);
    return new InspectOptions(
        reader.flag("showHidden", defaults.showHidden()),
        reader.number("depth", defaults.depth()),
        reader.flag("customInspect", defaults.customInspect()),
        reader.flag("showProxy", defaults.showProxy()),
        reader.number("maxArrayLength", defaults.maxArrayLength()),
        reader.number("maxStringLength", defaults.maxStringLength()),
        reader.number("breakLength", defaults.breakLength()),
        reader.compact(defaults.compact()),
        reader.flag("sorted", defaults.sorted()));
  }

  private Object get(String name) {
    return object.get(agent, PropertyKey.of(name));
  }

  private boolean flag(String name, boolean absent) {
    Object value = get(name);
    return value == Undefined.UNDEFINED ? absent : TypeConversion.toBoolean(value);
  }

  /// A number; null and infinity mean no limit.
  private int number(String name, int absent) {
    Object value = get(name);
    if (value == Null.NULL) {
      return InspectOptions.UNLIMITED;
    }
    return Numbers.isNumber(value) ? (int) Numbers.toDouble(value) : absent;
  }

  private int compact(int absent) {
    Object value = get("compact");
    return value.equals(false) ? 0 : Numbers.isNumber(value) ? number("compact", absent) : absent;
  }
}
