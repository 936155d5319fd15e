package lexscope.js.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.HeapVerifier;
import lexscope.gc.PartedCell;
import lexscope.js.policy.CapturePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Objects report every cell that they hold, once, under V8's names, and nothing that they do not
/// hold keeps alive what they refer to.
class ObjectEdgesTest {
  private final TestAgent agent = new TestAgent();

  /// Collects the labels of the edges that lead to cells.
  private static final class Labels implements EdgeVisitor {
    final List<String> labels = new ArrayList<>();

    @Override
    public void edge(EdgeKind kind, Object label, @Nullable Object target) {
      if (target instanceof Cell) {
        labels.add(kind.name().charAt(0) + " " + label);
      }
    }

    @Override
    public void element(long index, @Nullable Object target) {
      labels.add("E " + index);
    }

    @Override
    public void part(EdgeKind kind, Object label, PartedCell target, int part) {
      labels.add("part " + label);
    }

    @Override
    public void weak(Object label, @Nullable Object target) {
      labels.add("weak " + label);
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      labels.add("ephemeron");
    }
  }

  private List<String> labelsOf(Object cell) {
    var labels = new Labels();
    agent.heap().visitEdges((Cell) cell, CapturePolicy.UNION, labels);
    return labels.labels;
  }

  @Test
  void edgesHaveTheNamesThatV8Gives() {
    JsObject o = agent.object("child", agent.object(), "n", 1, "text", "a string");
    JsObject getter = agent.function((_, _, _, _) -> 1);
    o.put(agent, PropertyKey.of("x"), new Accessor(getter, null), Attributes.ALL);
    o.put(agent, PropertyKey.ofIndex(3), agent.object(), Attributes.ALL);
    assertThat(labelsOf(o))
        .containsExactly("I map", "P __proto__", "P child", "P text", "P get x", "E 3");
    JsObject bound = BoundFunction.create(agent, getter, o, new Object[] {agent.object(), 1});
    assertThat(labelsOf(bound))
        .containsExactly(
            "I map", "P __proto__", "I bound_function", "I bound_this", "I bound_argument_0");
  }

  @Test
  void theVerifierFindsNoCellThatIsNotReported() {
    Symbol key = Symbol.create(agent, agent.string("a key"));
    JsObject o = agent.object("a", agent.object("b", agent.array(agent.object(), "text")));
    o.put(agent, key.key(), agent.object(), Attributes.ALL);
    o.put(agent, PropertyKey.ofIndex(1L << 31), agent.object(), Attributes.ALL);
    agent.realm().globalObject().put(agent, PropertyKey.of("kept"), o, Attributes.ALL);
    JsObject handler = agent.object();
    for (Object value :
        new Object[] {
          agent.construct("Proxy", o, handler),
          agent.call("Proxy.revocable", o, handler),
          agent.construct("Error", "message", agent.object("cause", o)),
          agent.call("Object", key),
          agent.invoke(agent.array(o), "values"),
          agent.invoke(
              agent.invoke(agent.array(o), "values"), "map", agent.function((_, _, _, _) -> 1)),
          agent.call("Iterator.from", agent.object("next", agent.function((_, _, _, _) -> 1)))
        }) {
      agent.invoke(agent.array(), "push", value);
      o.put(agent, PropertyKey.of("v" + o.shape().slotCount()), value, Attributes.ALL);
    }
    agent.handles().release(0);
    var verifier = new HeapVerifier(agent.heap(), CapturePolicy.UNION);
    agent.heap().collect("test");
    verifier.verify();
    assertThat(o.isDead()).isFalse();
  }

  @Test
  void shapesOfObjectsThatAreGoneKeepNeitherPrototypesNorSymbols() {
    JsObject prototype = agent.object();
    Symbol key = Symbol.create(agent, agent.string("a key"));
    JsObject o = JsObject.create(agent, prototype);
    o.put(agent, key.key(), 1, Attributes.ALL);
    agent.object().put(agent, key.key(), 1, Attributes.ALL);
    agent.handles().release(0);
    agent.heap().collect("test");
    assertThat(prototype.isDead()).isTrue();
    assertThat(key.isDead()).isTrue();
    new HeapVerifier(agent.heap(), CapturePolicy.UNION).verify();
  }

  @Test
  void aChangeOfPrototypeLetsTheOldOneGo() {
    JsObject old = agent.object();
    JsObject o = JsObject.create(agent, old);
    o.put(agent, PropertyKey.of("x"), 1, Attributes.ALL);
    agent.realm().globalObject().put(agent, PropertyKey.of("kept"), o, Attributes.ALL);
    o.setPrototypeOf(agent, agent.object());
    agent.handles().release(0);
    agent.heap().collect("test");
    assertThat(old.isDead()).isTrue();
    assertThat(o.get(agent, PropertyKey.of("x"))).isEqualTo(1);
  }

  @Test
  void namesAreFoundWithoutRunningGetters() {
    JsObject prototype = agent.object();
    JsObject getter =
        agent.function((_, _, _, _) -> {
          throw new AssertionError("observation ran a getter");
        });
    prototype.put(agent, PropertyKeys.CONSTRUCTOR, new Accessor(getter, null), Attributes.ALL);
    JsObject o = JsObject.create(agent, prototype);
    assertThat(o.name()).isEqualTo("Object");
    JsArray array = agent.array(o);
    long before = agent.heap().nextId();
    assertThat(array.name()).isEqualTo("Array");
    assertThat(agent.heap().nextId()).isEqualTo(before + 1);
  }

  @Test
  void peekingIntoARopeLeavesItARope() {
    JsString rope = agent.string("0123456789abcdef");
    for (int i = 0; i < 1_000_000; i++) {
      rope = JsString.concat(agent, rope, agent.string("x"));
    }
    assertThat(rope.peek(20)).isEqualTo("0123456789abcdefxxxx");
    assertThat(rope.isRope()).isTrue();
    assertThat(rope.toString()).hasSize(1_000_016);
    assertThat(rope.isRope()).isFalse();
  }
}
