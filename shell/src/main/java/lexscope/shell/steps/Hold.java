package lexscope.shell.steps;

/// The last link of the shortest path from a root that keeps something alive.
///
/// @param from the key of the box or context that holds it; empty for a root
/// @param how the edge, such as `binding count`, or the root
public record Hold(String from, String how) {}
