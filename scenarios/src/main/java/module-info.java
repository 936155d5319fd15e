/// Closure programs with their expected answers, and what runs them.
@org.jspecify.annotations.NullMarked
module lexscope.scenarios {
  requires transitive lexscope.interpreter;
  requires transitive lexscope.profiler;
  requires static transitive org.jspecify;
  requires com.carrotsearch.hppc;
  requires com.google.gson;
  requires java.xml;
  requires static org.junit.jupiter.api;

  exports lexscope.scenarios;
  exports lexscope.scenarios.junit;
  exports lexscope.scenarios.leaks;
  exports lexscope.scenarios.report;
}
