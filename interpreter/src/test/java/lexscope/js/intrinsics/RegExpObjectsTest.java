package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.TestAgent;
import lexscope.js.value.ThrowCompletion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the methods of RegExp objects do beyond matching.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegExpObjectsTest {
  private final TestAgent agent = new TestAgent();

  private JsObject regExp(String pattern, String flags) {
    return agent.construct("RegExp", pattern, flags);
  }

  private String replace(JsObject expression, String input, String template) {
    return ObjectOperations.invoke(
            agent,
            expression,
            agent.symbols().replace().key(),
            agent.string(input),
            agent.string(template))
        .toString();
  }

  private String message(ThrowCompletion thrown) {
    return ObjectOperations.invoke(agent, thrown.value(), PropertyKeys.TO_STRING).toString();
  }

  @Test
  void aMalformedPatternIsASyntaxError() {
    assertThatThrownBy(() -> regExp("(", "g"))
        .isInstanceOfSatisfying(
            ThrowCompletion.class,
            thrown ->
                assertThat(message(thrown))
                    .isEqualTo(
                        "SyntaxError: Invalid regular expression: /(/g: Unterminated group"));
    assertThatThrownBy(() -> regExp("a", "gg"))
        .isInstanceOfSatisfying(
            ThrowCompletion.class,
            thrown ->
                assertThat(message(thrown))
                    .isEqualTo("SyntaxError: Invalid flags supplied to RegExp constructor 'gg'"));
  }

  @Test
  void anEndlessNeedForMemoryIsARangeError() {
    JsObject expression = regExp("(?:a|b|[^c])*?c", "");
    String input = "ab".repeat(4_000_000);
    assertThatThrownBy(() -> agent.invoke(regExp("(?:a|b)*c", ""), "test", input))
        .isInstanceOfSatisfying(
            ThrowCompletion.class,
            thrown ->
                assertThat(message(thrown))
                    .isEqualTo("RangeError: Maximum call stack size exceeded"));
    assertThat(agent.invoke(expression, "test", "abac")).isEqualTo(true);
  }

  @Test
  void anInterruptEndsALongMatch() {
    agent
        .heap()
        .onInterrupt(() -> {
          throw new IllegalStateException("interrupted");
        });
    agent.heap().requestInterrupt();
    assertThatThrownBy(() -> agent.invoke(regExp("(a+)+b", ""), "test", "a".repeat(60)))
        .hasMessage("interrupted");
  }

  @Test
  void aReplacedExecIsCalledByEveryMethod() {
    JsObject expression = regExp("b", "");
    assertThat(replace(expression, "abc", "x")).isEqualTo("axc");
    JsObject prototype = agent.realm().get(Intrinsic.REGEXP_PROTOTYPE);
    ObjectOperations.set(
        agent, prototype, PropertyKeys.EXEC, agent.function((_, _, _, _) -> Null.NULL));
    assertThat(replace(expression, "abc", "x")).isEqualTo("abc");
    assertThat(agent.invoke(expression, "test", "b")).isEqualTo(false);
  }

  @Test
  void aRedefinedFlagIsSeenByEveryMethod() {
    JsObject expression = regExp("b", "g");
    JsObject prototype = agent.realm().get(Intrinsic.REGEXP_PROTOTYPE);
    ObjectOperations.definePropertyOrThrow(
        agent,
        prototype,
        PropertyKeys.FLAGS,
        PropertyDescriptor.data(agent.string(""), Attributes.ALL));
    assertThat(replace(expression, "bb", "x")).isEqualTo("xb");
    ObjectOperations.definePropertyOrThrow(
        agent,
        expression,
        PropertyKeys.EXEC,
        PropertyDescriptor.data(agent.function((_, _, _, _) -> Null.NULL), Attributes.ALL));
    assertThat(replace(expression, "bb", "x")).isEqualTo("bb");
  }

  @Test
  void theLastMatchShowsInStaticPropertiesAndStaysAlive() {
    agent.invoke(regExp("(\\d+)-(\\d+)?", ""), "exec", "on 12-x");
    assertThat(agent.show(agent.global("RegExp.$1"))).isEqualTo("12");
    assertThat(agent.show(agent.global("RegExp.$2"))).isEmpty();
    assertThat(agent.show(agent.global("RegExp.lastMatch"))).isEqualTo("12-");
    assertThat(agent.show(agent.global("RegExp.leftContext"))).isEqualTo("on ");
    assertThat(agent.show(agent.global("RegExp.rightContext"))).isEqualTo("x");
    var kept = new StringBuilder();
    agent
        .heap()
        .visitEdges(
            agent.realm().get(Intrinsic.REGEXP),
            agent.policy(),
            new EdgeVisitor() {
              @Override
              public void edge(EdgeKind kind, Object label, @Nullable Object target) {
                if (label.equals("[[RegExpInput]]")) {
                  kept.append(target);
                }
              }

              @Override
              public void element(long index, @Nullable Object target) {}

              @Override
              public void part(EdgeKind kind, Object label, PartedCell target, int part) {}

              @Override
              public void weak(Object label, @Nullable Object target) {}

              @Override
              public void ephemeron(Cell key, @Nullable Object value) {}
            });
    assertThat(kept).hasToString("on 12-x");
  }

  @Test
  void indicesAndGroupsDescribeAMatch() {
    var found = (JsObject) agent.invoke(regExp("(?<a>x)|(?<b>y)", "d"), "exec", "-y");
    assertThat(agent.show(get(found, "index"))).isEqualTo("1");
    assertThat(agent.show(get((JsObject) get(found, "groups"), "b"))).isEqualTo("y");
    var indices = (JsObject) get(found, "indices");
    assertThat(agent.show(get((JsObject) get(indices, "groups"), "b"))).isEqualTo("[1, 2]");
    assertThat(agent.show(get((JsObject) get(indices, "groups"), "a"))).isEqualTo("undefined");
  }

  private Object get(JsObject object, String name) {
    return ObjectOperations.get(agent, object, PropertyKey.of(name));
  }

  @Test
  void escapedTextMatchesItself() {
    String text = "a-b.c*/ \n\u2028\ud800{1}é";
    String escaped = agent.call("RegExp.escape", text).toString();
    assertThat(escaped).isEqualTo("\\x61\\x2db\\.c\\*\\/\\x20\\n\\u2028\\ud800\\{1\\}é");
    assertThat(agent.invoke(regExp("^(?:" + escaped + ")$", "u"), "test", text)).isEqualTo(true);
  }

  @Test
  void theSourceCouldStandBetweenSlashes() {
    assertThat(get(regExp("", ""), "source")).hasToString("(?:)");
    assertThat(get(regExp("/[/]\\/", ""), "source")).hasToString("\\/[/]\\/");
    assertThat(get(regExp("\n\\\n\r\u2028", ""), "source")).hasToString("\\n\\n\\r\\u2028");
  }
}
