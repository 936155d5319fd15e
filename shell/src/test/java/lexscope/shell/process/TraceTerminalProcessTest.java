package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The stepper in a pseudo-terminal.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TraceTerminalProcessTest {
  private static final String ALTERNATE_SCREEN = "\u001b[?1049h";
  private static final String OWN_SCREEN = "\u001b[?1049l";
  private static final String COLOUR = "(?s).*\u001b\\[[0-9;]*\\b(3[0-7]|9[0-7]|38;5;\\d+)\\b.*";

  @TempDir Path folder;
  private PseudoTerminal terminal;

  @BeforeEach
  void writeProgram() throws IOException {
    Files.writeString(
        folder.resolve("app.js"),
        """
        function add(a, b) {
          return a + b;
        }
        console.log(add(1, 2));
        console.log('a line that is longer than a narrow terminal is wide, by far');
        """);
  }

  private void trace(Map<String, String> environment, String words) throws Exception {
    terminal =
        PseudoTerminal.open(
            folder,
            90,
            24,
            environment,
            "stty -a | sed 1d > before; \"$LEXSCOPE\" trace app.js "
                + words
                + "; echo \"code $?\"; stty -a | sed 1d > after");
    terminal.screen(text -> text.contains("step 1 of 5") && text.contains("q quit"));
  }

  /// Waits for the end and looks whether the terminal is as it was.
  private void endsWith(int code) throws Exception {
    assertThat(terminal.exitCode()).as(terminal::written).isZero();
    String written = terminal.written();
    assertThat(written).contains("code " + code).doesNotContain("Exception", "error");
    assertThat(written.indexOf(ALTERNATE_SCREEN)).isNotNegative();
    assertThat(written.lastIndexOf(OWN_SCREEN))
        .isBetween(written.lastIndexOf(ALTERNATE_SCREEN), written.indexOf("code " + code));
    assertThat(written.substring(written.lastIndexOf(OWN_SCREEN))).doesNotContain("step");
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  @AfterEach
  void closeTerminal() {
    if (terminal != null) {
      terminal.close();
    }
  }

  /// The screen with a step on it, once its last line is there.
  private String shown(String step) throws InterruptedException {
    return terminal.screen(text -> text.contains(step) && text.contains("q quit"));
  }

  @Test
  @DisplayName("keys go on and back, q leaves, and the terminal is as it was before")
  void keys() throws Exception {
    trace(Map.of(), "");
    terminal.type("n");
    shown("step 2 of 5");
    terminal.type("\u001b[C");
    assertThat(shown("step 3 of 5"))
        .contains("→   2    return a + b;", "+ ER2 FunctionEnvironmentRecord of add");
    terminal.type("\u001b[D");
    shown("step 2 of 5");
    terminal.type("\u001bOC");
    shown("step 3 of 5");
    terminal.type("G");
    terminal.screen(text -> text.contains("the program has ended"));
    terminal.type("g");
    shown("step 1 of 5");
    assertThat(terminal.written()).matches(COLOUR);
    terminal.type("q");
    endsWith(0);
  }

  @Test
  @DisplayName("a terminal that changes its size shows the step anew, cut to fit")
  void resizing() throws Exception {
    trace(Map.of("NO_COLOR", "1"), "");
    terminal.type("nnn");
    assertThat(shown("step 4 of 5"))
        .contains("a line that is longer than a narrow terminal is wide, by far");
    terminal.resize(40, 10);
    String narrow =
        terminal.screen(text ->
            text.contains("more lines") && text.contains("q quit") && text.contains("step 4 of 5"));
    assertThat(narrow.lines().filter(line -> !line.isEmpty()).count()).isLessThanOrEqualTo(10);
    assertThat(narrow).startsWith("app.js, policy whole").contains("…");
    terminal.resize(120, 40);
    String large = terminal.screen(text -> text.contains("[[OuterEnv]]"));
    assertThat(large).doesNotContain("more lines");
    terminal.type("q");
    endsWith(0);
  }

  @Test
  @DisplayName("with NO_COLOR there are no colours")
  void noColour() throws Exception {
    trace(Map.of("NO_COLOR", "1"), "");
    terminal.type("nn");
    terminal.screen(text -> text.contains("step 3 of 5") && text.contains("+ ER2"));
    terminal.type("n");
    terminal.screen(text -> text.contains("step 4 of 5") && text.contains("is dead"));
    terminal.type("q");
    endsWith(0);
    assertThat(terminal.written()).doesNotMatch(COLOUR);
  }

  @Test
  @DisplayName("Ctrl-C leaves with 130, Ctrl-D with 0")
  void control() throws Exception {
    trace(Map.of(), "");
    terminal.type("\u0003");
    endsWith(130);
    terminal.close();
    trace(Map.of(), "");
    terminal.type("\u0004");
    endsWith(0);
  }

  @Test
  @DisplayName("a line is guessed; Ctrl-D while it is typed stays where it was")
  void guessing() throws Exception {
    trace(Map.of(), "--predict");
    terminal.type("nnn");
    terminal.screen(text -> text.contains("What does it print?"));
    terminal.type("3\r");
    terminal.screen(text -> text.contains("Right: 3"));
    terminal.type("x");
    shown("step 4 of 5");
    terminal.type("n");
    terminal.screen(text -> text.contains("What does it print?"));
    terminal.type("\u0004");
    terminal.screen(text -> text.contains("q quit") && text.contains("step 4 of 5"));
    terminal.type("q");
    endsWith(0);
  }

  @Test
  @DisplayName("who ends the process from outside finds the terminal as it was")
  void killed() throws Exception {
    trace(Map.of(), "");
    terminal.type("nn");
    shown("step 3 of 5");
    assertThat(terminal.machines()).hasSize(1).allMatch(ProcessHandle::destroy);
    endsWith(143);
  }
}
