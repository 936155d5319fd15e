package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lexscope.js.value.JsString;
import lexscope.js.value.TestAgent;
import lexscope.js.value.ThrowCompletion;
import org.junit.jupiter.api.Test;

class JsonDepthTest {
  @Test
  void nestingCostsHeapAndNeverStack() {
    var agent = new TestAgent();
    int depth = 500_000;
    String text = "[".repeat(depth) + "{\"a\":1}" + "]".repeat(depth);
    Object value = agent.call("JSON.parse", text);
    Object back = agent.call("JSON.stringify", value);
    assertThat(back).isInstanceOf(JsString.class).hasToString(text);
  }

  @Test
  void aCircleIsReportedWithItsWay() {
    var agent = new TestAgent();
    Object array = agent.call("JSON.parse", "[{\"x\":[]}]");
    Object inner = agent.invoke(array, "at", 0);
    agent.invoke(
        lexscope.js.operations.ObjectOperations.getV(
            agent, inner, lexscope.js.value.PropertyKey.of("x")),
        "push",
        array);
    assertThatThrownBy(() -> agent.call("JSON.stringify", array))
        .isInstanceOf(ThrowCompletion.class)
        .hasMessageContaining("Converting circular structure to JSON");
  }
}
