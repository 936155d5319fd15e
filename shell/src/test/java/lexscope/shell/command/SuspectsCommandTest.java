package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs with leaks of each sort, and ordinary ones, of which nothing must be said.
final class SuspectsCommandTest {
  @TempDir Path folder;
  private final CommandLine line = new CommandLine();

  @Test
  void containersThatAccumulate() throws IOException {
    assertThat(
            titles(
                """
                class Session { constructor(i) { this.id = i; this.log = new Array(20).fill(i); } }
                const byName = new Map(), seen = new Set(), list = [], table = {};
                for (let i = 0; i < 200; i++) {
                  byName.set('user' + i, new Session(i));
                  seen.add({ rows: new Array(20).fill(i) });
                  list.push({ line: i, cells: new Array(20).fill(i) });
                  table['k' + i] = { value: new Array(20).fill(i) };
                }
                """))
        .contains(
            "container: Map with 200 entries Session",
            "container: Set with 200 entries Object",
            "container: Array with 200 entries Object",
            "container: Object used as a table with 200 entries Object");
    assertThat(evidence())
        .contains("200 of 200 entries are of one class: Session { log }")
        .contains("200 of 200 entries are of one class: Object { cells }");
  }

  @Test
  void chainsOfRecordsAndLinkedLists() throws IOException {
    assertThat(
            titles(
                """
                let theThing = null;
                function replaceThing() {
                  const original = theThing;
                  const unused = () => original;
                  theThing = { text: new Array(100).fill(0), someMethod() {} };
                }
                for (let i = 0; i < 40; i++) replaceThing();
                let head = null;
                for (let i = 0; i < 3000; i++) head = { next: head };
                """))
        .contains(
            "record chain: 40 Environment Records of replaceThing, each keeps the next",
            "linked list: 3,000 linked objects Object");
    assertThat(evidence())
        .contains(
            "from one to the next: binding original (Object) → property someMethod (closure"
                + " someMethod) → [[Environment]] (replaceThing)");
  }

  @Test
  void listenersThatAreObjectsOfALibrary() throws IOException {
    assertThat(
            titles(
                """
                class Listener { constructor(fn) { this.fn = fn; this.once = false; } }
                const bus = { _events: { message: [] } };
                function open(i) {
                  const rows = new Array(500).fill(i);
                  bus._events.message.push(new Listener(function count() { return rows; }));
                }
                for (let i = 0; i < 60; i++) open(i);
                """))
        .contains("listeners: 60 listeners with callback count");
  }

  @Test
  void elementsOutsideTheDocument() throws IOException {
    assertThat(
            titles(
                """
                const removed = [];
                for (let i = 0; i < 30; i++) {
                  const row = document.createElement('li');
                  row.textContent = 'row ' + i;
                  document.body.appendChild(row);
                  if (i % 2) { row.remove(); removed.push(row); }
                }
                """))
        .containsExactly("detached elements: 15 detached elements such as <li>");
  }

  @Test
  void timersAndListenersThatNobodyRemoved() throws IOException {
    assertThat(
            titles(
                """
                const { EventEmitter } = require('events');
                const bus = new EventEmitter().setMaxListeners(0);
                const target = new EventTarget();
                for (let i = 0; i < 25; i++) {
                  const big = new Array(300).fill(i);
                  setInterval(function poll() { return big; }, 1000);
                  bus.on('tick', function onTick() { return big; });
                  target.addEventListener('x', function onX() { return big; });
                }
                globalThis.keep = [bus, target];
                """))
        .contains(
            "timers: 25 timers with callback poll",
            "listeners: 25 listeners with callback onTick",
            "listeners: 25 listeners with callback onX")
        .noneMatch(title -> title.startsWith("container"));
  }

  @Test
  void stringsOfWhichThereAreManyCopies() throws IOException {
    assertThat(
            titles(
                """
                const rows = [];
                for (let i = 0; i < 100; i++) rows.push('the same text '.repeat(20) + (i % 2));
                """))
        .containsExactly("duplicated strings: 100 copies of 1 text");
    assertThat(evidence()).anyMatch(text -> text.startsWith("100 × \"the same text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console.log('hello, world');",
        "const total = [1, 2, 3].map((x) => x * x).reduce((a, b) => a + b); setTimeout(() => {},"
            + " 9);",
        "const cache = new Map(); for (let i = 0; i < 500; i++) cache.set(i, i);",
        "class Tree { constructor(d) { if (d) { this.left = new Tree(d - 1); this.right = new"
            + " Tree(d - 1); } } } const tree = new Tree(7);",
        "const { EventEmitter } = require('events'); const e = new EventEmitter(); e.on('a', () =>"
            + " 1); e.once('b', () => 2); require('util').inspect(e);",
        "const d = document.createElement('div'); document.body.appendChild(d);"
            + " d.addEventListener('click', () => d);",
        "const methods = eval('({' + Array.from({ length: 400 }, (_, i) => `m${i}() {}`) + '})');",
      })
  void ofOrdinaryProgramsNothingIsSaid(String text) throws IOException {
    assertThat(titles(text)).isEmpty();
    assertThat(line.run("suspects", folder.resolve("program.js").toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("no suspects (of 16.0 kB or more)");
  }

  @Test
  void textTellsRankEvidenceAndPath() throws IOException {
    titles("const kept = []; for (let i = 0; i < 999; i++) kept.push({ i, text: 'text ' + i });");
    Path program = folder.resolve("program.js");
    assertThat(line.run("suspects", program.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out())
        .contains(
            "\n1. ",
            "container: Array with 999 entries Object",
            "   - retains ",
            "     global binding kept");
    assertThat(line.run("suspects", "--least", "10m", program.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("no suspects");
    assertThat(line.run("suspects", "--least", "x", program.toString())).isEqualTo(ExitCode.USAGE);
  }

  private List<String> titles(String text) throws IOException {
    Path program = Files.writeString(folder.resolve("program.js"), text);
    assertThat(line.run("suspects", "--json", program.toString())).isEqualTo(ExitCode.DONE);
    List<String> titles = new ArrayList<>();
    for (JsonElement each : suspects()) {
      JsonObject suspect = each.getAsJsonObject();
      assertThat(suspect.getAsJsonArray("path").size()).isGreaterThan(1);
      titles.add(
          suspect.get("sort").getAsString()
              + ": "
              + suspect.get("title").getAsString().replaceAll(" \\(.*\\)$", ""));
    }
    return titles;
  }

  private List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    for (JsonElement suspect : suspects()) {
      suspect
          .getAsJsonObject()
          .getAsJsonArray("evidence")
          .forEach(e -> evidence.add(e.getAsString()));
    }
    return evidence;
  }

  private Iterable<JsonElement> suspects() {
    return JsonParser.parseString(line.out()).getAsJsonObject().getAsJsonArray("suspects");
  }
}
