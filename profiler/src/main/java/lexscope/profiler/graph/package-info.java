/// The snapshot graph: a heap frozen into columns, the one thing that every analysis reads. It
/// imports nothing of ours.
package lexscope.profiler.graph;
