package lexscope.js.value;

import lexscope.js.vm.Agent;

/// A data property whose value is another one at other moments, such as the `caller` of a function.
/// It is stateless and holds no cell; several objects share one.
public abstract non-sealed class MomentarySlot extends SpecialSlot {
  /// The value at this moment for the object that owns the slot. Runs no guest code.
  public abstract Object value(Agent agent, JsObject owner);
}
