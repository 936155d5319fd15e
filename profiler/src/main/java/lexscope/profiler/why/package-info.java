/// Why something is alive: the answer with everything that belongs to it, before anybody writes it
/// down.
package lexscope.profiler.why;
