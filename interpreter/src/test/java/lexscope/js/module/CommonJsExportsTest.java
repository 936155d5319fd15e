package lexscope.js.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.js.vm.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names an ES module can import from CommonJS, by pattern. The expectations are what Node 20
/// answers.
final class CommonJsExportsTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          exports.a = exports.b = void 0; module.exports.c = 1; module . exports . d = 1; | a,b,c,d
          exports['quoted'] = 1; exports["a-b"] = 2; module.exports['x'] = 3;             | a-b,quoted,x
          exports.compared == 1;                                                          | compared
          Object.defineProperty(exports, "__esModule", { value: true });                  | __esModule
          Object.defineProperty(exports, 'v', { enumerable: true, value: 5 });            | v
          Object.defineProperty(module.exports, 'v', { value: 5 });                       | v
          Object.defineProperty(exports, 'v', { enumerable: false, value: 5 });           |
          Object.defineProperty(exports, 'g', { enumerable: true, get: function () { return d.g; } }); | g
          Object.defineProperty(exports, 'g', { enumerable: true, get: function get() { return d['g']; } }); | g
          Object.defineProperty(exports, 'g', { enumerable: true, get() { return d; } });  | g
          Object.defineProperty(exports, 'g', { enumerable: true, get() { return 1 + 1; } }); |
          module.exports = { a, b, 'c': d, e: f, last: 1, never };                         | a,b,c,e
          module.exports = { a: require('x'), never };                                    | a
          0 && (module.exports = { hint, another });                                      | another,hint
          // exports.commented = 1;                                                       |
          /* exports.commented = 1; */ exports.kept = 1;                                  | kept
          const s = "exports.text = 1", t = `exports.text = ${1}`, r = /exports.text = 1/; |
          const q = 4 / 2; exports.after = 1 / q;                                         | after
          other.exports.x = 1; this.exports.y = 1;                                        |
          """)
  void namesAreFoundByPattern(String text, String names) {
    assertThat(String.join(",", new java.util.TreeSet<>(ExportNames.in(text).names())))
        .isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          module.exports = require('./all');                                     | ./all
          module.exports = require('./first'); module.exports = require("./last"); | ./last
          module.exports = { ...require('./spread'), own };                      | ./spread
          __export(require('./ts'));                                             | ./ts
          tslib_1.__exportStar(require("./tslib"), exports);                     | ./tslib
          var _d = require('./babel'); Object.keys(_d).forEach(function (key) { if (key === "default") return; exports[key] = _d[key]; }); | ./babel
          var _w = _interopRequireWildcard(require('./wild')); Object.keys(_w).forEach(function (k) { exports[k] = _w[k]; }); | ./wild
          """)
  void modulesThatAreHandedOnAreFound(String text, String specifiers) {
    assertThat(String.join(",", ExportNames.in(text).reexports())).isEqualTo(specifiers);
  }

  @Test
  void importedNamesHaveTheirValues() throws IOException {
    write("star.cjs", "exports.star = 's'; exports.default = 'not handed on';");
    write("circle.cjs", "module.exports = require('./lib.cjs');");
    write(
        "lib.cjs",
        """
        "use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        function __exportStar(m, e) { for (const k of Object.keys(m)) if (k !== 'default') e[k] = m[k]; }
        __exportStar(require('./star.cjs'), exports);
        if (false) __exportStar(require('./circle.cjs'), exports);
        var _dep = { shown: 'd' };
        Object.defineProperty(exports, 'shown', { enumerable: true, get: function () { return _dep.shown; } });
        exports.named = 'n';
        """);
    Path main =
        write(
            "main.mjs",
            "import lib, { named, shown, star } from './lib.cjs'; import * as all from './lib.cjs';"
                + "console.log(named, shown, star, lib.named, Object.keys(all).sort().join());");
    assertThat(Running.file(main)).isEqualTo("n d s n __esModule,default,named,shown,star");
  }

  @Test
  void ownImportsAreResolvedByTheClosestPackage() throws IOException {
    write(
        "package.json",
        """
        { "imports": {
            "#config": "./lib/config.cjs", "#pkg": "pkg",
            "#tools/*": { "import": "./lib/*.mjs", "require": "./lib/*.cjs" },
            "#tools/special": "./lib/config.cjs", "#nothing": null } }
        """);
    write("lib/config.cjs", "exports.config = 'c';");
    write("lib/a.mjs", "export const a = 'mjs';");
    write("lib/a.cjs", "exports.a = 'cjs';");
    write("node_modules/pkg/package.json", "{ \"main\": \"main.js\" }");
    write("node_modules/pkg/main.js", "exports.p = 'p';");
    Path module =
        write(
            "deep/er/main.mjs",
            """
            import { config } from '#config'; import { p } from '#pkg'; import { a } from '#tools/a';
            import special from '#tools/special';
            let missing = 0;
            for (const name of ['#nothing', '#absent']) await import(name).catch(() => missing++);
            console.log(config, p, a, special.config, missing);
            """);
    assertThat(Running.file(module)).isEqualTo("c p mjs c 2");
    Path commonJs =
        write("main.cjs", "console.log(require('#config').config, require('#tools/a').a);");
    assertThat(Running.file(commonJs)).isEqualTo("c cjs");
  }

  @Test
  void aNamespaceIsPrintedAsNodePrintsIt() throws IOException {
    write("empty.mjs", "export {};");
    write("dep.mjs", "export const x = 1; export default function f() {} export let list = [1];");
    Path main =
        write(
            "main.mjs",
            """
            import * as empty from './empty.mjs'; import * as dep from './dep.mjs';
            import * as self from './main.mjs';
            console.log(empty); console.log(dep); console.log([dep.x, { dep }].length, self);
            export const late = 1; export function early() {}
            """);
    assertThat(Running.file(main))
        .isEqualTo(
            "[Module: null prototype] {  }|[Module: null prototype] { default: [Function: f], list:"
                + " [ 1 ], x: 1 }|2 [Module: null prototype] {|  early: [Function: early],|  late:"
                + " <uninitialized>|}");
  }
}
