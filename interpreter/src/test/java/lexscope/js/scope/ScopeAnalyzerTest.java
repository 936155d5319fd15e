package lexscope.js.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lexscope.js.policy.V8Rule;
import lexscope.js.source.SourceText;
import lexscope.js.syntax.Parser;
import org.junit.jupiter.api.Test;

class ScopeAnalyzerTest {
  private static ScopeTree script(String text) {
    return script(text, EnumSet.allOf(V8Rule.class));
  }

  private static ScopeTree script(String text, Set<V8Rule> rules) {
    var parser = new Parser((_, _) -> null);
    return ScopeAnalyzer.analyzeScript(parser.parseScript(new SourceText("test.js", text)), rules);
  }

  private static ScopeTree without(V8Rule rule, String text) {
    return script(text, EnumSet.complementOf(EnumSet.of(rule)));
  }

  private static FunctionInfo function(ScopeTree tree, String name) {
    return tree.scopes().stream()
        .map(Scope::function)
        .filter(each -> each.functionNode() != null && each.displayName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// What V8 puts into contexts, scope by scope: `kind[names]`.
  private static List<String> contexts(ScopeTree tree) {
    return tree.scopes().stream()
        .filter(each -> each.contextSlots().length > 0)
        .map(each ->
            each.kind()
                + each.bindings().stream()
                    .filter(binding -> contains(each.contextSlots(), binding.slot()))
                    .map(Binding::name)
                    .toList()
                    .toString())
        .toList();
  }

  private static boolean contains(int[] slots, int slot) {
    for (int each : slots) {
      if (each == slot) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> uses(ScopeTree tree, String function) {
    return function(tree, function).uses().stream()
        .map(Binding::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void onlyScopesAroundAClosureGetARecord() {
    ScopeTree tree =
        script(
            "function f(a) { let b = a; { let c = b; } { let d = 1; g = () => d; } for (let i ="
                + " 0;;) i; }");
    assertThat(tree.scopes().stream().filter(Scope::isMaterialized).map(each -> each.kind().name()))
        .containsExactly("FUNCTION", "BLOCK");
  }

  @Test
  void siblingsShareOneContextAndUseOnlyTheirOwnBindings() {
    ScopeTree tree =
        script("function f(a, b, c) { function x() { a; } function y() { b; } return x; }");
    assertThat(contexts(tree)).containsExactly("FUNCTION[a, b]");
    assertThat(uses(tree, "x")).containsExactly("a");
    assertThat(uses(tree, "y")).containsExactly("b");
    assertThat(uses(tree, "f")).isEmpty();
  }

  @Test
  void aFunctionInTheMiddleUsesWhatTheOneInsideUses() {
    ScopeTree tree =
        script("function f(a) { return function g() { return function h() { a; }; }; }");
    assertThat(uses(tree, "g")).containsExactly("a");
    UsedSlots slots = function(tree, "h").usedSlots();
    // From the closure h: the record of its name, of g, of the name of g, then of f.
    assertThat(slots.places()).extracting(UsedSlots.Place::hops).containsExactly(3);
  }

  @Test
  void anArrowUsesTheThisOfTheFunctionAroundIt() {
    ScopeTree tree =
        script("function f(a) { const g = () => { const h = () => this; return h; }; return g; }");
    assertThat(uses(tree, "g")).containsExactly("this");
    assertThat(contexts(tree)).containsExactly("FUNCTION[this]");
    assertThat(uses(tree, "f")).isEmpty();
  }

  @Test
  void aCatchVariableIsAlwaysInAContext() {
    String text = "function f() { try {} catch (e) { g = () => 1; } }";
    assertThat(contexts(script(text))).containsExactly("CATCH[e]");
    assertThat(contexts(without(V8Rule.CATCH_VARIABLE, text))).isEmpty();
  }

  @Test
  void aCatchPatternKeepsTheThrownValueAndWhatIsCaptured() {
    String text = "function f() { try {} catch ({a, b}) { g = () => a; } }";
    assertThat(contexts(script(text))).containsExactly("CATCH[a, .catch]");
    assertThat(contexts(without(V8Rule.CATCH_PATTERN_VALUE, text))).containsExactly("CATCH[a]");
  }

  @Test
  void mappedArgumentsForceAllParameters() {
    String text = "function f(a, b) { arguments.length; let c; return () => 1; }";
    assertThat(contexts(script(text))).containsExactly("FUNCTION[a, b]");
    assertThat(contexts(without(V8Rule.MAPPED_ARGUMENTS, text))).isEmpty();
    assertThat(contexts(script("'use strict';" + text))).isEmpty();
    assertThat(contexts(script(text.replace("b)", "b = 1)")))).isEmpty();
  }

  @Test
  void aDirectEvalForcesEveryVariableOfEveryScopeAroundIt() {
    String text = "function f(a) { let b; { let c; } function g(d) { eval(''); } }";
    assertThat(contexts(script(text)))
        .containsExactly(
            "FUNCTION[this, new.target, arguments, a, b, g]",
            "FUNCTION[this, new.target, arguments, d]");
    assertThat(uses(script(text), "g")).contains("a", "b", "g").doesNotContain("c", "this");
    assertThat(contexts(script(text.replace("eval('')", "(0, eval)('')")))).isEmpty();
    assertThat(contexts(script(text.replace("eval('')", "eval?.('')")))).isEmpty();
    assertThat(contexts(without(V8Rule.DIRECT_EVAL, text)))
        .doesNotContain("FUNCTION[this, new.target, arguments, d]");
  }

  @Test
  void anEvalSeesNoBindingThatIsShadowed() {
    ScopeTree tree = script("function f(a, b) { return function g(a) { return eval('b'); }; }");
    assertThat(uses(tree, "g")).contains("b").doesNotContain("a");
    assertThat(contexts(tree).getFirst()).contains("a").contains("b");
  }

  @Test
  void namesLookedUpThroughAWithAreForcedAndItsObjectIsKept() {
    String text = "function f(o, a, b) { b; with (o) { a; g = () => 1; } }";
    assertThat(contexts(script(text))).containsExactly("FUNCTION[a]", "WITH[.with]");
    assertThat(contexts(without(V8Rule.WITH_LOOKUP, text))).containsExactly("WITH[.with]");
    assertThat(contexts(without(V8Rule.WITH_OBJECT, text))).containsExactly("FUNCTION[a]");
  }

  @Test
  void aClosureInAWithUsesTheObjectOnlyIfItHasAnUnresolvedName() {
    ScopeTree tree =
        script("function f(o, a) { with (o) { const g = () => a; const h = b => b; } }");
    assertThat(uses(tree, "g")).containsExactly(".with", "a");
    assertThat(uses(tree, "h")).isEmpty();
  }

  @Test
  void superInOneMethodKeepsTheHomeObjectForItsSiblings() {
    String text =
        "function f() { return { m() { super.x; }, n() { return () => 1; }, o: () => 1 }; }";
    ScopeTree tree = script(text);
    assertThat(function(tree, "m").sharesHomeObject()).isTrue();
    assertThat(function(tree, "n").sharesHomeObject()).isTrue();
    assertThat(function(tree, "o").sharesHomeObject()).isFalse();
    assertThat(function(without(V8Rule.SUPER_HOME_OBJECT, text), "n").sharesHomeObject()).isFalse();
  }

  @Test
  void aClassKeepsItsHomeObjectsAndItsNameInItsContext() {
    assertThat(contexts(script("class C { m() { super.x; } n() {} }")))
        .containsExactly("CLASS[.homeObject]");
    assertThat(contexts(script("class C { static m() { super.x; } }")))
        .containsExactly("CLASS[.staticHomeObject]");
    assertThat(contexts(script("class C { m() { return C; } }"))).containsExactly("CLASS[C]");
  }

  @Test
  void fieldInitializersShareTheInstance() {
    String text = "class C { a = () => this; b = () => 1; }";
    assertThat(contexts(script(text))).containsExactly("FUNCTION[this]", "FUNCTION[this]");
    assertThat(contexts(without(V8Rule.SHARED_FIELD_INITIALIZER, text)))
        .containsExactly("FUNCTION[this]");
  }

  @Test
  void theHeadOfALoopIsAScopeOfItsOwnIfItsCopyIsCaptured() {
    ScopeTree head = script("for (let i = 0, f = () => i; ;) { g = () => f; }");
    Scope loop =
        head.scopes().stream()
            .filter(each -> each.kind() == Scope.Kind.LOOP)
            .findFirst()
            .orElseThrow();
    assertThat(loop.headContextSlots()).containsExactly(0);
    assertThat(contexts(head)).containsExactly("LOOP[f, .head]");
    assertThat(contexts(script("for (let i = 0; ;) { g = () => i; }"))).containsExactly("LOOP[i]");
    assertThat(contexts(script("for (let i = 0; ;) { eval(''); g = () => i; }")))
        .contains("LOOP[i, .head]");
  }

  @Test
  void parametersWithExpressionsHaveARecordApartFromTheBody() {
    ScopeTree tree = script("function f(a, g = () => a) { var a; var b; return () => b; }");
    FunctionInfo info = function(tree, "f");
    assertThat(info.bodyScope()).isNotSameAs(info.parameterScope());
    assertThat(contexts(tree)).containsExactly("FUNCTION[a]", "BODY[b]");
  }

  @Test
  void aSloppyEvalMakesOuterNamesDynamic() {
    ScopeTree tree = script("function f(a) { function g() { eval(''); return () => a; } }");
    Scope inside = tree.scopes().getLast();
    assertThat(inside.resolve("a")).isInstanceOf(Resolution.Dynamic.class);
    assertThat(inside.resolve("console")).isInstanceOf(Resolution.Dynamic.class);
    ScopeTree strict =
        script("'use strict'; function f(a) { function g() { eval(''); return () => a; } }");
    assertThat(strict.scopes().getLast().resolve("a")).isInstanceOf(Resolution.Slot.class);
    assertThat(strict.scopes().getLast().resolve("console")).isInstanceOf(Resolution.Global.class);
  }

  @Test
  void anonymousFunctionsAreCalledByWhatTheyAreAssignedTo() {
    ScopeTree tree =
        script(
            "const setup = () => {}; const o = { onClick: function () {}, m() {} }; o.late = () =>"
                + " {};");
    assertThat(
            tree.scopes().stream()
                .filter(each -> each.kind() == Scope.Kind.FUNCTION)
                .map(each -> each.function().displayName()))
        .containsExactly("setup", "onClick", "m", "late");
  }

  @Test
  void theNameOfAFunctionExpressionIsBoundOutsideOfIt() {
    ScopeTree tree = script("function f(big) { return function again() { return () => again; }; }");
    assertThat(contexts(tree)).containsExactly("FUNCTION_NAME[again]");
    assertThat(uses(tree, "again")).containsExactly("again");
  }
}
