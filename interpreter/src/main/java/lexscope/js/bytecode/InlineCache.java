package lexscope.js.bytecode;

import lexscope.gc.Untraced;
import lexscope.js.environment.GlobalBinding;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import org.jspecify.annotations.Nullable;

/// What an instruction remembers of its last property access. All of it is weak: a collection drops
/// what died.
public final class InlineCache {
  /// The shape that the answer is for; null if nothing is remembered.
  public @Nullable Shape shape;

  /// The property's slot.
  public int slot;

  /// The object on the prototype chain that has the property; null if it is the receiver's own.
  public @Nullable JsObject holder;

  /// The agent's prototype epoch for which `holder` is the answer.
  public int epoch;

  /// The shape after adding the property; null unless the instruction added it.
  public @Nullable Shape next;

  /// The lexical binding of the global scope that a global name means; null if it means none, or
  /// nothing is remembered.
  @Untraced("lexical bindings of the global scope never go away: the global record reports them")
  public @Nullable GlobalBinding binding;

  /// Forgets everything.
  public void clear() {
    shape = null;
    holder = null;
    next = null;
  }
}
