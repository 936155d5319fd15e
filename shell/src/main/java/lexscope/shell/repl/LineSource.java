package lexscope.shell.repl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the shell's input comes from, entry by entry. An entry is a line, or several that belong
/// together.
public interface LineSource extends AutoCloseable {
  /// Returns the next entry, an empty one for an abandoned line, and null at the end.
  @Nullable String next() throws IOException;

  /// Whether a person types the lines.
  boolean isTyped();

  /// Sets what Ctrl-C does while no line is being read; without a terminal, nothing.
  default void onInterrupt(Runnable action) {}

  /// Shows a long text page by page, if a person reads it; without a terminal, or if it is not
  /// long, it answers false and shows nothing.
  default boolean page(String text) throws IOException {
    return false;
  }

  /// How many lines a person sees at once; 0 without a terminal.
  default int rows() {
    return 0;
  }

  @Override
  void close() throws IOException;
}
