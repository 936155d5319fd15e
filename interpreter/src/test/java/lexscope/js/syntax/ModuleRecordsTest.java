package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleRecordsTest {
  private static ModuleRequest request(String specifier) {
    return new ModuleRequest(specifier, List.of());
  }

  @Test
  void requestsAreListedOnceInTheirOrder() {
    Program.Module module =
        Parsing.module(
            "import 'b'; export * from 'a'; import c from 'b'; import d from 'b' with { type:"
                + " 'json' }");
    assertThat(module.requests())
        .containsExactly(
            request("b"),
            request("a"),
            new ModuleRequest("b", List.of(new ImportAttribute("type", "json"))));
  }

  @Test
  void importsOfEveryFormHaveEntries() {
    Program.Module module =
        Parsing.module(
            "import a, { b, c as d, 'e f' as g, default as h } from 'm'; import * as i from 'n'");
    assertThat(module.imports().stream().map(entry -> entry.importName() + " " + entry.localName()))
        .containsExactly("default a", "b b", "c d", "e f g", "default h", "null i");
  }

  private static List<String> exports(String text) {
    return Parsing.module(text).exports().stream()
        .map(entry ->
            entry.kind()
                + " "
                + entry.exportName()
                + " "
                + entry.importName()
                + " "
                + entry.localName())
        .toList();
  }

  @Test
  void exportsOfEveryFormHaveEntries() {
    assertThat(exports("export var { a, b: [c] } = d; export function e() {} export class F {}"))
        .containsExactly("LOCAL a null a", "LOCAL c null c", "LOCAL e null e", "LOCAL F null F");
    assertThat(exports("export default 1")).containsExactly("LOCAL default null *default*");
    assertThat(exports("export default function f() {}")).containsExactly("LOCAL default null f");
    assertThat(exports("export default class {}")).containsExactly("LOCAL default null *default*");
    assertThat(exports("export * from 'm'; export * as a from 'm'; export { b as 'c d' } from 'm'"))
        .containsExactly("STAR null null null", "NAMESPACE a null null", "INDIRECT c d b null");
  }

  @Test
  void anExportOfAnImportIsIndirectButOneOfANamespaceIsLocal() {
    assertThat(exports("import { a as b } from 'm'; import * as c from 'n'; export { b as d, c }"))
        .containsExactly("INDIRECT d a null", "LOCAL c null c");
  }

  @Test
  void topLevelAwaitIsNoticedOutsideFunctionsOnly() {
    assertThat(Parsing.module("await a").hasTopLevelAwait()).isTrue();
    assertThat(Parsing.module("for await (a of b) ;").hasTopLevelAwait()).isTrue();
    assertThat(Parsing.module("await using a = b").hasTopLevelAwait()).isTrue();
    assertThat(Parsing.module("async () => await a").hasTopLevelAwait()).isFalse();
  }
}
