package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Stepper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code that an observer evaluates: while a program is idle, and where it stands.
final class EvaluatorTest {
  @TempDir Path folder;
  private final List<String> shown = new ArrayList<>();

  private Host host() {
    return Host.create(
        HostOptions.defaults(
            new ConsoleSink() {
              @Override
              public void out(String lines) {
                shown.add("printed " + lines.strip());
              }

              @Override
              public void err(String lines) {
                shown.add("printed " + lines.strip());
              }
            }));
  }

  /// Evaluates texts at each `debugger` statement of a program.
  private List<String> at(String program, String... texts) throws IOException {
    Path file = folder.resolve("p.js");
    Files.writeString(file, program);
    Host host = host();
    Evaluator evaluator = new Evaluator(host, file);
    host.machine()
        .setStepper(
            new Stepper() {
              @Override
              public void statement(Frame frame) {
                assertThat(frame.depth()).isPositive();
              }

              @Override
              public void debuggerStatement(Frame frame) {
                for (String text : texts) {
                  RunOutcome outcome = evaluator.evaluateAt(frame, text, shown::add);
                  if (!(outcome instanceof RunOutcome.Completed)) {
                    shown.add(outcome.report().lines().findFirst().orElse(""));
                  }
                }
              }
            });
    RunOutcome outcome = Host.onGuestThread(() -> host.run(file));
    shown.add(outcome.getClass().getSimpleName());
    return shown;
  }

  @Test
  void bindingsInRegistersAndInRecordsAreReadWhereTheProgramStands() throws IOException {
    assertThat(
            at(
                """
                function outer(captured) {
                  let own = 1;
                  for (const each of [10]) {
                    let inner = each * 2;
                    debugger;
                  }
                  return () => captured;
                }
                outer('c');
                """,
                "own + ' ' + each + ' ' + inner + ' ' + captured"))
        .containsExactly("'1 10 20 c'", "Completed");
  }

  @Test
  void whatIsAssignedIsWrittenBack() throws IOException {
    assertThat(
            at(
                """
                function f() {
                  let count = 1;
                  debugger;
                  if (count !== 41) throw new Error('not written back: ' + count);
                }
                f();
                """,
                "count = 40",
                "count++",
                "count"))
        .containsExactly("40", "40", "41", "Completed");
  }

  @Test
  void deadZonesAndConstantsAreThoseOfTheProgram() throws IOException {
    assertThat(
            at(
                """
                function f() {
                  const fixed = 1;
                  debugger;
                  let later = 2;
                  return fixed + later;
                }
                f();
                """,
                "later",
                "fixed = 2",
                "typeof absent"))
        .containsExactly(
            "Uncaught ReferenceError: Cannot access 'later' before initialization",
            "Uncaught TypeError: Assignment to constant variable.",
            "'undefined'",
            "Completed");
  }

  @Test
  void thisIsThatOfTheStandingFunction() throws IOException {
    assertThat(
            at(
                """
                class A {
                  #secret = 7;
                  constructor() { this.name = 'a'; }
                  method() {
                    debugger;
                    [1].forEach(() => { debugger; });
                  }
                }
                new A().method();
                """,
                "this.name",
                "this.#secret"))
        .containsExactly("'a'", "7", "'a'", "7", "Completed");
  }

  @Test
  void aClosureKeepsTheBindingsThatItWasMadeWith() throws IOException {
    assertThat(
            at(
                """
                function f() {
                  let local = 'kept';
                  debugger;
                }
                f();
                if (globalThis.saved() !== 'kept') throw new Error('lost');
                """,
                "globalThis.saved = () => local; 0"))
        .containsExactly("0", "Completed");
  }

  @Test
  void varsOfSloppyCodeDoNotLeak() throws IOException {
    assertThat(
            at(
                """
                function f() { debugger; return typeof fresh; }
                if (f() !== 'undefined') throw new Error('leaked');
                """,
                "var fresh = 1; fresh"))
        .containsExactly("1", "Completed");
  }

  @Test
  void anIdleModulesBindingsAreSeenByWhatDeclaresNothing() throws IOException {
    Path file = folder.resolve("m.mjs");
    Files.writeString(file, "let count = 1; export const read = () => count;");
    Host host = host();
    Evaluator evaluator = new Evaluator(host, file);
    Host.onGuestThread(() -> {
      host.run(file);
      evaluator.evaluate("count += 1", shown::add);
      evaluator.evaluate("read()", shown::add);
      evaluator.evaluate("{ a: count }", shown::add);
      evaluator.evaluate("let own = 3", shown::add);
      evaluator.evaluate("own", shown::add);
      return evaluator.evaluate("Promise.resolve(4).then(v => console.log(v))", shown::add);
    });
    assertThat(shown)
        .containsExactly(
            "2", "2", "{ a: 2 }", "undefined", "3", "Promise { <pending> }", "printed 4");
  }

  @Test
  void aTextThatThrowsLeavesTheProgramIdle() {
    Host host = host();
    Evaluator evaluator = new Evaluator(host, null);
    RunOutcome outcome =
        Host.onGuestThread(() -> evaluator.evaluate("throw new Error('no')", shown::add));
    assertThat(outcome.report()).startsWith("Uncaught Error: no");
    assertThat(Host.onGuestThread(() -> evaluator.evaluate("let = =", shown::add)).report())
        .contains("SyntaxError");
    assertThat(Host.onGuestThread(() -> evaluator.evaluate("1 + 1", shown::add)))
        .isEqualTo(new RunOutcome.Completed());
    assertThat(shown).containsExactly("2");
  }
}
