package lexscope.js.value;

import lexscope.js.vm.Agent;

/// The behaviour of a built-in function with internal slots of its own, as the resolving functions
/// of a promise: it finds them in the function object ([CapturingFunction#captured]).
@FunctionalInterface
public interface CapturingBody {
  /// Runs the built-in.
  ///
  /// @throws ThrowCompletion if the built-in throws
  Object call(Agent agent, CapturingFunction self, Object thisValue, Object[] args);
}
