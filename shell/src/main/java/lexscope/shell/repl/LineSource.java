package lexscope.shell.repl;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the shell's lines come from.
public interface LineSource extends AutoCloseable {
  /// Returns the words of the next line, no words for an empty or abandoned line, and null at the
  /// end.
  @Nullable List<String> next() throws IOException;

  /// Whether a person types the lines.
  boolean isTyped();

  /// Sets what Ctrl-C does while no line is being read; without a terminal, nothing.
  default void onInterrupt(Runnable action) {}

  @Override
  void close() throws IOException;
}
