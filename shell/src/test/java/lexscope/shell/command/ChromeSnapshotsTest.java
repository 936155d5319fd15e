package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.shell.browser.Browser;
import lexscope.shell.browser.BrowserPage;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots that Chromium takes of a page: its leaks, and whose its contexts are.
class ChromeSnapshotsTest {
  private static final String PAGE =
      """
      <!doctype html><title>Leaky</title><body><main id="main"></main>
      <script src="leaky.js"></script>
      """;
  private static final String SCRIPT =
      """
      class Poller {
        constructor(n) { this.n = n; this.rows = new Array(500).fill(n); }
      }
      function poll(n) {
        const poller = new Poller(n);
        setInterval(function tick() { poller.n++; }, 60000 + n);
      }
      function later(n) {
        const rows = new Array(500).fill(n);
        setTimeout(function afterwards() { return rows; }, 3600000);
      }
      function listen(n) {
        const state = { n, rows: new Array(500).fill(n) };
        window.addEventListener('resize', function onResize() { state.n++; });
      }
      function row(n) {
        const element = document.createElement('section');
        const state = { n, rows: new Array(500).fill(n) };
        element.addEventListener('click', function onClick() { state.n++; });
        element.onmouseover = function onOver() { state.n--; };
        element.append(document.createElement('span'));
        document.querySelector('#main').append(element);
        return element;
      }
      globalThis.removed = [];
      for (let n = 0; n < 60; n++) {
        poll(n);
        later(n);
        listen(n);
        const element = row(n);
        removed.push(element);
        element.remove();
      }
      """;

  @TempDir Path folder;

  @Test
  @DisplayName(
      "in a snapshot of a page timers never cleared and listeners never removed are found by their"
          + " functions, listeners with what they are registered on, each with a path")
  void leakingPage() throws IOException {
    String suspects = suspects(SCRIPT, "globalThis.removed?.length === 60");
    assertThat(suspects)
        .containsPattern("timers: 60 timers with callback tick \\(.*leaky\\.js:6:\\d+\\)")
        .containsPattern("timers: 60 timers with callback afterwards \\(.*leaky\\.js:10:\\d+\\)")
        .containsPattern("listeners: 60 listeners with callback onResize .*\n.*\n +- 60 on Window")
        .containsPattern(
            "listeners: 60 listeners with callback onClick .*\n.*\n +- 60 on Detached <section>")
        .containsPattern("listeners: 60 listeners with callback onOver ")
        .contains("60 detached elements such as Detached <section>")
        .containsPattern("such as DOMTimer #\\d+, alive because\n");
  }

  @Test
  @DisplayName("of a page that clears its timers and removes its listeners nothing is said")
  void tidyPage() throws IOException {
    assertThat(
            suspects(
                """
                for (let n = 0; n < 60; n++) {
                  const rows = new Array(500).fill(n);
                  const timer = setInterval(() => rows, 60000);
                  clearInterval(timer);
                  const listener = () => rows;
                  window.addEventListener('resize', listener);
                  window.removeEventListener('resize', listener);
                  document.querySelector('#main').append(document.createElement('p'));
                }
                document.querySelector('#main').addEventListener('click', () => 1);
                globalThis.done = true;
                """,
                "globalThis.done"))
        .doesNotContain("timers:")
        .doesNotContain("listeners:")
        .doesNotContain("detached");
  }

  @Test
  @DisplayName(
      "contexts of two functions with the same variables are rows of their own in what grows, and"
          + " are called by their functions")
  void contexts() throws IOException {
    try (Browser browser = Browser.start();
        BrowserPage page =
            browser.open(
                page(
                    """
                    globalThis.kept = [];
                    function first(n) { const state = { n }; kept.push(() => state); }
                    function second(n) { const state = { n }; kept.push(() => state); }
                    """))) {
      page.await("globalThis.kept");
      Path before = take(page, "before.heapsnapshot");
      page.evaluate("for (let n = 0; n < 30; n++) { first(n); if (n % 3) second(n); }");
      Path after = take(page, "after.heapsnapshot");
      CommandLine line = new CommandLine();
      assertThat(line.run("diff", "--by", "record", before.toString(), after.toString()))
          .isEqualTo(ExitCode.DONE);
      assertThat(line.out())
          .containsPattern("0 → 30 .*first \\{ state }")
          .containsPattern("0 → 20 .*second \\{ state }");
      CommandLine why = new CommandLine();
      assertThat(why.run("why", "binding:second.state", after.toString())).isEqualTo(ExitCode.DONE);
      assertThat(why.out()).contains("Context of second {state}");
    }
  }

  private String suspects(String script, String ready) throws IOException {
    try (Browser browser = Browser.start();
        BrowserPage page = browser.open(page(script))) {
      page.await(ready);
      Path file = take(page, "page.heapsnapshot");
      CommandLine line = new CommandLine();
      assertThat(line.run("suspects", file.toString())).isEqualTo(ExitCode.DONE);
      return line.out();
    }
  }

  private Path page(String script) throws IOException {
    Files.writeString(folder.resolve("leaky.js"), script);
    return Files.writeString(folder.resolve("leaky.html"), PAGE);
  }

  private Path take(BrowserPage page, String name) throws IOException {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      page.listen((method, event) -> {
        if (method.equals("HeapProfiler.addHeapSnapshotChunk")) {
          write(out, event.get("chunk").getAsString());
        }
      });
      page.call("HeapProfiler.takeHeapSnapshot", new JsonObject());
    }
    return file;
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
