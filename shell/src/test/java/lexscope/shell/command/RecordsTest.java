package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `records`: everything that the specification says of records, contexts, functions and modules.
final class RecordsTest {
  private static final String PROGRAM =
      """
      var count = 0;
      const listeners = [];
      function component(props) {
        const big = [props];
        listeners.push(() => big);
        function inner(a) {
          let x = a * 2;
          { const y = 'block'; debugger; }
          return x;
        }
        inner(3);
        const tdz = () => late;
        let late = 1;
        lexscope.snapshot('late');
      }
      function* gen(n) { let k = n; yield k; return () => k; }
      const g = gen(5);
      g.next();
      class Widget { constructor() { this.made = () => [new.target, this]; } }
      const w = new Widget();
      var seen;
      with ({ deep: 1, get trap() { throw 1; } }) { seen = () => deep; }
      component('first');
      component('second');
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private String file = "";

  @BeforeEach
  void writeProgram() throws IOException {
    file = write("app.js", PROGRAM);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonObject json(String... words) {
    List<String> all = new ArrayList<>(List.of("records", "--json"));
    all.addAll(List.of(words));
    assertThat(line.run(all.toArray(String[]::new))).as(line.err()).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }

  private static List<JsonObject> objects(JsonObject answer, String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonElement each : answer.getAsJsonArray(name)) {
      objects.add(each.getAsJsonObject());
    }
    return objects;
  }

  private static JsonObject record(JsonObject answer, String type, String function) {
    return objects(answer, "records").stream()
        .filter(each ->
            each.get("type").getAsString().equals(type)
                && each.get("function").getAsString().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonObject object, String part, String name) {
    return object.getAsJsonObject(part).get(name).getAsString();
  }

  @Test
  void aFunctionsRecordHasItsBindingsAndItsFourFields() {
    JsonObject record =
        record(json("--at", "app.js:8", file), "FunctionEnvironmentRecord", "component");
    assertThat(text(record, "bindings", "props")).isEqualTo("\"first\"");
    assertThat(text(record, "bindings", "big")).startsWith("Array #");
    assertThat(text(record, "bindings", "late")).isEqualTo("uninitialized");
    assertThat(text(record, "fields", "[[ThisValue]]")).startsWith("Object #");
    assertThat(text(record, "fields", "[[ThisBindingStatus]]")).isEqualTo("initialized");
    assertThat(text(record, "fields", "[[FunctionObject]]")).startsWith("function component #");
    assertThat(text(record, "fields", "[[NewTarget]]")).isEqualTo("undefined");
    assertThat(text(record, "fields", "[[OuterEnv]]")).isEqualTo("ER1");
  }

  @Test
  void aConstructorsNewTargetAndAnArrowsLexicalThisAreThere() throws IOException {
    JsonObject record = record(json(file), "FunctionEnvironmentRecord", "Widget");
    assertThat(text(record, "fields", "[[NewTarget]]")).startsWith("function Widget #");
    assertThat(text(record, "fields", "[[ThisValue]]")).startsWith("Widget #");
    String arrow =
        write("arrow.js", "globalThis.f = (() => { let held = 1; return () => held; })();");
    JsonObject own = objects(json(arrow), "records").getLast();
    assertThat(text(own, "fields", "[[ThisBindingStatus]]")).isEqualTo("lexical");
    assertThat(own.getAsJsonObject("fields").has("[[ThisValue]]")).isFalse();
    String derived =
        write(
            "derived.js",
            """
            class A {}
            class B extends A { constructor() { const f = () => this; debugger; super(); globalThis.f = f; } }
            new B();
            """);
    JsonObject before =
        record(json("--at", "derived.js:2", derived), "FunctionEnvironmentRecord", "B");
    assertThat(text(before, "fields", "[[ThisBindingStatus]]")).isEqualTo("uninitialized");
    JsonObject after = record(json(derived), "FunctionEnvironmentRecord", "B");
    assertThat(text(after, "fields", "[[ThisBindingStatus]]")).isEqualTo("initialized");
  }

  @Test
  void theStackIsShownWithTheEnvironmentsOfEachContext() {
    List<JsonObject> contexts = objects(json("--at", "app.js:8", file), "contexts");
    assertThat(contexts.stream().map(each -> each.get("name").getAsString()))
        .containsExactly("inner", "component", "", "gen");
    assertThat(contexts.stream().map(each -> each.get("state").getAsString()))
        .containsExactly(
            "running", "waiting for a callee", "waiting for a callee", "suspended at a yield");
    JsonObject inner = contexts.getFirst();
    assertThat(inner.get("place").getAsString()).isEqualTo(file + ":8:26");
    assertThat(text(inner, "fields", "Function")).startsWith("function inner #");
    assertThat(text(inner, "fields", "ScriptOrModule")).endsWith("app.js");
    assertThat(text(inner, "fields", "LexicalEnvironment"))
        .startsWith("DeclarativeEnvironmentRecord (")
        .endsWith(":8:5) in registers");
    String variables = text(inner, "fields", "VariableEnvironment");
    assertThat(variables).matches("ER\\d+ in registers");
    List<JsonObject> registers = objects(inner, "registers");
    assertThat(text(registers.get(0), "bindings", "y")).isEqualTo("\"block\"");
    assertThat(text(registers.get(1), "bindings", "a")).isEqualTo("3");
    assertThat(text(registers.get(1), "bindings", "x")).isEqualTo("6");
    assertThat(variables).isEqualTo("ER" + registers.get(1).get("number") + " in registers");

    JsonObject component = contexts.get(1);
    JsonObject record =
        record(json("--at", "app.js:8", file), "FunctionEnvironmentRecord", "component");
    String number = "ER" + record.get("number").getAsLong();
    assertThat(text(component, "fields", "LexicalEnvironment")).isEqualTo(number);
    assertThat(text(component, "fields", "VariableEnvironment")).isEqualTo(number);
    assertThat(text(contexts.get(2), "fields", "LexicalEnvironment")).isEqualTo("ER1");
    assertThat(text(contexts.get(3), "fields", "LexicalEnvironment")).matches("ER\\d+");
  }

  @Test
  void whenTheProgramIsIdleOnlySuspendedContextsAreLeft() {
    assertThat(objects(json(file), "contexts").stream().map(each -> each.get("name").getAsString()))
        .containsExactly("gen");
  }

  @Test
  void theGlobalRecordHasBothItsParts() {
    JsonObject record = record(json(file), "GlobalEnvironmentRecord", "");
    assertThat(record.getAsJsonObject("bindings").keySet())
        .containsExactly("listeners", "g", "Widget", "w");
    assertThat(record.getAsJsonObject("objectBindings").keySet())
        .containsExactlyInAnyOrder("component", "gen", "count", "seen");
    assertThat(text(record, "fields", "[[ObjectRecord]]"))
        .startsWith("ObjectEnvironmentRecord of Object #");
    assertThat(text(record, "fields", "[[GlobalThisValue]]")).startsWith("Object #");
    assertThat(text(record, "fields", "[[OuterEnv]]")).isEqualTo("null");
  }

  @Test
  void theRecordOfAWithStatementShowsItsObjectWithoutRunningGetters() {
    JsonObject record = record(json(file), "ObjectEnvironmentRecord", "(top level)");
    assertThat(text(record, "fields", "[[IsWithEnvironment]]")).isEqualTo("true");
    assertThat(text(record, "fields", "[[BindingObject]]")).startsWith("Object #");
    assertThat(text(record, "objectBindings", "deep")).isEqualTo("1");
    assertThat(text(record, "objectBindings", "trap")).isEqualTo("accessor");
  }

  @Test
  void functionsHaveTheirEnvironmentAndThisMode() throws IOException {
    String modes =
        write(
            "modes.js",
            """
            function sloppy() {}
            function strict() { 'use strict'; }
            var arrow = () => 1;
            """);
    List<String> shown =
        objects(json(modes), "functions").stream()
            .map(each ->
                each.get("name").getAsString()
                    + " "
                    + each.get("[[Environment]]").getAsString()
                    + " "
                    + each.get("[[ThisMode]]").getAsString())
            .toList();
    assertThat(shown)
        .containsExactlyInAnyOrder("sloppy ER1 global", "strict ER1 strict", "arrow ER1 lexical");
  }

  @Test
  void moduleRecordsAndTheirEnvironmentsAreShown() throws IOException {
    write("counter.mjs", "export let n = 0; export function up() { n++; }");
    String main =
        write(
            "main.mjs",
            "import { n, up } from './counter.mjs'; import * as all from './counter.mjs';\n"
                + "up(); export const seen = () => [n, all];");
    JsonObject answer = json(main);
    List<JsonObject> modules = objects(answer, "modules");
    assertThat(modules.stream().map(each -> each.get("path").getAsString()))
        .anyMatch(path -> path.endsWith("main.mjs"))
        .anyMatch(path -> path.endsWith("counter.mjs"));
    JsonObject first =
        modules.stream()
            .filter(each -> each.get("path").getAsString().endsWith("main.mjs"))
            .findFirst()
            .orElseThrow();
    assertThat(text(first, "fields", "[[Status]]")).isEqualTo("evaluated");
    String environment = text(first, "fields", "[[Environment]]");
    JsonObject record =
        objects(answer, "records").stream()
            .filter(each -> environment.equals("ER" + each.get("number").getAsLong()))
            .findFirst()
            .orElseThrow();
    assertThat(record.get("type").getAsString()).isEqualTo("ModuleEnvironmentRecord");
    assertThat(text(record, "bindings", "n")).matches("1 \\(a view of n in ER\\d+\\)");
    assertThat(text(record, "bindings", "seen")).startsWith("function seen #");
  }

  @Test
  void holdersAndStaleClosuresAreNamed() {
    JsonObject answer = json(file);
    List<JsonObject> records =
        objects(answer, "records").stream()
            .filter(each -> each.get("function").getAsString().equals("component"))
            .toList();
    assertThat(records).hasSize(2);
    JsonObject older = records.getFirst();
    JsonObject newest = records.getLast();
    JsonArray stale = older.getAsJsonArray("stale");
    // The listener, and inner and tdz, which the record itself holds.
    assertThat(stale).hasSize(3);
    assertThat(stale.get(1).getAsString())
        .matches(
            "function \\(anonymous\\) #\\d+ \\(.*app.js:5:18\\) holds ER"
                + older.get("number")
                + ", the newest is ER"
                + newest.get("number"));
    assertThat(newest.getAsJsonArray("stale")).isEmpty();
    assertThat(older.getAsJsonArray("holders").toString())
        .contains("function (anonymous) #", "[[Environment]]");
  }

  @Test
  void aClosureInsideABlockIsStaleThroughTheBlocksRecord() throws IOException {
    String render =
        write(
            "render.js",
            """
            const kept = [];
            function render(n) { for (const item of [n]) kept.push(() => [n, item]); }
            render(1); render(2);
            """);
    List<JsonObject> records =
        objects(json(render), "records").stream()
            .filter(each -> each.get("type").getAsString().equals("FunctionEnvironmentRecord"))
            .toList();
    assertThat(records.getFirst().getAsJsonArray("stale")).hasSize(1);
    assertThat(records.getLast().getAsJsonArray("stale")).isEmpty();
  }

  @Test
  void whyMarksTheOlderRecordOnThePath() {
    JsonObject answer = json(file);
    long newest =
        objects(answer, "records").stream()
            .filter(each -> each.get("function").getAsString().equals("component"))
            .mapToLong(each -> each.get("number").getAsLong())
            .max()
            .orElseThrow();
    for (String policy : List.of("whole", "v8", "used")) {
      line.run("why", "--policy", policy, "binding:component.big", file);
      String owner = policy.equals("used") ? "the function" : "component";
      assertThat(line.out())
          .as(policy)
          .contains("(stale: the newest record of " + owner + " is ER" + newest + ")");
      line.run("why", "--json", "--policy", policy, "binding:component.big", file);
      assertThat(line.out()).as(policy).contains("\"newestRecord\":" + newest);
    }
    // The newest one is not.
    line.run("why", "record:gen", file);
    assertThat(line.out()).contains("FunctionEnvironmentRecord of gen").doesNotContain("stale");
  }

  @Test
  void aSnapshotFileKnowsWhatIsStale() {
    String output = folder.resolve("app.heapsnapshot").toString();
    line.run("snapshot", file, "-o", output);
    line.run("why", "binding:component.big", file);
    String fromProgram = line.out();
    line.run("why", "binding:component.big", output);
    assertThat(line.out()).contains("stale: the newest record of component is ER");
    assertThat(line.out().replace(output, file)).isEqualTo(fromProgram);
  }

  @Test
  void underAPolicyWhatIsNotKeptIsSaid() {
    JsonObject record =
        record(json("--policy", "used", file), "FunctionEnvironmentRecord", "component");
    assertThat(text(record, "bindings", "big")).startsWith("Array #");
    assertThat(text(record, "bindings", "props")).isEqualTo("<not kept>");
    assertThat(text(record, "fields", "[[ThisValue]]")).isEqualTo("<not kept>");
  }

  @Test
  void theTextSaysTheSame() {
    assertThat(line.run("records", "--at", "app.js:8", "--rows", "2", file))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out())
        .contains(
            "app.js at " + file + ":8, policy whole",
            "execution context of inner (" + file + ":8:26), running {",
            "  in registers: ER",
            "    y: \"block\"",
            "ER1: GlobalEnvironmentRecord",
            "  [[DeclarativeRecord]]:\n    listeners: Array #",
            "  [[ObjectRecord]]: ObjectEnvironmentRecord of Object #",
            "  [[IsWithEnvironment]]: true",
            "  held by activation of component #",
            "[[ThisMode]]: global }",
            "  … and ");
  }
}
