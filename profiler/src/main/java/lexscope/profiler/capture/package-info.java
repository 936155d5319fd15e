/// Takes snapshot graphs of live heaps. With `events` the only package that sees the collector.
package lexscope.profiler.capture;
