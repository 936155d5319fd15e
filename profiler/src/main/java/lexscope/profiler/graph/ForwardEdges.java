package lexscope.profiler.graph;

/// The edges of a graph by source, as the arrays they lie in: for walks over all of them, which
/// spend most of their time on memory. Whoever has them must not change them.
///
/// @param first the number of each node's first edge, and behind that of the last node the number
///   of edges
/// @param target the node that each edge leads to
@SuppressWarnings("ArrayRecordComponent") // Columns that are read in place, never compared.
public record ForwardEdges(int[] first, int[] target) {}
