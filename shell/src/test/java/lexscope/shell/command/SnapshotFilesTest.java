package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName("snapshots are told from programs by their names")
  void names() {
    assertThat(SnapshotFiles.isSnapshot("a.heapsnapshot")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("a.heapsnapshot.gz")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("-")).isTrue();
    assertThat(SnapshotFiles.isSnapshot("a.js")).isFalse();
  }

  @Test
  @DisplayName("progress shows bar, percent and rate once reading takes a while, and goes away")
  void progress() throws IOException {
    Path file = Files.write(folder.resolve("big.heapsnapshot"), new byte[1000]);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, UTF_8);
    try (ProgressLine line = ProgressLine.shown("big.heapsnapshot", out).expecting(file)) {
      long start = System.nanoTime();
      line.show(100, start);
      assertThat(written.size()).isZero();
      line.show(500, start + 1_000_000_000L);
      assertThat(written.toString(UTF_8))
          .contains("reading big.heapsnapshot [############------------] 50 % ")
          .endsWith("MB/s");
    }
    assertThat(written.toString(UTF_8)).endsWith("\r\u001b[K");
  }

  @Test
  @DisplayName(
      "behind the answer it is shown how much of the index has been written, if that takes a while")
  void writing() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, UTF_8);
    ProgressLine line = ProgressLine.shown("big.heapsnapshot", out);
    line.show(500, System.nanoTime() + 1_000_000_000L);
    line.close();
    assertThat(written.toString(UTF_8)).endsWith("\r\u001b[K");
    line.beginWriting();
    written.reset();
    line.written(1_000_000);
    assertThat(written.size()).isZero();
    line.written(120_000_000, System.nanoTime() + 1_000_000_000L);
    assertThat(written.toString(UTF_8))
        .contains("writing the index of big.heapsnapshot 120 MB ")
        .endsWith("MB/s (the answer is complete)");
    line.close();
    assertThat(written.toString(UTF_8)).endsWith("\r\u001b[K");
  }

  @Test
  @DisplayName("short work leaves the terminal alone")
  void silence() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ProgressLine line =
        ProgressLine.shown("small.heapsnapshot", new PrintStream(written, true, UTF_8))) {
      line.read(10);
    }
    assertThat(written.size()).isZero();
  }

  @Test
  @DisplayName("phases of the analysis are shown with percent and rate, too")
  void phases() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ProgressLine line =
        ProgressLine.shown("a.heapsnapshot", new PrintStream(written, true, UTF_8))) {
      long start = System.nanoTime();
      line.reached("dominators", 0, 4_000_000, start);
      line.reached("dominators", 1_000_000, 4_000_000, start + 1_000_000_000L);
    }
    assertThat(written.toString(UTF_8))
        .contains("dominators of a.heapsnapshot [######------------------] 25 % 1.0 M nodes/s");
  }

  private static final String[][] QUESTIONS = {
    {"histo", "--json"},
    {"histo"},
    {"histo", "--json", "--rule", "devtools"},
    {"histo", "--by", "function"},
    {"histo", "--by", "module", "--json", "--rule", "devtools"},
    {"histo", "--rows", "3"},
    {"histo", "--json", "--rows", "3"},
    {"why", "closure:onClick"},
    {"why", "binding:setup.big", "--json"},
    {"why", "record:setup"},
    {"why", "class:Array", "--rule", "memlab"},
    {"why", "class:Missing"},
    {"why", "--all", "closure:onClick"},
    {"why", "--all", "closure:onClick", "--json"},
    {"why", "--all", "closure:onClick", "--rows", "2"},
    {"retained", "closure:onClick"},
    {"retained", "site:app.js:3", "--json"},
    {"dominators"},
    {"dominators", "--rule", "memlab", "--json"},
    {"cut", "closure:onClick"},
    {"cut", "closure:onClick", "--json"},
    {"cut", "--all", "closure:onClick"},
    {"cut", "--all", "closure:onClick", "--json", "--rule", "devtools"},
    {"clusters", "closure:onClick"},
    {"clusters", "closure:onClick", "--json"},
    {"draw", "closure:onClick"},
    {"draw", "closure:onClick", "--format", "svg", "--dominated"},
    {"find", "kind = closure and distance < 9 or name ~ /te.t/"},
    {"find", "dominated by record:setup", "--json"},
    {"find", "kind = closure", "--sort", "id", "--limit", "3"},
    {"suspects", "--least", "1k"},
    {"suspects", "--least", "1k", "--json"},
    {"dead"},
    {"dead", "--json", "--threshold", "1"},
    {"dead", "--only", "setup.unused", "--only", "setup"},
    {"compare"},
    {"records"},
  };

  private Path snapshot() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("app.js"),
            """
            function setup() {
              const big = new Array(50).fill('text'), unused = {};
              return function onClick() { return big.length; };
            }
            globalThis.handlers = Array.from({ length: 40 }, setup);
            globalThis.notes = new WeakMap(handlers.map(handler => [handler, { 'na\\nme "ä"': 1 }]));
            """);
    Path file = folder.resolve("app.heapsnapshot");
    CommandLine line = new CommandLine();
    assertThat(line.run("snapshot", program.toString(), "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    // White space behind the snapshot: large enough to have an index.
    return Files.writeString(file, " ".repeat(5 << 20), StandardOpenOption.APPEND);
  }

  private static String answer(String[] question, String... more) {
    CommandLine line = new CommandLine();
    String[] words = Arrays.copyOf(question, question.length + more.length);
    System.arraycopy(more, 0, words, question.length, more.length);
    ExitCode code = line.run(words);
    return code + "\n" + line.out() + line.err();
  }

  @Test
  @DisplayName("verbs print the same bytes with an index, without one, and when it is made")
  void sameBytes() throws IOException {
    String file = snapshot().toString();
    Path index = folder.resolve("app.heapsnapshot.lexscope");
    for (String[] question : QUESTIONS) {
      String expected = answer(question, file, "--no-index");
      Files.deleteIfExists(index);
      long kept = 0;
      for (int time = 0; time < 3; time++) {
        assertThat(answer(question, file))
            .as("%s, opening %d", String.join(" ", question), time)
            .isEqualTo(expected);
        long size = Files.exists(index) ? Files.size(index) : 0;
        assertThat(size)
            .as("%s makes nothing twice", String.join(" ", question))
            .isIn(time == 0 ? size : kept);
        kept = size;
      }
      assertThat(Files.exists(index))
          .as("%s has an index", String.join(" ", question))
          .isEqualTo(expected.startsWith(ExitCode.DONE.toString()));
    }
    Files.deleteIfExists(index);
    answer(new String[] {"histo"}, file, "--no-index");
    assertThat(index).doesNotExist();
  }

  @Test
  @DisplayName("an index that other verbs made changes no answer, nor does one damaged anywhere")
  void damaged() throws IOException {
    String file = snapshot().toString();
    Path index = folder.resolve("app.heapsnapshot.lexscope");
    Map<String[], String> expected = new LinkedHashMap<>();
    for (String[] question : QUESTIONS) {
      expected.put(question, answer(question, file, "--no-index"));
    }
    expected.forEach((question, answer) ->
        assertThat(answer(question, file)).as(String.join(" ", question)).isEqualTo(answer));
    byte[] whole = Files.readAllBytes(index);
    Random random = new Random(3);
    for (int i = 0; i < 5; i++) {
      for (String[] question : QUESTIONS) {
        byte[] bytes = whole.clone();
        // One byte of every kibibyte: hardly any block is spared.
        for (int at = random.nextInt(1 << 10); at < bytes.length - 4096; at += 1 << 10) {
          bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(index, bytes);
        assertThat(answer(question, file))
            .as(String.join(" ", question))
            .isEqualTo(expected.get(question));
      }
    }
  }

  @Test
  @DisplayName("whole answers and their first rows are kept apart, whichever was asked for first")
  void firstRows() throws IOException {
    String file = snapshot().toString();
    Path index = folder.resolve("app.heapsnapshot.lexscope");
    for (String[] question :
        new String[][] {
          {"histo", file, "--json"},
          {"histo", "--by", "kind", file, "--json"},
          {"dominators", file, "--json"},
          {"dominators", file},
          {"clusters", "class:Array", file, "--json"},
          {"retained", "class:Array", file, "--json"},
          {"why", "--all", "closure:onClick", file, "--json"},
          {"diff", file, file, "--by", "kind", "--json"},
        }) {
      String whole = answer(question, "--no-index");
      String first = answer(question, "--rows", "3", "--no-index");
      assertThat(first).as(String.join(" ", question)).isNotEqualTo(whole);
      for (boolean wholeFirst : new boolean[] {true, false}) {
        Files.deleteIfExists(index);
        for (int time = 0; time < 4; time++) {
          boolean isWhole = time % 2 == 0 == wholeFirst;
          assertThat(isWhole ? answer(question) : answer(question, "--rows", "3"))
              .as("%s, asked %d times before", String.join(" ", question), time)
              .isEqualTo(isWhole ? whole : first);
        }
      }
    }
  }

  @Test
  @DisplayName("an answer with sources is that of these sources, as they are now")
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
    Path snapshot = folder.resolve("node.heapsnapshot");
    Files.writeString(snapshot, " ".repeat(5 << 20), StandardOpenOption.APPEND);
    String[] question = {"dead", "--threshold", "1", snapshot.toString()};
    String[] sources = {"--sources", script.toString()};
    String before = answer(question, "--sources", script.toString(), "--no-index");
    assertThat(before).contains("big");
    for (int time = 0; time < 3; time++) {
      assertThat(answer(question, sources)).isEqualTo(before);
    }
    String text = Files.readString(script);
    Files.writeString(script, text.replace("return kept;", "return big; "));
    String after = answer(question, "--sources", script.toString(), "--no-index");
    assertThat(after).isNotEqualTo(before);
    assertThat(answer(question, sources)).isEqualTo(after);
    Files.writeString(script, text);
    assertThat(answer(question, sources)).isEqualTo(before);
  }

  @Test
  @DisplayName("a comparison is that of these files in this order, as they are now")
  void comparisons() throws IOException {
    String one = snapshot().toString();
    Path other = folder.resolve("other.heapsnapshot");
    Files.writeString(
        folder.resolve("app.js"), "globalThis.more = Array.from({ length: 9 }, () => () => 1);");
    new CommandLine().run("snapshot", folder.resolve("app.js").toString(), "-o", other + "");
    Files.writeString(other, " ".repeat(5 << 20), StandardOpenOption.APPEND);
    String[][] questions = {
      {"diff", one, other.toString()},
      {"diff", other.toString(), one},
      {"diff", one, other.toString(), one, "--json"},
      {"diff", one, other.toString(), one, "--json", "--rows", "1", "--clusters", "1"},
      {"diff", one, other.toString(), "--by", "kind"},
      {"diff", one, "--at", "end,end"},
      {"diff", one, other.toString(), "--at", "end,end"},
      {"diff", one, other.toString(), "--at", "missing"},
      {"diff", one, "--at", "end"},
    };
    for (int round = 0; round < 2; round++) {
      for (String[] question : questions) {
        String expected = answer(question, "--no-index");
        for (int time = 0; time < 3; time++) {
          assertThat(answer(question)).as(String.join(" ", question)).isEqualTo(expected);
        }
      }
      // Another content of the same length.
      Files.writeString(other, Files.readString(other).replace("more", "less"));
    }
  }

  @Test
  @DisplayName("copies, comparisons, drawings and pages of a file with an index are those without")
  void lasting() throws IOException {
    String file = snapshot().toString();
    Path index = folder.resolve("app.heapsnapshot.lexscope");
    String[] diff = {"diff", file, file};
    assertThat(answer(diff, "--no-index")).isEqualTo(answer(diff)).isEqualTo(answer(diff));
    assertThat(index).exists();
    for (String[] writing :
        new String[][] {
          {"snapshot", file, "-o", "OUT.heapsnapshot"},
          {"snapshot", file, "-o", "OUT.hprof"},
          {"report", file, "-o", "OUT.html"},
          {"report", file, file, "-o", "OUT.html"},
          {"draw", "closure:onClick", file, "-o", "OUT.svg"},
        }) {
      List<byte[]> written = new ArrayList<>();
      for (int time = 0; time < 3; time++) {
        Path out = folder.resolve(writing[writing.length - 1].replace("OUT", "out"));
        String[] words = Arrays.copyOf(writing, writing.length + (time == 0 ? 1 : 0));
        words[writing.length - 1] = out.toString();
        if (time == 0) {
          words[writing.length] = "--no-index";
          Files.deleteIfExists(index);
        }
        assertThat(answer(words)).startsWith(ExitCode.DONE.toString());
        written.add(Files.readAllBytes(out));
      }
      assertThat(written.get(1)).as(String.join(" ", writing)).isEqualTo(written.get(0));
      assertThat(written.get(2)).as(String.join(" ", writing)).isEqualTo(written.get(0));
    }
  }

  @Test
  @DisplayName("an interrupt ends the verb that reads a snapshot, and leaves the thread as it was")
  void interrupted() {
    Interruption interruption = new Interruption();
    AtomicInteger reads = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            if (reads.incrementAndGet() == 20) {
              interruption.request();
            }
            Arrays.fill(bytes, from, from + count, (byte) ' ');
            return count;
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            endless,
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            interruption);
    ExitCode code = new Dispatcher(streams, Verbs.all()).run(List.of("histo", "-"));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString(UTF_8)).isEqualTo("interrupted\n");
    interruption.request();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
