package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.LazySlot;
import lexscope.js.vm.Agent;
import lexscope.js.vm.StackTrace;

/// The `stack` that `Error.captureStackTrace` gives to an object that is no error. It holds
/// positions only, as a trace does.
final class CapturedStack extends LazySlot {
  private final StackTrace trace;

  CapturedStack(StackTrace trace) {
    this.trace = trace;
  }

  @Override
  public Object materialize(Agent agent, JsObject owner) {
    return StackText.of(agent, owner, trace);
  }
}
