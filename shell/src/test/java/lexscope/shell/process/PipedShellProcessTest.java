package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell without a terminal: commands from a pipe.
final class PipedShellProcessTest {
  @TempDir Path folder;

  @Test
  void aPipedShellShowsNoPromptAndEndsWithTheWorstCode() throws Exception {
    Files.writeString(folder.resolve("good.js"), "console.log('hello');");
    Files.writeString(folder.resolve("bad.js"), "throw new Error('bad');");
    Result result =
        Launcher.finish(
                Launcher.builder(folder, "shell", "good.js"),
                "# what follows is about good.js\nrun\n\nrun bad.js\nhisto --rows 1\n1 +\n2\n")
            .endsWith(1);
    assertThat(result.out()).startsWith("hello\ngood.js, policy whole").endsWith("\n3\n");
    assertThat(result.err()).contains("Error: bad");
    assertThat(result.out() + result.err()).doesNotContain("whole> ", "kB> ", "\u001b");
  }

  @Test
  void theEndOfTheInputEndsTheShell() throws Exception {
    Result result = Launcher.finish(Launcher.builder(folder, "shell"), "").endsWith(0);
    assertThat(result.out() + result.err()).isEmpty();
  }
}
