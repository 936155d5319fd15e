/// One heap state under several capture policies, side by side. Imports `graph`, `dominators` and
/// `paths`.
package lexscope.profiler.compare;
