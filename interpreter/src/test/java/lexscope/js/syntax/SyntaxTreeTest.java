package lexscope.js.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {
  @Test
  void operatorsOfOneLevelAreOneChain() {
    Expression.Binary binary = (Expression.Binary) Parsing.expression("a + b * c - d ** e ** f");
    assertThat(binary.first()).isInstanceOf(Expression.IdentifierReference.class);
    assertThat(binary.rest()).hasSize(2);
    assertThat(binary.rest().get(0).operator()).isEqualTo(BinaryOperator.ADD);
    assertThat(binary.rest().get(1).operator()).isEqualTo(BinaryOperator.SUBTRACT);
    Expression.Binary power = (Expression.Binary) binary.rest().get(1).right();
    assertThat(power.rest().getFirst().right()).isInstanceOf(Expression.Binary.class);
  }

  @Test
  void logicalChainsKeepParenthesesApart() {
    Expression.Logical flat = (Expression.Logical) Parsing.expression("a || b || c && d");
    assertThat(flat.operands()).hasSize(3);
    Expression.Logical nested = (Expression.Logical) Parsing.expression("a || (b || c)");
    assertThat(nested.operands()).hasSize(2);
  }

  @Test
  void elseIfChainsAreOneNode() {
    Statement.If chain = (Statement.If) Parsing.statement("if (a) b; else if (c) d; else e;");
    assertThat(chain.clauses()).hasSize(2);
    assertThat(chain.otherwise()).isInstanceOf(Statement.ExpressionStatement.class);
    Statement.If open = (Statement.If) Parsing.statement("if (a) if (b) c; else d;");
    assertThat(open.clauses()).hasSize(1);
    assertThat(open.otherwise()).isNull();
  }

  @Test
  void offsetsCoverTheTextOfANode() {
    String text = "x = (a, b).c(d)[ e ]";
    Expression.Assign assign = (Expression.Assign) Parsing.expression(text);
    Expression value = assign.value();
    assertThat(text.substring(value.start(), value.end())).isEqualTo("(a, b).c(d)[ e ]");
    assertThat(text.substring(assign.start(), assign.end())).isEqualTo(text);
  }

  @Test
  void functionsTellWhatToStringShows() {
    String text = "({ async  *m /**/ () { } , get x() {} })";
    Expression.ObjectLiteral object = (Expression.ObjectLiteral) Parsing.expression(text);
    FunctionNode method = ((Property.Method) object.properties().get(0)).function();
    assertThat(text.substring(method.start(), method.end())).isEqualTo("async  *m /**/ () { }");
    FunctionNode getter = ((Property.Method) object.properties().get(1)).function();
    assertThat(text.substring(getter.start(), getter.end())).isEqualTo("get x() {}");
    assertThat(getter.kind()).isEqualTo(FunctionKind.GETTER);
  }

  @Test
  void staticIsNoPartOfAMethodsText() {
    String text = "class A { static async m() {} }";
    ClassNode node = ((Statement.ClassDeclaration) Parsing.statement(text)).node();
    FunctionNode method = ((ClassElement.Method) node.elements().getFirst()).function();
    assertThat(text.substring(method.start(), method.end())).isEqualTo("async m() {}");
  }

  @Test
  void onlyAPlainTargetNamesAnAnonymousFunction() {
    assertThat(((Expression.Assign) Parsing.expression("a = () => 1")).namesFunction()).isTrue();
    assertThat(((Expression.Assign) Parsing.expression("a = (class {})")).namesFunction()).isTrue();
    assertThat(((Expression.Assign) Parsing.expression("(a) = () => 1")).namesFunction()).isFalse();
    assertThat(((Expression.Assign) Parsing.expression("a.b = () => 1")).namesFunction()).isFalse();
    assertThat(((Expression.Assign) Parsing.expression("a = (0, () => 1)")).namesFunction())
        .isFalse();
    assertThat(((Expression.Assign) Parsing.expression("a = function b() {}")).namesFunction())
        .isFalse();
  }

  @Test
  void literalsBecomePatternsWhenTheyAreAssigned() {
    Expression.Assign assign =
        (Expression.Assign) Parsing.expression("[a, , { b = 1, c: d.e, ...f }, ...g] = h");
    Target.ArrayPattern array = (Target.ArrayPattern) assign.target();
    assertThat(array.elements()).hasSize(3);
    assertThat(array.elements().get(1)).isNull();
    assertThat(array.rest()).isInstanceOf(Expression.IdentifierReference.class);
    PatternElement third = array.elements().get(2);
    Target.ObjectPattern object = (Target.ObjectPattern) (third == null ? null : third.target());
    assertThat(object).isNotNull();
    assertThat(object.properties().get(0).initializer()).isNotNull();
    assertThat(object.properties().get(1).target()).isInstanceOf(Expression.Member.class);
    assertThat(object.rest()).isInstanceOf(Expression.IdentifierReference.class);
  }

  @Test
  void arrowParametersAreBindings() {
    FunctionNode arrow = Parsing.function("({ a, b: [c = 1] }, ...d) => a");
    assertThat(arrow.isArrow()).isTrue();
    assertThat(arrow.hasSimpleParameterList()).isFalse();
    assertThat(arrow.expectedArgumentCount()).isEqualTo(1);
    Target.ObjectPattern object = (Target.ObjectPattern) arrow.parameters().get(0).target();
    assertThat(object.properties().get(0).target()).isInstanceOf(Target.BindingIdentifier.class);
    assertThat(arrow.parameters().get(1).rest()).isTrue();
  }

  @Test
  void anOptionalChainEndsWithItsParentheses() {
    Expression.OptionalChain chain = (Expression.OptionalChain) Parsing.expression("a?.b.c");
    Expression.Member outer = (Expression.Member) chain.expression();
    assertThat(outer.optional()).isFalse();
    assertThat(((Expression.Member) outer.object()).optional()).isTrue();
    Expression.Member member = (Expression.Member) Parsing.expression("(a?.b).c");
    assertThat(member.object()).isInstanceOf(Expression.OptionalChain.class);
  }

  private static boolean directEval(String text) {
    return Parsing.script(text).facts().containsDirectEval();
  }

  @Test
  void directEvalIsACallOfTheNameEval() {
    assertThat(directEval("eval(a)")).isTrue();
    assertThat(directEval("(eval)(a)")).isTrue();
    assertThat(directEval("() => eval(a)")).isTrue();
    assertThat(directEval("eval?.(a)")).isFalse();
    assertThat(directEval("(0, eval)(a)")).isFalse();
    assertThat(directEval("a.eval(b)")).isFalse();
    assertThat(directEval("function f() { eval(a) }")).isFalse();
  }

  @Test
  void factsOfArrowsBelongToTheFunctionAroundThem() {
    FunctionFacts facts =
        Parsing.function("function f() { (a = this) => (b = () => arguments) => new.target }")
            .facts();
    assertThat(facts.usesThis()).isTrue();
    assertThat(facts.usesArguments()).isTrue();
    assertThat(facts.usesNewTarget()).isTrue();
    assertThat(facts.usesSuperProperty()).isFalse();
    FunctionFacts outer = Parsing.function("function f() { function g() { this } }").facts();
    assertThat(outer.usesThis()).isFalse();
  }

  @Test
  void anArrowHasTheFactsOfItsParametersButNotOfWhatStandsBeforeIt() {
    Expression.Sequence sequence =
        (Expression.Sequence) Parsing.expression("this, (a = eval(b)) => c");
    FunctionNode arrow = (FunctionNode) sequence.expressions().get(1);
    assertThat(arrow.facts().containsDirectEval()).isTrue();
    assertThat(arrow.facts().usesThis()).isFalse();
  }

  @Test
  void directivesAreStringsByThemselves() {
    List<Statement> body = Parsing.script("'a'; 'use strict'; ('b'); 'c'").body();
    assertThat(body.stream().map(s -> ((Statement.ExpressionStatement) s).directive()))
        .containsExactly(true, true, false, false);
    assertThat(Parsing.script("'use strict'").isStrict()).isTrue();
    assertThat(Parsing.script("'use\\x20strict'").isStrict()).isFalse();
    assertThat(Parsing.script("('use strict')").isStrict()).isFalse();
    assertThat(Parsing.script("'use strict' + 1").isStrict()).isFalse();
  }

  @Test
  void classesHoldTheirPartsApart() {
    ClassNode node =
        ((Statement.ClassDeclaration)
                Parsing.statement(
                    "class A extends B { constructor() { super() } #p = 1; static { } get x() {}"
                        + " }"))
            .node();
    FunctionNode constructor = node.constructor();
    assertThat(constructor).isNotNull();
    assertThat(constructor.kind()).isEqualTo(FunctionKind.DERIVED_CONSTRUCTOR);
    assertThat(constructor.facts().usesSuperCall()).isTrue();
    assertThat(node.elements())
        .hasExactlyElementsOfTypes(
            ClassElement.Field.class, ClassElement.StaticBlock.class, ClassElement.Method.class);
    ClassElement.Field field = (ClassElement.Field) node.elements().getFirst();
    assertThat(field.initializer()).isNotNull();
    assertThat(field.initializer().kind()).isEqualTo(FunctionKind.FIELD_INITIALIZER);
  }

  @Test
  void aProtoPropertySetsThePrototypeUnlessItIsShorthandComputedOrAMethod() {
    Expression.ObjectLiteral object =
        (Expression.ObjectLiteral)
            Parsing.expression("({ '__proto__': a, __proto__, ['__proto__']: b, __proto__() {} })");
    assertThat(object.properties())
        .hasExactlyElementsOfTypes(
            Property.Prototype.class,
            Property.KeyValue.class,
            Property.KeyValue.class,
            Property.Method.class);
  }
}
