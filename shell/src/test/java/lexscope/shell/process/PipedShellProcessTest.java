package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void openShowsTheReportOfTheHeapInTheBrowser() throws Exception {
    assumeTrue(System.getProperty("os.name", "").equals("Linux"), "SKIPPED: no xdg-open here");
    Path opener =
        Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\necho \"$1\" >> opened\n");
    Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(folder.resolve("good.js"), "console.log('hello');");
    ProcessBuilder builder = Launcher.builder(folder, "shell", "good.js");
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    Result result = Launcher.finish(builder, "open\nreport --browser other.html\n").endsWith(0);
    assertThat(result.out()).isEqualTo("hello\nwritten: good.report.html\nwritten: other.html\n");
    assertThat(folder.resolve("opened"))
        .hasContent(folder.resolve("good.report.html") + "\n" + folder.resolve("other.html"));
    assertThat(folder.resolve("good.report.html")).isRegularFile();
    Files.writeString(opener, "#!/bin/sh\nexit 4\n");
    ProcessBuilder failing = Launcher.builder(folder, "report", "--browser", "good.js");
    failing.environment().putAll(builder.environment());
    assertThat(Launcher.finish(failing, "").endsWith(3).err())
        .isEqualTo(
            "lexscope: good.report.html: no browser opened it (xdg-open ended with 4): open it"
                + " yourself\n");
  }

  @Test
  void theEndOfTheInputEndsTheShell() throws Exception {
    Result result = Launcher.finish(Launcher.builder(folder, "shell"), "").endsWith(0);
    assertThat(result.out() + result.err()).isEmpty();
  }
}
