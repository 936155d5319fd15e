package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void leakTestsAreRunAgainAfterEachChangeUntilInterrupted() throws Exception {
    Path module = Files.writeString(folder.resolve("list.mjs"), "export const list = [];");
    Files.writeString(
        folder.resolve("a.scenario.mjs"),
        """
        import { list } from './list.mjs';
        export const title = 'a list';
        export function act(i) { list.push({ i }); }
        export function undo(i) { list.pop(); }
        """);
    Process process =
        Launcher.interruptible(Launcher.builder(folder, "test", "--watch", ".")).start();
    try {
      var out = process.getInputStream();
      assertThat(Launcher.readUntil(out, "waiting for changes; Ctrl-C ends\n"))
          .contains("1 run, 0 failed");
      Files.writeString(module, "export const list = []; list.pop = () => {};");
      assertThat(Launcher.readUntil(out, "waiting for changes; Ctrl-C ends\n"))
          .startsWith("changed: list.mjs\n")
          .contains("1 run, 1 failed", "1 object more after each of 5 rounds");
      Files.writeString(module, "export const list = [;");
      assertThat(Launcher.readUntil(out, "waiting for changes; Ctrl-C ends\n"))
          .startsWith("changed: list.mjs\n");
      Launcher.interrupt(process);
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends soon").isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("list.mjs:1\nexport const list = [;\n", "SyntaxError")
          .doesNotContain("Exception", ".java:");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void anEndlessRoundOfALeakTestEnds() throws Exception {
    Files.writeString(
        folder.resolve("a.scenario.mjs"),
        "export const title = 'a';\nexport function act() { for (;;); }\n");
    Process process = Launcher.interruptible(Launcher.builder(folder, "test", ".")).start();
    try {
      Thread.sleep(3_000);
      Launcher.interrupt(process);
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends soon").isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .isIn("interrupted\n", "");
    } finally {
      process.destroyForcibly();
    }
  }

  private Ended interrupt(String program) throws IOException, InterruptedException {
    return interrupt(program, "run", "p.js");
  }

  private Ended interrupt(String program, String... words)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("p.js"), program);
    ProcessBuilder builder = Launcher.interruptible(Launcher.builder(folder, words));
    Path out = folder.resolve("out");
    Process process = builder.redirectOutput(out.toFile()).start();
    try {
      Launcher.readUntil(process.getErrorStream(), "ready\n");
      // The loop itself, not the line before it, is to be met.
      Thread.sleep(300);
      Launcher.interrupt(process);
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends soon").isTrue();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.exitValue(), Files.readString(out), err);
    } finally {
      process.destroyForcibly();
    }
  }
}
