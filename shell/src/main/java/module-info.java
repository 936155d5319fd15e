/// The command line and the interactive shell.
@org.jspecify.annotations.NullMarked
module lexscope.shell {
  requires lexscope.interpreter;
  requires lexscope.profiler;
  requires lexscope.scenarios;
  requires static org.jspecify;
}
