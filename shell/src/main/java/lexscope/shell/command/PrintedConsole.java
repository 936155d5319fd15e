package lexscope.shell.command;

import java.io.PrintStream;
import lexscope.js.host.ConsoleSink;

/// A program's console on two streams, its own order kept where both are the same terminal.
record PrintedConsole(PrintStream standard, PrintStream errors) implements ConsoleSink {
  @Override
  public void out(String lines) {
    standard.print(lines);
  }

  @Override
  public void err(String lines) {
    standard.flush();
    errors.print(lines);
    errors.flush();
  }
}
