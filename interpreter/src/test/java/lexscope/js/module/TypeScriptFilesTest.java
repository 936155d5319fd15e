package lexscope.js.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.vm.Running;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in TypeScript and with JSX.
class TypeScriptFilesTest {
  @TempDir Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String run(String name, String text) throws IOException {
    return Running.file(write(name, text));
  }

  @Test
  void enumsAreObjectsAtRunTime() throws IOException {
    assertThat(
            run(
                "a.ts",
                "enum E { A, B = 4, C, D = B | 1, S = 's' } const enum F { X = 2 }"
                    + " console.log(E[5], E.C, E.D, E.S, E['A'], F.X, Object.keys(E).length);"))
        .isEqualTo("D 5 5 s 0 2 8");
  }

  @Test
  void anEnumOfTheSameNameInAnotherFunctionIsAnotherOne() throws IOException {
    assertThat(
            run(
                "a.ts",
                "function f() { enum E { A = 1 } return E.A } function g() { enum E { A = 2 }"
                    + " return E.A } console.log(f(), g(), typeof E);"))
        .isEqualTo("1 2 undefined");
  }

  @Test
  void namespacesHoldWhatTheyExportAndJoinClasses() throws IOException {
    assertThat(
            run(
                "a.ts",
                "class C {} namespace C { export const one = 1; export let n = one; export function"
                    + " up() { return ++n } } namespace D.E { export class F {} } namespace T {"
                    + " export type X = 1 } C.up(); console.log(C.n, D.E.F.name, typeof T);"))
        .isEqualTo("2 F undefined");
  }

  @Test
  void laterBlocksOfANamespaceUseWhatEarlierOnesExport() throws IOException {
    assertThat(
            run(
                "a.ts",
                "namespace A { export const one = 1; export function two() { return 2 } export"
                    + " class C {} export namespace I { export const deep = 7; } }"
                    + " namespace A { const C = one + two(); export const four = C + 1; }"
                    + " namespace A.I { export const all = [one, two(), four, deep]; var one2 ="
                    + " one; }"
                    + " namespace B { export const other = typeof four; }"
                    + " console.log(A.four, A.I.all.join(), B.other, Object.keys(A).join());"))
        .isEqualTo("4 1,2,4,7 undefined one,two,C,I,four");
  }

  @Test
  void theConfigurationMayExtendOthersAndSayWhereModulesAre() throws IOException {
    write(
        "base/tsconfig.base.json",
        "{ \"compilerOptions\": { \"baseUrl\": \"../src\", \"paths\": { \"@/*\": [\"lib/*\"],"
            + " \"@/special/*\": [\"nowhere/*\", \"other/*\"], \"exact\": [\"exact/file\"] } } }");
    write("tsconfig.json", "{ \"extends\": [\"./base/tsconfig.base\"], /* no more */ }");
    write("src/lib/one.ts", "export const one: number = 1;");
    write("src/other/two.ts", "export const two: number = 2;");
    write("src/exact/file.ts", "export const three: number = 3;");
    write("src/plain.ts", "export const four: number = 4;");
    write("node_modules/pack/index.js", "exports.five = 5;");
    assertThat(
            run(
                "src/app/main.ts",
                "import { one } from '@/one'; import { two } from '@/special/two'; import { three }"
                    + " from 'exact'; import { four } from 'plain'; import { five } from 'pack';"
                    + " console.log(one, two, three, four, five);"))
        .isEqualTo("1 2 3 4 5");
  }

  @Test
  void aCommonJsFileMayBeWrittenWithDeclarations() throws IOException {
    write("lib.cts", "export const lib: string = 'lib';");
    assertThat(run("main.cts", "import { lib } from './lib.cjs'; console.log(lib as string);"))
        .isEqualTo("lib");
    assertThat(run("other.cts", "const { lib } = require('./lib.cjs'); console.log(lib);"))
        .isEqualTo("lib");
  }

  @Test
  void parameterPropertiesAreFields() throws IOException {
    assertThat(
            run(
                "a.ts",
                "class A { constructor(readonly x: number, private y = 2) {} } class B extends A {"
                    + " constructor(public z: number) { super(z + 1); } }"
                    + " console.log(new A(1), new B(5));"))
        .isEqualTo("A { x: 1, y: 2 } B { x: 6, y: 2, z: 5 }");
  }

  @Test
  void modulesFindTypeScriptFilesAsCompilersDo() throws IOException {
    write("one.ts", "export const one: number = 1; export interface I {}");
    write("two.tsx", "export default function two(): number { return 2; }");
    write("three/index.ts", "export type T = 1; export const three = 3;");
    write("four.mts", "export const four = 4 as const;");
    write("five.cts", "interface I {} export = { five: 5 };");
    assertThat(
            run(
                "main.ts",
                "import { one, I } from './one.js'; import two from './two'; import { three, type"
                    + " T } from './three'; import { four } from './four.mjs'; import five from"
                    + " './five.cjs'; let t: T; let i: I; console.log(one, two(), three, four,"
                    + " five.five);"))
        .isEqualTo("1 2 3 4 5");
  }

  @Test
  void requireLoadsTypeScriptFiles() throws IOException {
    write("one.ts", "const n: number = 1; exports.n = n;");
    write("esm.ts", "export const m: number = 2;");
    assertThat(
            run(
                "main.cts",
                "import one = require('./one'); const esm = require('./esm.js') as { m: number };"
                    + " console.log(one.n, esm.m);"))
        .isEqualTo("1 2");
  }

  @Test
  void stacksNamePlacesOfTheOriginal() throws IOException {
    write(
        "lib.cts",
        "type A = 1; interface B {\n"
            + "}\n"
            + "export = function f<T>(x: T): T { throw new Error('no'); };");
    String printed =
        run(
            "main.cts",
            "import f = require('./lib.cjs');\nenum E { A, B }\ntry { (f as any)<E>(E.A); } catch"
                + " (e: any) { console.log(e.stack); }");
    assertThat(printed).contains("lib.cts:3:41", "main.cts:3:20");
  }

  @Test
  void errorsOfTheTextShowTheOriginalLine() throws IOException {
    assertThat(run("a.ts", "let a: number = 1;\nlet b: string = ;"))
        .contains(
            "a.ts:2:17|let b: string = ;|                ^||SyntaxError: Unexpected token ';'");
    // What only the parser of the translation finds.
    assertThat(run("b.ts", "enum E { A } let a: number = 1; let a: string;"))
        .contains("b.ts:1:37|")
        .contains("'a' has already been declared");
  }

  @Test
  void theTypeScriptConfigurationSaysWhatElementsAre() throws IOException {
    write(
        "tsconfig.json",
        "{ // how\n"
            + " \"compilerOptions\": { \"jsx\": \"react-jsx\", \"jsxImportSource\": \"mine\", },"
            + " }");
    write(
        "node_modules/mine/jsx-runtime.js",
        "exports.jsx = (t, p, k) => [t, p, k]; exports.jsxs = exports.jsx; exports.Fragment ="
            + " 'f';");
    assertThat(
            run(
                "a.jsx",
                "export const x = 1; console.log(JSON.stringify(<a b={x} key=\"k\">c</a>));"))
        .isEqualTo("[\"a\",{\"b\":1,\"children\":\"c\"},\"k\"]");
    assertThat(run("b.jsx", "'use strict'; console.log(JSON.stringify(<><i/>{2}</>));"))
        .isEqualTo("[\"f\",{\"children\":[[\"i\",{},null],2]},null]");
  }

  @Test
  void reactRendersElements() throws IOException {
    Path packages = Path.of("target", "react-packages").toAbsolutePath();
    NodeProcess.install(packages, List.of("react@19", "react-dom@19"));
    Path program =
        Files.writeString(
            packages.resolve("app.tsx"),
            """
            import * as React from "react";
            import { version } from "react";
            type Props = { name: string; children?: React.ReactNode };
            const Hello = ({ name, children }: Props) => (
              <p className="hello" {...{ id: "x" }}>
                Hello, {name!}&nbsp;{children}
                {[1, 2].map((n: number) => <i key={n}>{n}</i>)}
              </p>
            );
            (globalThis as any).MessageChannel = class { port1 = {}; port2 = { postMessage() {} }; };
            const { renderToStaticMarkup } = await import("react-dom/server.browser");
            console.log(renderToStaticMarkup(<><Hello name="you">!</Hello></>), version.length > 0);
            """);
    assertThat(Running.file(program))
        .isEqualTo("<p class=\"hello\" id=\"x\">Hello, you\u00a0!<i>1</i><i>2</i></p> true");
  }
}
