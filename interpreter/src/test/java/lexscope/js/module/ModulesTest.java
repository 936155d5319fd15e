package lexscope.js.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.source.SourceText;
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

  @Test
  void a_module_of_node_that_needs_a_machine_fails_with_a_clear_message() throws IOException {
    Path main =
        write(
            "main.cjs",
            """
            for (const name of ['fs', 'node:fs', 'child_process', 'worker_threads', 'http']) {
              try { require(name); } catch (e) { console.log(e.code + ' ' + e.message); }
            }
            try { require('node:nothing'); } catch (e) { console.log(e.message); }
            import('net').catch((e) => console.log(e.message));
            """);
    String absent =
        "ERR_UNKNOWN_BUILTIN_MODULE The built-in module '%s' is not available: programs have no"
            + " access to the host machine|";
    assertEquals(
        absent.formatted("fs")
            + absent.formatted("fs")
            + absent.formatted("child_process")
            + absent.formatted("worker_threads")
            + absent.formatted("http")
            + "No such built-in module: node:nothing|"
            + "The built-in module 'net' is not available: programs have no access to the host"
            + " machine",
        Running.file(main));
  }

  @Test
  void a_built_in_module_goes_before_a_package_of_its_name() throws IOException {
    write("node_modules/path/index.js", "module.exports = 'package';");
    Path main =
        write(
            "main.cjs",
            "console.log(typeof require('path').join, require('path/'),"
                + " require('path') === require('node:path'));");
    assertEquals("function package true", Running.file(main));
  }

  @Test
  void conditions_of_node_hold_in_the_order_of_the_map() throws IOException {
    write(
        "node_modules/pkg/package.json",
        """
        {"exports": {".": {"browser": "./b.js", "node": {"import": "./ni.mjs", "default": "./n.js"},
        "default": "./d.js"}, "./sync": {"module-sync": "./s.mjs", "default": "./d.js"}},
        "imports": {"#own": {"node": "util", "default": "./d.js"}}}
        """);
    write("node_modules/pkg/b.js", "module.exports = 'browser';");
    write("node_modules/pkg/n.js", "module.exports = 'node ' + typeof require('#own').inspect;");
    write("node_modules/pkg/ni.mjs", "export default 'node import';");
    write("node_modules/pkg/s.mjs", "export default 'sync';");
    write("node_modules/pkg/d.js", "module.exports = 'default';");
    Path main =
        write(
            "main.cjs",
            "console.log(require('pkg'), require('pkg/sync').default);"
                + "import('pkg').then((m) => console.log(m.default));");
    assertEquals("node function sync|node import", Running.file(main));
  }

  @Test
  void conditions_can_be_added() throws IOException {
    write(
        "node_modules/pkg/package.json",
        "{\"exports\": {\"mine\": \"./m.js\", \"default\": \"./d.js\"}}");
    write("node_modules/pkg/m.js", "module.exports = 'mine';");
    write("node_modules/pkg/d.js", "module.exports = 'default';");
    Path main = write("main.cjs", "console.log(require('pkg'));");
    assertEquals("default", Running.file(main));
    var printed = new StringBuilder();
    HostOptions options =
        HostOptions.defaults(new RecordingSink(printed)).withConditions(List.of("other", "mine"));
    assertEquals(
        new RunOutcome.Completed(), Host.onGuestThread(() -> Host.create(options).run(main)));
    assertEquals("mine\n", printed.toString());
  }

  /// Keeps what is printed.
  private record RecordingSink(StringBuilder printed) implements ConsoleSink {
    @Override
    public void out(String lines) {
      printed.append(lines);
    }

    @Override
    public void err(String lines) {
      printed.append(lines);
    }
  }

  private static long idOfLastObject(String text) {
    HostOptions options = HostOptions.defaults(new RecordingSink(new StringBuilder()));
    return Host.onGuestThread(() -> {
      Host host = Host.create(options);
      host.run(new SourceText("program.js", text));
      return host.machine().heap().nextId();
    });
  }

  @Test
  void a_program_that_uses_no_built_in_module_has_nothing_of_them_in_its_heap() {
    long plain = idOfLastObject("let a = {};");
    assertEquals(plain, idOfLastObject("let b = {};"));
    assertTrue(idOfLastObject("let a = {}; typeof Buffer;") > plain + 100);
  }
}
