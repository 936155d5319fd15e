package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import lexscope.shell.steps.StepRecorder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `trace` on the command line: text, JSON, pages, exit codes.
class TraceCommandTest {
  @TempDir Path folder = Path.of("");
  private final CommandLine line = new CommandLine();

  private String file(String name, String program) throws IOException {
    return Files.writeString(folder.resolve(name), program).toString();
  }

  private String counter() throws IOException {
    return file(
        "counter.js",
        """
        function makeCounter() {
          let count = 0;
          return () => ++count;
        }
        let next = makeCounter();
        console.log(next());
        next = null;
        """);
  }

  @Test
  @DisplayName("through a pipe it prints what changes with each step, and no key is waited for")
  void text() throws IOException {
    String file = counter();
    assertThat(line.run("trace", file)).isEqualTo(ExitCode.DONE);
    assertThat(line.out().replace(file, "counter.js").replaceAll("#\\d+", "#N"))
        .isEqualTo(
            """
            counter.js, policy whole

            step 1  counter.js:1:1
              stack: (top level) [ER1]
              + ER1 GlobalEnvironmentRecord { next: uninitialized, makeCounter: function makeCounter #N, [[OuterEnv]]: null }
              + function makeCounter #N { [[Environment]]: ER1 }

            step 2  counter.js:5:1
              stack: (top level) [ER1]

            step 3  counter.js:2:3
              stack: makeCounter [ER2] ← (top level) [ER1]
              + ER2 FunctionEnvironmentRecord of makeCounter { count: uninitialized, [[OuterEnv]]: ER1 }

            step 4  counter.js:3:3
              stack: makeCounter [ER2] ← (top level) [ER1]
              ~ ER2 FunctionEnvironmentRecord of makeCounter { count: 0 }

            step 5  counter.js:6:1
              stack: (top level) [ER1]
              ~ ER1 GlobalEnvironmentRecord { next: function (anonymous) #N }
              + function (anonymous) #N { [[Environment]]: ER2 }

            step 6  counter.js:3:16
              stack: (anonymous) [ER3 without bindings] ← (top level) [ER1]
              + ER3 FunctionEnvironmentRecord of (anonymous) { [[OuterEnv]]: ER2 }

            step 7  counter.js:7:1
              stack: (top level) [ER1]
              ~ ER2 FunctionEnvironmentRecord of makeCounter { count: 1 }
              - ER3 FunctionEnvironmentRecord of (anonymous) is dead: the context of (anonymous) held it (its bindings in registers)
              > 1

            step 8  the program has ended
              ~ ER1 GlobalEnvironmentRecord { next: null }
              - ER2 FunctionEnvironmentRecord of makeCounter is dead: function (anonymous) #N held it ([[Environment]])
              - function (anonymous) #N is dead: ER1 GlobalEnvironmentRecord held it (binding next)
            """);
    assertThat(line.err()).isEmpty();
  }

  @Test
  @DisplayName(
      "--json prints one object a step and one at the end; the program's output goes aside")
  void json() throws IOException {
    assertThat(line.run("trace", "--json", "--policy", "used", counter())).isEqualTo(ExitCode.DONE);
    List<JsonObject> lines =
        line.out().lines().map(each -> JsonParser.parseString(each).getAsJsonObject()).toList();
    assertThat(lines).hasSize(9);
    JsonObject fourth = lines.get(3);
    assertThat(fourth.get("policy").getAsString()).isEqualTo("used");
    assertThat(fourth.get("step").getAsInt()).isEqualTo(4);
    assertThat(fourth.get("place").getAsString()).endsWith("counter.js:3:3");
    assertThat(fourth.getAsJsonArray("contexts")).hasSize(2);
    JsonObject record = fourth.getAsJsonArray("records").get(1).getAsJsonObject();
    assertThat(record.get("name").getAsString()).isEqualTo("ER2");
    assertThat(record.getAsJsonArray("rows").get(0).toString())
        .isEqualTo("{\"kind\":\"binding\",\"name\":\"count\",\"value\":\"0\"}");
    assertThat(lines.get(6).getAsJsonArray("printed").toString())
        .isEqualTo("[{\"stream\":\"out\",\"text\":\"1\"}]");
    assertThat(lines.get(7).getAsJsonArray("gone")).hasSize(3);
    assertThat(lines.get(8).get("steps").getAsInt()).isEqualTo(8);
    assertThat(lines.get(8).get("cut").isJsonNull()).isTrue();
    assertThat(line.err()).isEqualTo("1\n");
  }

  @Test
  @DisplayName("-o writes a page; the program prints as ever")
  void page() throws IOException {
    String out = folder.resolve("steps.html").toString();
    assertThat(line.run("trace", counter(), "-o", out)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).isEqualTo("1\n");
    assertThat(line.err()).isEmpty();
    String page = Files.readString(Path.of(out));
    assertThat(page).startsWith("<!DOCTYPE html>").contains("counter.js step by step</title>");
    assertThat(line.run("trace", counter(), counter(), "-o", out, "--predict"))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).as("what is to be guessed").isEmpty();
    assertThat(Files.readString(Path.of(out))).contains("{\"predict\":true");
  }

  @Test
  @DisplayName("a run is cut after --max-steps, and says so in each form")
  void cut() throws IOException {
    String endless = file("endless.js", "let i = 0;\nfor (;;) i++;\n");
    assertThat(line.run("trace", "--max-steps", "7", endless)).isEqualTo(ExitCode.DONE);
    String note = "cut after 7 steps: the program goes on (--max-steps N records more)";
    assertThat(line.out())
        .contains("step 7 ")
        .doesNotContain("step 8 ")
        .endsWith("\n" + note + "\n");
    assertThat(line.run("trace", "--max-steps", "7", "--json", endless)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).endsWith("\"steps\":7,\"cut\":\"" + note + "\"}\n");
    String out = folder.resolve("cut.html").toString();
    assertThat(line.run("trace", "--max-steps", "7", endless, "-o", out)).isEqualTo(ExitCode.DONE);
    assertThat(line.err()).isEqualTo(endless + ": " + note + "\n");
    assertThat(Files.readString(Path.of(out))).contains(note);
    assertThat(line.run("trace", endless)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("cut after 1000 steps");
  }

  @Test
  @DisplayName("an error that is not caught is the last step, and the exit code is 1")
  void failure() throws IOException {
    String failing = file("failing.js", "let a = 1;\nfunction f() { a.b.c; }\nf();\n");
    assertThat(line.run("trace", failing)).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out())
        .contains("the program failed at " + failing + ":2:")
        .contains("  ! TypeError: Cannot read properties of undefined (reading 'c')");
    String out = folder.resolve("failing.html").toString();
    assertThat(line.run("trace", failing, "-o", out)).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(Path.of(out)).exists();
    assertThat(line.err()).contains("TypeError");
    String exiting = file("exiting.js", "process.exit(3);\n");
    assertThat(line.run("trace", exiting)).isEqualTo(ExitCode.ofProgram(3));
  }

  @Test
  @DisplayName("files that are no programs end with 3, other files are traced all the same")
  void badFiles() throws IOException {
    String snapshot = file("a.heapsnapshot", "{}");
    assertThat(line.run("trace", snapshot)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("a snapshot has no steps");
    String missing = folder.resolve("none.js").toString();
    assertThat(line.run("trace", "--json", missing, counter())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.out().lines().findFirst().orElse("")).contains("\"error\":");
    assertThat(line.out().lines()).hasSize(10);
    String broken = file("broken.js", "let = = 1;");
    assertThat(line.run("trace", broken)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("SyntaxError");
    String nowhere = folder.resolve("none/steps.html").toString();
    assertThat(line.run("trace", counter(), "-o", nowhere)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("cannot be written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trace",
        "trace a.js b.js c.js",
        "trace a.js -o steps.pdf",
        "trace a.js --json -o steps.html",
        "trace a.js --predict",
        "trace a.js --predict --json",
        "trace a.js --max-steps 0",
        "trace a.js --max-steps many",
        "trace a.js --policy most",
      })
  @DisplayName("wrong words end with 2 and one line")
  void usage(String words) {
    assertThat(line.run(words.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(line.err().lines()).hasSize(1);
    assertThat(line.err()).contains("(see: lexscope trace --help)");
    assertThat(line.out()).isEmpty();
  }

  private static final String BUSY =
      """
      class Store {
        #rows = new Map();
        put(key, value) { this.#rows.set(key, value); return this; }
        *keys() { yield* this.#rows.keys(); }
      }
      const store = new Store();
      const later = [];
      for (let i = 0; i < 30; i++) {
        const text = 'row ' + i;
        store.put(i, { text, show: () => text });
        if (i % 3 === 0) later.push(() => i);
      }
      async function work() {
        for (const key of store.keys()) {
          if (key % 10 === 0) await key;
        }
        return later.map((each) => each()).join();
      }
      setTimeout(() => work().then((all) => console.log(all)), 5);
      let ref = new WeakRef({});
      console.log(store.put(31, Math.max(...later.map((f) => f()))).constructor.name);
      """;

  @Test
  @DisplayName("a traced run prints the same, and leaves the same heap with the same ids")
  void unchanged() throws IOException {
    Path file = Files.writeString(folder.resolve("busy.js"), BUSY);
    assertThat(line.run("run", file.toString())).isEqualTo(ExitCode.DONE);
    String plain = line.out();
    assertThat(line.run("trace", file.toString(), "-o", folder.resolve("busy.html").toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).isEqualTo(plain).contains("Store\n");
    for (CapturePolicy policy :
        List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED)) {
      assertThat(heap(file, policy, true).equals(heap(file, policy, false)))
          .as("the snapshots under %s are the same byte for byte", policy)
          .isTrue();
    }
  }

  private static String heap(Path file, CapturePolicy policy, boolean traced) {
    return Host.onGuestThread(() -> {
      StepRecorder recorder = new StepRecorder(policy, 100_000, ConsoleSink.silent(), _ -> {});
      Host host = Host.create(HostOptions.defaults(recorder.console()));
      if (traced) {
        recorder.observe(host);
      }
      RunOutcome outcome = host.run(file);
      if (traced) {
        assertThat(recorder.finish("busy.js", outcome).steps()).hasSizeGreaterThan(200);
      }
      SnapshotGraph graph = HeapFile.standing(file.toString(), "end", host, "").graph(policy);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        HeapSnapshotWriter.write(graph, out);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return out.toString(StandardCharsets.UTF_8);
    });
  }

  @Test
  @DisplayName("a request to end ends the run at once, with 130")
  void interrupted() throws IOException {
    String endless = file("endless.js", "let i = 0;\nfor (;;) i++;\n");
    Interruption interruption = new Interruption();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream watched =
        new OutputStream() {
          @Override
          public void write(int value) {
            out.write(value);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
            if (out.toString(StandardCharsets.UTF_8).contains("step 5 ")) {
              interruption.request();
            }
          }
        };
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(watched, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            interruption);
    ExitCode code =
        Host.onGuestThread(() ->
            new Dispatcher(streams, Verbs.all())
                .run(List.of("trace", "--max-steps", "1000000", endless)));
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("step 5 ").doesNotContain("step 9 ");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("interrupted\n");
  }
}
