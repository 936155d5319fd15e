package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.browser.Browser;
import lexscope.shell.browser.BrowserPage;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What DevTools and memlab say of a page's heap, with its documents, frames and elements.
class ChromeAgreementTest {
  private static final String PAGE =
      """
      globalThis.widgets = [];
      const notes = new WeakMap();
      for (let i = 0; i < 300; i++) {
        const element = document.createElement('div');
        element.append(document.createElement('span'), 'text ' + i);
        element.addEventListener('click', function onClick() { return element; });
        document.body.append(element);
        widgets.push({ element });
        notes.set(element, { of: i });
      }
      for (let i = 0; i < 150; i++) widgets[i].element.remove();
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentWindow.shared = { widgets };
      globalThis.other = frame.contentWindow;
      const gone = document.createElement('iframe');
      document.body.append(gone);
      globalThis.body = gone.contentDocument.body;
      gone.remove();
      const host = document.createElement('p');
      host.attachShadow({ mode: 'open' }).append(document.createElement('i'));
      document.body.append(host);
      new MutationObserver(() => widgets).observe(document.body, { childList: true });
      setInterval(function tick() { return widgets; }, 1e6);
      function leak(i) {
        const lost = new Array(400).fill(i);
        const kept = { rows: new Array(400).fill(i) };
        const never = () => lost;
        return function onLeak() { return kept; };
      }
      globalThis.leaks = Array.from({ length: 20 }, (_, i) => leak(i));
      true\
      """;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    ForeignTools.install();
  }

  @Test
  @DisplayName(
      "every node of a page's heap has their immediate dominator and retained size, and with scopes"
          + " in the file the same bindings are dead")
  void page() throws IOException {
    Path file = folder.resolve("chrome.heapsnapshot");
    try (Browser browser = Browser.start();
        BrowserPage page = browser.open("about:blank")) {
      page.evaluate(PAGE);
      page.heapSnapshot(file);
    }
    SnapshotGraph graph = HeapSnapshotReader.read(file);
    assertThat(graph.nodeCount()).isGreaterThan(20_000);
    assertThat(differences(graph, EdgeRule.DEVTOOLS, "devtools-load.mjs", file)).isEmpty();
    assertThat(differences(graph, EdgeRule.MEMLAB, "memlab-load.cjs", file)).isEmpty();
    if (graph.scopes().size() == 0) {
      System.err.println("SKIPPED: this Chrome writes no tables of scopes");
      return;
    }
    String theirs =
        NodeProcess.run(
            folder,
            NodeProcess.copy(DevToolsAgreementTest.class, "analyze-contexts.mjs", folder)
                .toString(),
            ForeignTools.FOLDER.resolve("devtools.mjs").toString(),
            file.toString());
    // What they call the function is not in such a file.
    Map<String, Integer> expected = new TreeMap<>();
    DevToolsAgreementTest.theirs(theirs)
        .forEach((name, records) ->
            expected.merge(name.substring(name.lastIndexOf('.') + 1), records, Integer::sum));
    assertThat(expected).containsEntry("lost", 20);
    assertThat(dead(file)).isEqualTo(expected);
  }

  private List<String> differences(SnapshotGraph graph, EdgeRule rule, String script, Path file)
      throws IOException {
    Path answer = folder.resolve(rule.label() + ".bin");
    NodeProcess.run(ForeignTools.FOLDER, script, file.toString(), answer.toString());
    IntBuffer dominators = bytes(answer).asIntBuffer();
    DoubleBuffer sizes = bytes(folder.resolve(rule.label() + ".bin.sizes")).asDoubleBuffer();
    DominatorTree tree = DominatorTree.of(graph, rule);
    List<String> differences = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.dominator(node) != dominators.get(node)
          || tree.retainedSizes().bytes(node) != (long) sizes.get(node)) {
        differences.add(rule + ": node " + node + " " + graph.name(node));
      }
    }
    return differences;
  }

  private static ByteBuffer bytes(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Map<String, Integer> dead(Path file) {
    CommandLine line = new CommandLine();
    assertThat(line.run("dead", "--json", "--threshold", "1", file.toString()))
        .as(line.err())
        .isEqualTo(ExitCode.DONE);
    Map<String, Integer> dead = new TreeMap<>();
    for (JsonElement each :
        JsonParser.parseString(line.out()).getAsJsonObject().getAsJsonArray("bindings")) {
      JsonObject binding = each.getAsJsonObject();
      dead.merge(
          binding.get("binding").getAsString(), binding.get("records").getAsInt(), Integer::sum);
    }
    return dead;
  }
}
