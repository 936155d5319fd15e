package lexscope.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.Host;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.DominatorListing;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--at NAME`: questions about moments of a run.
final class NamedSnapshotsTest {
  private static final String ROUNDS =
      """
      const kept = [];
      function round(n) {
        const big = new Array(100 * n).fill(n);
        kept.push(() => big);
        debugger;
      }
      round(1);
      lexscope.snapshot('first');
      round(2);
      lexscope.snapshot('first');
      kept.length = 0;
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private String file = "";

  @BeforeEach
  void writeProgram() throws IOException {
    file = Files.writeString(folder.resolve("rounds.js"), ROUNDS).toString();
  }

  @Test
  void aSnapshotShowsTheHeapOfItsMoment() {
    assertThat(line.run("retained", "--at", "first", "binding:round.big", file))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("rounds.js at first,", "retains 848 B in 1 node");
    line.run("retained", "--at", "first#2", "binding:round.big", file);
    assertThat(line.out()).contains("rounds.js at first#2,", "retains 1.6 kB", "2 are meant");
    line.run("why", "binding:round.big", file);
    assertThat(line.out()).contains("not alive");
    line.run("why", "--at", "end", "binding:round.big", file);
    assertThat(line.out()).contains("not alive");
  }

  @Test
  void aDebuggerStatementIsNamedByItsPlaceAndCounted() {
    line.run("why", "--at", "rounds.js:5", "binding:round.big", file);
    assertThat(line.out())
        .contains("rounds.js:5,", "execution context stack round", "LexicalEnvironment")
        .doesNotContain("are meant");
    line.run("why", "--at", file + ":5#2", "binding:round.big", file);
    assertThat(line.out()).contains("rounds.js:5#2,", "2 are meant");
  }

  @Test
  void everyVerbTakesIt() {
    for (List<String> words :
        List.of(
            List.of("histo"),
            List.of("dominators"),
            List.of("records"),
            List.of("compare"),
            List.of("why", "closure:round"),
            List.of("retained", "closure:round"),
            List.of("cut", "closure:round"))) {
      var all = new java.util.ArrayList<>(words);
      all.addAll(List.of("--json", "--at", "first", file));
      assertThat(line.run(all.toArray(String[]::new)))
          .as(words.toString())
          .isEqualTo(ExitCode.DONE);
      assertThat(JsonParser.parseString(line.out()).getAsJsonObject().get("at").getAsString())
          .as(words.toString())
          .isEqualTo("first");
    }
    String output = folder.resolve("first.heapsnapshot").toString();
    assertThat(line.run("snapshot", "--at", "first", file, "-o", output)).isEqualTo(ExitCode.DONE);
    line.run("histo", "--json", "--at", "first", output);
    String fromFile = line.out();
    line.run("histo", "--json", "--at", "first", file);
    assertThat(fromFile.replace(output, file)).isEqualTo(line.out());
    assertThat(line.run("histo", "--at", "second", output)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("no snapshot 'second'", "'first'");
  }

  @Test
  void aNameThatThereWasNotIsToldWithThoseThatThereWere() {
    assertThat(line.run("histo", "--at", "third", file)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.out()).isEmpty();
    assertThat(line.err())
        .isEqualTo(
            file
                + ": no snapshot 'third'; there were: "
                + file
                + ":5 (to "
                + file
                + ":5#2), first (to first#2), end"
                + System.lineSeparator());
    line.run("histo", "--json", "--at", "third", file);
    assertThat(JsonParser.parseString(line.out()).getAsJsonObject().get("error").getAsString())
        .contains("no snapshot 'third'");
  }

  @Test
  void diffAsksOneRunAtSeveralMoments() {
    assertThat(line.run("diff", "--at", "first,first#2", file)).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("joined by ids", "round");
    assertThat(line.run("diff", "--at", "first,first#2,end", "--json", file))
        .isEqualTo(ExitCode.DONE);
    assertThat(JsonParser.parseString(line.out()).getAsJsonObject().get("snapshots").toString())
        .isEqualTo("[\"first\",\"first#2\",\"end\"]");
    assertThat(line.run("diff", "--at", "first", file)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void askingInBetweenChangesNothing() throws IOException {
    String program =
        """
        const kept = [];
        const registry = new FinalizationRegistry((name) => kept.push(name));
        for (let i = 0; i < 50; i++) {
          registry.register({ i }, i);
          kept.push({ text: 'a' + i, ref: new WeakRef({}) });
          debugger;
          lexscope.snapshot('s' + i);
        }
        """;
    String asked = Files.writeString(folder.resolve("asked.js"), program).toString();
    String undisturbed = endOf(asked, List.of("end"));
    assertThat(endOf(asked, List.of("s0", "asked.js:6", "s30", "asked.js:6#50", "end")))
        .isEqualTo(undisturbed);
  }

  /// What is alive at the end of a run that is asked at these moments, ids included.
  private static String endOf(String program, List<String> moments) {
    return Host.onGuestThread(() -> {
      Streams streams =
          new Streams(
              InputStream.nullInputStream(),
              new PrintStream(OutputStream.nullOutputStream()),
              new PrintStream(OutputStream.nullOutputStream()),
              false,
              false,
              new Interruption());
      Arguments arguments = Arguments.parse(CommonOptions.ofQuestions(), List.of());
      Programs programs = Programs.of(arguments, streams, CapturePolicy.UNION, false);
      HeapFile.Asked<String> asked =
          HeapFile.ask(
              program,
              programs,
              moments,
              heap -> {
                DominatorTree tree = HeapQuestion.tree(heap, arguments);
                return JsonReport.dominators(
                    tree.graph().info(),
                    tree.rule(),
                    DominatorListing.of(
                        tree, new DominatorListing.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 0)),
                    JsonRows.ALL);
              },
              new PendingIndexes(programs));
      assertThat(asked.answers()).hasSize(moments.size());
      return asked.answers().getLast();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"middle", "end"})
  void anInterruptedQuestionEndsTheProgramThatIsAskedToo(String moment) throws IOException {
    String program =
        Files.writeString(
                folder.resolve("asked.js"),
                "console.log('before'); lexscope.snapshot('middle'); console.log('after');")
            .toString();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Interruption interruption = new Interruption();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(new BufferedOutputStream(out)),
            new PrintStream(OutputStream.nullOutputStream()),
            false,
            false,
            interruption);
    Arguments arguments = Arguments.parse(CommonOptions.ofQuestions(), List.of());
    Programs programs = Programs.of(arguments, streams, CapturePolicy.UNION, false);
    HeapFile.Asked<Integer> asked =
        Host.onGuestThread(() ->
            HeapFile.ask(
                program,
                programs,
                List.of(moment),
                heap -> {
                  // What was printed is out before the question is asked.
                  assertThat(out.toString(UTF_8)).startsWith("before\n");
                  interruption.request();
                  return HeapQuestion.tree(heap, arguments).graph().nodeCount();
                },
                new PendingIndexes(programs)));
    assertThat(asked.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(asked.message()).isEqualTo("interrupted");
    assertThat(asked.answers()).isEmpty();
    assertThat(out.toString(UTF_8))
        .isEqualTo(moment.equals("end") ? "before\nafter\n" : "before\n");
  }

  @Test
  void whatFailsInAQuestionFailsTheCommandAndNotTheProgram() throws IOException {
    String fails =
        Files.writeString(
                folder.resolve("fails.js"),
                "globalThis.o = [1]; lexscope.snapshot('before'); throw new Error('after');")
            .toString();
    assertThat(line.run("why", "--at", "before", "class:Array", fails))
        .isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(line.out()).contains("at before");
    assertThat(line.err()).contains("Error: after");
  }

  @Test
  void eachVerbThatTakesItSaysHowSnapshotsAreNamed() {
    line.run("why", "--help");
    assertThat(line.out()).contains("--at NAME", "lexscope.snapshot(\"NAME\")", "FILE:LINE", "#2");
  }
}
