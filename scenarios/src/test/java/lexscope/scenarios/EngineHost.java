package lexscope.scenarios;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lexscope.testing.NodeProcess;

/// Another JavaScript engine, reached by a host script that runs in Node: programs go in as lines,
/// executions come out as lines.
final class EngineHost {
  /// V8, in the installed Node.
  static final String V8 = "v8";

  /// QuickJS-ng, from the package registry.
  static final String QUICKJS = "quickjs";

  /// engine262, from the package registry.
  static final String ENGINE262 = "engine262";

  /// One program to run.
  ///
  /// @param id by which its observation is found
  record Request(String id, Scenario.Kind kind, Path path) {}

  /// What the engine said.
  ///
  /// @param version its version
  /// @param executions by id
  record Answers(String version, Map<String, Execution> executions) {
    Execution of(String id) {
      return Objects.requireNonNull(executions.get(id), () -> "no answer for " + id);
    }
  }

  /// The packages that hold the other engines, in pinned versions.
  private static final List<String> PACKAGES =
      List.of(
          "quickjs-emscripten@0.32.0",
          "@jitl/quickjs-ng-wasmfile-release-sync@0.32.0",
          "@engine262/engine262@0.0.1-feee93540bcd10b4469fc363980945d8bdffbb1e");

  private EngineHost() {}

  /// Runs the programs and waits for all answers. Skips the calling test when Node, or the packages
  /// that the engine comes in, cannot be had.
  static Answers run(String engine, List<Request> requests) {
    NodeProcess.assumeThere();
    List<String> words = new ArrayList<>();
    switch (engine) {
      case V8 ->
          words.addAll(
              List.of("--expose-gc", "--harmony-iterator-helpers", script("node-host.cjs")));
      case QUICKJS -> words.add(script("quickjs-host.mjs"));
      case ENGINE262 -> words.addAll(List.of("--expose-gc", script("engine262-host.cjs")));
      default -> throw new IllegalArgumentException(engine);
    }
    words.add(preludeFolder().toString());
    if (!engine.equals(V8)) {
      words.add(packages().toString());
    }
    return parse(NodeProcess.ask(words, lines(requests)));
  }

  private static Path packages() {
    Path folder = Path.of("target", "oracle-packages").toAbsolutePath();
    NodeProcess.install(folder, PACKAGES);
    return folder;
  }

  private static List<String> lines(List<Request> requests) {
    return requests.stream()
        .map(each ->
            each.id() + "\t" + each.kind().name().toLowerCase(Locale.ROOT) + "\t" + each.path())
        .toList();
  }

  /// The lines about one program.
  private record Lines(
      List<String> output, List<String> tracked, List<String> alive, List<String> errors) {
    Execution execution() {
      return new Execution(
          output,
          new LinkedHashSet<>(tracked),
          new LinkedHashSet<>(alive),
          errors.isEmpty() ? null : String.join("; ", errors));
    }
  }

  private static Answers parse(List<String> lines) {
    Map<String, Lines> programs = new LinkedHashMap<>();
    String version = "";
    for (String line : lines) {
      String[] cells = line.split("\t", 3);
      if (cells.length < 3) {
        throw new AssertionError("not an answer: " + line);
      }
      String text = unescape(cells[2]);
      if (cells[0].equals("engine")) {
        if (!cells[1].equals("version")) {
          throw new AssertionError(line);
        }
        version = text;
        continue;
      }
      Lines program =
          programs.computeIfAbsent(
              cells[0],
              _ ->
                  new Lines(
                      new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      switch (cells[1]) {
        case "output" -> program.output().add(text);
        case "tracked" -> program.tracked().addAll(words(text));
        case "alive" -> program.alive().addAll(words(text));
        case "error" -> program.errors().add(text);
        case "done" -> {}
        default -> throw new AssertionError("not an answer: " + line);
      }
    }
    Map<String, Execution> executions = new LinkedHashMap<>();
    programs.forEach((id, program) -> executions.put(id, program.execution()));
    return new Answers(version, executions);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static String unescape(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        plain.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  static Path resource(String name) {
    URL url = Objects.requireNonNull(EngineHost.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script(String name) {
    return resource("oracle/" + name).toString();
  }

  private static Path preludeFolder() {
    return Objects.requireNonNull(resource("prelude/tracking.js").getParent());
  }
}
