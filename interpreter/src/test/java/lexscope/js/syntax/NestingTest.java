package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import lexscope.js.source.SyntaxErrorException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NestingTest {
  private static final int LONG = 100_000;

  /// What opens a level, the innermost text, what closes a level.
  private record Form(String open, String inner, String close) {
    String nested(int levels) {
      return open.repeat(levels) + inner + close.repeat(levels);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form("(", "a", ")"),
          new Form("[", "a", "]"),
          new Form("({ a: ", "a", " })"),
          new Form("{", ";", "}"),
          new Form("(function () {", "a", "})"),
          new Form("a => ", "a", ""),
          new Form("(a = ", "b", ") => a"),
          new Form("!", "a", ""),
          new Form("- ", "a", ""),
          new Form("a ? b : ", "c", ""),
          new Form("a ? ", "b", " : c"),
          new Form("a = ", "b", ""),
          new Form("a ** ", "b", ""),
          new Form("a && b || c + d * (", "e", ")"),
          new Form("`${", "a", "}`"),
          new Form("(class { m() {", "a", "} })"),
          new Form("(class extends ", "a", " {})"),
          new Form("(class { a = ", "b", " })"),
          new Form("class A { static {", "a", "} }"),
          new Form("if (a) ", ";", ""),
          new Form("while (a) ", ";", ""),
          new Form("for (;;) ", ";", ""),
          new Form("do ", ";", " while (a)"),
          new Form("try {", ";", "} finally {}"),
          new Form("switch (a) { case b: ", ";", "}"),
          new Form("f(", "a", ")"),
          new Form("a?.[", "b", "]"),
          new Form("", "a", ".b"),
          new Form("", "a", "()"),
          new Form("new ", "a", ""),
          new Form("async (", "a", ")"),
          new Form("var [a", "", ""),
          new Form("(async function () { await ", "a", "})()"));

  @TestFactory
  Stream<DynamicTest> deepNestingEndsInARangeErrorAndNotInAnOverflow() {
    return FORMS.stream()
        .map(form ->
            dynamicTest(
                form.open() + "…" + form.close(),
                () ->
                    assertThatThrownBy(() -> Parsing.script(deep(form)))
                        .isInstanceOfSatisfying(
                            SyntaxErrorException.class,
                            e ->
                                assertThat(e.kind())
                                    .isEqualTo(SyntaxErrorException.Kind.TOO_DEEP))));
  }

  private static String deep(Form form) {
    return form.open().startsWith("var ") ? "var " + "[a,".repeat(50_000) : form.nested(50_000);
  }

  @Test
  void chainsOfOperatorsDoNotNest() {
    for (String operator : List.of("+", "&&", "||", "??", ",", "-")) {
      Expression expression = Parsing.expression("a" + (operator + "a").repeat(LONG));
      int operands =
          switch (expression) {
            case Expression.Binary binary -> binary.rest().size() + 1;
            case Expression.Logical logical -> logical.operands().size();
            case Expression.Sequence sequence -> sequence.expressions().size();
            default -> 0;
          };
      assertThat(operands).as(operator).isEqualTo(LONG + 1);
    }
  }

  @Test
  void longListsDoNotNest() {
    assertThat(Parsing.script("a;".repeat(LONG)).body()).hasSize(LONG);
    assertThat(Parsing.expression("[" + "a,".repeat(LONG) + "]"))
        .isInstanceOfSatisfying(
            Expression.ArrayLiteral.class, array -> assertThat(array.elements()).hasSize(LONG));
    assertThat(Parsing.statement("if (a) b" + "; else if (a) b".repeat(LONG)))
        .isInstanceOfSatisfying(
            Statement.If.class, chain -> assertThat(chain.clauses()).hasSize(LONG + 1));
    assertThat(Parsing.statement("var a" + ", a".repeat(LONG)))
        .isInstanceOf(Statement.VariableDeclaration.class);
    assertThat(Parsing.expression("`" + "${a}".repeat(LONG) + "`"))
        .isInstanceOf(Expression.TemplateLiteral.class);
  }

  @Test
  void theBudgetIsTheParsersOwn() {
    Parser shallow = new Parser((pattern, flags) -> null, 10);
    assertThat(Parsing.outcome(() -> shallow.parseScript(Parsing.source("((a))"))))
        .isEqualTo("valid");
    assertThat(Parsing.outcome(() -> shallow.parseScript(Parsing.source("(".repeat(20)))))
        .endsWith("Maximum call stack size exceeded");
  }

  @Test
  void manyDeclarationsOfOneScopeAreCheckedFast() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LONG; i++) {
      text.append("let v").append(i).append(";\n");
    }
    assertThat(Parsing.script(text.toString()).body()).hasSize(LONG);
    text.append("let v0;");
    assertThat(Parsing.outcome(() -> Parsing.script(text.toString())))
        .endsWith("Identifier 'v0' has already been declared");
  }
}
