package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of `%Array.prototype%` that make a text, section 23.1.3.
final class ArrayTexts {
  private ArrayTexts() {}

  static void create(IntrinsicBuilder builder) {
    builder
        .method("join", 1, ArrayTexts::join)
        .method("toLocaleString", 0, ArrayTexts::toLocaleString)
        .method("toString", 0, ArrayTexts::toStringMethod);
  }

  /// Section 23.1.3.18.
  private static Object join(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    Object separator = Args.get(args, 0);
    String between =
        separator == Undefined.UNDEFINED ? "," : TypeConversion.toText(agent, separator);
    return joined(agent, o, length, between, false);
  }

  /// Section 23.1.3.32.
  private static Object toLocaleString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    return joined(agent, o, ObjectOperations.lengthOfArrayLike(agent, o), ",", true);
  }

  /// NON-SPEC: as in V8, an array inside itself is joined as the empty string.
  private static JsString joined(
      Agent agent, JsObject o, long length, String between, boolean localized) {
    if (agent.joining().contains(o)) {
      return agent.emptyString();
    }
    agent.joining().add(o);
    try {
      var out = new StringBuilder();
      for (long k = 0; k < length; k++) {
        if (k > 0) {
          out.append(between);
        }
        int mark = agent.handles().mark();
        Object value = ObjectOperations.get(agent, o, k);
        if (!TestingAndComparison.isNullish(value)) {
          Object text = localized ? ObjectOperations.invoke(agent, value, LOCALIZED) : value;
          out.append(TypeConversion.toText(agent, text));
        }
        agent.handles().release(mark);
        if (out.length() > JsString.MAX_LENGTH) {
          throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
        }
        if ((k & ArrayPrototype.POLL) == 0) {
          agent.poll();
        }
      }
      return agent.string(out.toString());
    } finally {
      agent.joining().removeLast();
    }
  }

  private static final PropertyKey LOCALIZED = PropertyKey.of("toLocaleString");

  /// Section 23.1.3.36.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    Object join = ObjectOperations.get(agent, o, PropertyKeys.JOIN);
    if (TestingAndComparison.isCallable(join)) {
      return ObjectOperations.call(agent, join, o);
    }
    return ObjectOperations.call(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE_TO_STRING), o);
  }
}
