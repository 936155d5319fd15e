/// The command line and the interactive shell.
@org.jspecify.annotations.NullMarked
module lexscope.shell {
  requires lexscope.interpreter;
  requires lexscope.profiler;
  requires lexscope.scenarios;
  requires com.google.gson;
  requires jdk.jfr;
  requires org.apache.commons.cli;
  requires org.jline.builtins;
  requires org.jline.reader;
  requires org.jline.terminal;
  requires static org.jspecify;
}
