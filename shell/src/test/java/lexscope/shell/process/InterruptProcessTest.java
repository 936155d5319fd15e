package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SIGINT ends a program that would never end, soon, with 130, and with what it has written so far.
final class InterruptProcessTest {
  /// Two seconds are the launcher's own limit; the rest is for a slow machine.
  private static final long SECONDS = 20;

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;);",
        "(function f() { Promise.resolve().then(f); })();",
        "/^(a+)+$/.test('a'.repeat(100) + 'b');",
        "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
        "Array.prototype.forEach.call({ length: 2 ** 53 - 1 }, () => {});",
        "new Array(2 ** 32 - 1).fill(0);",
        "for (;;) Array.from({ length: 1000 }, (_, i) => -i).sort();",
        "JSON.stringify(new Array(2 ** 32 - 1));"
      })
  void anEndlessProgramEnds(String endless) throws Exception {
    Ended ended = interrupt("console.log('before'); console.error('ready'); " + endless);
    assertThat(ended.code).as(ended.err).isEqualTo(130);
    assertThat(ended.out).isEqualTo("before\n");
    assertThat(ended.err).isEqualTo("interrupted\n");
  }

  @Test
  void aQuestionIsInterruptedLikeARunAndTheOtherFilesAreLeft() throws Exception {
    Files.writeString(folder.resolve("next.js"), "console.error('next');");
    Ended ended =
        interrupt("console.error('ready'); for (;;);", "histo", "--json", "p.js", "next.js");
    assertThat(ended.code).isEqualTo(130);
    assertThat(ended.out).isEqualTo("{\"schema\":1,\"file\":\"p.js\",\"error\":\"interrupted\"}\n");
    assertThat(ended.err).isEqualTo("interrupted\n");
  }

  @Test
  void aRecordingIsWrittenAllTheSame() throws Exception {
    Ended ended =
        interrupt("console.error('ready'); for (;;) gc();", "run", "--jfr", "run.jfr", "p.js");
    assertThat(ended.code).isEqualTo(130);
    assertThat(Files.size(folder.resolve("run.jfr"))).isGreaterThan(1000);
  }

  private Ended interrupt(String program) throws IOException, InterruptedException {
    return interrupt(program, "run", "p.js");
  }

  private Ended interrupt(String program, String... words)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("p.js"), program);
    ProcessBuilder builder = Launcher.builder(folder, words);
    // A shell without job control starts its background jobs with SIGINT ignored, and so would be
    // whatever a build in the background starts.
    List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT"));
    if (new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0) {
      line.addAll(builder.command());
      builder.command(line);
    }
    Path out = folder.resolve("out");
    Process process = builder.redirectOutput(out.toFile()).start();
    try {
      Launcher.readUntil(process.getErrorStream(), "ready\n");
      // The loop itself, not the line before it, is to be met.
      Thread.sleep(300);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends soon").isTrue();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.exitValue(), Files.readString(out), err);
    } finally {
      process.destroyForcibly();
    }
  }
}
