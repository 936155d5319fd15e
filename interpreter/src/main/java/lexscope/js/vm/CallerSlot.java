package lexscope.js.vm;

import lexscope.js.value.JsObject;
import lexscope.js.value.MomentarySlot;
import lexscope.js.value.Null;

/// The `caller` of a sloppy function: while it is active, the sloppy function whose code called its
/// innermost activation. It is null where strict, built-in or top-level code did, so that it never
/// shows a strict function (ECMA-262 section 17.1).
final class CallerSlot extends MomentarySlot {
  /// Cost: the depth of the stack down to the function.
  @Override
  public Object value(Agent agent, JsObject owner) {
    Frame frame = ((Machine) agent).currentFrame();
    while (frame != null && frame.function != owner) {
      frame = frame.caller;
    }
    return frame == null ? Null.NULL : callerOf(frame);
  }

  /// The context of eval code is passed by. A built-in function between two contexts would have
  /// taken a level of its own.
  private static Object callerOf(Frame frame) {
    Frame above = frame;
    Frame below = frame.caller;
    while (below != null && above.depth == below.depth + 1) {
      EcmaScriptFunction function = below.function;
      if (function != null) {
        return function.template.isStrict() ? Null.NULL : function;
      }
      above = below;
      below = below.caller;
    }
    return Null.NULL;
  }
}
