package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// A property in an object pattern: the key that is read, and where its value goes.
///
/// @param namesFunction whether the initializer is an anonymous function or class that takes the
///   target's name
public record PatternProperty(
    PropertyName name,
    Target target,
    @Nullable Expression initializer,
    boolean namesFunction,
    int start,
    int end)
    implements Node {}
