package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// A formal parameter; a rest parameter has no initializer.
public record Parameter(
    Target target, @Nullable Expression initializer, boolean rest, int start, int end)
    implements Node {
  /// Whether the initializer is an anonymous function or class that takes the parameter's name.
  public boolean namesFunction() {
    return target instanceof Target.BindingIdentifier
        && initializer != null
        && initializer.isAnonymousFunctionDefinition();
  }
}
