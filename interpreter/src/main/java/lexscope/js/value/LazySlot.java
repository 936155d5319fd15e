package lexscope.js.value;

import lexscope.js.vm.Agent;

/// A data property whose value is made when guest code first asks for it, such as the `prototype`
/// of a function. It is stateless and holds no cell; several objects share one. Observation shows
/// the property as not there yet and never makes the value.
public abstract non-sealed class LazySlot extends SpecialSlot {
  /// Makes the value for the object that owns the slot. Runs no guest code, except for `stack`.
  ///
  /// @throws ThrowCompletion if the guest code throws
  public abstract Object materialize(Agent agent, JsObject owner);
}
