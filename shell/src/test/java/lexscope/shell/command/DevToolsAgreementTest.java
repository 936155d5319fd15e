package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lexscope.profiler.compare.DeadBinding;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.GraphScopes;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets Chrome DevTools' own analysis of contexts judge what we export. The programs have neither
/// direct eval nor `with`, of which it knows nothing, no suspended generators and no exports, whose
/// uses it does not see; all their bindings hold objects, since it tells variables apart by the
/// order of the first context's edges.
class DevToolsAgreementTest {
  private static final int RANDOM_PROGRAMS = 30;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    ForeignTools.install();
  }

  @Test
  @DisplayName("on our exports DevTools finds dead what we find dead, binding by binding")
  void sameDeadBindings() throws IOException {
    List<String> programs = new ArrayList<>(written());
    for (int seed = 0; seed < RANDOM_PROGRAMS; seed++) {
      programs.add(new ProgramWriter(new Random(seed)).program());
    }
    CommandLine line = new CommandLine();
    List<String> words = new ArrayList<>();
    words.add(
        NodeProcess.copy(DevToolsAgreementTest.class, "analyze-contexts.mjs", folder).toString());
    words.add(ForeignTools.FOLDER.resolve("devtools.mjs").toString());
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Path program = Files.writeString(folder.resolve("p" + i + ".js"), programs.get(i));
      Path file = folder.resolve("p" + i + ".heapsnapshot");
      assertThat(line.run("snapshot", program.toString(), "--policy", "v8", "-o", file.toString()))
          .as(line.err() + programs.get(i))
          .isEqualTo(ExitCode.DONE);
      files.add(file);
      words.add(file.toString());
    }
    List<String> theirs = NodeProcess.run(folder, words.toArray(String[]::new)).lines().toList();
    int dead = 0;
    for (int i = 0; i < programs.size(); i++) {
      Map<String, Integer> expected = theirs(theirs.get(i));
      assertThat(ours(HeapSnapshotReader.read(files.get(i))))
          .as(programs.get(i))
          .isEqualTo(expected);
      // The same tables, read as those of a foreign file.
      Path foreign = folder.resolve("foreign.heapsnapshot");
      Files.writeString(
          foreign, Files.readString(files.get(i)).replaceFirst("\"lexscope\":\\{", "\"other\":{"));
      assertThat(ours(HeapSnapshotReader.read(foreign))).as(programs.get(i)).isEqualTo(expected);
      dead += expected.size();
    }
    assertThat(dead).isGreaterThan(RANDOM_PROGRAMS);
  }

  @Test
  @DisplayName("DevTools shows where each object of an export was made")
  void allocationSites() throws IOException {
    CommandLine line = new CommandLine();
    Path program =
        Files.writeString(
            folder.resolve("sites.js"),
            "class Session {}\nglobalThis.all = [\n  new Session(), { a: new Session() }];\n");
    Path file = folder.resolve("sites.heapsnapshot");
    assertThat(line.run("snapshot", program.toString(), "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    String sites =
        NodeProcess.run(
            folder,
            NodeProcess.copy(DevToolsAgreementTest.class, "analyze-contexts.mjs", folder)
                .toString(),
            ForeignTools.FOLDER.resolve("devtools.mjs").toString(),
            "--sites",
            "Session",
            file.toString());
    String name = program + ":3";
    assertThat(sites)
        .contains("[\"" + name + " 3 3\",\"(root) 0 0\"]")
        .contains("[\"" + name + " 3 23\",\"(root) 0 0\"]");
  }

  static Map<String, Integer> theirs(String json) {
    JsonArray fields = JsonParser.parseString(json).getAsJsonArray();
    Map<String, Integer> counts = new TreeMap<>();
    fields.forEach(field -> {
      String text = field.getAsString();
      counts.merge(text.substring(0, text.lastIndexOf(' ')), 1, Integer::sum);
    });
    return counts;
  }

  private static Map<String, Integer> ours(SnapshotGraph graph) {
    DeadBindings dead =
        DeadBindings.of(
            DominatorTree.of(graph, EdgeRule.STRONG), new GraphScopes(graph), 0, List.of());
    Map<String, Integer> counts = new TreeMap<>();
    for (DeadBinding binding : dead.bindings()) {
      if (binding.lastUser() == null) {
        counts.merge(binding.path(), binding.records(), Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> written() {
    return List.of(
        """
        globalThis.held = [];
        function setup() {
          const big = { rows: new Array(1000).fill(1.5) };
          const small = { small: true };
          function unused() { return big; }
          held.push(function onClick() { return small; });
        }
        setup();
        setup();
        """,
        """
        globalThis.held = [];
        function block(list) {
          for (const item of list) {
            const blockBig = { item };
            let blockSmall = { s: item };
            const never = () => blockBig;
            held.push(() => blockSmall);
          }
          try { throw { big: list }; } catch (error) { held.push(() => list); }
        }
        block([{}, {}]);
        """,
        """
        globalThis.held = [];
        let theThing = null;
        function replaceThing() {
          const originalThing = theThing;
          const unused = function unused() { return originalThing; };
          theThing = { rows: new Array(100).fill(1.5), someMethod: () => {} };
        }
        for (let i = 0; i < 5; i++) replaceThing();
        class Machine {
          constructor(tape) {
            const spare = { tape };
            this.read = () => tape;
            (() => spare);
          }
        }
        held.push(new Machine({}), new Machine({}));
        """);
  }

  /// Writes programs of nested functions at random: each has a few variables that hold objects,
  /// some of its inner functions use some of them, and some closures are kept.
  private static final class ProgramWriter {
    private final Random random;
    private final StringBuilder text = new StringBuilder("globalThis.held = [];\n");
    private int names;

    ProgramWriter(Random random) {
      this.random = random;
    }

    String program() {
      for (int i = 0; i < 3; i++) {
        function(0, new ArrayList<>());
      }
      return text.toString();
    }

    private void function(int depth, List<String> visible) {
      String name = "f" + names++;
      String indent = "  ".repeat(depth);
      List<String> inside = new ArrayList<>(visible);
      text.append(indent).append("function ").append(name).append("() {\n");
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        // Names are used again, so that inner variables shadow outer ones.
        String variable = "v" + random.nextInt(6);
        if (!inside.subList(visible.size(), inside.size()).contains(variable)) {
          inside.add(variable);
          text.append(indent).append("  let ").append(variable).append(" = { of: '").append(name);
          text.append("', rows: new Array(50).fill(0.5) };\n");
        }
      }
      for (int i = random.nextInt(3); i > 0 && !inside.isEmpty(); i--) {
        String used = inside.get(random.nextInt(inside.size()));
        boolean block = random.nextInt(4) == 0;
        text.append(indent).append(block ? "  { let b = { in: 'block' }; " : "  ");
        text.append(random.nextBoolean() ? "held.push(" : "(");
        text.append("() => ").append(block && random.nextBoolean() ? "[b, " + used + "]" : used);
        text.append(block ? "); (() => b); }\n" : ");\n");
      }
      if (depth < 3) {
        for (int i = random.nextInt(3); i > 0; i--) {
          function(depth + 1, inside);
        }
      }
      text.append(indent).append("}\n").append(indent);
      for (int i = random.nextInt(3); i > 0; i--) {
        text.append(name).append("();");
      }
      text.append(random.nextInt(3) == 0 ? "held.push(" + name + ");\n" : "\n");
    }
  }
}
