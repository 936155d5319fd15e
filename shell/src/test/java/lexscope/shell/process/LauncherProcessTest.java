package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script: which Java it takes, from where it can be called, and what it builds.
final class LauncherProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void writeProgram() throws IOException {
    Files.writeString(folder.resolve("hello.js"), "console.log('hello');");
  }

  @Test
  void aHomeThatIsNoJdkEndsWithSixtyNine() throws Exception {
    ProcessBuilder builder = Launcher.builder(folder, "--version");
    builder.environment().put("LEXSCOPE_JAVA_HOME", folder.toString());
    Result result = Launcher.finish(builder, "");
    assertThat(result.code()).isEqualTo(69);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("LEXSCOPE_JAVA_HOME", "is not a JDK 25");
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    Path old = fakeJdk("17.0.9");
    ProcessBuilder builder = Launcher.builder(folder, "--version");
    builder.environment().put("LEXSCOPE_JAVA_HOME", old.toString());
    assertThat(Launcher.finish(builder, "").code()).isEqualTo(69);
    builder.environment().remove("LEXSCOPE_JAVA_HOME");
    builder.environment().put("JAVA_HOME", old.toString());
    builder.environment().put("JAVA25_HOME", System.getProperty("java.home"));
    Result result = Launcher.finish(builder, "").endsWith(0);
    assertThat(result.out()).startsWith("lexscope ");
  }

  @Test
  void aMachineWithoutAnyJdkEndsWithSixtyNine() throws Exception {
    // The usual folders cannot be hidden from the script: this one looks into an empty world.
    String script = Files.readString(Launcher.SCRIPT).replaceAll("/(usr|opt|Library)/", "/none/");
    Path launcher = executable(folder.resolve("lexscope"), script);
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") || name.startsWith("LEXSCOPE"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PATH", pathWithoutJava());
    Result result = Launcher.finish(builder, "");
    assertThat(result.code()).isEqualTo(69);
    assertThat(result.err())
        .isEqualTo("lexscope: no JDK 25 or newer found; install one or set LEXSCOPE_JAVA_HOME\n");
  }

  @Test
  void itWorksThroughASymbolicLinkFromAFolderWithSpaces() throws Exception {
    Path spaced = Files.createDirectories(folder.resolve("a folder/with  spaces"));
    Path program = Files.writeString(spaced.resolve("my program.js"), "console.log('spaced');");
    Path link = Files.createSymbolicLink(spaced.resolve("lex scope"), Launcher.SCRIPT);
    Path second =
        Files.createSymbolicLink(
            folder.resolve("again"), Path.of("a folder/with  spaces/lex scope"));
    for (Path each : new Path[] {link, second}) {
      ProcessBuilder builder =
          new ProcessBuilder(each.toString(), "run", program.getFileName().toString())
              .directory(spaced.toFile());
      builder.environment().put("LEXSCOPE_JAVA_HOME", System.getProperty("java.home"));
      Result result = Launcher.finish(builder, "").endsWith(0);
      assertThat(result.out()).isEqualTo("spaced\n");
      assertThat(result.err()).isEmpty();
    }
  }

  @Test
  void aMissingJarIsBuiltOnce() throws Exception {
    Path project = Files.createDirectories(folder.resolve("a project"));
    Path shell = Files.createDirectories(project.resolve("shell"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Path launcher = executable(shell.resolve("lexscope"), Files.readString(Launcher.SCRIPT));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    executable(
        tools.resolve("mvn"),
        "#!/bin/sh\necho building in \"$PWD\": \"$@\"\nmkdir -p shell/target\ncp '"
            + Launcher.JAR
            + "' shell/target/lexscope-all.jar\n");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "run", "hello.js").directory(folder.toFile());
    builder.environment().put("LEXSCOPE_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", tools.toString(), (path, own) -> own + ":" + path);
    Result first = Launcher.finish(builder, "").endsWith(0);
    assertThat(first.out()).isEqualTo("hello\n");
    assertThat(first.err())
        .contains("lexscope: building", "building in " + project.toRealPath(), "package");
    Result second = Launcher.finish(builder, "").endsWith(0);
    assertThat(second.out()).isEqualTo("hello\n");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void aBuildThatFailsEndsWithSixtyNineAndSaysSo() throws Exception {
    Path shell = Files.createDirectories(folder.resolve("project/shell"));
    Files.writeString(folder.resolve("project/pom.xml"), "<project/>");
    Path launcher = executable(shell.resolve("lexscope"), Files.readString(Launcher.SCRIPT));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    executable(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "run", "hello.js");
    builder.environment().put("LEXSCOPE_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", tools.toString(), (path, own) -> own + ":" + path);
    Result result = Launcher.finish(builder, "");
    assertThat(result.code()).isEqualTo(69);
    assertThat(result.err()).endsWith("lexscope: the build failed\n");
  }

  @Test
  void aLargeHeapLimitGivesTheJavaHeapRoom() throws Exception {
    Path shown = fakeJdk("25.0.1");
    ProcessBuilder builder = Launcher.builder(folder, "run", "--max-heap", "2g", "hello.js");
    builder.environment().put("LEXSCOPE_JAVA_HOME", shown.toString());
    Result result = Launcher.finish(builder, "");
    assertThat(result.out()).contains("-Xmx13056m").contains("-XX:+UseSerialGC");
  }

  @Test
  void onlyAFileWithAnIndexThatIsNoOlderIsAskedWithoutTheOptimizingCompiler() throws Exception {
    Path file = Files.writeString(folder.resolve("a.heapsnapshot"), "{}");
    assertThat(options("histo", "a.heapsnapshot")).doesNotContain("TieredStopAtLevel");
    Path index = Files.writeString(folder.resolve("a.heapsnapshot.lexscope"), "");
    Files.setLastModifiedTime(index, Files.getLastModifiedTime(file));
    assertThat(options("histo", "a.heapsnapshot"))
        .contains("TieredStopAtLevel=1", "lexscope-all-indexed.aot");
    assertThat(options("shell", "a.heapsnapshot")).doesNotContain("TieredStopAtLevel");
    Files.copy(file, folder.resolve("b.heapsnapshot"));
    assertThat(options("diff", "a.heapsnapshot", "b.heapsnapshot"))
        .doesNotContain("TieredStopAtLevel");
    Files.setLastModifiedTime(
        file, FileTime.from(Files.getLastModifiedTime(index).toInstant().plusSeconds(9)));
    assertThat(options("histo", "a.heapsnapshot"))
        .doesNotContain("TieredStopAtLevel", "lexscope-all-indexed.aot");
  }

  private String options(String... words) throws Exception {
    ProcessBuilder builder = Launcher.builder(folder, words);
    builder.environment().put("LEXSCOPE_JAVA_HOME", fakeJdk("25.0.1").toString());
    return Launcher.finish(builder, "").out();
  }

  /// A home whose `java` prints its arguments.
  private Path fakeJdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(home.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
    return home;
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "POSIX only");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /// A folder with the tools that the script needs, and no `java`.
  private String pathWithoutJava() throws IOException, InterruptedException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : new String[] {"sh", "readlink", "dirname", "sed"}) {
      Result found = Launcher.sh(folder, "command -v " + tool);
      Files.createSymbolicLink(tools.resolve(tool), Path.of(found.out().strip()));
    }
    return tools.toString();
  }
}
