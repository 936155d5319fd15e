/// Events for JDK Flight Recorder: collections, records, snapshots, answers. The only package that
/// needs `jdk.jfr`; with `capture` the only one that sees the collector. While nothing records, an
/// event costs about a nanosecond.
package lexscope.profiler.events;
