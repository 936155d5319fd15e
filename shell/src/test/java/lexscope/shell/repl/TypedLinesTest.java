package lexscope.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TypedLinesTest {
  private final VerbCompleter completer =
      new VerbCompleter(Map.of("histo", List.of("--json", "--help"), "help", List.of()));

  @TempDir Path folder;

  @Test
  void typedKeysBecomeWordsAndTabCompletesAVerb() throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (PipedInputStream keys = new PipedInputStream();
        PipedOutputStream keyboard = new PipedOutputStream(keys)) {
      ExternalTerminal terminal =
          new ExternalTerminal("test", "xterm-256color", keys, screen, StandardCharsets.UTF_8);
      terminal.setSize(Size.of(80, 24));
      try (TypedLines lines = new TypedLines(terminal, completer, folder.resolve("history"))) {
        keyboard.write("his\t'a b'\r".getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        assertThat(lines.next()).containsExactly("histo", "a b");
        keyboard.write(4);
        keyboard.flush();
        assertThat(lines.next()).isNull();
      }
    }
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("lexscope> ");
    assertThat(Files.readString(folder.resolve("history"))).contains("histo 'a b'");
  }

  @Test
  void verbsOptionsAndFilesAreOffered() throws IOException {
    Files.createFile(folder.resolve("app.js"));
    Files.createDirectory(folder.resolve("lib"));
    assertThat(offered("")).containsExactly("help", "histo");
    assertThat(offered("histo --")).containsExactly("--json", "--help");
    assertThat(offered("histo " + folder + "/"))
        .containsExactly(folder + "/app.js", folder + "/lib/");
    assertThat(offered("histo /no/such/folder/")).isEmpty();
  }

  private List<String> offered(String line) {
    List<Candidate> candidates = new ArrayList<>();
    completer.offer(new DefaultParser().parse(line, line.length()), candidates);
    return candidates.stream().map(Candidate::value).toList();
  }
}
