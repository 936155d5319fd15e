package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the packed program as its users do: by the launcher, as a process of its own.
final class Launcher {
  /// Long enough for a machine that does much else.
  static final long SECONDS = 120;

  static final Path SCRIPT = Path.of("lexscope").toAbsolutePath();
  static final Path JAR = Path.of("target", "lexscope-all.jar").toAbsolutePath();

  /// What a process left behind.
  record Result(int code, String out, String err) {
    /// Asserts on the exit code, and that nobody was shown the inside of a Java program.
    Result endsWith(int expected) {
      assertThat(code).as(this::toString).isEqualTo(expected);
      assertThat(out + err)
          .doesNotContain("java.lang", "Exception in thread", ".java:", "internal error");
      return this;
    }
  }

  private Launcher() {}

  /// Runs a command line in a folder, with nothing to read.
  static Result lexscope(Path folder, String... words) throws IOException, InterruptedException {
    return finish(builder(folder, words), "");
  }

  /// Runs one line of `sh` in a folder; `$LEXSCOPE` is the launcher.
  static Result sh(Path folder, String line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
    environment(builder);
    return finish(builder, "");
  }

  static ProcessBuilder builder(Path folder, String... words) {
    List<String> line = new ArrayList<>();
    line.add(SCRIPT.toString());
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    environment(builder);
    return builder;
  }

  /// The same process, so started that SIGINT reaches it: a shell without job control starts its
  /// background jobs with SIGINT ignored, and so would be whatever a build in the background
  /// starts.
  static ProcessBuilder interruptible(ProcessBuilder builder)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT"));
    if (new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0) {
      line.addAll(builder.command());
      builder.command(line);
    }
    return builder;
  }

  /// What Ctrl-C does.
  static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  private static void environment(ProcessBuilder builder) {
    assertThat(JAR).as("packed by: mvn package").exists();
    builder.environment().keySet().removeIf(name -> name.startsWith("LEXSCOPE_"));
    builder.environment().put("LEXSCOPE_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LEXSCOPE", SCRIPT.toString());
  }

  static Result finish(ProcessBuilder builder, String input)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("lexscope", ".out");
    Path err = Files.createTempFile("lexscope", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("still running after " + SECONDS + " s: " + builder.command());
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /// Reads until a text has come; the answer is all that was read.
  static String readUntil(InputStream in, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended before '" + text + "': " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }
}
