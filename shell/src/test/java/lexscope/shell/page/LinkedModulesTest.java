package lexscope.shell.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkedModulesTest {
  @TempDir java.nio.file.Path folder;

  @Test
  void modulesRunAfterThoseThatTheyImportEachOnceAndNamesDoNotMeet() throws java.io.IOException {
    Map<String, String> modules =
        Map.of(
            "main.js",
            """
            import { left } from './left.js';
            import {
              right as other,
              RIGHT,
            } from './right.js';
            const base = 'main';
            console.log(base, left(), other(), RIGHT);
            """,
            "left.js",
            """
            import { base } from './base.js';
            const own = 'left';
            console.log('load left');
            export function left() { return own + base(); }
            """,
            "right.js",
            """
            import { base } from './base.js';
            const own = 'right';
            export const RIGHT = 1;
            export async function later() {}
            export class Right {}
            export function right() { return own + base(); }
            """,
            "base.js",
            """
            console.log('load base');
            export function base() { return '!'; }
            """);
    assertThat(printed(LinkedModules.of("main.js", modules::get)))
        .containsExactly("load base", "load left", "main left! right! 1");
  }

  @Test
  void aRingOfModulesIsRefused() {
    Map<String, String> modules =
        Map.of("a.js", "import { b } from './b.js';\n", "b.js", "import { a } from './a.js';\n");
    assertThatThrownBy(() -> LinkedModules.of("a.js", modules::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("import each other");
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (String line : List.of("export default 1;", "import x from './x.js';", "export let a;")) {
      assertThatThrownBy(() -> LinkedModules.of("a.js", _ -> line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(line);
    }
  }

  private List<String> printed(String script) throws java.io.IOException {
    java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("linked.js"), script);
    List<String> lines = new ArrayList<>();
    Host.create(HostOptions.defaults(new Lines(lines)).withProgram(file.toString())).run(file);
    return lines;
  }

  private record Lines(List<String> lines) implements ConsoleSink {
    @Override
    public void out(String text) {
      lines.add(text.strip());
    }

    @Override
    public void err(String text) {
      lines.add("err " + text.strip());
    }
  }
}
