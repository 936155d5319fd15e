package lexscope.js.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of texts in TypeScript and with JSX.
class TranslatorTest {
  private static SourceText translate(String text, Dialect dialect) {
    return Translator.translate(
            new SourceText("a.tsx", text), dialect, TranslationOptions.DEFAULT, false)
        .source();
  }

  /// The translation with each run of white space as one space.
  private static String types(String text) {
    return translate(text, Dialect.TYPESCRIPT).text().strip().replaceAll("\\s+", " ");
  }

  private static String elements(String text) {
    return translate(text, Dialect.TYPESCRIPT_JSX).text().strip().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "let x: number = 1, y!: string;|let x = 1, y ;",
        "function f<T extends object>(this: T, a?: T, ...b: T[]): asserts a is T {}|function f ( a"
            + " , ...b ) {}",
        "const f = async <T,>(x: T): Promise<T> => x;|const f = async (x ) => x;",
        "a ? (b) : (c): d => e|a ? (b) : (c) => e",
        "a ? (b): c => d : e|a ? (b) => d : e",
        "f<A<B>>(x) < g|f (x) < g",
        "a < b > c|a < b > c",
        "new Map<string, () => void>()|new Map ()",
        "x! as unknown as string[]|x",
        "<any>x.y|x.y",
        "class A<T> extends B<T> implements C, D { x?: T; f(): void; f() {} }|class A extends B { x"
            + " ; ; f() {} }",
        "abstract class A { abstract x: number; private static y = 1; [k: string]: any }|class A {"
            + " ; static y = 1; ; }",
        "type A = B extends (infer C extends string)[] ? `${C}x` : keyof typeof d; x|; x",
        "declare module 'x' { const a: 1 }|;",
        "function f(a: 1): 1; function f(a: any) { return a }|; function f(a ) { return a }",
        "let t = a as T\\n(b)|let t = a ; (b)",
        "import a, { type B, c } from 'm'; c|import { c } from 'm'; c",
        "import { B } from 'm'; let b: B;|let b ; export {};",
        "import type { B } from 'm'; export type { B };|; export {};",
        "import fs = require('fs'); fs|const fs = require('fs'); fs",
        "export = 1|module.exports = 1",
        "x satisfies Y ? 1 : 2|x ? 1 : 2",
        "for (const x of <number[]>xs) {}|for (const x of xs) {}",
        "var type = 1; type = 2; declare(type)|var type = 1; type = 2; declare(type)",
        "try {} catch (e: unknown) {}|try {} catch (e ) {}",
        "let f: new (...a: any[]) => A<B>= g|let f = g",
      })
  void typesAreDropped(String text, String expected) {
    assertThat(types(text.replace("\\n", "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "<a/>|React.createElement(\"a\", null )",
        "<A.B x y='&lt;\"' {...p} z={1}>t</A.B>|React.createElement(A.B, { x: true , y: \"<\\\"\" ,"
            + " ...p , z: 1 }, \"t\")",
        "<><b/>{c}{/* d */}</>|React.createElement(React.Fragment, null, React.createElement(\"b\","
            + " null), c)",
        "/** @jsx h */ <a/>|/** @jsx h */ h(\"a\", null )",
        "/** @jsxRuntime automatic */ <a key={k} b=\"1\">x{y}</a>|/** @jsxRuntime automatic */"
            + " const { jsxs: _jsxs } = require(\"react/jsx-runtime\"); _jsxs(\"a\", { b: \"1\","
            + " children: [\"x\", y]}, k)",
      })
  void elementsBecomeCalls(String text, String expected) {
    assertThat(elements(text).replace(" ", "")).isEqualTo(expected.replace(" ", ""));
  }

  @Test
  void textBetweenTagsLosesItsLineEnds() {
    assertThat(translate("<a>\n  b c\n  d&nbsp;\n</a>", Dialect.JSX).text())
        .isEqualTo("React.createElement(\"a\", null, \"b c d\u00a0\")");
  }

  @Test
  void blankedTypesLeaveEveryOffsetAsItWas() {
    String text = "let a: Map<string,\n  number> = new Map<string, number>(); f(a!);";
    SourceText translated = translate(text, Dialect.TYPESCRIPT);
    assertThat(translated.text()).hasSameSizeAs(text);
    assertThat(translated.text().indexOf("new")).isEqualTo(text.indexOf("new"));
  }

  @Test
  void placesAndLinesAreThoseOfTheOriginal() {
    String text = "enum E { A,\n  B = f() }\nconst e = <p\n  x={here()}>text {there()}</p>;";
    SourceText translated = translate(text, Dialect.TYPESCRIPT_JSX);
    for (String name : new String[] {"f()", "here()", "there()", "const e"}) {
      Position expected = new SourceText("a", text).position(text.indexOf(name));
      assertThat(translated.position(translated.text().indexOf(name))).as(name).isEqualTo(expected);
    }
    assertThat(translated.position(translated.text().indexOf("React")))
        .isEqualTo(new Position(3, 11));
    assertThat(translated.lineText(4)).isEqualTo("  x={here()}>text {there()}</p>;");
  }

  @Test
  void translatedTextKeepsItsPlacesBetweenCodeThatIsNotTheFilesOwn() {
    SourceText translated = translate("f<T>();\ng()", Dialect.TYPESCRIPT).between("(() => {", "})");
    assertThat(translated.position(translated.text().indexOf("f "))).isEqualTo(new Position(1, 1));
    assertThat(translated.position(translated.text().indexOf("g()"))).isEqualTo(new Position(2, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "let x: = 1|1:8|Unexpected token '='",
        "class A { @d x }|1:11|Decorators are not supported",
        "function f( {|1:14|Unexpected end of input",
        "enum E { A = 'a', B }|1:19|Enum member must have initializer",
        "let a = <p></q>|1:12|Expected closing tag for <p>",
      })
  void aTextThatIsNeitherSaysWhere(String text, String place, String message) {
    assertThatThrownBy(() -> translate(text, Dialect.TYPESCRIPT_JSX))
        .isInstanceOfSatisfying(
            SyntaxErrorException.class,
            e -> {
              assertThat(e.message()).isEqualTo(message);
              assertThat(e.position()).hasToString(place);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "<a>", "{", "x = (y = "})
  void deepTextsAreRefusedAndCostLittle(String opening) {
    assertThatThrownBy(() -> translate(opening.repeat(20_000), Dialect.TYPESCRIPT_JSX))
        .isInstanceOfSatisfying(
            SyntaxErrorException.class,
            e -> assertThat(e.kind()).isEqualTo(SyntaxErrorException.Kind.TOO_DEEP));
  }
}
