package lexscope.js.intrinsics;

import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// One call of a handler's trap: what it is called on, and how what it does wrong is said.
///
/// @param name the trap's name, a property key of the handler
/// @param target the `[[ProxyTarget]]` as it was before the trap ran
record ProxyTrap(Agent agent, String name, JsObject target, JsObject handler, JsObject function) {
  /// Calls the trap with these arguments; the target is the first of them for every trap.
  Object call(Object... args) {
    return ObjectOperations.call(agent, function, handler, args);
  }

  /// Calls the trap and takes its answer as a Boolean.
  boolean test(Object... args) {
    return TypeConversion.toBoolean(call(args));
  }

  /// The TypeError for an answer that breaks an invariant.
  ThrowCompletion broken(String why) {
    return agent.typeError("'" + name + "' on proxy: " + why);
  }

  /// The same, about a property: the key stands in quotes between the two texts.
  ThrowCompletion broken(String before, PropertyKey key, String after) {
    return broken(before + " '" + key + "'" + after);
  }
}
