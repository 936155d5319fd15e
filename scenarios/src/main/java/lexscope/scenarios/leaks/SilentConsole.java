package lexscope.scenarios.leaks;

import lexscope.js.host.ConsoleSink;

/// A console that nobody reads.
enum SilentConsole implements ConsoleSink {
  INSTANCE;

  @Override
  public void out(String text) {}

  @Override
  public void err(String text) {}
}
