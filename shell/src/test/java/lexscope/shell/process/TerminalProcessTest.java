package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The interactive shell in a pseudo-terminal, typed at as a person would.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TerminalProcessTest {
  private static final String PROMPT = "whole> ";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir Path folder;
  private PseudoTerminal terminal;

  @BeforeEach
  void openTerminal() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("good.js"), "console.log('hello', 20 + 3);");
    Files.writeString(folder.resolve("endless.js"), "console.log('going', 40 + 5); for (;;);");
    terminal =
        PseudoTerminal.open(
            folder, 200, 40, Map.of("TERM", "xterm", "NO_COLOR", "1"), "exec \"$LEXSCOPE\" shell");
  }

  @AfterEach
  void closeTerminal() {
    if (terminal != null) {
      terminal.close();
    }
  }

  @Test
  void aVerbTypedAtThePromptAnswers() throws Exception {
    see(PROMPT);
    type("run good.js\r");
    see("hello 23");
    see(PROMPT);
    type("histo --rows 1 good.js\r");
    see("policy whole");
    see(PROMPT);
    type("nonsense\r");
    see("nonsense is not defined");
    see("kB> ");
    type(CTRL_D);
    assertThat(exitCode()).isZero();
  }

  @Test
  void controlCStopsTheRunningVerbAndNotTheShell() throws Exception {
    see(PROMPT);
    type("run endless.js\r");
    see("going 45");
    interrupt();
    see(PROMPT);
    type("run good.js\r");
    see("hello 23");
    see(PROMPT);
    type("histo endless.js\r");
    see("going 45");
    interrupt();
    see(PROMPT);
    type(CTRL_D);
    assertThat(exitCode()).isZero();
  }

  @Test
  void controlCEndsAQuestionAboutTheHeapAndNotTheShell() throws Exception {
    Files.writeString(
        folder.resolve("large.js"),
        """
        const all = [];
        for (let i = 0; i < 1_500_000; i++) all.push({ i, before: all[i - 1] });
        console.log('made', 40 + 5);
        """);
    see(PROMPT);
    type("open large.js\r");
    see("made 45");
    see("MB> ");
    type("suspects\r");
    Thread.sleep(700);
    interrupt();
    see("MB> ");
    type("all.length + 1\r");
    see("1500001");
    see("MB> ");
    type(CTRL_D);
    assertThat(exitCode()).isZero();
  }

  @Test
  void controlCAtThePromptAbandonsTheLine() throws Exception {
    see(PROMPT);
    type("run end" + CTRL_C);
    see(PROMPT);
    type("run good.js\r");
    see("hello 23");
    see(PROMPT);
    type("exit\r");
    assertThat(exitCode()).isZero();
  }

  private void type(String text) throws IOException {
    terminal.type(text);
  }

  private void interrupt() throws IOException, InterruptedException {
    type(CTRL_C);
    see("interrupted");
  }

  private void see(String text) throws InterruptedException {
    terminal.see(text);
  }

  private int exitCode() throws InterruptedException {
    int code = terminal.exitCode();
    assertThat(terminal.written()).doesNotContain("Exception", "internal error");
    return code;
  }
}
