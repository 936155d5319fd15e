/// A small language of predicates over nodes, and the search that it is for. Imports `graph`,
/// `dominators` and `paths`.
package lexscope.profiler.find;
