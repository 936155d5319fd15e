package lexscope.js.environment;

import org.jspecify.annotations.Nullable;

/// A lexical binding of the global scope. It never goes away, so code may remember it.
public final class GlobalBinding {
  private final String name;
  private final boolean constant;
  private @Nullable Object value;

  GlobalBinding(String name, boolean constant) {
    this.name = name;
    this.constant = constant;
  }

  /// Its name.
  public String name() {
    return name;
  }

  /// Whether assigning to it is a TypeError.
  public boolean isConstant() {
    return constant;
  }

  /// Its value; null while uninitialized.
  public @Nullable Object get() {
    return value;
  }

  /// Initializes or sets it.
  public void set(Object newValue) {
    value = newValue;
  }
}
