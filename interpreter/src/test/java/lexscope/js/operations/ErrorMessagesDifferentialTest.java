package lexscope.js.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.ProgramOutput;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Test;

/// Messages of errors read like V8's, because people search for those.
class ErrorMessagesDifferentialTest {
  private static final int NODE = 20;

  @Test
  void failingProgramsThrowWhatNodeThrowsButForListedMessages() {
    NodeProcess.assumeVersion(NODE);
    Path folder = Path.of("target", "error-messages").toAbsolutePath();
    Path program = NodeProcess.copy(getClass(), "error-messages.js", folder);
    List<String> expected = NodeProcess.run(folder, program.toString()).lines().toList();

    List<String> ours =
        ProgramOutput.of(read(program)).lines().filter(line -> !expected.contains(line)).toList();

    Path list = NodeProcess.copy(getClass(), "error-messages-differences.txt", folder);
    assertThat(expected).hasSizeGreaterThan(400);
    assertThat(ours)
        .containsExactlyElementsOf(
            read(list).lines().filter(line -> !line.startsWith("# ") && !line.isEmpty()).toList());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
