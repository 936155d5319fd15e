package lexscope.shell.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import lexscope.shell.invocation.ExitCode;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stepper at a virtual terminal: keys step, and the screen shows the step.
class StepViewerTest {
  private static final String PROGRAM =
      """
      function add(a, b) {
        return a + b;
      }
      console.log(add(1, 2));
      console.log('end');
      """;

  @TempDir Path folder = Path.of("");

  private @Nullable LineDisciplineTerminal terminal;
  private ScreenTerminal screen = new ScreenTerminal(90, 24);
  private @Nullable Thread thread;
  private volatile @Nullable ExitCode code;

  private void start(boolean predicting, String... programs) throws IOException {
    List<Trace> traces = new ArrayList<>();
    for (String program : programs) {
      String name = "app" + traces.size() + ".js";
      traces.add(Recorded.of(folder, name, program, CapturePolicy.WHOLE, 100).trace());
    }
    screen = new ScreenTerminal(90, 24);
    var output = new ScreenTerminalOutputStream.DelegateOutputStream();
    LineDisciplineTerminal made =
        new LineDisciplineTerminal("virtual", "xterm-256color", output, StandardCharsets.UTF_8);
    made.setSize(Size.of(90, 24));
    ScreenTerminal.wireTerminal(screen, made, output);
    Attributes attributes = made.getAttributes();
    attributes.setOutputFlag(Attributes.OutputFlag.OPOST, true);
    attributes.setOutputFlag(Attributes.OutputFlag.ONLCR, true);
    made.setAttributes(attributes);
    terminal = made;
    thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> code = new StepViewer(traces, predicting, true, made).run());
  }

  private void type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  private void see(String... wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      String text = screen.toString();
      if (Stream.of(wanted).allMatch(text::contains)) {
        return;
      }
      screen.waitDirty(50);
    }
    throw new AssertionError("not seen: " + List.of(wanted) + "\n" + screen);
  }

  @AfterEach
  void quit() throws IOException, InterruptedException {
    if (thread != null && thread.isAlive()) {
      type("\u0003");
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  @Test
  @DisplayName("keys go on, back, to the ends, and away")
  void keys() throws IOException, InterruptedException {
    start(false, PROGRAM);
    see("q quit", "step 1 of 5", "→   1  function add(a, b) {");
    type("n");
    see("step 2 of 5", "→   4  console.log(add(1, 2));");
    type("\u001b[C");
    see(
        "step 3 of 5",
        "→   2    return a + b;",
        "▸ add running",
        "+ ER2 FunctionEnvironmentRecord of add { a: 1, b: 2, [[OuterEnv]]: ER1 }");
    type(" ");
    see("step 4 of 5", "> 3", "- ER2", "is dead");
    type("\u001b[D");
    see("step 3 of 5");
    type("G");
    see("step 5 of 5", "the program has ended", "> end");
    type("g");
    see("step 1 of 5");
    type("q");
    thread.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(code).isEqualTo(ExitCode.DONE);
  }

  @Test
  @DisplayName("Ctrl-C leaves at once, and two programs are changed by the tabulator")
  void leaving() throws IOException, InterruptedException {
    start(false, PROGRAM, "console.log('other');");
    see("tab other program");
    type("\t");
    see("→   1  console.log('other');");
    type("\u0003");
    thread.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  @DisplayName("guessing: a line is shown when it was guessed or given up")
  void guessing() throws IOException, InterruptedException {
    start(true, PROGRAM);
    see("step 1 of 5");
    type("G");
    see("step 3 of 5");
    type("n");
    see("What does it print?");
    assertThat(screen.toString()).doesNotContain("> 3");
    type("4\r");
    see("No. Once more?");
    type("33\u007f\r");
    see("Right: 3", "0 right of 1");
    type("x");
    see("step 4 of 5");
    type("n");
    see("What does it print?");
    type("\r");
    see("It prints: end", "0 right of 2");
    type("x");
    see("step 5 of 5", "> 3", "> end");
  }
}
