package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.shell.browser.BrowserPage;
import lexscope.shell.browser.OneBrowser;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The report of a page of the web: Chrome takes a snapshot of a page that leaks closures,
/// listeners and detached elements, and then shows the report of it.
class ChromeReportTest {
  private static final String APP =
      """
      class Store {
        constructor(id) {
          this.id = id;
          this.items = new Array(400).fill(id);
        }
      }
      const removed = [];
      const stores = new Map();
      function mountPanel(id) {
        const rows = new Array(3000).fill(id);
        const store = new Store(id);
        const panel = document.createElement('section');
        panel.className = 'panel';
        panel.append(document.createElement('button'));
        document.body.append(panel);
        const count = () => rows.length;
        let clicks = 0;
        panel.addEventListener('click', function onPanelClick() {
          clicks++;
          stores.set(store.id, store);
        });
        window.addEventListener('resize', function onResize() {
          clicks += store.id;
        });
        panel.dataset.count = count();
        panel.remove();
        removed.push(panel);
      }
      for (let id = 0; id < 40; id++) mountPanel(id);
      """;

  private static final List<String> VIEWS =
      List.of("overview", "suspects", "dominators", "retained", "records", "sources");

  @TempDir static Path folder;
  @RegisterExtension static final OneBrowser BROWSER = new OneBrowser();
  private static Path report = Path.of("");
  private static JsonObject data = new JsonObject();
  private BrowserPage page;

  @BeforeAll
  static void takeSnapshot() throws IOException {
    Path app = Files.writeString(folder.resolve("app.js"), APP);
    Path html =
        Files.writeString(
            folder.resolve("app.html"),
            "<!doctype html><meta charset=utf-8><title>Panels</title><body><script"
                + " src=app.js></script><script>document.title = 'ready'</script>");
    Path snapshot = folder.resolve("chrome.heapsnapshot");
    try (BrowserPage leaking = BROWSER.open(html)) {
      leaking.await("document.title === 'ready'");
      assertThat(leaking.errors()).isEmpty();
      leaking.heapSnapshot(snapshot);
    }
    report = folder.resolve("report.html");
    CommandLine line = new CommandLine();
    assertThat(
            line.run("report", snapshot.toString(), "--sources", app.toString(), "-o", report + ""))
        .as(line.err())
        .isEqualTo(ExitCode.DONE);
    String text = Files.readString(report);
    String begin = "<script type=\"application/json\" id=\"report\">";
    int at = text.indexOf(begin) + begin.length();
    data =
        JsonParser.parseString(text.substring(at, text.indexOf("</script>", at))).getAsJsonObject();
  }

  @AfterEach
  void nothingWentWrong() {
    if (page != null) {
      OneBrowser.isQuiet(page);
      page.close();
    }
  }

  private void open() {
    page = BROWSER.openReport(report);
  }

  private void show(String view) {
    page.evaluate("location.hash = '#/" + view + "'");
    page.await("document.getElementById('view').dataset.address === '#/" + view + "'");
  }

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "390,844,false", "390,844,true"})
  @DisplayName("every view shows what it has to say, at a desk and on a phone, light and dark")
  void views(int width, int height, boolean dark) {
    open();
    page.viewport(width, height);
    page.preferDark(dark);
    for (String view : VIEWS) {
      show(view);
      assertThat(page.count("main h2")).as(view).isPositive();
      assertThat(page.text("document.querySelector('main').textContent"))
          .as(view)
          .doesNotContain("undefined", "NaN", "null ");
      assertThat(page.evaluate("document.documentElement.scrollWidth").getAsInt())
          .as(view)
          .isLessThanOrEqualTo(width);
      page.screenshot("chrome-" + view + "-" + width + (dark ? "-dark" : "-light"));
    }
  }

  private static JsonObject with(Iterable<JsonElement> all, String name, String value) {
    for (JsonElement each : all) {
      if (each.getAsJsonObject().get(name).getAsString().contains(value)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError("none whose " + name + " has " + value + " in " + all);
  }

  @Test
  @DisplayName("detached elements and the listeners of all panels are suspects, by name and place")
  void suspects() {
    var suspects = data.getAsJsonObject("suspects").getAsJsonArray("suspects");
    JsonObject detached = with(suspects, "title", "detached elements");
    assertThat(detached.get("title").getAsString())
        .startsWith("40 detached elements")
        .contains("<section class=\"panel\"");
    assertThat(detached.getAsJsonArray("path").toString()).contains("removed", "mountPanel");
    assertThat(with(suspects, "title", "onPanelClick").get("title").getAsString())
        .matches("40 listeners with callback onPanelClick .*/app\\.js:18:\\d+\\)");
    assertThat(with(suspects, "title", "onResize").get("title").getAsString())
        .matches("40 listeners with callback onResize .*/app\\.js:22:\\d+\\)");
  }

  @Test
  @DisplayName("the array that only a dead closure used is known by name, with what it keeps")
  void unusedBinding() {
    JsonObject dead = data.getAsJsonObject("dead");
    // 40 arrays of 3,000 numbers in four bytes each, since this V8 compresses pointers; or eight.
    assertThat(dead.toString()).contains("\"binding\":\"rows\"", "\"function\":\"mountPanel\"");
    JsonObject group =
        with(data.getAsJsonObject("records").getAsJsonArray("groups"), "function", "mountPanel");
    assertThat(group.get("records").getAsInt()).isEqualTo(40);
    JsonObject rows = with(group.getAsJsonArray("bindings"), "name", "rows");
    assertThat(rows.get("unused").getAsInt()).isEqualTo(40);
    assertThat(rows.get("retainedBytes").getAsLong()).isBetween(480_000L, 970_000L);
    assertThat(with(group.getAsJsonArray("bindings"), "name", "store").get("used").getAsInt())
        .isEqualTo(40);
  }

  @Test
  @DisplayName(
      "the reader comes from a suspect to its node, to its record, to the line in the source")
  void reading() {
    open();
    show("overview");
    assertThat(page.textOf("main")).contains("rows", "mountPanel", "40 detached elements");
    show("suspects");
    page.click("article.suspect a[href^='#/dominators/']");
    page.await("/^#\\/dominators\\/\\d+/.test(document.getElementById('view').dataset.address)");
    assertThat(page.textOf("main")).contains("<section class=\"panel\"");
    show("records?unused=1");
    page.click("main tbody a");
    page.await("document.getElementById('record-group') !== null");
    assertThat(page.textsOf("#record-group .mono.unused")).containsExactly("rows");
    show("sources");
    assertThat(page.textsOf(".code .captured.unused")).containsOnly("rows").hasSize(2);
    assertThat(page.textsOf(".code .captured.used")).contains("store", "clicks");
    assertThat(page.textOf("main"))
        .contains("const of the top level")
        .doesNotContain("(anonymous)");
    page.click("#search");
    page.type("onResize");
    page.await(
        "[...document.querySelectorAll('#found li')].some(row =>"
            + " row.textContent.includes('onResize'))");
    page.press("Escape");
  }
}
