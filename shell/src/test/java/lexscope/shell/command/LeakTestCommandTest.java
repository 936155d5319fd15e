package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// `test` with leak tests: what is printed and written, and the exit codes.
class LeakTestCommandTest {
  private static final String GOOD =
      "export const title = 'nothing stays';\nexport function act() {}\n";
  private static final String BAD =
      """
      export const title = 'an <item> & more stays';
      const all = [];
      export function act(i) { all.push({ i }); }
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();

  @BeforeEach
  void writeScenarios() throws IOException {
    write("bad.scenario.mjs", BAD);
    write("good.scenario.mjs", GOOD);
    write("left.scenario.skip.mjs", GOOD);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private ExitCode test(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "test";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = folder.toString();
    return line.run(all);
  }

  @Test
  void theTerminalShowsEachResultAndTheSums() {
    assertThat(test()).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out())
        .contains(
            "FAILED  ", "nothing stays [v8]", "1 object more after each of 5 rounds", "skipped ")
        .contains("alive because", "3 | export function act(i) { all.push({ i }); }")
        .endsWith("2 run, 1 failed, 1 skipped\n");
  }

  @Test
  void twoRunsPrintTheSameBytes() {
    test("--json");
    String first = line.out();
    test("--json");
    assertThat(line.out()).isEqualTo(first);
  }

  @Test
  void withoutTheFailingOneTheExitCodeIsZero() {
    assertThat(test("--filter", "NOTHING stays")).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).endsWith("1 run, 0 failed, 1 skipped\n");
  }

  @Test
  void bailEndsAtTheFirstFailure() {
    assertThat(test("--bail")).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out()).endsWith("1 run, 1 failed\n");
  }

  @Test
  void onlyLeavesTheOthersOut() throws IOException {
    write("one.scenario.mjs", GOOD + "export const only = true;\n");
    assertThat(test()).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).endsWith("1 run, 0 failed, 3 skipped\n");
  }

  @Test
  void shardsAreTheWholeTogether() {
    test("--shard", "1/2");
    assertThat(line.out()).endsWith("1 run, 1 failed, 1 skipped\n");
    test("--shard", "2/2");
    assertThat(line.out()).endsWith("1 run, 0 failed\n");
  }

  @Test
  void tapHasAPlanAndALineForEach() {
    assertThat(test("--tap")).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out()).startsWith("TAP version 14\n1..3\nnot ok 1 - ");
    assertThat(line.out()).contains("\n  ---\n", "\n  ...\nok 2 - ", "\nok 3 - ", " # SKIP\n");
  }

  @Test
  void jsonSarifAndXmlCanBeReadAndAgree() throws Exception {
    Path xml = folder.resolve("out.xml");
    Path sarif = folder.resolve("out.sarif");
    assertThat(test("--json", "--junit-xml", xml.toString(), "--sarif", sarif.toString()))
        .isEqualTo(ExitCode.GUEST_FAILED);
    JsonObject json = JsonParser.parseString(line.out()).getAsJsonObject();
    assertThat(json.get("failed").getAsInt()).isEqualTo(1);
    assertThat(json.getAsJsonArray("results")).hasSize(3);
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(xml)));
    Element suite = document.getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) suite.getElementsByTagName("testcase").item(0);
    assertThat(failed.getAttribute("name")).isEqualTo("an <item> & more stays [v8]");
    assertThat(failed.getElementsByTagName("failure").item(0).getTextContent())
        .contains("1 object more after each of 5 rounds\n");
    JsonObject run =
        JsonParser.parseString(Files.readString(sarif, StandardCharsets.UTF_8))
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    assertThat(run.getAsJsonArray("results")).hasSize(1);
    assertThat(run.getAsJsonArray("results").get(0).getAsJsonObject().get("ruleId").getAsString())
        .isEqualTo("growth-per-round");
  }

  @Test
  void githubGetsOneCommandForEachFinding() {
    test("--github");
    assertThat(line.out().lines()).hasSize(1);
    assertThat(line.out())
        .startsWith("::error file=")
        .contains(",line=3,title=an <item> & more stays [v8]::growth per round: objects <= 0")
        .contains("%0A");
  }

  @Test
  void updateWritesABaselineThatThenHolds() throws IOException {
    Path file =
        write(
            "base.scenario.mjs",
            "const all = new Set();\nexport function act() { all.add({ n: 1 }); }\n"
                + "export const rounds = 3; export const expect = { baseline: true };\n");
    assertThat(line.run("test", file.toString())).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out()).contains("--update writes it");
    assertThat(line.run("test", "--update", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.run("test", file.toString())).isEqualTo(ExitCode.DONE);
    Path baseline = folder.resolve("base.scenario.mjs.baseline");
    String text = Files.readString(baseline);
    assertThat(text).contains("[v8]\n", "\n3  ", "  Object (");
    Files.writeString(baseline, text.replace("\n3  ", "\n2  "));
    assertThat(line.run("test", file.toString())).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out()).contains("of the baseline differ", "    - 2  ", "    + 3  ");
  }

  @Test
  void aMistakeInAScenarioIsOneMessageAndBadInput() throws IOException {
    Path file = write("wrong.scenario.mjs", GOOD + "export const expect = { deed: [] };\n");
    assertThat(line.run("test", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.out()).isEmpty();
    assertThat(line.err())
        .startsWith("lexscope: " + file + ":3: unknown expectation \"deed\"")
        .hasLineCount(1);
    Path broken = write("broken.scenario.mjs", "export function act( {}");
    assertThat(line.run("test", broken.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains(broken + ":1:", "SyntaxError");
  }

  @Test
  void aPolicyOfTheCommandLineReplacesThoseOfTheScenario() throws IOException {
    write("bad.scenario.mjs", BAD + "export const policies = ['whole', 'v8'];\n");
    test("--policy", "used");
    assertThat(line.out()).contains("[used]").doesNotContain("[v8]", "[whole]");
  }
}
