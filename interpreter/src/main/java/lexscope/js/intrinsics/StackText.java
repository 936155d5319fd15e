package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Accessor;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.StackTrace;
import lexscope.js.vm.TraceLine;
import org.jspecify.annotations.Nullable;

/// What `stack` is when it is first asked for. NON-SPEC: as in V8 and Node: what
/// `Error.prepareStackTrace` makes of the call sites, or else the error as a string above its
/// trace.
final class StackText {
  private static final PropertyKey PREPARE_STACK_TRACE = PropertyKey.of("prepareStackTrace");

  private StackText() {}

  /// The value.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws that it runs
  static Object of(Agent agent, JsObject error, @Nullable StackTrace trace) {
    if (trace == null) {
      return Undefined.UNDEFINED;
    }
    int mark = agent.handles().mark();
    agent.handles().push(error);
    Object text = made(agent, error, trace);
    agent.handles().release(mark);
    return text;
  }

  private static Object made(Agent agent, JsObject error, StackTrace trace) {
    JsObject constructor = agent.realm().get(Intrinsic.ERROR);
    if (!agent.isPreparingStackTrace()
        && constructor.peekSlot(PREPARE_STACK_TRACE) != null
        && ObjectOperations.get(agent, constructor, PREPARE_STACK_TRACE) instanceof JsObject prepare
        && prepare.isCallable()) {
      return prepared(agent, prepare, constructor, error, trace);
    }
    String heading =
        hasPlainHeading(error)
            ? ErrorObject.headingOf(error)
            : TypeConversion.toText(agent, ErrorConstructors.text(agent, error));
    return agent.string(heading + trace.render());
  }

  /// Whether guest code runs for the text.
  static boolean needsGuestCode(Agent agent, JsObject error) {
    return !hasPlainHeading(error)
        || agent.realm().get(Intrinsic.ERROR).peekSlot(PREPARE_STACK_TRACE) != null;
  }

  private static boolean hasPlainHeading(JsObject error) {
    return isPlain(error, PropertyKeys.NAME) && isPlain(error, PropertyKeys.MESSAGE);
  }

  private static Object prepared(
      Agent agent, JsObject prepare, JsObject constructor, JsObject error, StackTrace trace) {
    List<Object> sites = new ArrayList<>();
    for (TraceLine line : trace.lines()) {
      sites.add(CallSiteObject.create(agent, line));
    }
    JsObject array = ObjectOperations.createArrayFromList(agent, sites);
    agent.handles().push(array);
    agent.setPreparingStackTrace(true);
    try {
      return ObjectOperations.call(agent, prepare, constructor, error, array);
    } finally {
      agent.setPreparingStackTrace(false);
    }
  }

  /// Whether a property, as far as it is there, is a string.
  private static boolean isPlain(JsObject error, PropertyKey key) {
    JsObject o = error;
    for (int steps = 0; o != null && steps < 1000; steps++) {
      Object slot = o.hasPlainNames() ? o.peekSlot(key) : Accessor.class;
      if (slot != null) {
        return slot instanceof JsString;
      }
      o = o.shape().prototype();
    }
    return o == null;
  }
}
