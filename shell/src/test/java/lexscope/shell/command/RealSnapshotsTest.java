package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import lexscope.shell.browser.Browser;
import lexscope.shell.browser.BrowserPage;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import lexscope.testing.RealNodes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every verb on snapshots that real Nodes of four versions and a real Chrome wrote. The Nodes are
/// installed below `target` by npm, the Chrome is the machine's; what is missing is skipped, with a
/// line that says so.
class RealSnapshotsTest {
  private static final String LEAKS_IN_A_PAGE =
      """
      globalThis.widgets = [];
      for (let i = 0; i < 50; i++) {
        const element = document.createElement('div');
        document.body.append(element);
        widgets.push({ element });
      }
      for (let i = 0; i < 40; i++) widgets[i].element.remove();
      function setup(i) {
        const big = new Array(400).fill(i);
        return function onTick() { return big.length; };
      }
      function leak(i) {
        const lost = new Array(400).fill(i);
        const kept = { rows: new Array(400).fill(i) };
        const never = () => lost;
        return function onLeak() { return kept; };
      }
      globalThis.leaks = Array.from({ length: 5 }, (_, i) => leak(i));
      globalThis.ticks = Array.from({ length: 30 }, (_, i) => setup(i));
      true\
      """;

  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName("all verbs answer about snapshots of Node 18, 20, 22 and 24")
  void nodes() throws IOException {
    RealNodes.install();
    Path script = NodeProcess.copy(RealSnapshotsTest.class, "leaking.js", folder);
    for (int version : RealNodes.versions()) {
      Path file = folder.resolve("node" + version + ".heapsnapshot");
      RealNodes.run(version, folder, script.toString(), file.toString());
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("written by Node %d", version)
          .startsWith("{\"snapshot\"");
      allVerbs(file, "closure:onClick", "leaking.js:");
    }
  }

  @Test
  @DisplayName(
      "contexts are called by their functions and their variables, those of blocks and catch"
          + " clauses, too, of which V8 numbers the edges only")
  void contexts() throws IOException {
    RealNodes.install();
    Path script = NodeProcess.copy(RealSnapshotsTest.class, "contexts.js", folder);
    for (int version : RealNodes.versions()) {
      Path file = folder.resolve("contexts" + version + ".heapsnapshot");
      RealNodes.run(version, folder, script.toString(), file.toString());
      assertThat(answer("why", "class:OfFunction", file))
          .as("Node %d", version)
          .contains("context: Context of setup {inFunction} #", "binding inFunction: OfFunction");
      assertThat(answer("why", "class:OfBlock", file))
          .as("Node %d", version)
          .contains("context: Context {inBlock, item} #", "binding inBlock: OfBlock")
          .contains("to free it, cut this edge\n  binding inBlock of Context {inBlock, item} #");
      assertThat(answer("why", "class:OfCatch", file))
          .as("Node %d", version)
          .contains("binding caught: OfCatch");
      // One of two is on the heap, and V8 does not say which.
      assertThat(answer("why", "class:OfBoth", file))
          .as("Node %d", version)
          .contains("binding number or object: OfBoth");
      assertThat(answer("why", "binding:setup.inFunction", file))
          .as("Node %d", version)
          .contains("is OfFunction");
      assertThat(answer("why", "record:setup", file))
          .as("Node %d", version)
          .contains("record:setup is Context of setup {inFunction} #", "3 are meant");
      // Two scopes on one path are told apart, as are those of two functions.
      assertThat(answer("clusters", "class:Inner", file))
          .as("Node %d", version)
          .contains("→ context → Context of inner {value}")
          .contains("→ previous → Context of outer {kept, second}")
          .contains("→ binding kept → Inner");
      assertThat(answer("why", "--all", "class:Inner", file))
          .as("Node %d", version)
          .contains("binding kept of Context of outer {kept, second}")
          .contains("previous of Context of inner {value}");
    }
  }

  @Test
  @DisplayName(
      "contexts that came are counted by their functions, whatever of their variables is on the"
          + " heap")
  void growingContexts() throws IOException {
    RealNodes.install();
    Path script = NodeProcess.copy(RealSnapshotsTest.class, "growing.js", folder);
    for (int version : RealNodes.versions()) {
      Path first = folder.resolve("first" + version + ".heapsnapshot");
      Path second = folder.resolve("second" + version + ".heapsnapshot");
      RealNodes.run(version, folder, script.toString(), first.toString(), second.toString());
      assertThat(answer("diff", "--by", "record", first, second))
          .as("Node %d", version)
          .containsPattern("30 → 90 .* record  open \\{ number, state }");
    }
  }

  private static String answer(Object... words) {
    CommandLine line = new CommandLine();
    String[] texts = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    assertThat(line.run(texts)).as(line.err()).isEqualTo(ExitCode.DONE);
    return line.out();
  }

  @Test
  @DisplayName("all verbs answer about a snapshot of Chrome, and detached elements are seen")
  void chrome() throws IOException {
    Path file = folder.resolve("chrome.heapsnapshot");
    try (Browser browser = Browser.start();
        BrowserPage page = browser.open("about:blank")) {
      page.evaluate(LEAKS_IN_A_PAGE);
      page.heapSnapshot(file);
    }
    allVerbs(file, "closure:onTick", "onTick");
    CommandLine line = new CommandLine();
    assertThat(line.run("histo", "--rows", "100000", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("Detached <div>");
    assertThat(line.run("why", "class:Detached <div>", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("40 are meant").contains("alive because");
    deadBindings(file);
  }

  /// Newer versions write tables of scopes: they say which bindings nobody uses.
  private static void deadBindings(Path file) throws IOException {
    CommandLine line = new CommandLine();
    boolean tables =
        Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"scope_use_fields\"");
    assertThat(line.run("dead", "--json", file.toString()))
        .isEqualTo(tables ? ExitCode.DONE : ExitCode.BAD_INPUT);
    if (tables) {
      assertThat(line.out())
          .contains("\"function\":\"leak\",\"binding\":\"lost\",\"records\":5")
          .doesNotContain("\"binding\":\"kept\"");
    } else {
      System.err.println("SKIPPED: this Chrome writes no tables of scopes");
    }
  }

  private void allVerbs(Path file, String target, String expected) throws IOException {
    CommandLine line = new CommandLine();
    String name = file.toString();
    for (String[] words :
        new String[][] {
          {"why", target, name},
          {"retained", target, name},
          {"cut", target, name},
          {"clusters", target, name},
          {"find", "kind = closure and retained > 1 kB", name},
          {"why", "--rule", "devtools", target, name},
        }) {
      assertThat(line.run(words))
          .as("%s%n%s", String.join(" ", words), line.err())
          .isEqualTo(ExitCode.DONE);
      assertThat(line.out()).as(words[0]).isNotBlank();
    }
    assertThat(line.out()).contains(expected);
    for (String verb : List.of("histo", "dominators", "diff")) {
      String[] words =
          verb.equals("diff") ? new String[] {verb, name, name} : new String[] {verb, name};
      assertThat(line.run(words)).as(verb).isEqualTo(ExitCode.DONE);
      assertThat(line.out()).as(verb).isNotBlank();
    }
    copies(file);
  }

  /// A conversion loses nothing: neither fields nor tables that this program does not know.
  private void copies(Path file) throws IOException {
    CommandLine line = new CommandLine();
    Path copy = folder.resolve("copy.heapsnapshot");
    assertThat(line.run("snapshot", file.toString(), "-o", copy.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(copy).hasSameBinaryContentAs(file);
    Path packed = folder.resolve("packed.heapsnapshot.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      Files.copy(file, out);
    }
    Files.write(packed, bytes.toByteArray());
    assertThat(line.run("snapshot", packed.toString(), "-o", copy.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(copy).hasSameBinaryContentAs(file);
  }
}
