/// The heap of cells with its precise, deterministic mark-sweep collector. It knows nothing of the
/// language that runs on it.
package lexscope.gc;
