/// The index beside a snapshot file: what was once made of the file, kept for the next time
/// somebody asks about the same bytes.
package lexscope.profiler.index;
