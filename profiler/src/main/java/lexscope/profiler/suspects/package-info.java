/// What may be a leak: each sort of suspect has a class that looks for it. Imports `graph`,
/// `dominators`, `paths` and `attribution`.
package lexscope.profiler.suspects;
