package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lexscope.shell.ExitCode;
import lexscope.shell.Interruption;
import lexscope.shell.Streams;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName("snapshots are told from programs by their names")
  void names() {
    assertThat(SnapshotFiles.isSnapshot("a.heapsnapshot")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("a.heapsnapshot.gz")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("-")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("a.js")).isFalse();
  }

  @Test
  @DisplayName("progress shows bar, percent and rate once reading takes a while, and goes away")
  void progress() throws IOException {
    Path file = Files.write(folder.resolve("big.heapsnapshot"), new byte[1000]);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, UTF_8);
    try (ProgressLine line = ProgressLine.shown("big.heapsnapshot", out).expecting(file)) {
      long start = System.nanoTime();
      line.show(100, start);
      assertThat(written.size()).isZero();
      line.show(500, start + 1_000_000_000L);
      assertThat(written.toString(UTF_8))
          .contains("reading big.heapsnapshot [############------------] 50 % ")
          .endsWith("MB/s");
    }
    assertThat(written.toString(UTF_8)).endsWith("\r\u001b[K");
  }

  @Test
  @DisplayName("short work leaves the terminal alone")
  void silence() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ProgressLine line =
        ProgressLine.shown("small.heapsnapshot", new PrintStream(written, true, UTF_8))) {
      line.read(10);
    }
    assertThat(written.size()).isZero();
  }

  @Test
  @DisplayName("phases of the analysis are shown with percent and rate, too")
  void phases() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ProgressLine line =
        ProgressLine.shown("a.heapsnapshot", new PrintStream(written, true, UTF_8))) {
      long start = System.nanoTime();
      line.reached("dominators", 0, 4_000_000, start);
      line.reached("dominators", 1_000_000, 4_000_000, start + 1_000_000_000L);
    }
    assertThat(written.toString(UTF_8))
        .contains("dominators of a.heapsnapshot [######------------------] 25 % 1.0 M nodes/s");
  }

  @Test
  @DisplayName("verbs print the same bytes with an index, without one, and when it is made")
  void sameBytes() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("app.js"),
            """
            function setup() {
              const big = new Array(50).fill('text'), unused = {};
              return function onClick() { return big.length; };
            }
            globalThis.handlers = Array.from({ length: 40 }, setup);
            """);
    Path file = folder.resolve("app.heapsnapshot");
    CommandLine line = new CommandLine();
    assertThat(line.run("snapshot", program.toString(), "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    // White space behind the snapshot: large enough to have an index.
    Files.writeString(file, " ".repeat(5 << 20), StandardOpenOption.APPEND);
    Path index = folder.resolve("app.heapsnapshot.lexscope");
    for (String[] words :
        new String[][] {
          {"histo", "--json"},
          {"histo"},
          {"histo", "--json", "--rule", "devtools"},
          {"why", "closure:onClick"},
          {"why", "binding:setup.big", "--json"},
          {"retained", "closure:onClick"},
          {"dominators"},
          {"dominators", "--rule", "memlab", "--json"},
          {"cut", "closure:onClick"},
          {"clusters", "closure:onClick"},
          {"records"},
        }) {
      String[] plain = Arrays.copyOf(words, words.length + 2);
      plain[words.length] = file.toString();
      plain[words.length + 1] = "--no-index";
      String[] indexed = Arrays.copyOf(plain, words.length + 1);
      ExitCode code = line.run(plain);
      String expected = line.out() + line.err();
      Files.deleteIfExists(index);
      for (int time = 0; time < 3; time++) {
        assertThat(line.run(indexed)).isEqualTo(code);
        assertThat(line.out() + line.err())
            .as("%s, opening %d", words[0], time)
            .isEqualTo(expected);
      }
      if (code == ExitCode.DONE) {
        assertThat(index).exists();
      }
    }
    Files.deleteIfExists(index);
    line.run("histo", file.toString(), "--no-index");
    assertThat(index).doesNotExist();
  }

  @Test
  @DisplayName("an interrupt ends the verb that reads a snapshot, and leaves the thread as it was")
  void interrupted() {
    Interruption interruption = new Interruption();
    AtomicInteger reads = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            if (reads.incrementAndGet() == 20) {
              interruption.request();
            }
            Arrays.fill(bytes, from, from + count, (byte) ' ');
            return count;
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            endless,
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            interruption);
    ExitCode code = new Dispatcher(streams).run(List.of("histo", "-"));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString(UTF_8)).isEqualTo("interrupted\n");
    interruption.request();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
