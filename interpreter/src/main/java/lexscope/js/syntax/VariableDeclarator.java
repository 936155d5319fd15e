package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// One binding or pattern of a variable declaration.
public record VariableDeclarator(
    Target target, @Nullable Expression initializer, int start, int end) implements Node {
  /// Whether the initializer is an anonymous function or class that takes the variable's name.
  public boolean namesFunction() {
    return target instanceof Target.BindingIdentifier
        && initializer != null
        && initializer.isAnonymousFunctionDefinition();
  }
}
