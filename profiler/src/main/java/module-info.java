/// Retention analysis of heap graphs. Of the project it knows only the collector.
@org.jspecify.annotations.NullMarked
module lexscope.profiler {
  requires transitive lexscope.gc;
  requires static transitive org.jspecify;
  requires com.carrotsearch.hppc;
  requires com.google.gson;
  requires jdk.jfr;

  exports lexscope.profiler.attribution;
  exports lexscope.profiler.capture;
  exports lexscope.profiler.compare;
  exports lexscope.profiler.diff;
  exports lexscope.profiler.dominators;
  exports lexscope.profiler.events;
  exports lexscope.profiler.export;
  exports lexscope.profiler.find;
  exports lexscope.profiler.format;
  exports lexscope.profiler.graph;
  exports lexscope.profiler.index;
  exports lexscope.profiler.paths;
  exports lexscope.profiler.report;
  exports lexscope.profiler.suspects;
  exports lexscope.profiler.why;
}
