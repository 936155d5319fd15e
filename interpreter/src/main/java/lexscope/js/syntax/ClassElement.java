package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// An element of a class body, the constructor excepted. ECMA-262 section 15.7.
public sealed interface ClassElement extends Node {
  /// A method, getter or setter; {@link FunctionNode#kind} tells which.
  record Method(PropertyName name, FunctionNode function, boolean isStatic, int start, int end)
      implements ClassElement {}

  /// A field. Its initializer is a function of kind {@link FunctionKind#FIELD_INITIALIZER} with a
  /// concise body; an anonymous function or class as that body's expression takes the field's name.
  record Field(
      PropertyName name, @Nullable FunctionNode initializer, boolean isStatic, int start, int end)
      implements ClassElement {}

  /// `static { … }`, as a function of kind {@link FunctionKind#STATIC_BLOCK}.
  record StaticBlock(FunctionNode body, int start, int end) implements ClassElement {}
}
