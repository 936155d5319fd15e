package lexscope.js.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Modelled sizes are those that Node 20 shows in a heap snapshot.
class ModelledSizesAgainstNodeTest {
  @TempDir private Path folder;

  private final TestAgent agent = new TestAgent();

  @Test
  void modelledSizesAreThoseOfNodesHeapSnapshots() {
    Map<String, Long> measured = NodeSizes.measure(folder, "measure-sizes.js");
    List<String> wrong = new ArrayList<>();
    modelled()
        .forEach((name, bytes) -> {
          if (!bytes.equals(measured.get(name))) {
            wrong.add(name + ": modelled " + bytes + ", measured " + measured.get(name));
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(modelled().keySet()).containsAll(measured.keySet());
  }

  private Map<String, Long> modelled() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (int n : new int[] {0, 1, 2, 3, 5, 10, 40}) {
      put(sizes, "literal" + n, filled(agent.realm().literalShape(n), n, false));
    }
    for (int n : new int[] {4, 5, 7, 8, 12, 20, 60}) {
      put(sizes, "named" + n, filled(agent.realm().objectShape(), n, false));
    }
    for (int n : new int[] {4, 8, 12, 19, 20, 30, 60, 127}) {
      put(sizes, "keyed" + n, filled(agent.realm().objectShape(), n, true));
    }
    for (int n : new int[] {0, 1, 17, 18, 44, 100}) {
      put(sizes, "pushed" + n, pushed(n));
    }
    for (int n : new int[] {1, 2, 3, 5}) {
      sizes.put("context" + n, ModelledSizes.context(n));
    }
    putObjects(sizes);
    putArrays(sizes);
    putOthers(sizes);
    return sizes;
  }

  private void putObjects(Map<String, Long> sizes) {
    JsObject frozen = agent.object("a", 1, "b", 2);
    agent.call("Object.freeze", frozen);
    put(sizes, "frozen", frozen);
    JsObject deletedLast = agent.object("a", 1, "b", 2);
    deletedLast.delete(agent, PropertyKey.of("b"));
    put(sizes, "deletedLast", deletedLast);
    JsObject deletedFirst = agent.object("a", 1, "b", 2, "c", 3);
    deletedFirst.delete(agent, PropertyKey.of("a"));
    put(sizes, "deletedFirst", deletedFirst);
    JsObject prototype = agent.object();
    put(
        sizes,
        "constructed3",
        filled(Shape.root(agent, prototype, PropertyLayout.ALL_IN_OBJECT), 3, false));
    JsObject indexed = agent.object();
    indexed.set(agent, PropertyKey.ofIndex(0), 1, indexed);
    indexed.set(agent, PropertyKey.ofIndex(1), 2, indexed);
    put(sizes, "indexed", indexed);
  }

  private void putArrays(Map<String, Long> sizes) {
    put(sizes, "array3", agent.array(1, 2, 3));
    put(sizes, "doubles3", agent.array(1.5, 2.5, 3.5));
    put(sizes, "newArray10", agent.construct("Array", 10));
    JsArray sparse = agent.array();
    sparse.set(agent, PropertyKey.ofIndex(100_000), 1, sparse);
    put(sizes, "sparse", sparse);
    JsArray popped = pushed(100);
    while (popped.length() > 10) {
      agent.invoke(popped, "pop");
    }
    put(sizes, "popped10", popped);
    JsArray truncated = agent.array(1, 2, 3, 4, 5, 6, 7, 8);
    truncated.set(agent, PropertyKeys.LENGTH, 2, truncated);
    put(sizes, "truncated2", truncated);
    NativeFunction same = agent.function((_, _, args, _) -> args[0]);
    put(sizes, "mapped3", agent.invoke(agent.array(1, 2, 3), "map", same));
    put(sizes, "filtered3", agent.invoke(agent.array(1, 2, 3), "filter", same));
    put(sizes, "sliced3", agent.invoke(agent.array(1, 2, 3, 4), "slice", 1));
    put(sizes, "concatenated5", agent.invoke(agent.array(1, 2, 3), "concat", agent.array(4, 5)));
    put(sizes, "keys2", agent.call("Object.keys", agent.object("a", 1, "b", 2)));
    put(sizes, "from3", agent.call("Array.from", agent.array(1, 2, 3)));
    JsArray unshifted = agent.array(1, 2, 3);
    agent.invoke(unshifted, "unshift", 0);
    put(sizes, "unshifted4", unshifted);
  }

  private void putOthers(Map<String, Long> sizes) {
    sizes.put("function", (long) ModelledSizes.FUNCTION);
    sizes.put("arrow", (long) ModelledSizes.FUNCTION_WITHOUT_PROTOTYPE);
    sizes.put("method", (long) ModelledSizes.FUNCTION_WITHOUT_PROTOTYPE);
    put(sizes, "bound0", agent.invoke(agent.function((_, _, _, _) -> 1), "bind", Null.NULL));
    put(sizes, "proxy", agent.construct("Proxy", agent.object(), agent.object()));
    Object iterator = agent.invoke(agent.array(1), "values");
    put(sizes, "iterator", iterator);
    put(sizes, "iteratorResult", agent.invoke(iterator, "next"));
    put(sizes, "error", agent.construct("Error", "x"));
    put(sizes, "booleanObject", agent.call("Object", true));
    put(sizes, "stringObject", agent.call("Object", "abc"));
    for (int n : new int[] {0, 5}) {
      sizes.put("map" + n, 32 + ModelledSizes.orderedTable(n, 3));
    }
    for (int n : new int[] {0, 100}) {
      sizes.put("set" + n, 32 + ModelledSizes.orderedTable(n, 2));
    }
    put(sizes, "symbol", Symbol.create(agent, agent.string("description")));
    put(sizes, "bigint10", JsBigInt.of(agent, BigInteger.TEN));
    put(sizes, "bigint2pow70", JsBigInt.of(agent, BigInteger.TWO.pow(70)));
    put(sizes, "bigint2pow200", JsBigInt.of(agent, BigInteger.TWO.pow(200)));
    JsString oneByte = agent.string("a".repeat(37));
    put(sizes, "oneByte37", oneByte);
    put(sizes, "twoByte40", agent.string("ä€".repeat(20)));
    put(sizes, "concatenation", JsString.concat(agent, oneByte, oneByte));
    put(sizes, "slice", oneByte.substring(agent, 3, 30));
  }

  private JsObject filled(Shape shape, int properties, boolean keyed) {
    JsObject object = agent.heap().allocate(new JsObject(shape));
    for (int i = 0; i < properties; i++) {
      object.set(agent, PropertyKey.of("k" + i), 1, object);
      if (keyed) {
        object.keyedAssignment(agent);
      }
    }
    return object;
  }

  private JsArray pushed(int count) {
    JsArray array = agent.array();
    for (int i = 0; i < count; i++) {
      agent.invoke(array, "push", i);
    }
    return array;
  }

  private static void put(Map<String, Long> sizes, String name, Object cell) {
    sizes.put(name, ((Cell) cell).shallowBytes());
  }
}
