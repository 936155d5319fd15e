package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which functions in blocks also become variables of the function around them (Annex B.3.2).
class AnnexBFunctionsTest {
  private static List<String> hoisted(String body) {
    FunctionNode function = Parsing.function("function outer(p, q) {" + body + "}");
    return function.annexBFunctions().stream()
        .map(declaration -> declaration.function().name())
        .map(name -> name == null ? "" : name.name())
        .toList();
  }

  @Test
  void aFunctionInABlockIsHoistedOutOfAllBlocks() {
    assertThat(hoisted("{ { function a() {} } function b() {} } if (p) function c() {}"))
        .containsExactly("a", "b", "c");
    assertThat(hoisted("switch (p) { case 1: function a() {} }")).containsExactly("a");
    assertThat(hoisted("try { } catch (e) { function a() {} }")).containsExactly("a");
  }

  @Test
  void aFunctionAtTheTopIsNoConcernOfAnnexB() {
    assertThat(hoisted("function a() {}")).isEmpty();
  }

  @Test
  void aLexicalDeclarationInBetweenStopsItWhereverItStands() {
    assertThat(hoisted("{ function a() {} } let a;")).isEmpty();
    assertThat(hoisted("{ { function a() {} } let a; }")).isEmpty();
    assertThat(hoisted("for (let a;;) { function a() {} }")).isEmpty();
    assertThat(hoisted("{ function a() {} { function a() {} } }")).containsExactly("a");
    assertThat(hoisted("{ function a() {} } { let a; }")).containsExactly("a");
  }

  @Test
  void aParameterOfTheNameStopsIt() {
    assertThat(hoisted("{ function p() {} function a() {} }")).containsExactly("a");
  }

  @Test
  void aCatchPatternStopsItButACatchIdentifierDoesNot() {
    assertThat(hoisted("try {} catch (a) { { function a() {} } }")).containsExactly("a");
    assertThat(hoisted("try {} catch ([a]) { { function a() {} } }")).isEmpty();
  }

  @Test
  void onlyPlainFunctionsOfSloppyCodeAreHoisted() {
    assertThat(hoisted("'use strict'; { function a() {} }")).isEmpty();
    assertThat(hoisted("{ async function a() {} function* b() {} }")).isEmpty();
  }

  @Test
  void scriptsHaveThemToo() {
    assertThat(Parsing.script("{ function a() {} } { function b() {} let c; }").annexBFunctions())
        .hasSize(2);
  }
}
