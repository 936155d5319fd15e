package lexscope.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The shell's own verbs, from a pipe.
@Timeout(120)
final class PipedSessionTest {
  @TempDir Path folder;
  private Path program = Path.of("app.js");
  private String out = "";
  private String err = "";

  @BeforeEach
  void writeProgram() throws IOException {
    program = folder.resolve("app.js");
    try (var in = Objects.requireNonNull(PipedSessionTest.class.getResourceAsStream("app.js"))) {
      Files.write(program, in.readAllBytes());
    }
  }

  private ExitCode shell(String file, String... lines) {
    PipedShell shell = new PipedShell(folder);
    ExitCode code = shell.run(file, lines);
    out = shell.out();
    err = shell.err();
    return code;
  }

  private ExitCode app(String... lines) {
    return shell(program.toString(), lines);
  }

  @Test
  void theProgramRunsOnceForAllQuestions() {
    assertThat(app("histo --rows 1", "histo --rows 1", "why closure:onClick", "policy used"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.split("done 6", -1)).hasSize(2);
    assertThat(out).contains("policy whole", "policy used");
    assertThat(err).isEmpty();
  }

  @Test
  void marksAreComparedAndTheProgramSetsSomeItself() {
    app("mark a", "listeners.pop(); 0", "diff a", "mark b", "diff a b", "mark", "diff first a");
    assertThat(out)
        .contains("from app.js at a to app.js, edge rule strong, joined by ids")
        .contains("from app.js at a to app.js at b")
        .containsPattern("-1 +3 +closure +onClick")
        .contains("first: app.js at first")
        .containsPattern("\\+1 +4 +closure +onClick");
    assertThat(err).isEmpty();
  }

  @Test
  void marksOfDifferentPoliciesAreNotCompared() {
    assertThat(app("mark a", "policy used", "diff a")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("traced under different policies, whole and used");
  }

  @Test
  void whatIfSaysWhatWouldGoAndChangesNothing() {
    app(
        "whatif binding:attach.cache",
        "whatif closure:onClick",
        "whatif binding:attach.session",
        "histo --rows 1");
    assertThat(out)
        .contains("64.2 kB in 4 nodes would go")
        .contains("68.9 kB in 31 nodes would go")
        .containsPattern("4 +object +Session")
        .endsWith("… and 534 more kinds\n");
  }

  @Test
  void whatIfKnowsOtherPaths() {
    app("globalThis.alias = listeners[0]; 0", "goto #2121", "whatif #2121.0");
    assertThat(out).contains("nothing would go", "closure onClick (app.js:13:3) #2132 would stay");
  }

  @Test
  void theHeapIsWalkedAsABrowserIs() {
    app("goto closure:onClick", "goto 1", "back", "forward", "back", "retainers", "forward");
    assertThat(out.lines().filter(line -> line.endsWith("in 1 node")).toList()).isEmpty();
    assertThat(out).contains("ER5 FunctionEnvironmentRecord of attach (app.js:8:1) #2130: 88 B");
    assertThat(out.split("closure onClick \\(app.js:13:3\\) #2132: 64 B itself", -1)).hasSize(5);
    assertThat(app("back")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(app("refs")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aProgramStopsWhereAClosureIsMade() {
    app("break alloc onClick", "run", "where", "continue", "break");
    assertThat(out)
        .containsPattern("breakpoint 1: closure onClick #\\d+ \\(app.js:13:3\\) was made: app.js:9")
        .contains("1  alloc onClick  stood there 2 times");
  }

  @Test
  void aBreakpointInALineWithoutAStatementStandsAtTheNextOne() {
    assertThat(app("break 8", "break 12", "break app.js:15", "break 999"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out)
        .contains("breakpoint 1 at app.js:8 (counts")
        .contains("breakpoint 2 at app.js:12 (counts")
        .contains("breakpoint 3 at app.js:15 (counts");
    assertThat(err).contains("app.js:999: neither this line nor any after it has a statement");
    app("break 3", "break 6", "run");
    assertThat(out)
        .contains("breakpoint 1 at app.js:3 (counts")
        .contains("breakpoint 2 at app.js:7, since line 6 has no statement")
        .contains("breakpoint 2: app.js:7");
  }

  @Test
  void whatIsAwaitedIsShownWhenItIsThere() {
    app(
        "const late = (x) => new Promise(done => setTimeout(() => done(x), 5000))",
        "await late(42)",
        "const answer = await late('kept'), plain = 1",
        "answer + plain",
        "let { length } = await late('four!'); length",
        "for await (const each of [late(1), late(2)]) console.log('got', each)",
        "await Promise.reject(new Error('refused'))",
        "await new Promise(() => {})",
        "async function twice(x) { return (await late(x)) * 2 }; await twice(4)",
        "class Box {}; await 0; new Box()");
    assertThat(out)
        .contains("\n42\n", "\n'kept1'\n", "\n5\n", "got 1\ngot 2\n", "\n8\n", "\nBox {}\n")
        .contains("Promise { <pending> }");
    assertThat(err).startsWith("Uncaught Error: refused");
  }

  @Test
  void awaitingGoesOnInTheNextLineIfItMust() {
    app("await Promise.all([", "  1, 2", "])", "var await = 3", "await + 1");
    assertThat(out).contains("[ 1, 2 ]").endsWith("4\n");
  }

  @Test
  void stepsGoIntoCallsAndNextGoesOverThem() {
    app("break 21", "run", "step", "finish", "next", "continue");
    assertThat(out).contains("app.js:9 in attach\n→ 9    const cache").endsWith("done 6\n");
    assertThat(err).isEmpty();
  }

  @Test
  void questionsAreAboutTheMomentWhereTheProgramStands() {
    app("break 14", "run", "histo --rows 1", "records", "why record:attach", "continue");
    assertThat(out)
        .contains("app.js at app.js:14, policy whole")
        .contains("execution context of onClick (app.js:14:5), running")
        .contains("record:attach is ER5");
  }

  @Test
  void lookingWhereItStandsChangesNoIdOfTheEnd() {
    app("why closure:onClick");
    String plain = out;
    app(
        "break 14",
        "run",
        "records",
        "env",
        "policy used",
        "histo",
        "policy whole",
        "delete 1",
        "continue",
        "why closure:onClick");
    assertThat(out).endsWith(plain.substring(plain.indexOf("app.js, policy")));
  }

  @Test
  void codeMayBeEvaluatedWhereItStandsAndBreakpointsHoldInIt() {
    app("break onClick", "run", "delete 1", "event + 1", "count = 7; count", "continue", "total");
    assertThat(out).contains("\n1\n", "\n7\n").endsWith("done 6\n6\n");
    app(
        "break onClick",
        "run",
        "continue",
        "continue",
        "continue",
        "listeners[0]('x')",
        "where",
        "continue");
    assertThat(out).endsWith("'ax'\n");
  }

  @Test
  void virtualTimePassesWhenItIsToldTo() {
    app("setTimeout(() => console.log('fired'), 500); 0", "wait 499", "'not yet'", "wait 1");
    assertThat(out).endsWith("0\n'not yet'\nfired\n");
  }

  @Test
  void whatFailsIsToldInOneLine() {
    assertThat(app("nosuch()")).isEqualTo(ExitCode.GUEST_FAILED);
    assertThat(err).startsWith("Uncaught ReferenceError: nosuch is not defined");
    assertThat(app("histoo app.js")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).endsWith("lexscope: no verb 'histoo'; did you mean 'histo'?\n");
    assertThat(app("continue")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(app("policy nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(app("goto closure:absent")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("closure:absent: not alive under whole");
    assertThat(shell(folder.resolve("absent.js").toString(), "histo"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).isEqualTo("lexscope: absent.js: no such file\n");
  }

  @Test
  void aSnapshotFileIsReadOnceAndHasNoProgram() {
    Path file = folder.resolve("app.heapsnapshot");
    app("export " + file);
    assertThat(out).endsWith("written: app.heapsnapshot\n");
    shell(file.toString(), "histo --rows 1", "goto closure:onClick", "1 + 1", "step", "policy v8");
    assertThat(out).contains("closure onClick (app.js:13:3)");
    assertThat(err)
        .contains("a snapshot runs no JavaScript")
        .contains("this needs a program")
        .contains("a snapshot shows one policy only");
  }

  @Test
  void everyVerbIsExplainedWithAnExample() {
    app("help");
    List<String> verbs =
        out.lines()
            .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertThat(verbs).contains("histo", "why", "policy", "step", "whatif", "goto", "export");
    app(verbs.stream().map(verb -> "help " + verb).toArray(String[]::new));
    assertThat(out.split("Example:\n  \\S", -1).length).isGreaterThan(verbs.size());
    assertThat(err).isEmpty();
  }

  @Test
  void aVerbsNameMayStillBeAVariable() {
    app("next = 5", "= next", "step = 1", "var run = (x) => x + 1", "run(2)");
    assertThat(out).endsWith("5\n5\n1\nundefined\n3\n");
  }

  @Test
  void linksAreForTerminalsThatAreKnownToTakeThem() {
    assertThat(Links.isUnderstood(java.util.Map.of("TERM", "xterm"))).isFalse();
    assertThat(Links.isUnderstood(java.util.Map.of("TERM", "xterm-kitty"))).isTrue();
    assertThat(Links.isUnderstood(java.util.Map.of("VTE_VERSION", "7600"))).isTrue();
    assertThat(Links.isUnderstood(java.util.Map.of("TERM", "foot", "FORCE_HYPERLINK", "0")))
        .isFalse();
    Links links = new Links(id -> id == 12 ? program + ":3" : null);
    String url = program.toUri().toString();
    assertThat(links.of("ER1 #12 #13 (" + program + ":7:1)", true))
        .contains("\u001b]8;;" + url + "#L3\u001b\\", "\u001b]8;;" + url + "#L7\u001b\\");
    assertThat(Stream.of(links.of("a #13", true))).noneMatch(line -> line.contains("]8;;"));
  }
}
