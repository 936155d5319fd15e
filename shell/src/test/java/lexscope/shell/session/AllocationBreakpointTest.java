package lexscope.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `break alloc FUNCTION` stops after the expression that made something, and before anything else.
@Timeout(120)
final class AllocationBreakpointTest {
  private static final String PROGRAM =
      """
      var calls = 0;
      const kept = [];
      class Point {
        constructor(x) {
          this.x = x;
        }
      }
      function other() {
        return ++calls;
      }
      function add(n, base = other()) {
        const show = () => n + base;
        kept.push(function onShow() { return show(); }, other());
        kept.push(new Point(other()), other());
        kept.push({ ['on' + 'Key']: () => n, m() { return n; }, z: other() });
      }
      add(1);
      """;

  @TempDir Path folder;
  private PipedShell shell = new PipedShell(Path.of(""));
  private Path program = Path.of("");

  @BeforeEach
  void write() throws IOException {
    shell = new PipedShell(folder);
    program = Files.writeString(folder.resolve("p.js"), PROGRAM);
  }

  private String out(String... entries) {
    assertThat(shell.run(program.toString(), entries)).as(shell::err).isEqualTo(ExitCode.DONE);
    return shell.out();
  }

  @Test
  @DisplayName("a closure among arguments: the next argument has not been evaluated")
  void closure() {
    String out =
        out("break alloc onShow", "run", "calls", "retainers closure:onShow", "env", "continue");
    assertThat(out)
        .containsPattern("breakpoint 1: closure onShow #\\d+ \\(p.js:13:13\\) was made: p.js:13")
        .contains("→ 13    kept.push(function onShow() { return show(); }, other());\n")
        .containsPattern("\n {18}\\^\n")
        .contains("\n1\n")
        .containsPattern("closure onShow \\(p.js:13:13\\) #\\d+: 64 B itself")
        .containsPattern("1 .*activation of add")
        .contains("  n:                     1\n", "  base:                  1\n");
  }

  @Test
  @DisplayName("the closure that was made has edges to ask about, and the heap's ids do not change")
  void refs() {
    String plain = out("why closure:onShow");
    String out =
        out(
            "break alloc onShow",
            "run",
            "refs closure:onShow",
            "policy used",
            "policy whole",
            "delete 1",
            "continue",
            "why closure:onShow");
    assertThat(out).containsPattern("\\[\\[Environment\\]\\] +ER\\d+ .* of add").endsWith(plain);
  }

  @Test
  @DisplayName("an object stands at the beginning of its constructor, with its arguments")
  void object() {
    String out = out("break alloc Point", "run", "continue", "where", "x", "this", "calls");
    assertThat(out)
        .containsPattern("breakpoint 1: Point #\\d+ was made at p.js:14:13: p.js:4 in Point")
        .contains("→ Point (p.js:4:3)\n  add (p.js:14:13)\n")
        .endsWith("\n3\nPoint {}\n3\n");
  }

  @Test
  @DisplayName("a record stands before the expressions of its parameters are evaluated")
  void record() {
    String out = out("break alloc add", "run", "continue", "calls", "env", "step", "calls");
    assertThat(out)
        .containsPattern("breakpoint 1: closure add #\\d+ \\(p.js:11:1\\) was made: p.js:1")
        .containsPattern("breakpoint 1: ER\\d+ of add #\\d+ was made at p.js:11:1: p.js:11 in add")
        .contains("  n:                     uninitialized\n", "\n0\n")
        .endsWith("\n0\n");
  }

  @Test
  @DisplayName("closures that take their names from computed keys, and methods, are known by them")
  void names() {
    assertThat(out("break alloc onKey", "run", "calls"))
        .containsPattern("closure onKey #\\d+ \\(p.js:15:\\d+\\) was made: p.js:15 in add")
        .endsWith("\n4\n");
    assertThat(out("break alloc m", "run", "calls", "break"))
        .containsPattern("closure m #\\d+ \\(p.js:15:\\d+\\) was made: p.js:15 in add")
        .contains("\n4\n", "alloc m  stood there 1 times");
  }

  @Test
  @DisplayName("set while the program stands, it counts from there on")
  void later() {
    assertThat(out("break 12", "run", "break alloc onShow", "continue", "calls"))
        .containsPattern("breakpoint 2: closure onShow #\\d+")
        .endsWith("\n1\n");
  }
}
