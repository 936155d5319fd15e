package lexscope.shell.steps;

import org.jspecify.annotations.Nullable;

/// A line of a box or of an execution context.
///
/// @param kind what sort of line it is
/// @param name the name of the binding, property or internal slot
/// @param value its value in the notation of the specification
/// @param target the key of the box that the value is, if there may be one; else null
public record Row(Kind kind, String name, String value, @Nullable String target) {
  /// What sort of line it is.
  public enum Kind {
    /// A binding of an Environment Record.
    BINDING,
    /// A field or an internal slot, such as `[[OuterEnv]]`.
    FIELD,
    /// A property or an element.
    PROPERTY,
    /// A weak reference: it keeps nothing alive.
    WEAK,
    /// How many lines are left out.
    MORE
  }
}
