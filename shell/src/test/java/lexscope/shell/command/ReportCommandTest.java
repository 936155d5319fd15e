package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report says is what the other verbs answer.
class ReportCommandTest {
  private static final String LEAK =
      """
      const listeners = [];
      class Session { constructor(i) { this.log = new Array(50).fill(i); } }
      const sessions = new Map();
      function attach(n) {
        const big = new Array(500).fill(n);
        const peek = () => big.length;
        let seen = 0;
        listeners.push(function onClick() { seen++; });
        sessions.set('key ' + n, new Session(n));
        return peek();
      }
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 20; i++) attach(i);
        lexscope.snapshot('round' + round);
      }
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private Path page = Path.of("");
  private String program = "";

  @BeforeEach
  void write() throws IOException {
    program = Files.writeString(folder.resolve("app.js"), LEAK).toString();
    page = folder.resolve("report.html");
  }

  private JsonObject answer(String... words) {
    assertThat(line.run(words)).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }

  private JsonObject data(String id) throws IOException {
    Matcher found =
        Pattern.compile("<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>")
            .matcher(Files.readString(page));
    assertThat(found.find()).as("data %s", id).isTrue();
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  private JsonObject report(String... words) throws IOException {
    String[] all = new String[words.length + 3];
    all[0] = "report";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "-o";
    all[words.length + 2] = page.toString();
    assertThat(line.run(all)).as(line.err()).isEqualTo(ExitCode.DONE);
    return data("report");
  }

  private static JsonArray first(JsonArray all, int most) {
    JsonArray first = new JsonArray();
    for (int i = 0; i < Math.min(most, all.size()); i++) {
      first.add(all.get(i));
    }
    return first;
  }

  /// Without the remarks that the report adds to paths.
  private static JsonObject withoutNotes(JsonObject suspects) {
    JsonObject copy = suspects.deepCopy();
    for (JsonElement suspect : copy.getAsJsonArray("suspects")) {
      for (JsonElement step : suspect.getAsJsonObject().getAsJsonArray("path")) {
        step.getAsJsonObject().remove("note");
      }
    }
    return copy;
  }

  @Test
  @DisplayName("a program's report has the answers of histo, suspects, compare and dead")
  void answers() throws IOException {
    JsonObject report = report(program);
    JsonObject histo = answer("histo", "--json", program);
    assertThat(report.getAsJsonObject("histogram").getAsJsonArray("rows"))
        .isEqualTo(first(histo.getAsJsonArray("rows"), 500));
    assertThat(report.get("histogramRows").getAsInt())
        .isEqualTo(histo.getAsJsonArray("rows").size());
    for (String by : new String[] {"kind", "function", "module", "package"}) {
      JsonObject grouped = answer("histo", "--by", by, "--json", program);
      grouped.add("rows", first(grouped.getAsJsonArray("rows"), 500));
      assertThat(report.getAsJsonObject(by)).isEqualTo(grouped);
    }
    assertThat(withoutNotes(report.getAsJsonObject("suspects")))
        .isEqualTo(answer("suspects", "--json", program));
    assertThat(report.getAsJsonObject("suspects").getAsJsonArray("suspects")).isNotEmpty();
    assertThat(report.getAsJsonObject("comparison"))
        .isEqualTo(answer("compare", "--json", program));
    assertThat(report.getAsJsonObject("dead")).isEqualTo(answer("dead", "--json", program));
  }

  @Test
  @DisplayName("the largest dominators are those of dominators, with the same numbers")
  void dominators() throws IOException {
    JsonObject tree = report(program).getAsJsonObject("dominators");
    JsonObject listing = answer("dominators", "--json", program);
    assertThat(tree.get("totalBytes")).isEqualTo(listing.get("totalBytes"));
    int compared = 0;
    for (JsonElement row : listing.getAsJsonArray("rows")) {
      JsonObject each = row.getAsJsonObject();
      int at = rowOf(tree, each.getAsJsonObject("node").get("id").getAsLong());
      assertThat(at).isPositive();
      assertThat(tree.getAsJsonArray("retainedBytes").get(at)).isEqualTo(each.get("retainedBytes"));
      assertThat(tree.getAsJsonArray("retainedNodes").get(at)).isEqualTo(each.get("retainedNodes"));
      compared++;
    }
    assertThat(compared).isGreaterThan(10);
  }

  private static int rowOf(JsonObject tree, long id) {
    JsonArray ids = tree.getAsJsonArray("id");
    for (int row = 1; row < ids.size(); row++) {
      if (ids.get(row).getAsLong() == id) {
        return row;
      }
    }
    return -1;
  }

  @Test
  @DisplayName("unused bindings are marked in the records and in the source")
  void unusedBindings() throws IOException {
    JsonObject report = report(program);
    JsonObject attach = null;
    for (JsonElement group : report.getAsJsonObject("records").getAsJsonArray("groups")) {
      if (group.getAsJsonObject().get("function").getAsString().equals("attach")) {
        attach = group.getAsJsonObject();
      }
    }
    assertThat(attach).isNotNull();
    assertThat(attach.get("records").getAsInt()).isEqualTo(60);
    JsonObject big = attach.getAsJsonArray("bindings").get(0).getAsJsonObject();
    assertThat(big.toString())
        .contains("\"name\":\"big\"", "\"records\":60", "\"used\":0", "\"unused\":60");
    JsonObject file =
        report.getAsJsonObject("sources").getAsJsonArray("files").get(0).getAsJsonObject();
    assertThat(file.get("file").getAsString()).isEqualTo(program);
    assertThat(file.getAsJsonArray("bindings").toString())
        .contains("\"name\":\"big\",\"function\":\"attach\"", "\"state\":\"unused\"");
    JsonObject declaration = file.getAsJsonArray("lines").get(4).getAsJsonObject();
    assertThat(declaration.get("text").getAsString())
        .isEqualTo("  const big = new Array(500).fill(n);");
    assertThat(declaration.getAsJsonArray("marks").toString()).isEqualTo("[[8,3,0]]");
  }

  @Test
  @DisplayName("a snapshot file's report has the answers about the file")
  void snapshots() throws IOException {
    String snapshot = folder.resolve("app.heapsnapshot").toString();
    assertThat(line.run("snapshot", "--policy", "v8", program, "-o", snapshot))
        .isEqualTo(ExitCode.DONE);
    JsonObject report = report(snapshot);
    assertThat(withoutNotes(report.getAsJsonObject("suspects")))
        .isEqualTo(answer("suspects", "--json", snapshot));
    assertThat(report.getAsJsonObject("dead")).isEqualTo(answer("dead", "--json", snapshot));
    assertThat(report.has("comparison")).isFalse();
    assertThat(report.has("sources")).isFalse();
  }

  @Test
  @DisplayName("of a snapshot of Node the source texts tell what dead says, and where it stands")
  void sources() throws IOException {
    NodeProcess.assumeThere();
    Path script =
        Files.writeString(
            folder.resolve("leak.cjs"),
            """
            const held = [];
            function attach(n) {
              const big = new Array(500).fill(n);
              const kept = { n };
              const peek = () => big.length;
              held.push(function onClick() { return kept; });
              return peek();
            }
            for (let i = 0; i < 20; i++) attach(i);
            globalThis.held = held;
            require('v8').writeHeapSnapshot('node.heapsnapshot');
            """);
    NodeProcess.run(folder, "leak.cjs");
    String snapshot = folder.resolve("node.heapsnapshot").toString();
    JsonObject report = report(snapshot, "--sources", script.toString());
    assertThat(report.getAsJsonObject("dead"))
        .isEqualTo(answer("dead", "--json", snapshot, "--sources", script.toString()));
    JsonObject file =
        report.getAsJsonObject("sources").getAsJsonArray("files").get(0).getAsJsonObject();
    assertThat(file.getAsJsonArray("bindings").toString())
        .contains(
            "\"name\":\"big\",\"function\":\"attach\"", "\"state\":\"unused\",\"records\":20");
    assertThat(file.getAsJsonArray("lines").get(2).getAsJsonObject().getAsJsonArray("marks"))
        .hasToString("[[8,3,1]]");
    assertThat(line.run("report", program, "--sources", program, "-o", page.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.run("report", snapshot, "--sources", "none.js", "-o", page.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  @DisplayName("several moments or files have the growth of diff, and the last is reported")
  void growth() throws IOException {
    JsonObject report = report("--at", "round0,round1,round2", program);
    assertThat(report.get("name").getAsString()).endsWith("at round2");
    JsonObject growth = data("growth");
    assertThat(growth.getAsJsonObject("name"))
        .isEqualTo(answer("diff", "--at", "round0,round1,round2", "--json", program));
    assertThat(growth.getAsJsonArray("heaps")).hasSize(3);
    String one = folder.resolve("one.heapsnapshot").toString();
    String two = folder.resolve("two.heapsnapshot").toString();
    assertThat(line.run("snapshot", "--at", "round0", program, "-o", one)).isEqualTo(ExitCode.DONE);
    assertThat(line.run("snapshot", "--at", "round2", program, "-o", two)).isEqualTo(ExitCode.DONE);
    assertThat(report(one, two).get("name").getAsString()).contains("round2");
    assertThat(data("growth").getAsJsonArray("heaps")).hasSize(2);
  }

  @Test
  @DisplayName("a policy that is asked for is that of the whole report")
  void policy() throws IOException {
    JsonObject report = report("--policy", "v8", program);
    assertThat(report.get("policy").getAsString()).isEqualTo("v8");
    assertThat(report.getAsJsonObject("histogram").get("policy").getAsString()).isEqualTo("v8");
    assertThat(report.getAsJsonObject("comparison").getAsJsonArray("policies")).hasSize(2);
    assertThat(report("--policy", "used", program).has("comparison")).isFalse();
  }

  @Test
  @DisplayName("the same heap gives the same page byte for byte")
  void sameBytes() throws IOException {
    report(program);
    byte[] one = Files.readAllBytes(page);
    report(program);
    assertThat(Files.readAllBytes(page)).isEqualTo(one);
  }

  @Test
  @DisplayName("the page names no address that a browser would load")
  void noNetwork() throws IOException {
    report(program);
    String text = Files.readString(page);
    assertThat(text).contains("default-src 'none'").doesNotContain("<script src");
    String markup = text.substring(0, text.indexOf("<script>"));
    assertThat(markup).doesNotContain("@import", "url(", " src=", "unsafe-");
    assertThat(markup).doesNotContainPattern("<(link|a|form)[^>]*(href|action)=\"(?!data:|#)");
  }

  @Test
  @DisplayName("hostile names and sources stay text")
  void hostileNames() throws IOException {
    String hostile =
        Files.writeString(
                folder.resolve("hostile.js"),
                """
                // </script><script>document.title = 'broken'</script>LINE_SEPARATOR;
                class Evil {}
                Object.defineProperty(Evil, 'name', { value: '</script><img src=x onerror=alert(1)>' });
                const name = '</script><!--<script>';
                const store = { ['"\\'<b>\\u2028']: new Evil(), text: name.repeat(100) };
                globalThis.f = (() => { const hidden = store; return () => hidden; })();
                """
                    .replace("LINE_SEPARATOR", "\u2028"))
            .toString();
    report(hostile);
    String text = Files.readString(page);
    assertThat(text.substring(text.indexOf("<main"), text.indexOf("<script>")))
        .doesNotContain("<img", "<b>", "document.title = 'broken'</script>", "\u2028");
    assertThat(data("report").getAsJsonObject("sources").toString()).contains("document.title");
  }

  @Test
  @DisplayName("wrong usage and files that cannot be read or written are told, and nothing is left")
  void mistakes() throws IOException {
    assertThat(line.run("report")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("report needs a file");
    assertThat(line.run("report", "-o", page.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(line.run("report", "--policy", "all", program, "-o", page.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.run("report", program, "-o", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.run("report", program, "-o", folder.resolve("none/r.html").toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.run("report", folder.resolve("none.js").toString(), "-o", page.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.run("report", "--at", "never", program, "-o", page.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    String failing =
        Files.writeString(folder.resolve("bad.js"), "throw new Error('no')").toString();
    assertThat(line.run("report", failing, "-o", page.toString())).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(page).doesNotExist();
    Files.writeString(page, "before");
    assertThat(line.run("report", failing, "-o", page.toString())).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(page).hasContent("before");
  }

  @Test
  @DisplayName("without -o the page stands beside the file, and its name is told")
  void besideTheFile() {
    assertThat(line.run("report", program)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).isEqualTo("written: " + folder.resolve("app.report.html") + "\n");
    assertThat(folder.resolve("app.report.html")).isRegularFile();
  }

  @Test
  @DisplayName("a heap that became too large is reported, and the exit code says so")
  void heapLimit() throws IOException {
    String full =
        Files.writeString(
                folder.resolve("full.js"),
                "globalThis.all = []; for (;;) all.push(new Array(1000).fill(1));")
            .toString();
    assertThat(line.run("report", "--max-heap", "4m", full, "-o", page.toString()))
        .isEqualTo(ExitCode.HEAP_LIMIT);
    assertThat(data("report").getAsJsonObject("suspects").toString()).contains("container");
  }
}
