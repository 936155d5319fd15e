package lexscope.scenarios.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder in which tests write scenarios, and what comes of running them.
record ScenarioFolder(Path path) {
  /// A scenario whose listener stays when its panel is closed.
  static final String LEAKING_PANEL =
      """
      export const title = 'closing the panel frees its listener';
      const bus = new EventTarget();
      class Panel {
        constructor(i) { this.i = i; }
      }
      let panel;
      function openPanel(i) {
        const opened = new Panel(i);
        const rows = new Array(1000).fill(0);
        const sum = () => rows.length;
        const onKey = () => opened.i++;
        bus.addEventListener('key', onKey);
        return { opened, sum, close() { CLOSE } };
      }
      export function act(i) { panel = openPanel(i); panel.sum(); }
      export function undo() { panel.close(); panel = undefined; }
      EXPECT
      """;

  /// The scenario with the leak, or repaired.
  static String panel(boolean leaks, String expect) {
    return LEAKING_PANEL
        .replace("CLOSE", leaks ? "" : "bus.removeEventListener('key', onKey);")
        .replace("EXPECT", expect);
  }

  /// Writes a file.
  Path write(String name, String text) {
    try {
      return Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a scenario and runs it under its policies.
  List<LeakResult> run(String name, String text) {
    return new LeakRunner(false, path).run(DefinitionReader.read(write(name, text)));
  }

  /// Writes a scenario that runs under one policy and gives what is wrong with it.
  List<Finding> findings(String text) {
    return run("a.scenario.mjs", text).getFirst().findings();
  }
}
