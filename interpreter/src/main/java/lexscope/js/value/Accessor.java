package lexscope.js.value;

import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The two functions of an accessor property, section 6.1.7; null stands for undefined. Immutable.
public final class Accessor extends SpecialSlot {
  private final @Nullable JsObject getter;
  private final @Nullable JsObject setter;

  /// An accessor with a getter, a setter, or both.
  public Accessor(@Nullable JsObject getter, @Nullable JsObject setter) {
    this.getter = getter;
    this.setter = setter;
  }

  /// The getter function.
  public @Nullable JsObject getter() {
    return getter;
  }

  /// The setter function.
  public @Nullable JsObject setter() {
    return setter;
  }

  /// The getter as a value.
  public Object getterValue() {
    return getter == null ? Undefined.UNDEFINED : getter;
  }

  /// The setter as a value.
  public Object setterValue() {
    return setter == null ? Undefined.UNDEFINED : setter;
  }

  /// Calls the getter; undefined when there is none.
  ///
  /// @throws ThrowCompletion if the getter throws
  public Object get(Agent agent, Object receiver) {
    return getter == null ? Undefined.UNDEFINED : getter.call(agent, receiver, Args.NONE);
  }

  /// Calls the setter; false when there is none.
  ///
  /// @throws ThrowCompletion if the setter throws
  public boolean set(Agent agent, Object value, Object receiver) {
    if (setter == null) {
      return false;
    }
    setter.call(agent, receiver, new Object[] {value});
    return true;
  }

  /// Whether its functions are built in.
  boolean isBuiltIn() {
    return (getter == null || getter instanceof NativeFunction)
        && (setter == null || setter instanceof NativeFunction);
  }

  /// Whether it has the functions of another one, and maybe one that the other lacks.
  boolean completes(Accessor other) {
    return (other.getter == null || other.getter == getter)
        && (other.setter == null || other.setter == setter);
  }

  /// The label of the edge to a getter or setter.
  record Label(String prefix, Object key) {
    @Override
    public String toString() {
      return prefix + key;
    }
  }
}
