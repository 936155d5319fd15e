/// Writes graphs for tools of other worlds: HPROF for analysers of Java heaps, DOT and SVG for
/// eyes. Imports `graph`, `dominators` and `paths`.
package lexscope.profiler.export;
