package lexscope.profiler.paths;

/// A node that a question is about.
///
/// @param node the node
/// @param edge the edge by which it was asked for, as with bindings, or -1; a path to the target
///   ends with it
/// @param retainedBytes what goes with the node
/// @param matches how many alive nodes the question met, of which this one retains most
public record Target(int node, int edge, long retainedBytes, int matches) {}
