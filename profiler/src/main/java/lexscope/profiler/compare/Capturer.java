package lexscope.profiler.compare;

import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// A function whose text refers to a binding, and which thereby made a policy with shared contexts
/// keep it.
///
/// @param function its name, empty if it has none
/// @param location where it stands, if known
/// @param living how many closures of it are alive, under the policy that keeps more, on the
///   records in question
/// @param livingOtherwise how many of these are alive under the policy that keeps less
public record Capturer(
    String function, @Nullable SourceLocation location, int living, int livingOtherwise) {}
