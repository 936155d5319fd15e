package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
