package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// A target in an array pattern, with its initializer.
///
/// @param namesFunction whether the initializer is an anonymous function or class that takes the
///   target's name
public record PatternElement(
    Target target, @Nullable Expression initializer, boolean namesFunction, int start, int end)
    implements Node {}
