/// The ECMAScript interpreter. Of the project it knows only the collector.
@org.jspecify.annotations.NullMarked
module lexscope.interpreter {
  requires transitive lexscope.gc;
  requires static transitive org.jspecify;

  exports lexscope.js.environment;
  exports lexscope.js.host;
  exports lexscope.js.inspection;
  exports lexscope.js.intrinsics;
  exports lexscope.js.operations;
  exports lexscope.js.policy;
  exports lexscope.js.regexp;
  exports lexscope.js.scope;
  exports lexscope.js.source;
  exports lexscope.js.syntax;
  exports lexscope.js.value;
  exports lexscope.js.vm;
}
