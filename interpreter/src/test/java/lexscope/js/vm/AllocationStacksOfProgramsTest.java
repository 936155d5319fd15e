package lexscope.js.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.gc.Cell;
import lexscope.gc.SourcePlace;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.source.SourceText;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cells remember of the calls that made them.
class AllocationStacksOfProgramsTest {
  private static final Pattern LOCATED = Pattern.compile("(?:(.*) \\()?[^(]*?:(\\d+):(\\d+)\\)?");

  /// A program that fills `held` with pairs: something new, and `new Error().stack` of that place.
  private record Ran(Host host, List<Pair> pairs) {
    record Pair(Cell made, String stack) {}

    CallTree calls() {
      return java.util.Objects.requireNonNull(host.machine().sites().calls());
    }
  }

  private static Ran run(String text, int depth, int compileAfter, boolean stress) {
    return Host.onGuestThread(() -> {
      Host host =
          Host.create(
              HostOptions.defaults(ConsoleSink.silent())
                  .withStress(stress)
                  .withAllocationStacks(depth));
      host.machine().compileAfter(compileAfter);
      RunOutcome outcome = host.run(new SourceText("test.js", text));
      assertThat(outcome).as(text).isInstanceOf(RunOutcome.Completed.class);
      return new Ran(host, pairs(host));
    });
  }

  private static List<Ran.Pair> pairs(Host host) {
    JsObject global = host.machine().realm().globalObject();
    List<Ran.Pair> pairs = new ArrayList<>();
    if (global.peek(PropertyKey.of("held")) instanceof JsArray held) {
      for (int i = 0; i < held.length(); i++) {
        JsArray pair = (JsArray) held.denseElement(i);
        pairs.add(
            new Ran.Pair(
                (Cell) pair.denseElement(0), ((JsString) pair.denseElement(1)).toString()));
      }
    }
    return pairs;
  }

  /// The calls of a chain, the innermost first.
  private static List<CallTree.Call> chain(Ran ran, Cell made) {
    List<CallTree.Call> chain = new ArrayList<>();
    for (int call = made.site(); call > CallTree.ROOT; call = ran.calls().caller(call)) {
      chain.add(ran.calls().call(call));
    }
    return chain;
  }

  private static List<String> names(Ran ran, int pair) {
    return chain(ran, ran.pairs().get(pair).made()).stream()
        .map(call -> (call.waiting() ? "async " : "") + call.function().name())
        .toList();
  }

  // ---- the oracle ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  @DisplayName("of random programs each thing has the calls that new Error().stack shows there")
  void sameAsErrors(int depth) {
    int compared = 0;
    int deep = 0;
    for (int seed = 0; seed < 25; seed++) {
      String text = new Writer(new Random(seed), depth).program();
      for (int compileAfter : new int[] {Integer.MAX_VALUE, 1, 3}) {
        Ran ran = run(text, depth, compileAfter, false);
        for (Ran.Pair pair : ran.pairs()) {
          List<CallTree.Call> chain = chain(ran, pair.made());
          String because = text + "\n" + compileAfter + "\n" + chain + "\n" + pair.stack();
          assertSame(chain, pair.stack(), because);
          compared++;
          deep += chain.size() == depth ? 1 : 0;
        }
      }
    }
    assertThat(compared).isGreaterThan(1500);
    assertThat(deep).isGreaterThan(100);
  }

  private static void assertSame(List<CallTree.Call> chain, String stack, String because) {
    List<String> lines = stack.lines().skip(1).map(String::strip).toList();
    assertThat(chain).as(because).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      CallTree.Call call = chain.get(i);
      String line = lines.get(i).replaceFirst("^at ", "");
      assertThat(call.waiting())
          .as(because)
          .isEqualTo(line.startsWith("async ") || isCombinator(line));
      String words = line.replaceFirst("^async ", "").replaceFirst("^new ", "");
      Matcher located = LOCATED.matcher(words);
      String name = words;
      if (isCombinator(words)) {
        name = words.substring(0, words.indexOf(' '));
        assertThat(call.function().name()).as(because).isEqualTo(name);
        continue;
      }
      if (located.matches()) {
        name = located.group(1) == null ? "" : located.group(1);
        SourcePlace place = call.place();
        if (place == null) {
          place = call.function().place();
          assertThat(place).as(because).isNotNull();
        }
        assertThat(place.line() + "").as(because).isEqualTo(located.group(2));
        if (i > 0 && call.place() != null) {
          assertThat(place.column() + "").as(because).isEqualTo(located.group(3));
        }
      } else {
        assertThat(words).as(because).endsWith(" (<anonymous>)");
        name = words.substring(0, words.indexOf(" ("));
        assertThat(call.function().place()).as(because).isNull();
      }
      name = name.replaceFirst(" \\[as .*", "");
      if (name.isEmpty() || name.endsWith("<anonymous>")) {
        assertThat(call.function().name()).as(because).isIn("(anonymous)", "(top level)");
      } else {
        assertThat(name).as(because).isEqualTo(tail(name, call));
      }
    }
  }

  private static boolean isCombinator(String line) {
    return line.startsWith("async Promise.")
        || line.startsWith("Promise.") && line.contains("(index");
  }

  /// The name as it is in a line: behind the class of the receiver, maybe.
  private static String tail(String name, CallTree.Call call) {
    String own = call.function().name();
    return name.endsWith("." + own) ? name : own;
  }

  // ---- both tiers ------------------------------------------------------------------------------

  @Test
  @DisplayName(
      "compiled code makes the same tree as interpreted code, call by call, under stress too")
  void sameTrees() {
    for (int seed = 0; seed < 25; seed++) {
      String text = new Writer(new Random(1000 + seed), 8).program();
      String interpreted = tree(run(text, 8, Integer.MAX_VALUE, false));
      assertThat(tree(run(text, 8, 1, false))).as(text).isEqualTo(interpreted);
      assertThat(tree(run(text, 8, 2, false))).as(text).isEqualTo(interpreted);
      if (seed < 8) {
        // Shapes that nothing has any more are made again, so that there is more of them.
        Ran stressed = run(text, 8, 1, true);
        assertThat(tree(stressed)).as(text).isEqualTo(tree(run(text, 8, Integer.MAX_VALUE, true)));
        for (Ran.Pair pair : stressed.pairs()) {
          assertSame(chain(stressed, pair.made()), pair.stack(), text);
        }
      }
    }
  }

  private static String tree(Ran ran) {
    StringBuilder out = new StringBuilder();
    CallTree calls = ran.calls();
    for (int call = CallTree.ROOT + 1; call <= calls.last(); call++) {
      out.append(call).append(' ').append(calls.caller(call)).append(' ').append(calls.call(call));
      out.append(' ').append(calls.count(call)).append(' ').append(calls.bytes(call)).append('\n');
    }
    return out.toString();
  }

  @Test
  @DisplayName("what programs do, ids and sizes are the same with and without stacks")
  void heapIsTheSame() {
    for (int seed = 0; seed < 10; seed++) {
      String text = new Writer(new Random(2000 + seed), 8).program();
      assertThat(cells(run(text, 16, 2, false).host()))
          .as(text)
          .isEqualTo(cells(run(text, 0, 2, false).host()));
    }
  }

  private static List<String> cells(Host host) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < host.machine().heap().cellCount(); i++) {
      Cell cell = host.machine().heap().cellAt(i);
      cells.add(cell.id() + " " + cell.kind() + " " + cell.shallowBytes());
    }
    return cells;
  }

  @Test
  @DisplayName("without the option a cell's number is that of its site, and there are no calls")
  void off() {
    Host host = run("globalThis.held = [[{}, new Error().stack]];", 0, 1, false).host();
    assertThat(host.machine().sites().calls()).isNull();
    Cell made = pairs(host).getFirst().made();
    assertThat(host.machine().sites().site(made.site()))
        .hasToString("Site[function=, place=test.js:1:21]");
  }

  // ---- what is in a stack ----------------------------------------------------------------------

  @Test
  @DisplayName("a site is the same place with stacks")
  void sites() {
    Ran ran = run("globalThis.held = [[{}, new Error().stack]];", 4, 1, false);
    Cell made = ran.pairs().getFirst().made();
    assertThat(ran.host().machine().sites().site(made.site()))
        .hasToString("Site[function=, place=test.js:1:21]");
  }

  @Test
  @DisplayName("what a built-in function makes has the place of its call")
  void builtIn() {
    Ran ran =
        run(
            """
            globalThis.held = [];
            function f() {
              held.push([[1].map(x => x), '']);
            }
            f();
            """,
            4,
            1,
            false);
    assertThat(names(ran, 0)).containsExactly("f", "(top level)");
    assertThat(chain(ran, ran.pairs().getFirst().made()).getFirst().place())
        .hasToString("test.js:3:18");
  }

  @Test
  @DisplayName("an async function's callers wait in the stack, as far as promises tell")
  void async() {
    Ran ran =
        run(
            """
            globalThis.held = [];
            async function inner() { await null; held.push([{}, '']); }
            async function middle() { await Promise.all([1, inner()]); }
            (async function outer() { await middle(); })();
            """,
            16,
            1,
            false);
    assertThat(names(ran, 0))
        .containsExactly("inner", "async Promise.all", "async middle", "async outer");
  }

  @Test
  @DisplayName("a resumed generator hangs below who resumed it, not below who made it")
  void generator() {
    Ran ran =
        run(
            """
            globalThis.held = [];
            function* numbers() { for (;;) yield held.push([{}, '']); }
            function make() { return numbers(); }
            function first(g) { g.next(); }
            function second(g) { g.next(); }
            const g = make(); first(g); second(g);
            """,
            16,
            1,
            false);
    assertThat(names(ran, 0)).containsExactly("numbers", "next", "first", "(top level)");
    assertThat(names(ran, 1)).containsExactly("numbers", "next", "second", "(top level)");
  }

  @Test
  @DisplayName("each call counts what it made itself, dead or alive, and by how much things grew")
  void counts() {
    Ran ran =
        run(
            """
            globalThis.held = [];
            function dead() { return {}; }
            for (let i = 0; i < 1000; i++) dead();
            const list = [];
            function fill() { for (let i = 0; i < 1000; i++) list.push(i); }
            fill();
            held.push([list, '']);
            """,
            4,
            3,
            false);
    CallTree calls = ran.calls();
    long deadCount = 0;
    long deadBytes = 0;
    long grown = 0;
    for (int call = CallTree.ROOT + 1; call <= calls.last(); call++) {
      String name = calls.call(call).function().name();
      if (name.equals("dead")) {
        deadCount += calls.count(call);
        deadBytes += calls.bytes(call);
      } else if (name.equals("fill")) {
        grown += calls.bytes(call);
      }
    }
    assertThat(deadCount).isEqualTo(1000);
    assertThat(deadBytes).isEqualTo(1000 * 56L);
    assertThat(grown).isGreaterThanOrEqualTo(8000).isLessThan(40_000);
  }

  // ---- depth -----------------------------------------------------------------------------------

  @Test
  @DisplayName("recursion 100,000 deep is neither slow nor large when few calls are remembered")
  void deepRecursion() {
    String text =
        """
        globalThis.held = [];
        globalThis.list = null;
        function down(n) { list = { list }; if (n > 0) down(n - 1); else held.push([{}, '']); }
        down(100000);
        """;
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int compileAfter : new int[] {Integer.MAX_VALUE, 1}) {
            Ran ran =
                Host.onGuestThread(() -> {
                  Host host =
                      Host.create(
                          HostOptions.defaults(ConsoleSink.silent()).withAllocationStacks(8));
                  host.machine().compileAfter(compileAfter);
                  host.machine().setDepthLimit(200_000);
                  assertThat(host.run(new SourceText("test.js", text)))
                      .isInstanceOf(RunOutcome.Completed.class);
                  return new Ran(host, pairs(host));
                });
            assertThat(names(ran, 0)).hasSize(8).containsOnly("down");
            assertThat(ran.calls().last()).isLessThan(200);
          }
        });
  }

  @Test
  @DisplayName("chains share their beginnings: a tree of calls has as many calls as there are")
  void sharing() {
    Ran ran =
        run(
            """
            globalThis.held = [];
            function a() { held.push([{}, '']); }
            function b() { a(); a(); }
            for (let i = 0; i < 1000; i++) b();
            """,
            16,
            1,
            false);
    assertThat(ran.pairs()).hasSize(2000);
    assertThat(ran.pairs().stream().map(pair -> pair.made().site()).distinct()).hasSize(2);
    assertThat(ran.calls().last()).isLessThan(100);
    assertThat(ran.host().machine().realm().get(Intrinsic.OBJECT_PROTOTYPE).site()).isZero();
  }

  // ---- random programs -------------------------------------------------------------------------

  /// Writes programs in which functions of all sorts call each other, directly and by built-in
  /// functions, and note things with the stacks of their places.
  private static final class Writer {
    private static final List<String> THINGS =
        List.of(
            "{}",
            "{ a: 1 }",
            "[]",
            "[1, 2]",
            "() => 1",
            "function g() {}",
            "class {}",
            "/x/",
            "new Plain()",
            "new Map()",
            "Object.create(null)",
            "async () => {}",
            "[3].slice()",
            "new Date(0)",
            "Promise.resolve(1)",
            "Symbol.iterator.toString.bind(1)");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final int functions;

    Writer(Random random, int depth) {
      this.random = random;
      this.functions = 4 + random.nextInt(6);
      text.append("Error.stackTraceLimit = ").append(depth).append(";\n");
      text.append("globalThis.held = [];\nlet left = 40;\nclass Plain {}\n");
    }

    String program() {
      for (int i = 0; i < functions; i++) {
        text.append(random.nextInt(4) == 0 ? "async function f" : "function f").append(i);
        text.append("() {\n  if (left-- < 0) return 0;\n");
        body(i);
        text.append("  return 0;\n}\n");
      }
      for (int i = 0; i < 6; i++) {
        text.append("left = 15;\n");
        statement(-1);
      }
      return text.toString();
    }

    private void body(int function) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        statement(function);
      }
    }

    private String callee() {
      return "f" + random.nextInt(functions);
    }

    private String note() {
      return "held.push([" + THINGS.get(random.nextInt(THINGS.size())) + ", new Error().stack])";
    }

    private boolean isAsync(int function) {
      return function >= 0 && text.lastIndexOf("async function f" + function + "(") >= 0;
    }

    private void statement(int function) {
      String call = callee() + "()";
      String await = isAsync(function) ? "await " : "";
      text.append("  ")
          .append(
              switch (random.nextInt(25)) {
                case 0, 1, 2, 3 -> note() + ";";
                case 4, 5 -> await + call + ";";
                case 6 -> "[1, 2].map(function cb(v) { " + note() + "; return " + call + "; });";
                case 7 -> "[3, 1, 2].sort((a, b) => { " + call + "; return a - b; });";
                case 8 -> "(() => { " + note() + "; " + call + "; })();";
                case 9 -> "({ get p() { " + note() + "; return " + call + "; } }).p;";
                case 10 -> "new (class C { constructor() { " + note() + "; " + call + "; } })();";
                case 11 -> "new (class F { field = " + call + "; made = " + note() + "; })();";
                case 12 -> "new (class E extends Plain { made = " + note() + "; })();";
                case 13 -> "[...(function* g() { " + note() + "; yield " + call + "; })()];";
                case 14 ->
                    "for (const x of (function* h() { yield 1; " + note() + "; })()) " + call + ";";
                case 15 ->
                    "try { "
                        + call
                        + "; throw { t: 1 }; } catch (e) { "
                        + note()
                        + "; } finally { "
                        + note()
                        + "; }";
                case 16 ->
                    "Promise.resolve().then(function then() { " + note() + "; " + call + "; });";
                case 17 ->
                    "setTimeout(function timer() { "
                        + note()
                        + "; "
                        + call
                        + "; }, "
                        + random.nextInt(5)
                        + ");";
                case 18 -> "+{ valueOf() { " + note() + "; return 1; } };";
                case 19 -> "new Proxy({}, { get(t, k) { " + note() + "; return 1; } }).x;";
                case 20 ->
                    "JSON.stringify({ toJSON() { " + note() + "; " + call + "; return 1; } });";
                case 21 ->
                    "new (class S { static made = " + note() + "; static { " + note() + "; } })();";
                case 22 ->
                    await
                        + "Promise.all(["
                        + call
                        + ", (async () => { await 0; "
                        + note()
                        + "; })()]);";
                case 23 -> callee() + ".call(null), Reflect.apply(" + callee() + ", null, []);";
                default -> "for (let i = 0; i < 3; i++) { const c = () => i; " + note() + "; }";
              });
      text.append('\n');
    }
  }
}
