package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DynamicFunctionTest {
  private static String outcome(String parameters, String body) {
    return Parsing.outcome(
        () -> Parsing.PARSER.parseFunction("anonymous", false, false, parameters, body));
  }

  @Test
  void itsTextIsThatOfTheSpecification() {
    DynamicFunction made =
        Parsing.PARSER.parseFunction("anonymous", true, true, "a,b = 1", "yield await a");
    assertThat(made.source().text())
        .isEqualTo("async function* anonymous(a,b = 1\n) {\nyield await a\n}");
    assertThat(made.function().start()).isZero();
    assertThat(made.function().end()).isEqualTo(made.source().length());
    assertThat(made.function().expectedArgumentCount()).isEqualTo(1);
    assertThat(made.function().name()).isNull();
  }

  @Test
  void parametersAndBodyMustBeCompleteByThemselves() {
    assertThat(outcome("a) { }, function (b", "")).isNotEqualTo("valid");
    assertThat(outcome("/*", "*/) {")).isNotEqualTo("valid");
    assertThat(outcome("", "}, function () {")).isNotEqualTo("valid");
    assertThat(outcome("a = `", "`")).isNotEqualTo("valid");
    assertThat(outcome("a //", "// b")).isEqualTo("valid");
  }

  @Test
  void htmlLikeCommentsNeedALineOfTheirOwn() {
    assertThat(outcome("-->", "")).isNotEqualTo("valid");
    assertThat(outcome("\n-->", "")).isEqualTo("valid");
    assertThat(outcome("", "-->")).isEqualTo("valid");
    assertThat(outcome("<!--", "")).isEqualTo("valid");
  }

  @Test
  void theBodysDirectiveJudgesTheParameters() {
    assertThat(outcome("a, a", "")).isEqualTo("valid");
    assertThat(outcome("a, a", "'use strict'")).contains("Duplicate parameter name");
    assertThat(outcome("eval", "'use strict'")).contains("Unexpected eval or arguments");
    assertThat(outcome("a = 1", "'use strict'")).contains("Illegal 'use strict' directive");
    assertThat(outcome("", "super()")).contains("'super' keyword unexpected here");
  }
}
