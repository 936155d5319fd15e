package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every verb, asked about small programs: answers, exit codes, and what goes to which stream.
final class VerbsTest {
  private static final String LEAK =
      """
      const handlers = [];
      function setup() {
        const big = new Array(1000).fill('x');
        const small = 1;
        function onClick() { return small; }
        function unused() { return big.length; }
        return onClick;
      }
      handlers.push(setup());
      console.log('guest output');
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private Path leak;
  private String out = "";
  private String err = "";

  @BeforeEach
  void writePrograms() throws IOException {
    leak = Files.writeString(folder.resolve("leak.js"), LEAK);
  }

  @Test
  void runPrintsWhatTheProgramPrints() {
    assertThat(lexscope("run", leak.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out).isEqualTo("guest output\n");
    assertThat(err).isEmpty();
  }

  @Test
  void anUncaughtErrorEndsRunWithOneAndNodesReport() throws IOException {
    Path file = Files.writeString(folder.resolve("fail.js"), "\n  throw new TypeError('no');\n");
    assertThat(lexscope("run", file.toString())).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(err).contains("fail.js:2", "TypeError: no").doesNotContain("java.");
  }

  @Test
  void aMissingFileAndOneThatIsNoProgramAreBadInput() throws IOException {
    assertThat(lexscope("run", folder.resolve("none.js").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("none.js: no such file");
    Path broken = Files.writeString(folder.resolve("broken.js"), "let = = 1;");
    assertThat(lexscope("histo", broken.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("SyntaxError");
  }

  @Test
  void aFullHeapEndsWithFourAndCanBeAskedWhatFillsIt() throws IOException {
    Path greedy =
        Files.writeString(
            folder.resolve("greedy.js"),
            "const all = []; for (;;) all.push({ greedy: [1, 2, 3] });");
    assertThat(lexscope("histo", "--max-heap", "8m", greedy.toString()))
        .isEqualTo(ExitCode.HEAP_LIMIT);
    assertThat(out).contains("Object");
    assertThat(err).isNotEmpty();
  }

  @Test
  void whySaysThePathByNames() {
    assertThat(lexscope("why", "binding:setup.big", leak.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .contains(
            "binding handlers", "element 0", "closure onClick", "[[Environment]]", "binding big");
  }

  @Test
  void aTargetThatIsNotAliveIsAnAnswerAndNoError() {
    assertThat(lexscope("why", "--policy", "used", "binding:setup.big", leak.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(out).contains("binding:setup.big: not alive");
  }

  @Test
  void compareShowsTheBindingThatOnlySomePoliciesKeep() {
    assertThat(lexscope("compare", leak.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out).contains("binding big of setup", "captured because of unused");
  }

  @Test
  void recordsAreWrittenAsInTheSpecification() {
    assertThat(lexscope("records", leak.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out).contains("FunctionEnvironmentRecord of setup", "[[OuterEnv]]", "small");
  }

  @ParameterizedTest
  @ValueSource(strings = {"histo", "dominators", "records", "compare"})
  void withJsonStandardOutputHoldsTheAnswerAlone(String verb) {
    assertThat(lexscope(verb, "--json", leak.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.lines()).hasSize(1);
    JsonObject answer = JsonParser.parseString(out).getAsJsonObject();
    assertThat(answer.get("schema").getAsInt()).isEqualTo(1);
    assertThat(answer.get("file").getAsString()).isEqualTo(leak.toString());
    assertThat(err).isEqualTo("guest output\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"why", "retained", "cut"})
  void questionsAboutATargetAnswerInJsonToo(String verb) {
    assertThat(lexscope(verb, "--json", "closure:onClick", leak.toString()))
        .isEqualTo(ExitCode.DONE);
    JsonObject answer = JsonParser.parseString(out).getAsJsonObject();
    assertThat(answer.get("target").getAsString()).isEqualTo("closure:onClick");
  }

  @Test
  void aFailingFileHasItsOwnLineAndDoesNotEndTheRest() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.js"), "missing();");
    assertThat(lexscope("histo", "--json", bad.toString(), leak.toString()))
        .isEqualTo(ExitCode.GUEST_FAILED);
    List<String> lines = out.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(JsonParser.parseString(lines.get(0)).getAsJsonObject().get("error").getAsString())
        .contains("ReferenceError");
    assertThat(JsonParser.parseString(lines.get(1)).getAsJsonObject().has("rows")).isTrue();
  }

  @Test
  void twoFilesTogetherAnswerAsEachAlone() throws IOException {
    Path other = Files.writeString(folder.resolve("other.js"), "globalThis.o = { a: [1] };");
    lexscope("histo", "--json", leak.toString());
    String alone = out;
    lexscope("histo", "--json", other.toString());
    alone += out;
    lexscope("histo", "--json", leak.toString(), other.toString());
    assertThat(out).isEqualTo(alone);
  }

  @Test
  void aSnapshotFileAnswersAsTheProgramDid() {
    Path file = folder.resolve("leak.heapsnapshot");
    assertThat(lexscope("snapshot", leak.toString(), "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(lexscope("retained", "binding:setup.big", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out).contains("8.0 kB");
    assertThat(lexscope("diff", leak.toString(), file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out).contains("joined by ids", "(0 B)");
  }

  @Test
  void aFileThatIsNoSnapshotIsBadInput() throws IOException {
    Path file = Files.writeString(folder.resolve("x.heapsnapshot"), "not json");
    assertThat(lexscope("histo", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("x.heapsnapshot");
  }

  @Test
  void wrongWordsAreUsageErrors() {
    List<List<String>> wrong =
        List.of(
            List.of("run"),
            List.of("why", leak.toString()),
            List.of("why", "nonsense", leak.toString()),
            List.of("histo", "--policy", "most", leak.toString()),
            List.of("histo", "--rule", "none", leak.toString()),
            List.of("histo", "--rows", "0", leak.toString()),
            List.of("diff", leak.toString()),
            List.of("snapshot", leak.toString()),
            List.of("snapshot", leak.toString(), "-o", "x.png"),
            List.of("compare", "--policy", "used", leak.toString()));
    for (List<String> words : wrong) {
      assertThat(lexscope(words.toArray(String[]::new)))
          .as(words.toString())
          .isEqualTo(ExitCode.USAGE);
      assertThat(out).as(words.toString()).isEmpty();
      assertThat(err.lines()).as(words.toString()).hasSize(1);
    }
  }

  @Test
  void eachVerbExplainsItself() {
    for (Command command : Verbs.all()) {
      assertThat(lexscope(command.name(), "--help")).isEqualTo(ExitCode.DONE);
      assertThat(out).startsWith("Usage: lexscope " + command.name());
      assertThat(err).isEmpty();
    }
  }

  @Test
  void inTheShellTheOpenFileIsWhatACommandIsAbout() throws IOException {
    Path commands =
        Files.writeString(
            folder.resolve("lines"),
            "run\nwhy closure:onClick\nopen " + folder.resolve("gone.js") + "\nrun\n");
    assertThat(lexscope("shell", "--commands", commands.toString(), leak.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out).contains("guest output", "closure onClick");
    assertThat(err).contains("gone.js: no such file");
  }

  private ExitCode lexscope(String... words) {
    ExitCode code = line.run(words);
    out = line.out();
    err = line.err();
    return code;
  }
}
