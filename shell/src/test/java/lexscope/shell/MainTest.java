package lexscope.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lexscope.shell.CommandLineProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  @TempDir Path folder;

  @Test
  void theVersionIsPrintedWithExitCodeZero() throws Exception {
    Result result = CommandLineProcess.run(folder, "", "--version");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("lexscope ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void anUnknownCommandEndsWithExitCodeTwo() throws Exception {
    Result result = CommandLineProcess.run(folder, "", "frobnicate");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("lexscope: unknown command 'frobnicate'");
  }

  @Test
  void theShellRunsEachLineAndEndsWithTheWorstExitCode() throws Exception {
    Result result =
        CommandLineProcess.run(
            folder, "# comment\n\n--version\nnonsense\nhisto --wrong\n--version\n", "shell");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.startsWith("lexscope "));
    assertThat(result.err())
        .contains("ReferenceError: nonsense is not defined", "unrecognized option: --wrong")
        .doesNotContain("lexscope> ");
  }

  @Test
  void exitEndsTheShellBeforeTheRest() throws Exception {
    Result result = CommandLineProcess.run(folder, "exit\nnonsense\n", "shell");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
  }
}
