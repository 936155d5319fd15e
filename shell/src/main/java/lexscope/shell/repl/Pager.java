package lexscope.shell.repl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/// Shows long texts page by page, by the keys of `less`.
final class Pager {
  private Pager() {}

  /// Shows a text if it is longer than the screen, and says whether it did.
  static boolean show(Terminal terminal, String text) throws IOException {
    int rows = terminal.getSize().getRows();
    if (rows <= 1 || text.lines().limit(rows).count() < rows) {
      return false;
    }
    Less less = new Less(terminal, Path.of("."));
    less.chopLongLines = true;
    less.quiet = true;
    try {
      less.run(new Text(text));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private record Text(String text) implements Source {
    @Override
    public String getName() {
      return "q quits, / searches, space goes on";
    }

    @Override
    public InputStream read() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Long lines() {
      return text.lines().count();
    }
  }
}
