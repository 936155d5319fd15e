package lexscope.js.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lexscope.js.operations.ObjectOperations;
import org.junit.jupiter.api.Test;

/// Built-ins called on built values.
class BuiltInObjectsTest {
  private final TestAgent agent = new TestAgent();

  @Test
  void keysComeAsIndicesThenStringsInOrderOfCreation() {
    JsObject o = agent.object("b", 1, "2", 2, "a", 3, "1", 4);
    assertThat(agent.show(agent.call("Object.keys", o))).isEqualTo("[1, 2, b, a]");
  }

  @Test
  void aDeletedAndReaddedKeyGoesToTheEnd() {
    JsObject o = agent.object("a", 1, "b", 2, "c", 3);
    o.delete(agent, PropertyKey.of("a"));
    o.set(agent, PropertyKey.of("a"), 9, o);
    assertThat(agent.show(agent.call("Object.entries", o))).isEqualTo("[b,2, c,3, a,9]");
  }

  @Test
  void aFrozenObjectTakesNoChange() {
    JsObject o = agent.object("x", 1);
    agent.call("Object.freeze", o);
    assertThat(agent.call("Object.isFrozen", o)).isEqualTo(true);
    assertThat(o.set(agent, PropertyKey.of("x"), 2, o)).isFalse();
    assertThatThrownBy(() -> ObjectOperations.set(agent, o, PropertyKey.of("x"), 2))
        .hasMessage(
            "guest threw TypeError: Cannot assign to read only property 'x' of object '#<Object>'");
    assertThatThrownBy(() -> ObjectOperations.set(agent, o, PropertyKey.of("y"), 2))
        .hasMessage("guest threw TypeError: Cannot add property y, object is not extensible");
  }

  @Test
  void sortIsStableAndPutsUndefinedLast() {
    Object undefined = Undefined.UNDEFINED;
    JsArray a = agent.array(5, undefined, 25, 100, 1);
    assertThat(agent.show(agent.invoke(a, "sort"))).isEqualTo("[1, 100, 25, 5, ]");
    NativeFunction byTens =
        agent.function((_, _, args, _) -> (Integer) args[0] / 10 - (Integer) args[1] / 10);
    JsArray many = agent.array();
    for (int i = 0; i < 100; i++) {
      many.push(agent, (i * 37) % 100);
    }
    Object sorted = agent.invoke(many, "toSorted", byTens);
    for (int i = 1; i < 100; i++) {
      int before = (Integer) ((JsObject) sorted).getIndex(agent, i - 1, sorted);
      int now = (Integer) ((JsObject) sorted).getIndex(agent, i, sorted);
      assertThat(before / 10).isLessThanOrEqualTo(now / 10);
      if (before / 10 == now / 10) {
        assertThat(before * 73 % 100).isLessThan(now * 73 % 100);
      }
    }
  }

  @Test
  void spliceMovesTheTailBothWays() {
    JsArray a = agent.array(1, 2, 3, 4, 5);
    assertThat(agent.show(agent.invoke(a, "splice", 1, 2, "x"))).isEqualTo("[2, 3]");
    assertThat(agent.show(a)).isEqualTo("[1, x, 4, 5]");
    agent.invoke(a, "splice", 1, 1, "p", "q", "r");
    assertThat(agent.show(a)).isEqualTo("[1, p, q, r, 4, 5]");
    assertThat(agent.invoke(a, "shift")).isEqualTo(1);
    assertThat(agent.invoke(a, "unshift", 7, 8)).isEqualTo(7);
    assertThat(agent.show(a)).isEqualTo("[7, 8, p, q, r, 4, 5]");
  }

  @Test
  void arraysStayRightWhenTheirElementsTurnSparse() {
    JsArray a = agent.array(0, 1);
    a.set(agent, PropertyKey.ofIndex(4_000_000_000L), "far", a);
    assertThat(a.length()).isEqualTo(4_000_000_001L);
    assertThat(a.getIndex(agent, 1, a)).isEqualTo(1);
    ObjectOperations.set(agent, a, PropertyKeys.LENGTH, 1);
    assertThat(agent.show(a)).isEqualTo("[0]");
    for (int i = 5000; i >= 0; i--) {
      a.set(agent, PropertyKey.ofIndex(i), i, a);
    }
    assertThat(a.length()).isEqualTo(5001);
    assertThat(agent.invoke(a, "indexOf", 4321)).isEqualTo(4321);
  }

  @Test
  void lengthStopsAtAnElementThatCannotBeDeleted() {
    JsArray a = agent.array(0, 1, 2, 3);
    agent.call("Object.defineProperty", a, 1, agent.object("configurable", false));
    assertThat(a.set(agent, PropertyKeys.LENGTH, 0, a)).isFalse();
    assertThat(a.length()).isEqualTo(2);
  }

  @Test
  void flattensAnArrayNestedAMillionDeep() {
    JsArray nested = agent.array(1);
    for (int i = 0; i < 1_000_000; i++) {
      nested = agent.array(nested);
    }
    assertThat(agent.show(agent.invoke(nested, "flat", Double.POSITIVE_INFINITY))).isEqualTo("[1]");
  }

  @Test
  void aPrototypeChainMayBeAMillionLong() {
    JsObject o = agent.object("x", 42);
    for (int i = 0; i < 1_000_000; i++) {
      o = JsObject.create(agent, o);
    }
    assertThat(o.get(agent, PropertyKey.of("x"))).isEqualTo(42);
    assertThat(o.hasProperty(agent, PropertyKey.of("y"))).isFalse();
  }

  @Test
  void aProxyIsHeldToItsTargetsInvariants() {
    JsObject target = agent.object("x", 1);
    agent.call("Object.freeze", target);
    JsObject handler = agent.object();
    handler.put(agent, PropertyKey.of("get"), agent.function((_, _, _, _) -> 2), Attributes.ALL);
    JsObject proxy = agent.construct("Proxy", target, handler);
    assertThat(proxy.get(agent, PropertyKey.of("y"))).isEqualTo(2);
    assertThatThrownBy(() -> proxy.get(agent, PropertyKey.of("x")))
        .hasMessageContaining("'get' on proxy: property 'x' is a read-only and non-configurable");
  }

  @Test
  void proxiesNestedTooDeepThrowARangeError() {
    JsObject proxy = agent.object();
    for (int i = 0; i < 100_000; i++) {
      proxy = agent.construct("Proxy", proxy, agent.object());
    }
    JsObject deep = proxy;
    agent.setDepthLimit(1000);
    assertThatThrownBy(() -> deep.get(agent, PropertyKey.of("x")))
        .hasMessageContaining("Maximum call stack size exceeded");
    assertThat(agent.depth()).isZero();
  }

  @Test
  void iteratorHelpersAreLazy() {
    Object values = agent.invoke(agent.array(1, 2, 3, 4), "values");
    Object mapped =
        agent.invoke(values, "map", agent.function((_, _, args, _) -> (Integer) args[0] * 10));
    Object taken = agent.invoke(mapped, "take", 2);
    assertThat(agent.show(agent.invoke(taken, "toArray"))).isEqualTo("[10, 20]");
  }

  @Test
  void uriFunctionsGoThereAndBack() {
    Object encoded = agent.call("encodeURIComponent", "a b&ü€😀");
    assertThat(agent.show(encoded)).isEqualTo("a%20b%26%C3%BC%E2%82%AC%F0%9F%98%80");
    assertThat(agent.show(agent.call("decodeURIComponent", encoded))).isEqualTo("a b&ü€😀");
    assertThatThrownBy(() -> agent.call("decodeURI", "%E2%82"))
        .hasMessage("guest threw URIError: URI malformed");
  }

  @Test
  void errorsShowTheirCauseAndTheirStack() {
    JsObject error = agent.construct("TypeError", "no", agent.object("cause", 7));
    assertThat(agent.show(agent.invoke(error, "toString"))).isEqualTo("TypeError: no");
    assertThat(error.get(agent, PropertyKeys.CAUSE)).isEqualTo(7);
    assertThat(agent.show(error.get(agent, PropertyKeys.STACK))).isEqualTo("TypeError: no");
    assertThat(agent.show(agent.call("Object.getOwnPropertyNames", error)))
        .isEqualTo("[stack, message, cause]");
  }

  @Test
  void boundFunctionsMayBeChainedAMillionTimes() {
    JsObject f = agent.function((_, _, args, _) -> args.length);
    for (int i = 0; i < 1_000_000; i++) {
      f = BoundFunction.create(agent, f, Undefined.UNDEFINED, i < 3 ? new Object[] {i} : Args.NONE);
    }
    assertThat(f.call(agent, Undefined.UNDEFINED, new Object[] {1, 2})).isEqualTo(5);
  }
}
