package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the packed program ends, and what it says then.
final class ExitCodesProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void writePrograms() throws IOException {
    write("good.js", "globalThis.kept = { all: [1, 2] };\nconsole.log('hello');\n");
    write(
        "fail.js",
        """
        function inner(value) {
          return value.missing.deeper;
        }
        function outer() {
          inner({});
        }
        outer();
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aProgramThatCompletesEndsWithZeroAndItsOwnOutput() throws Exception {
    Result result = Launcher.lexscope(folder, "run", "good.js").endsWith(0);
    assertThat(result.out()).isEqualTo("hello\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void anUncaughtErrorShowsTheLineACaretAndTheGuestsStack() throws Exception {
    Result result = Launcher.lexscope(folder, "run", "fail.js").endsWith(1);
    assertThat(result.out()).isEmpty();
    List<String> lines = result.err().lines().toList();
    assertThat(lines.subList(0, 3))
        .containsExactly("fail.js:2", "  return value.missing.deeper;", "                       ^");
    assertThat(lines)
        .contains("TypeError: Cannot read properties of undefined (reading 'deeper')")
        .anyMatch(line -> line.startsWith("    at inner (fail.js:2:24"))
        .anyMatch(line -> line.startsWith("    at outer (fail.js:5:3"));
  }

  @Test
  void anUnhandledRejectionAndAThrowInATimerAreUncaughtToo() throws Exception {
    write("reject.js", "Promise.reject(new RangeError('nobody listens'));");
    assertThat(Launcher.lexscope(folder, "run", "reject.js").endsWith(1).err())
        .contains("RangeError: nobody listens");
    write("timer.js", "setTimeout(() => { throw new Error('late'); }, 1000);");
    assertThat(Launcher.lexscope(folder, "run", "timer.js").endsWith(1).err())
        .contains("timer.js:1", "Error: late");
  }

  @Test
  void endlessRecursionIsARangeErrorOfTheProgram() throws Exception {
    write("deep.js", "function f(n) { return 1 + f(n + 1); }\nf(0);\n");
    assertThat(Launcher.lexscope(folder, "run", "deep.js").endsWith(1).err())
        .contains("RangeError: Maximum call stack size exceeded", "at f (deep.js:1");
    write("caught.js", "let n = 0; (function f() { n++; f(); })");
    write(
        "caught.js",
        "let n = 0; const f = () => { n++; f(); }; try { f(); } catch (e) { console.log(e.name);"
            + " }");
    assertThat(Launcher.lexscope(folder, "run", "caught.js").endsWith(0).out())
        .isEqualTo("RangeError\n");
  }

  @Test
  void aWrongCommandLineEndsWithTwoAndOneLine() throws Exception {
    for (List<String> words :
        List.of(
            List.of("frobnicate"),
            List.of("run"),
            List.of("run", "--polcy", "used", "good.js"),
            List.of("histo", "--policy", "most", "good.js"),
            List.of("why", "nonsense", "good.js"),
            List.of("run", "--max-heap", "lots", "good.js"))) {
      Result result = Launcher.lexscope(folder, words.toArray(String[]::new)).endsWith(2);
      assertThat(result.out()).as(words.toString()).isEmpty();
      assertThat(result.err().lines()).as(words.toString()).hasSize(1);
      assertThat(result.err()).startsWith("lexscope: ");
    }
  }

  @Test
  void aTargetThatIsNoneIsExplained() throws Exception {
    assertThat(Launcher.lexscope(folder, "why", "nonsense", "good.js").endsWith(2).err())
        .contains("nonsense", "binding:FUNCTION.NAME");
    assertThat(
            Launcher.lexscope(folder, "why", "binding:nobody.nothing", "good.js").endsWith(0).out())
        .contains("binding:nobody.nothing: not alive");
  }

  @Test
  void whatIsKnownButDeadIsAnAnswer() throws Exception {
    write(
        "dead.js",
        """
        function make() { const big = [1, 2, 3]; return () => big; }
        make();
        """);
    Result result = Launcher.lexscope(folder, "why", "binding:make.big", "dead.js").endsWith(0);
    assertThat(result.out()).contains("binding:make.big: not alive");
    assertThat(
            Launcher.lexscope(folder, "why", "--json", "binding:make.big", "dead.js")
                .endsWith(0)
                .out())
        .contains("\"alive\":false");
  }

  @Test
  void aFileThatCannotBeReadEndsWithThree() throws Exception {
    assertThat(Launcher.lexscope(folder, "run", "none.js").endsWith(3).err())
        .isEqualTo("none.js: no such file\n");
    assertThat(Launcher.lexscope(folder, "run", ".").endsWith(3).err().lines()).hasSize(1);
    write("broken.mjs", "import { x } from './good.js'\nlet = = 2;");
    assertThat(Launcher.lexscope(folder, "run", "broken.mjs").endsWith(3).err())
        .contains("broken.mjs:2", "SyntaxError");
    Files.write(folder.resolve("latin.js"), new byte[] {'"', (byte) 0xe9, '"'});
    assertThat(Launcher.lexscope(folder, "run", "latin.js").endsWith(3).err()).contains("UTF-8");
  }

  @Test
  void aSnapshotThatIsCutOffEndsWithThree() throws Exception {
    Launcher.lexscope(folder, "snapshot", "good.js", "-o", "good.heapsnapshot").endsWith(0);
    byte[] whole = Files.readAllBytes(folder.resolve("good.heapsnapshot"));
    assertThat(whole.length).isGreaterThan(20_000);
    for (int length : new int[] {0, 1, 40, 900, whole.length / 2, whole.length - 2}) {
      Files.write(folder.resolve("cut.heapsnapshot"), java.util.Arrays.copyOf(whole, length));
      Result result = Launcher.lexscope(folder, "histo", "cut.heapsnapshot").endsWith(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines()).as("cut after " + length).hasSize(1);
      assertThat(result.err()).contains("cut.heapsnapshot");
    }
    Launcher.lexscope(folder, "histo", "good.heapsnapshot").endsWith(0);
  }

  @Test
  void aFullHeapEndsWithFour() throws Exception {
    write("greedy.js", "const all = []; for (;;) all.push({ greedy: [1, 2, 3] });");
    Result result = Launcher.lexscope(folder, "histo", "--max-heap", "8m", "greedy.js").endsWith(4);
    assertThat(result.err()).contains("heap limit reached");
    assertThat(result.out()).contains("Array", "Object");
    write(
        "string.js", "let s = 'x'; const all = []; for (;;) all.push(s.repeat(1e6) + all.length);");
    Launcher.lexscope(folder, "run", "--max-heap", "16m", "string.js").endsWith(4);
    write(
        "try.js",
        "const a = []; try { for (;;) a.push([1, 2]); } catch { console.log('caught'); }");
    assertThat(Launcher.lexscope(folder, "run", "--max-heap", "8m", "try.js").endsWith(4).out())
        .isEmpty();
  }

  @Test
  void ofSeveralFilesTheHighestCodeCountsAndEachHasItsLine() throws Exception {
    write("bad.js", "let = = 1;");
    Result result =
        Launcher.lexscope(folder, "histo", "--json", "good.js", "fail.js", "bad.js", "good.js")
            .endsWith(3);
    List<JsonObject> answers =
        result.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).has("rows")).isTrue();
    assertThat(answers.get(1).get("file").getAsString()).isEqualTo("fail.js");
    assertThat(answers.get(1).get("error").getAsString()).contains("TypeError");
    assertThat(answers.get(2).get("error").getAsString()).contains("SyntaxError");
    assertThat(answers.get(3)).isEqualTo(answers.get(0));
    assertThat(result.err()).contains("hello");
  }

  @Test
  void withJsonStandardOutputHoldsOnlyAnswers() throws Exception {
    write(
        "noisy.js",
        "console.log('out'); console.error('err'); console.table([1]);"
            + " process.stdout?.write('x');");
    for (String verb : List.of("histo", "dominators", "records", "compare")) {
      Result result = Launcher.lexscope(folder, verb, "--json", "noisy.js").endsWith(0);
      assertThat(result.out().lines()).hasSize(1);
      assertThat(JsonParser.parseString(result.out()).isJsonObject()).isTrue();
      assertThat(result.err()).contains("out", "err");
    }
  }

  @Test
  void aClosedPipeEndsQuietly() throws Exception {
    write("rows.js", "for (let i = 0; ; i++) console.log('row', i);");
    Result result =
        Launcher.sh(folder, "{ \"$LEXSCOPE\" run rows.js; echo \"code $?\" >&2; } | head -1")
            .endsWith(0);
    assertThat(result.out()).isEqualTo("row 0\n");
    assertThat(result.err()).isEqualTo("code 0\n");
    result =
        Launcher.sh(
                folder,
                "{ \"$LEXSCOPE\" dominators --json good.js good.js good.js good.js good.js good.js;"
                    + " echo \"code $?\" >&2; } | head -c 10")
            .endsWith(0);
    assertThat(result.out()).isEqualTo("{\"schema\":");
    assertThat(result.err().replace("hello\n", "")).isEqualTo("code 0\n");
  }

  @Test
  void argumentsAfterTwoDashesAreTheProgramsOwn() throws Exception {
    write("args.js", "console.log(process.argv.slice(2).join('|'));");
    assertThat(
            Launcher.lexscope(folder, "run", "args.js", "--", "--json", "a b", "--max-heap=x")
                .endsWith(0)
                .out())
        .isEqualTo("--json|a b|--max-heap=x\n");
  }
}
