package lexscope.js.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.js.vm.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs of several files.
class ModulesTest {
  @TempDir Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void an_import_is_a_live_view_of_the_exporting_module() throws IOException {
    write("counter.mjs", "export let n = 0; export function up() { n++; }");
    Path main =
        write("main.mjs", "import { n, up } from './counter.mjs'; up(); up(); console.log(n);");
    assertEquals("2", Running.file(main));
  }

  @Test
  void modules_may_import_each_other_in_circles() throws IOException {
    write("b.mjs", "import { a } from './a.mjs'; export function b() { return 'b' + a(); }");
    Path main =
        write(
            "a.mjs",
            "import { b } from './b.mjs'; export function a() { return 'a'; } console.log(b());");
    assertEquals("ba", Running.file(main));
  }

  @Test
  void importers_wait_for_an_awaiting_module() throws IOException {
    write("slow.mjs", "export const v = await Promise.resolve('slow');");
    Path main = write("main.mjs", "import { v } from './slow.mjs'; console.log(v);");
    assertEquals("slow", Running.file(main));
  }

  @Test
  void import_calls_and_json_modules_work() throws IOException {
    write("data.json", "{\"x\": [1, 2]}");
    Path main =
        write(
            "main.mjs",
            "import data from './data.json' with { type: 'json' };"
                + "const ns = await import('./data.json', { with: { type: 'json' } });"
                + "console.log(data.x.length, ns.default === data);");
    assertEquals("2 true", Running.file(main));
  }

  @Test
  void require_finds_packages_and_loads_each_file_once() throws IOException {
    write(
        "node_modules/pkg/package.json", "{\"exports\": {\".\": {\"require\": \"./lib/a.cjs\"}}}");
    write("node_modules/pkg/lib/a.cjs", "console.log('loaded'); exports.v = 1;");
    Path main =
        write(
            "main.cjs",
            "const p = require('pkg'); console.log(p === require('pkg'), p.v, typeof"
                + " module.exports);delete require.cache[require.resolve('pkg')]; require('pkg');");
    assertEquals("loaded|true 1 object|loaded", Running.file(main));
  }

  @Test
  void a_module_imports_common_js_by_default_and_by_name() throws IOException {
    write("lib.cjs", "exports.named = 'n'; exports.other = 'o';");
    Path main =
        write("main.mjs", "import lib, { named } from './lib.cjs'; console.log(named, lib.other);");
    assertEquals("n o", Running.file(main));
  }
}
