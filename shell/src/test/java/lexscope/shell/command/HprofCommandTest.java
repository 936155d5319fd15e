package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HprofCommandTest {
  @TempDir Path folder;

  @Test
  @DisplayName(
      "snapshot writes HPROF if the name or --format says so, from programs and from files")
  void formats() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), "globalThis.a = { b: {} };\n");
    Path hprof = folder.resolve("app.hprof");
    Path file = folder.resolve("app.heapsnapshot");
    Path other = folder.resolve("dump.bin");
    CommandLine line = new CommandLine();
    assertThat(line.run("snapshot", program.toString(), "-o", hprof.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.run("snapshot", program.toString(), "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.run("snapshot", file.toString(), "--format", "hprof", "-o", other.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(magic(hprof)).isEqualTo("JAVA PROFILE 1.0.2");
    assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(hprof));
  }

  @Test
  @DisplayName("a name that says no format, and a format that does not exist, are refused")
  void unknownFormats() {
    CommandLine line = new CommandLine();
    assertThat(line.run("snapshot", "a.js", "-o", "a.txt")).isEqualTo(ExitCode.USAGE);
    assertThat(line.run("snapshot", "a.js", "-o", "a.hprof", "--format", "pdf"))
        .isEqualTo(ExitCode.USAGE);
  }

  private static String magic(Path file) throws IOException {
    return new String(Arrays.copyOf(Files.readAllBytes(file), 18), StandardCharsets.US_ASCII);
  }
}
