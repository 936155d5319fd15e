package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EarlyErrorsTest {
  @TestFactory
  Stream<DynamicTest> wrongProgramsAreRejectedAtTheRightPlaceInKnownWords() {
    return Parsing.lines("early-errors.txt").stream()
        .map(line -> line.split(" ⟹ ", 2))
        .map(parts ->
            dynamicTest(
                parts[0],
                () ->
                    assertThat(Parsing.outcome(() -> Parsing.script(parts[0])))
                        .isEqualTo(parts[1])));
  }

  @TestFactory
  Stream<DynamicTest> unusualProgramsAreAccepted() {
    return Parsing.lines("valid-programs.txt").stream()
        .map(line -> line.replace('⏎', '\n'))
        .map(text ->
            dynamicTest(
                text,
                () -> assertThat(Parsing.outcome(() -> Parsing.script(text))).isEqualTo("valid")));
  }

  private static String moduleOutcome(String text) {
    return Parsing.outcome(() -> Parsing.module(text));
  }

  @Test
  void modulesRejectWhatOnlyScriptsAllow() {
    assertThat(moduleOutcome("with (a) b")).startsWith("0: Strict mode code");
    assertThat(moduleOutcome("var await")).isEqualTo("4: Unexpected reserved word");
    assertThat(moduleOutcome("<!-- y")).isEqualTo("0: Unexpected token '<'");
    assertThat(moduleOutcome("x <!-- y")).isEqualTo("valid");
    assertThat(moduleOutcome("function f() {} function f() {}"))
        .isEqualTo("25: Identifier 'f' has already been declared");
    assertThat(moduleOutcome("new.target")).startsWith("0: new.target expression");
  }

  @Test
  void modulesRejectDuplicateAndUnresolvableNames() {
    assertThat(moduleOutcome("export { a }")).isEqualTo("9: Export 'a' is not defined in module");
    assertThat(moduleOutcome("var a; export { a, a }")).isEqualTo("19: Duplicate export of 'a'");
    assertThat(moduleOutcome("export default 1; export default 2"))
        .isEqualTo("25: Duplicate export of 'default'");
    assertThat(moduleOutcome("import a, { b as a } from 'c'"))
        .isEqualTo("17: Identifier 'a' has already been declared");
    assertThat(moduleOutcome("import a from 'b'; let a"))
        .isEqualTo("23: Identifier 'a' has already been declared");
    assertThat(moduleOutcome("export { 'a' as b }")).isEqualTo("9: Unexpected string");
    assertThat(moduleOutcome("export { if }")).isEqualTo("9: Unexpected token 'if'");
    assertThat(moduleOutcome("export * as '\\uD800' from 'a'")).startsWith("12: Invalid module");
    assertThat(moduleOutcome("import a from 'b' with { c: 'd', 'c': 'e' }"))
        .isEqualTo("33: Import attributes has a duplicate key 'c'");
    assertThat(moduleOutcome("{ import a from 'b' }")).isEqualTo("2: Unexpected token 'import'");
    assertThat(moduleOutcome("{ export default 1 }")).isEqualTo("2: Unexpected token 'export'");
  }

  private static String evalOutcome(String text, EvalContext context) {
    return Parsing.outcome(() -> Parsing.PARSER.parseEval(Parsing.source(text), false, context));
  }

  @Test
  void evalAllowsWhatItsSurroundingsAllow() {
    EvalContext none = EvalContext.GLOBAL;
    EvalContext function = new EvalContext(true, false, false, false, Set.of());
    EvalContext method = new EvalContext(true, true, false, false, Set.of("p"));
    EvalContext derived = new EvalContext(true, true, true, false, Set.of());
    EvalContext field = new EvalContext(true, true, false, true, Set.of());
    assertThat(evalOutcome("new.target", none)).startsWith("0: new.target");
    assertThat(evalOutcome("new.target", function)).isEqualTo("valid");
    assertThat(evalOutcome("super.x", function)).startsWith("0: 'super' keyword");
    assertThat(evalOutcome("() => super.x", method)).isEqualTo("valid");
    assertThat(evalOutcome("super()", method)).startsWith("0: 'super' keyword");
    assertThat(evalOutcome("super()", derived)).isEqualTo("valid");
    assertThat(evalOutcome("arguments", field)).startsWith("0: 'arguments' is not allowed");
    assertThat(evalOutcome("function f() { arguments }", field)).isEqualTo("valid");
    assertThat(evalOutcome("this.#p", method)).isEqualTo("valid");
    assertThat(evalOutcome("class A { m() { this.#p } }", method)).isEqualTo("valid");
    assertThat(evalOutcome("class A { m() { this.#q } }", method)).startsWith("21: Private field");
    assertThat(evalOutcome("return", function)).isEqualTo("0: Illegal return statement");
  }

  @Test
  void evalInStrictCodeIsStrict() {
    EvalContext none = EvalContext.GLOBAL;
    assertThat(
            Parsing.outcome(() -> Parsing.PARSER.parseEval(Parsing.source("let = 1"), true, none)))
        .isEqualTo("0: Unexpected strict mode reserved word");
    assertThat(Parsing.PARSER.parseEval(Parsing.source("'use strict'"), false, none).isStrict())
        .isTrue();
  }
}
