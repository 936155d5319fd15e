/// Dominators and retained sizes of snapshot graphs. Imports `graph` only.
package lexscope.profiler.dominators;
