package lexscope.shell.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines from a pipe or a file, without prompt or echo. A line that begins with `#` is a comment.
public final class PipedLines implements LineSource {
  private final BufferedReader reader;

  /// Reads UTF-8.
  public PipedLines(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable List<String> next() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      return null;
    }
    return line.startsWith("#") ? List.of() : Words.of(line);
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
