package lexscope.js.host;

import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Asks an object how it wants to be shown:
/// `object[Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect)`.
final class CustomInspection {
  private static final String SYMBOL = "nodejs.util.inspect.custom";

  private CustomInspection() {}

  /// What the object answers, null if it has no such method.
  ///
  /// @param object the object, perhaps a proxy: the receiver
  /// @param shown the object behind it: where the method is looked for
  /// @throws lexscope.js.value.ThrowCompletion if its method throws
  static @Nullable Object ask(
      Agent agent, JsObject object, JsObject shown, InspectOptions options, int depth, int level) {
    Symbol symbol = agent.symbolRegistry().find(SYMBOL);
    if (symbol == null
        || !(shown.get(agent, symbol.key()) instanceof JsObject method)
        || !method.isCallable()
        || isPrototype(agent, shown)) {
      return null;
    }
    Object left = depth == InspectOptions.UNLIMITED ? Null.NULL : (Object) (depth - level);
    int mark = agent.handles().mark();
    JsObject given = optionsObject(agent, options, depth);
    Object answer = method.call(agent, object, new Object[] {left, given, inspect(agent)});
    agent.handles().release(mark);
    return answer;
  }

  /// A prototype has the method for its instances, not for itself.
  private static boolean isPrototype(Agent agent, JsObject object) {
    return object.get(agent, PropertyKeys.CONSTRUCTOR) instanceof JsObject constructor
        && constructor.get(agent, PropertyKeys.PROTOTYPE) == object;
  }

  private static NativeFunction inspect(Agent agent) {
    return NativeFunction.create(
        agent.realm(),
        "inspect",
        2,
        (a, _, args, _) ->
            a.string(Inspector.withOptions(a, Args.get(args, 1)).inspect(Args.get(args, 0))));
  }

  private static JsObject optionsObject(Agent agent, InspectOptions options, int depth) {
    JsObject object = JsObject.create(agent, agent.realm().objectShape().prototype());
    put(agent, object, "showHidden", options.showHidden());
    put(agent, object, "depth", depth == InspectOptions.UNLIMITED ? Null.NULL : (Object) depth);
    put(agent, object, "colors", false);
    put(agent, object, "customInspect", options.customInspect());
    put(agent, object, "showProxy", options.showProxy());
    put(agent, object, "maxArrayLength", options.maxArrayLength());
    put(agent, object, "maxStringLength", options.maxStringLength());
    put(agent, object, "breakLength", options.breakLength());
    put(agent, object, "compact", options.compact() == 0 ? (Object) false : options.compact());
    put(agent, object, "sorted", options.sorted());
    NativeFunction stylize =
        NativeFunction.create(
            agent.realm(),
            "stylize",
            2,
            (a, _, args, _) -> a.string(TypeConversion.toText(a, Args.get(args, 0))));
    put(agent, object, "stylize", stylize);
    return object;
  }

  private static void put(Agent agent, JsObject object, String name, Object value) {
    object.put(agent, PropertyKey.of(name), value, Attributes.ALL);
  }
}
