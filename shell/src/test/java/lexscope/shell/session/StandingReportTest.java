package lexscope.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reports of the heap that the interactive shell stands in.
@Timeout(120)
final class StandingReportTest {
  @TempDir Path folder;
  private Path program = Path.of("app.js");

  @BeforeEach
  void writeProgram() throws IOException {
    program = folder.resolve("app.js");
    try (var in = Objects.requireNonNull(StandingReportTest.class.getResourceAsStream("app.js"))) {
      Files.write(program, in.readAllBytes());
    }
  }

  private PipedShell app(String... entries) {
    PipedShell shell = new PipedShell(folder);
    assertThat(shell.run(program.toString(), entries)).as(shell::err).isEqualTo(ExitCode.DONE);
    return shell;
  }

  private JsonObject report(String name) throws IOException {
    Matcher found =
        Pattern.compile("<script type=\"application/json\" id=\"report\">(.*?)</script>")
            .matcher(Files.readString(folder.resolve(name)));
    assertThat(found.find()).isTrue();
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  private static long bytes(JsonObject report) {
    return report.getAsJsonObject("totals").get("bytes").getAsLong();
  }

  @Test
  @DisplayName("'report' writes beside the program, and is about the heap as it stands")
  void besideTheProgram() throws IOException {
    PipedShell shell = app("globalThis.added = new Array(5000).fill(1); 0", "report");
    assertThat(shell.out()).endsWith("0\nwritten: app.report.html\n").containsOnlyOnce("done 6");
    JsonObject report = report("app.report.html");
    assertThat(report.get("policy").getAsString()).isEqualTo("whole");
    assertThat(report.has("comparison")).isTrue();
    app("report " + folder.resolve("plain.html"));
    assertThat(bytes(report) - bytes(report("plain.html"))).isBetween(40_000L, 50_000L);
  }

  @Test
  @DisplayName("a report at a breakpoint shows the running context, and the next that of its step")
  void whileItStands() throws IOException {
    PipedShell shell =
        app(
            "break 9",
            "run",
            "report " + folder.resolve("a.html"),
            "delete 1",
            "step",
            "step",
            "report " + folder.resolve("b.html"),
            "continue",
            "report " + folder.resolve("c.html"),
            "run",
            "report " + folder.resolve("d.html"));
    assertThat(shell.out()).contains("written: a.html", "written: b.html", "written: c.html");
    assertThat(report("a.html").get("name").getAsString()).contains("app.js:9");
    assertThat(report("b.html").get("name").getAsString()).doesNotContain("app.js:9");
    assertThat(bytes(report("b.html"))).isGreaterThan(bytes(report("a.html")));
    assertThat(report("a.html").getAsJsonObject("notations").toString()).contains("attach");
    assertThat(report("d.html")).isEqualTo(report("c.html"));
  }

  @Test
  @DisplayName("after 'policy' it is that of the policy, as the command reports a program's end")
  void underThePolicy() throws IOException {
    PipedShell shell =
        app(
            "report " + folder.resolve("whole.html"),
            "policy used",
            "report " + folder.resolve("used.html"),
            "histo --rows 1",
            "report --policy used -o " + folder.resolve("again.html") + " " + program);
    assertThat(report("used.html").get("policy").getAsString()).isEqualTo("used");
    assertThat(bytes(report("used.html"))).isLessThan(bytes(report("whole.html")));
    for (String part : new String[] {"histogram", "suspects", "records", "dominators", "totals"}) {
      assertThat(report("used.html").get(part)).as(part).isEqualTo(report("again.html").get(part));
    }
    assertThat(shell.err()).isEmpty();
  }

  @Test
  @DisplayName("an empty realm and a snapshot have reports, too")
  void otherSubjects() throws IOException {
    Path page = folder.resolve("empty.html");
    PipedShell shell = new PipedShell(folder);
    assertThat(shell.run("", "globalThis.f = (x => () => x)({}); 0", "report " + page))
        .as(shell::err)
        .isEqualTo(ExitCode.DONE);
    assertThat(report("empty.html").getAsJsonObject("totals").get("closures").getAsInt())
        .isPositive();
    app("export " + folder.resolve("app.heapsnapshot"));
    assertThat(shell.run(folder.resolve("app.heapsnapshot").toString(), "report", "report a b"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).contains("written: app.report.html");
    assertThat(bytes(report("app.report.html"))).isPositive();
  }

  @Test
  @DisplayName("a file that was written is something to click on")
  void links() throws IOException {
    Links links = new Links(_ -> null);
    Path page = Files.writeString(folder.resolve("a page.html"), "");
    String url = page.toUri().toString();
    assertThat(links.of("written: " + page, true))
        .isEqualTo(
            "written: \u001b]8;;"
                + url
                + "\u001b\\\u001b[34m"
                + page
                + "\u001b[39m\u001b]8;;\u001b\\");
    assertThat(links.of("written: " + folder.resolve("none.html"), true)).doesNotContain("]8;;");
    assertThat(links.of("written: " + page, false)).doesNotContain("]8;;");
  }
}
