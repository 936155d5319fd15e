package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lexscope.js.host.Host;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ClosedPipeException;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks gets the answer before an index is written, and keeps it whatever happens meanwhile.
class AnswerFirstTest {
  @TempDir Path folder = Path.of("");

  private final Interruption interruption = new Interruption();
  private Path file = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("app.js"),
            "globalThis.kept = Array.from({ length: 9 }, (_, i) => function handler() { return i;"
                + " });");
    file = folder.resolve("app.heapsnapshot");
    index = folder.resolve("app.heapsnapshot.lexscope");
    new CommandLine().run("snapshot", program.toString(), "-o", file.toString());
    // White space behind the snapshot: large enough to have an index.
    Files.writeString(file, " ".repeat(5 << 20), StandardOpenOption.APPEND);
  }

  /// Collects what is written and does something at each flush that has something to write out.
  private static final class Watched extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final Runnable atFlush;
    private int flushed;

    Watched(Runnable atFlush) {
      this.atFlush = atFlush;
    }

    @Override
    public void write(int value) {
      all.write(value);
    }

    @Override
    public void flush() {
      if (all.size() > flushed) {
        flushed = all.size();
        atFlush.run();
      }
    }
  }

  private ExitCode run(OutputStream out, List<String> words) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, false, UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
            false,
            false,
            interruption);
    return Host.onGuestThread(() -> {
      ExitCode code = new Dispatcher(streams, Verbs.all()).run(words);
      assertThat(Thread.interrupted()).isFalse();
      return code;
    });
  }

  private List<String> words(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> word.replace("FOLDER", folder.toString()))
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static final String HISTO = "histo FOLDER/app.heapsnapshot";
  private static final String WHY = "why closure:handler FOLDER/app.heapsnapshot --json";
  private static final String DIFF = "diff FOLDER/app.heapsnapshot FOLDER/app.heapsnapshot";
  private static final String REPORT = "report FOLDER/app.heapsnapshot";

  @ParameterizedTest
  @ValueSource(strings = {HISTO, WHY, DIFF, REPORT})
  @DisplayName("the answer is written out while there is no index, which follows")
  void first(String line) {
    List<Boolean> indexes = new ArrayList<>();
    Watched out = new Watched(() -> indexes.add(Files.exists(index)));
    assertThat(run(out, words(line))).isEqualTo(ExitCode.DONE);
    assertThat(indexes).containsExactly(false);
    assertThat(index).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {HISTO, WHY, DIFF, REPORT})
  @DisplayName(
      "who interrupts while the index is written has the whole answer and no part of an index")
  void interrupted(String line) throws IOException {
    List<Path> before = files();
    Watched whole = new Watched(() -> {});
    assertThat(run(whole, words(line + " --no-index"))).isEqualTo(ExitCode.DONE);
    Watched out = new Watched(interruption::request);
    assertThat(run(out, words(line))).isEqualTo(ExitCode.DONE);
    assertThat(out.all.toString(UTF_8)).isEqualTo(whole.all.toString(UTF_8));
    assertThat(files())
        .containsAll(before)
        .isSubsetOf(
            Stream.concat(before.stream(), Stream.of(folder.resolve("app.report.html"))).toList());
  }

  @Test
  @DisplayName("an interrupt between two files is one: the other file is not answered")
  void between() throws IOException {
    Path other = Files.copy(file, folder.resolve("other.heapsnapshot"));
    Watched out = new Watched(interruption::request);
    assertThat(run(out, words("histo --json FOLDER/app.heapsnapshot FOLDER/other.heapsnapshot")))
        .isEqualTo(ExitCode.INTERRUPTED);
    assertThat(out.all.toString(UTF_8).lines()).hasSize(1);
    assertThat(Files.exists(folder.resolve(other.getFileName() + ".lexscope"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {HISTO, WHY, DIFF, REPORT})
  @DisplayName("a reader who has gone leaves an index all the same")
  void closedPipe(String line) {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) {
            throw new ClosedPipeException();
          }
        };
    assertThatThrownBy(() -> run(closed, words(line))).isInstanceOf(ClosedPipeException.class);
    assertThat(index).exists();
  }
}
