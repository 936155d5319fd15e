/// What changed between snapshots. Imports `graph` and `dominators`.
package lexscope.profiler.diff;
