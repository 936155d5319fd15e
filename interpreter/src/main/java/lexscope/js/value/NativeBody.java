package lexscope.js.value;

import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The behaviour of a built-in function object, section 10.3. It must not capture cells: what it
/// needs of the heap it gets by arguments, from the realm, or as a [CapturingBody].
@FunctionalInterface
public interface NativeBody {
  /// Runs the built-in.
  ///
  /// @param newTarget the constructor that `new` was applied to; null for a call
  /// @throws ThrowCompletion if the built-in throws
  Object call(Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget);
}
