package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers about programs in TypeScript.
class TypeScriptTest {
  private static final String TYPESCRIPT =
      """
      interface Session { id: number }
      const handlers: Array<() => number> = [];
      function setup<T extends Session>(session: T): void {
        const big: number[] = new Array<number>(100).fill(0);
        const unused = (): number => big.length;
        handlers.push((): number => (session as Session).id);
      }
      setup<Session>({ id: 1 });
      """;

  private static final String JAVASCRIPT =
      """

      const handlers = [];
      function setup(session) {
        const big = new Array(100).fill(0);
        const unused = () => big.length;
        handlers.push(() => session.id);
      }
      setup({ id: 1 });
      """;

  @TempDir Path folder = Path.of("");
  private final CommandLine line = new CommandLine();

  private String answer(String name, String text, String... words) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = file.toString();
    assertThat(line.run(all)).isEqualTo(ExitCode.DONE);
    return line.out();
  }

  @Test
  void pathsNamePlacesOfTheOriginal() throws IOException {
    assertThat(answer("leak.ts", TYPESCRIPT, "why", "binding:setup.big"))
        .contains("leak.ts:4:25")
        .contains("closure (anonymous) (")
        .contains("leak.ts:6:17")
        .contains("leak.ts:2:39");
    assertThat(answer("leak.ts", TYPESCRIPT, "retained", "site:leak.ts:8"))
        .contains("leak.ts:8:16");
  }

  @Test
  void theHeapIsThatOfTheProgramWithoutItsTypes() throws IOException {
    String places = "\\(?[^ ]*leak\\.(ts|js)(:\\d+:\\d+)?\\)?";
    for (String verb : new String[] {"histo", "records", "compare"}) {
      String typed = answer("leak.ts", TYPESCRIPT, verb).replaceAll(places, "PLACE");
      assertThat(answer("leak.js", JAVASCRIPT, verb).replaceAll(places, "PLACE")).isEqualTo(typed);
    }
  }

  @Test
  void whatIsNoTypeScriptIsBadInput() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.ts"), "type A = 1;\nlet a: A = = 2;\n");
    assertThat(line.run("histo", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err())
        .contains("bad.ts:2:12\nlet a: A = = 2;\n           ^\n")
        .doesNotContain("java.");
  }
}
