/// The collector: cells, roots, mark, sweep. It knows nothing of JavaScript.
@org.jspecify.annotations.NullMarked
module lexscope.gc {
  requires static transitive org.jspecify;
  requires com.carrotsearch.hppc;

  exports lexscope.gc;
}
