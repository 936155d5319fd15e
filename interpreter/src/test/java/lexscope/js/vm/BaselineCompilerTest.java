package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.source.SourceText;
import org.junit.jupiter.api.Test;

class BaselineCompilerTest {
  private static final ConsoleSink NOWHERE =
      new ConsoleSink() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
      };

  /// Runs a script and gives the code of its global function `f`.
  private static CodeBlock code(String text, int compileAfter) {
    return Host.onGuestThread(() -> {
      Host host = Host.create(HostOptions.defaults(NOWHERE));
      Machine machine = host.machine();
      machine.compileAfter(compileAfter);
      host.run(new SourceText("test.js", text));
      var function =
          (EcmaScriptFunction) machine.evaluation().runScript(new SourceText("question", "f"));
      return function.template().codeOrNull();
    });
  }

  @Test
  void codeIsCompiledWhenItWasCalledOftenEnough() {
    String fourCalls = "function f() { return 1; } f(); f(); f(); f();";
    assertNotNull(code(fourCalls, 4).compiledCode());
    assertNull(code(fourCalls, 5).compiledCode());
  }

  @Test
  void aLoopThatRunsForLongGoesOnInCompiledCode() {
    String oneCall = "function f() { let n = 0; for (let i = 0; i < 2000; i++) n += i; return n; }";
    assertNotNull(code(oneCall + " f();", 100).compiledCode());
    assertEquals(
        "4999950000",
        Running.script("let n = 0; for (let i = 0; i < 100000; i++) n += i; console.log(n);"));
  }

  @Test
  void codeWhoseMethodWouldBeTooLongForTheJvmStaysInterpreted() {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      statements.add("n = n * 3 + o.p" + i + ";");
    }
    String function = "function f(o) { let n = 0; " + String.join(" ", statements) + " return n; }";
    assertNull(code(function + " f({});", 1).compiledCode());
    assertNotNull(code("function f(o) { return o.p; } f({});", 1).compiledCode());
  }

  @Test
  void aBindingCapturedInALoopIsTheOneOfItsRound() {
    assertEquals(
        "0,1,2",
        Running.script(
            "const all = []; for (let i = 0; i < 3; i++) all.push(() => i);"
                + "console.log(all.map(f => f()).join());"));
  }

  @Test
  void aHandlerSeesTheRegistersAsTheyWereAtTheThrow() {
    assertEquals(
        "2 second",
        Running.script(
            """
            function f(fail) {
              let at = 0, name = 'none';
              try {
                at = 1; name = 'first'; fail(1);
                at = 2; name = 'second'; fail(2);
                at = 3; name = 'third';
              } catch (e) {
                return at + ' ' + name;
              }
            }
            console.log(f(n => { if (n === 2) throw n; }));
            """));
  }

  @Test
  void guestCodeThatRunsInAnOperatorSeesAndKeepsWhatIsNeededLater() {
    assertEquals(
        "7 true",
        Running.scriptUnderStress(
            """
            function f(a, b) {
              const kept = { sum: 0 }, weak = new WeakRef(kept);
              const sum = a + b;
              return sum + ' ' + (weak.deref() === kept);
            }
            const box = n => ({ valueOf() { let waste = []; for (let i = 0; i < 9; i++) waste = [waste]; return n; } });
            console.log(f(box(3), box(4)));
            """));
  }

  @Test
  void anErrorTellsThePlaceOfTheInstruction() {
    String stack =
        Running.script(
            """
            function f(o) {
              const n = 1;
              return o.missing.deep + n;
            }
            try { f({}); } catch (e) { console.log(e.stack); }
            """);
    assertTrue(stack.contains("f (test.js:3:20)"), stack);
  }

  @Test
  void generatorsAndAsyncFunctionsGoOnAfterTheirSuspensions() {
    assertEquals(
        "0 1 2 end|a0 a1 done",
        Running.script(
            """
            function* g(n) { try { for (let i = 0; i < n; i++) yield i; } finally { yield 'end'; } }
            console.log([...g(3)].join(' '));
            async function f(n) { let s = ''; for (let i = 0; i < n; i++) s += 'a' + await i + ' '; return s + 'done'; }
            f(2).then(s => console.log(s));
            """));
  }

  @Test
  void aCallOfWhatIsNoFunctionQuotesTheCall() {
    assertTrue(
        Running.script(
                "function f(o) { o.method(1); } try { f({}); } catch (e) { console.log(e.message);"
                    + " }")
            .contains("o.method is not a function"));
  }
}
