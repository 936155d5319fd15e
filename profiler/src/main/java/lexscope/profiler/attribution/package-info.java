/// Whose the bytes are: nodes and their sizes by function, file, package and the like. Imports
/// `graph` and `dominators`.
package lexscope.profiler.attribution;
