package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index beside a snapshot: it comes after the answer, and whoever does not wait for it has
/// that.
final class IndexProcessTest {
  @TempDir static Path folder;

  private static final String FILE = "large.heapsnapshot";
  private static final int ATTEMPTS = 20;

  private static Path index;

  @BeforeAll
  static void write() throws Exception {
    Files.writeString(
        folder.resolve("large.js"),
        """
        class Entry { constructor(i) { this.name = 'entry ' + i; this.other = { i }; } }
        globalThis.kept = Array.from({ length: 60000 }, (_, i) => new Entry(i));
        """);
    Launcher.lexscope(folder, "snapshot", "large.js", "-o", FILE).endsWith(0);
    index = folder.resolve(FILE + ".lexscope");
  }

  private static List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @Test
  void theAnswerIsThereWhileTheIndexIsNot() throws Exception {
    Files.deleteIfExists(index);
    // Far more than fits into a pipe: the process stands still in the middle of its answer.
    Process process =
        Launcher.builder(folder, "find", "name = Entry", "--rows", "60000", FILE).start();
    try {
      InputStream out = process.getInputStream();
      assertThat(Launcher.readUntil(out, "Entry")).doesNotContain("Exception");
      Thread.sleep(500);
      assertThat(index).doesNotExist();
      assertThat(parts()).isEmpty();
      assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().count())
          .isGreaterThan(50_000);
      assertThat(process.waitFor(Launcher.SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(index).exists();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aClosedPipeLeavesAnIndexAndNoTrace() throws Exception {
    Files.deleteIfExists(index);
    Launcher.Result result =
        Launcher.sh(
            folder, "\"$LEXSCOPE\" find 'name = Entry' --rows 60000 " + FILE + " | head -1");
    result.endsWith(0);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(1);
    assertThat(index).exists();
    assertThat(parts()).isEmpty();
  }

  @Test
  void interruptedWhileItIsWrittenTheVerbHasItsAnswerAndLeavesNothing() throws Exception {
    String expected = Launcher.lexscope(folder, "histo", "--no-index", FILE).endsWith(0).out();
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Files.deleteIfExists(index);
      Process process =
          Launcher.interruptible(Launcher.builder(folder, "histo", FILE))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        while (process.isAlive() && parts().isEmpty()) {
          Thread.onSpinWait();
        }
        // While it stands still, the signal takes its place before what it was about to do.
        signal(process, "STOP");
        boolean isMet = !parts().isEmpty() && !Files.exists(index);
        Launcher.interrupt(process);
        String soFar = Files.readString(out);
        signal(process, "CONT");
        assertThat(process.waitFor(Launcher.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(0, isMet ? 0 : 130);
        assertThat(parts()).isEmpty();
        if (isMet) {
          assertThat(soFar).isEqualTo(expected);
          assertThat(Files.readString(out)).isEqualTo(expected);
          assertThat(Files.readString(err)).isEmpty();
          if (!Files.exists(index)) {
            return;
          }
        }
      } finally {
        process.destroyForcibly();
      }
    }
    throw new AssertionError("never interrupted while the index was written");
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
