package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {
  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private String program = "";

  @BeforeEach
  void write() throws IOException {
    program =
        Files.writeString(
                folder.resolve("app.js"),
                """
                class Session { constructor() { this.log = new Array(100).fill(0); } }
                function open() { const session = new Session(); return () => session; }
                globalThis.close = open();
                """)
            .toString();
  }

  @Test
  @DisplayName("draw writes the path as SVG or DOT, as the name of the file says")
  void paths() throws IOException {
    Path svg = folder.resolve("why.svg");
    Path dot = folder.resolve("why.dot");
    assertThat(line.run("draw", "class:Session", program, "-o", svg.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("Why Session").contains("is alive");
    assertThat(line.run("draw", "class:Session", program, "-o", dot.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(svg)).contains("binding session (used by").endsWith("</svg>\n");
    assertThat(Files.readString(dot)).startsWith("digraph \"Why Session").endsWith("}\n");
  }

  @Test
  @DisplayName("draw --dominated writes what the target dominates, to standard output if asked")
  void dominated() {
    assertThat(line.run("draw", "class:Session", program, "--dominated")).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).startsWith("digraph \"What Session").contains("Array");
    assertThat(line.run("draw", "class:Session", program, "--dominated", "--format", "svg"))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).startsWith("<?xml");
  }

  @Test
  @DisplayName("what is not alive is said, with --json in one object")
  void notAlive() {
    assertThat(line.run("draw", "class:Nothing", program)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("not alive");
    Path svg = folder.resolve("why.svg");
    assertThat(line.run("draw", "class:Nothing", program, "--json", "-o", svg.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("\"alive\":false");
    assertThat(line.run("draw", "class:Session", program, "--json", "-o", svg.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("\"alive\":true").contains("\"boxes\":");
    assertThat(line.run("draw", "class:Session", program, "-o", "a.png")).isEqualTo(ExitCode.USAGE);
  }
}
