package lexscope.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// The machine's `node` and `npm`, for tests that compare with them. A test is skipped, and says
/// so, where there is no node or where packages cannot be installed; a command that fails or takes
/// too long fails the test with what it said on its error output.
public final class NodeProcess {
  private static final long INSTALL_SECONDS = 240;
  private static final long RUN_SECONDS = 240;
  private static final int LONGEST_COMPLAINT = 2000;

  private NodeProcess() {}

  /// Skips the calling test if there is no node on the path.
  public static void assumeThere() {
    Assumptions.assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "node"))
            .anyMatch(Files::isExecutable),
        "SKIPPED: node is not on the path: the comparison with it did not run");
  }

  /// Skips the calling test unless node is of this major version.
  public static void assumeVersion(int major) {
    assumeThere();
    String version = run(Path.of(""), "--version").strip();
    Assumptions.assumeTrue(
        version.startsWith("v" + major + "."),
        "SKIPPED: this node is " + version + ", to compare with is " + major);
  }

  /// What node prints when it runs with these words.
  ///
  /// @throws AssertionError if it fails or does not end
  public static String run(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(words));
    return execute(folder, "", RUN_SECONDS, command);
  }

  /// What a program prints, as for {@link #run}.
  static String runCommand(Path folder, List<String> command) {
    return execute(folder, "", RUN_SECONDS, command);
  }

  /// What a script prints for each line of input.
  ///
  /// @param test the class beside which the script lies as a resource
  /// @throws AssertionError if it fails, does not end, or prints another number of lines
  public static List<String> answers(Class<?> test, String script, List<String> questions) {
    assumeThere();
    try {
      Path folder = Files.createTempDirectory("lexscope-node");
      try {
        List<String> answers = ask(List.of(copy(test, script, folder).toString()), questions);
        if (answers.size() != questions.size()) {
          throw new AssertionError(
              "%s: %d answers to %d questions".formatted(script, answers.size(), questions.size()));
        }
        return answers;
      } finally {
        Files.deleteIfExists(folder.resolve(script));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines that node prints when it runs with these words and reads these lines.
  ///
  /// @throws AssertionError if it fails or does not end
  public static List<String> ask(List<String> words, List<String> lines) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(words);
    return execute(Path.of(""), String.join("\n", lines) + "\n", RUN_SECONDS, command)
        .lines()
        .toList();
  }

  /// Installs packages into a folder, unless the same ones were installed there before; skips the
  /// calling test if that is not possible.
  ///
  /// @param packages names with versions
  public static synchronized void install(Path folder, List<String> packages) {
    assumeThere();
    Path mark = folder.resolve("installed.txt");
    String wanted = String.join("\n", packages) + "\n";
    try {
      if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
        return;
      }
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
      npmInstall(folder, packages);
      Files.writeString(mark, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void npmInstall(Path folder, List<String> packages) {
    List<String> command =
        new ArrayList<>(
            List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save"));
    command.addAll(packages);
    try {
      execute(folder, "", INSTALL_SECONDS, command);
    } catch (AssertionError e) {
      String reason = "SKIPPED: npm cannot install " + packages + ": " + e.getMessage();
      System.err.println(reason);
      Assumptions.abort(reason);
    }
  }

  /// Copies a resource that lies beside a test class into a folder.
  public static Path copy(Class<?> test, String resource, Path folder) {
    Path file = folder.resolve(resource);
    try (InputStream in = test.getResourceAsStream(resource)) {
      Files.createDirectories(folder);
      Files.write(file, Objects.requireNonNull(in, resource).readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text as a literal of JSON in ASCII.
  public static String json(String text) {
    return text.chars()
        .mapToObj(c ->
            c < 0x7f && c >= ' ' && c != '"' && c != '\\'
                ? Character.toString(c)
                : "\\u%04x".formatted(c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String execute(Path folder, String input, long seconds, List<String> command) {
    try {
      Path in = Files.createTempFile("lexscope-in", ".txt");
      Path out = Files.createTempFile("lexscope-out", ".txt");
      Path err = Files.createTempFile("lexscope-err", ".txt");
      try {
        Files.writeString(in, input);
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("no end after " + seconds + " s: " + describe(command));
        }
        if (process.exitValue() != 0) {
          throw new AssertionError(
              "exit code %d: %s%n%s"
                  .formatted(
                      process.exitValue(), describe(command), shortened(Files.readString(err))));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + describe(command), e);
    } catch (IOException e) {
      throw new AssertionError("cannot run " + describe(command) + ": " + e.getMessage(), e);
    }
  }

  private static String describe(List<String> command) {
    return shortened(String.join(" ", command));
  }

  private static String shortened(String text) {
    String line = text.strip();
    return line.length() <= LONGEST_COMPLAINT ? line : line.substring(0, LONGEST_COMPLAINT) + "...";
  }
}
