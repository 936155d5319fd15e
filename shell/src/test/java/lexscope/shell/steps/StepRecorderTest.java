package lexscope.shell.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is recorded of small programs is what the specification says happens in them.
class StepRecorderTest {
  private static final String COUNTER =
      """
      function makeCounter() {
        let count = 0;
        return () => {
          count++;
          return count;
        };
      }
      let counter = makeCounter();
      counter();
      console.log(counter());
      counter = null;
      console.log('gone');
      """;

  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName("there is a step before every statement and one at the end")
  void statements() throws IOException {
    Recorded run = Recorded.of(folder, COUNTER);
    assertThat(run.lines()).containsExactly(1, 8, 2, 3, 9, 4, 5, 10, 4, 5, 11, 12, 0);
    assertThat(run.last().moment()).isEqualTo(Step.Moment.ENDED);
    assertThat(run.trace().cut()).isEmpty();
    assertThat(run.printed()).isEqualTo("2\ngone");
    assertThat(run.step(11).printed()).containsExactly(new Output(false, "2"));
  }

  @Test
  @DisplayName("the stack has the running context first, each with its environments")
  void stack() throws IOException {
    Recorded run = Recorded.of(folder, COUNTER);
    assertThat(run.stack(2)).containsExactly("(top level)");
    assertThat(run.stack(3)).containsExactly("makeCounter", "(top level)");
    Context inside = run.step(3).contexts().getFirst();
    String record = Recorded.box(run.step(3), "ER2").key();
    assertThat(Recorded.row(inside.rows(), "LexicalEnvironment"))
        .isEqualTo(new Row(Row.Kind.FIELD, "LexicalEnvironment", "ER2", record));
    assertThat(Recorded.row(inside.rows(), "VariableEnvironment").target()).isEqualTo(record);
    assertThat(inside.state()).isEqualTo("running");
    assertThat(run.step(3).contexts().getLast().state()).isEqualTo("waiting for a callee");
    assertThat(run.last().contexts()).isEmpty();
  }

  @Test
  @DisplayName("bindings have their values step by step, and a dead zone before")
  void bindings() throws IOException {
    Recorded run = Recorded.of(folder, COUNTER);
    assertThat(run.value(3, "ER2", "count")).isEqualTo("uninitialized");
    assertThat(run.value(4, "ER2", "count")).isEqualTo("0");
    assertThat(run.value(6, "ER2", "count")).isEqualTo("0");
    assertThat(run.value(7, "ER2", "count")).isEqualTo("1");
    assertThat(run.value(11, "ER2", "count")).isEqualTo("2");
    assertThat(run.value(2, "ER1", "counter")).isEqualTo("uninitialized");
    assertThat(run.value(5, "ER2", "[[OuterEnv]]")).isEqualTo("ER1");
    Box closure =
        run.step(5).boxes().values().stream()
            .filter(box -> box.kind() == Box.Kind.FUNCTION && box.place().endsWith(":3:10"))
            .findFirst()
            .orElseThrow();
    assertThat(Recorded.row(closure.rows(), "[[Environment]]").target())
        .isEqualTo(Recorded.box(run.step(5), "ER2").key());
    assertThat(Recorded.row(Recorded.box(run.step(5), "ER1").rows(), "counter").target())
        .isEqualTo(closure.key());
  }

  @Test
  @DisplayName("a record dies at the step after its last closure is let go")
  void death() throws IOException {
    Recorded run = Recorded.of(folder, COUNTER);
    assertThat(run.death("ER2", "FunctionEnvironmentRecord of makeCounter")).isEqualTo(12);
    assertThat(Recorded.titles(run.step(11))).contains("ER2");
    assertThat(Recorded.titles(run.step(12))).doesNotContain("ER2");
    assertThat(run.death("makeCounter", "function object")).isZero();
  }

  @Test
  @DisplayName("the record of a call is seen although its bindings are in registers, while it runs")
  void registers() throws IOException {
    Recorded run =
        Recorded.of(
            folder,
            """
            function add(a, b) {
              const sum = a + b;
              return sum;
            }
            function none() {
              return add(1, 2);
            }
            none();
            """);
    int inside = run.lines().indexOf(3) + 1;
    assertThat(run.stack(inside)).containsExactly("add", "none", "(top level)");
    Context add = run.step(inside).contexts().getFirst();
    Box record =
        run.step(inside).boxes().get(Recorded.row(add.rows(), "VariableEnvironment").target());
    assertThat(record.inRegisters()).isTrue();
    assertThat(record.type()).isEqualTo("FunctionEnvironmentRecord of add");
    assertThat(Recorded.row(record.rows(), "a").value()).isEqualTo("1");
    assertThat(Recorded.row(record.rows(), "sum").value()).isEqualTo("3");
    assertThat(Recorded.row(record.rows(), "[[OuterEnv]]").value()).isEqualTo("ER1");
    assertThat(run.step(inside).holds().get(record.key()).from()).isEqualTo(add.key());
    Context none = run.step(inside).contexts().get(1);
    Box empty =
        run.step(inside).boxes().get(Recorded.row(none.rows(), "LexicalEnvironment").target());
    assertThat(empty.type()).isEqualTo("FunctionEnvironmentRecord of none");
    assertThat(run.death(record.title(), record.type())).isEqualTo(inside + 1);
  }

  @Test
  @DisplayName("let makes a record for each round of a loop, var one for all")
  void loops() throws IOException {
    String program = "const all = [];\nfor (%s i = 0; i < 3; i++) all.push(() => i);\nall;\n";
    Recorded let = Recorded.of(folder, program.formatted("let"));
    Recorded var = Recorded.of(folder, program.formatted("var"));
    assertThat(captured(let)).containsExactly("0", "1", "2");
    assertThat(captured(var)).containsExactly("3");
  }

  private static List<String> captured(Recorded run) {
    Step end = run.last();
    return end.boxes().values().stream()
        .filter(box -> box.kind() == Box.Kind.FUNCTION)
        .map(box -> Recorded.row(box.rows(), "[[Environment]]").target())
        .distinct()
        .map(key -> Recorded.row(end.boxes().get(key).rows(), "i").value())
        .toList();
  }

  private static final String SIBLINGS =
      """
      function setup() {
        const big = { rows: 9 };
        const name = 'small';
        const once = () => big;
        once();
        return () => name;
      }
      const kept = setup();
      kept();
      """;

  @ParameterizedTest
  @EnumSource(
      value = CapturePolicy.class,
      names = {"WHOLE", "V8", "USED"})
  @DisplayName("an object that only a dead sibling used dies when the policy says so")
  void policies(CapturePolicy policy) throws IOException {
    Recorded run = Recorded.of(folder, SIBLINGS, policy);
    int after = run.lines().indexOf(9) + 1;
    boolean dies = policy == CapturePolicy.USED;
    assertThat(run.death("Object", "object")).isEqualTo(dies ? after : 0);
    Box record = Recorded.box(run.step(after), "ER2");
    assertThat(Recorded.row(record.rows(), "name").value()).isEqualTo("\"small\"");
    assertThat(Recorded.row(record.rows(), "big").value().equals("<not kept>")).isEqualTo(dies);
    assertThat(Recorded.row(record.rows(), "once").value().equals("<not kept>"))
        .isEqualTo(policy != CapturePolicy.WHOLE);
    assertThat(run.trace().policy()).isEqualTo(policy.ruleName());
  }

  @Test
  @DisplayName("why something is alive leads from a root through bindings to it")
  void why() throws IOException {
    Recorded run = Recorded.of(folder, SIBLINGS);
    Step end = run.last();
    Box object = Recorded.box(end, "Object");
    assertThat(Recorded.path(end, object.key()))
        .extracting(Hold::how)
        .containsExactly(
            "global lexical bindings (script)", "binding kept", "[[Environment]]", "binding big");
  }

  @Test
  @DisplayName("timers and jobs wait in their queues, on virtual time")
  void queues() throws IOException {
    Recorded run =
        Recorded.of(
            folder,
            """
            const late = () => console.log('late');
            setTimeout(late, 500);
            Promise.resolve(1).then(function onValue(v) { console.log(v); });
            queueMicrotask(function micro() { console.log('micro'); });
            process.nextTick(function tick() { console.log('tick'); });
            console.log('main');
            """);
    Step main = run.step(run.lines().indexOf(6) + 1);
    assertThat(main.queues().calls()).hasSize(1);
    assertThat(main.queues().calls().getFirst().dueMillis()).isEqualTo(500);
    assertThat(main.queues().calls().getFirst().target())
        .isEqualTo(Recorded.row(Recorded.box(main, "ER1").rows(), "late").target());
    assertThat(main.queues().jobs())
        .extracting(Waiting::text)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("PromiseReactionJob: calls function onValue"),
            second -> assertThat(second).startsWith("queueMicrotask: calls function micro"));
    assertThat(main.queues().ticks().getFirst().text()).startsWith("nextTick: calls function tick");
    assertThat(run.printed()).isEqualTo("main\ntick\n1\nmicro\nlate");
    assertThat(run.last().queues()).isEqualTo(Queues.EMPTY);
    assertThat(run.last().millis()).isEqualTo(500);
    int late = run.lines().lastIndexOf(1) + 1;
    assertThat(run.step(late).millis()).isEqualTo(500);
    assertThat(run.death("Timeout", "object")).isEqualTo(late + 1);
  }

  @Test
  @DisplayName("async functions and generators are suspended contexts, held by what resumes them")
  void suspended() throws IOException {
    Recorded run =
        Recorded.of(
            folder,
            """
            function* ids() { let id = 0; while (true) yield id++; }
            async function work(name) {
              const it = ids();
              it.next();
              await null;
              console.log(name);
            }
            work('ada');
            console.log('main');
            """);
    Step main = run.step(run.lines().indexOf(9) + 1);
    assertThat(main.contexts())
        .extracting(Context::name, Context::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("(top level)", "running"),
            org.assertj.core.groups.Tuple.tuple("work", "suspended at an await"),
            org.assertj.core.groups.Tuple.tuple("ids", "suspended at a yield"));
    Context work = main.contexts().get(1);
    assertThat(Recorded.path(main, work.key()).getFirst().how()).startsWith("job queue");
    assertThat(main.queues().jobs().getFirst())
        .isEqualTo(new Waiting("PromiseReactionJob: lets work go on", work.key(), -1));
    assertThat(run.last().contexts()).isEmpty();
    assertThat(run.printed()).isEqualTo("main\nada");
  }

  @Test
  @DisplayName("an error that is not caught is told at its place, after the steps before it")
  void failure() throws IOException {
    Recorded run =
        Recorded.of(
            folder,
            """
            const names = ['ada'];
            function shout(name) {
              return name.toUpperCase();
            }
            shout(names[0]);
            shout(names[1]);
            console.log('never');
            """);
    assertThat(run.outcome()).isInstanceOf(RunOutcome.Failed.class);
    assertThat(run.last().moment()).isEqualTo(Step.Moment.FAILED);
    assertThat(run.last().place().line()).isEqualTo(3);
    assertThat(run.last().place().column()).isGreaterThan(10);
    assertThat(run.last().printed())
        .allMatch(Output::error)
        .extracting(Output::text)
        .anyMatch(line -> line.startsWith("TypeError: Cannot read properties of undefined"));
    assertThat(run.step(run.trace().steps().size() - 1).place().line()).isEqualTo(3);
  }

  @Test
  @DisplayName("a program without end is cut, and it is said that it goes on")
  void cut() throws IOException {
    Recorded run =
        Recorded.of(folder, "app.js", "let i = 0;\nwhile (true) i++;\n", CapturePolicy.WHOLE, 20);
    assertThat(run.trace().steps()).hasSize(20);
    assertThat(run.trace().cut())
        .isEqualTo("cut after 20 steps: the program goes on (--max-steps N records more)");
    Recorded exact = Recorded.of(folder, "app.js", "let i = 0;\ni++;\n", CapturePolicy.WHOLE, 2);
    assertThat(exact.trace().cut()).isEmpty();
    assertThat(exact.trace().steps()).hasSize(3);
  }

  @Test
  @DisplayName("of a large heap the newest is shown and what contexts use, and the rest is counted")
  void large() throws IOException {
    Recorded run =
        Recorded.of(
            folder,
            """
            const first = { id: -1 };
            const all = Array.from({ length: 200 }, (_, id) => ({ id }));
            function look(object) {
              return object.id;
            }
            look(all[3]);
            """);
    Step inside = run.step(run.lines().indexOf(4) + 1);
    assertThat(inside.left()).containsEntry(Box.Kind.OBJECT, 202 - HeapReader.MOST);
    assertThat(inside.boxes().values().stream().filter(box -> box.kind() == Box.Kind.OBJECT))
        .hasSize(HeapReader.MOST)
        .anyMatch(box -> box.rows().contains(new Row(Row.Kind.PROPERTY, "id", "3", null)))
        .anyMatch(box -> box.rows().contains(new Row(Row.Kind.PROPERTY, "id", "199", null)))
        .noneMatch(box -> box.rows().contains(new Row(Row.Kind.PROPERTY, "id", "7", null)));
    assertThat(run.trace().steps())
        .allMatch(step ->
            step.gone().stream()
                .noneMatch(key ->
                    key.startsWith("#")
                        && step.number() > 206
                        && step.moment() == Step.Moment.STATEMENT));
  }
}
