/// Why a node is alive: paths from the roots, dominators on the way, what to cut. Imports `graph`
/// and `dominators`.
package lexscope.profiler.paths;
