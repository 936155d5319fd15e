package lexscope.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the command line as its users do: as a process of its own.
final class CommandLineProcess {
  private static final long SECONDS = 120;

  /// What a process left behind.
  record Result(int code, String out, String err) {}

  private CommandLineProcess() {}

  static Result run(Path folder, String input, String... words)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        builder(folder, words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running after " + SECONDS + " s: " + List.of(words));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  static ProcessBuilder builder(Path folder, String... words) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "lexscope.shell.Main"));
    line.addAll(List.of(words));
    return new ProcessBuilder(line).directory(folder.toFile());
  }
}
