package lexscope.shell.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lines from a pipe or a file, without prompt or echo. A line that begins with `#` is a comment,
/// unless it goes on with an entry that is not whole.
public final class PipedLines implements LineSource {
  private final BufferedReader reader;
  private final Predicate<String> isComplete;

  /// Reads UTF-8.
  ///
  /// @param isComplete whether an entry is whole
  public PipedLines(InputStream in, Predicate<String> isComplete) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.isComplete = isComplete;
  }

  @Override
  public @Nullable String next() throws IOException {
    String entry = reader.readLine();
    if (entry == null || entry.startsWith("#")) {
      return entry == null ? null : "";
    }
    while (!isComplete.test(entry)) {
      String more = reader.readLine();
      if (more == null) {
        return entry;
      }
      entry += "\n" + more;
    }
    return entry;
  }

  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
