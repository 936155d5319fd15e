package lexscope.js.web;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// Headers (Fetch standard, 5.1): names in lower case, sorted, values joined by a comma.
final class HeadersObject extends JsObject {
  private final SortedMap<String, String> list = new TreeMap<>();

  private HeadersObject(Shape shape) {
    super(shape);
  }

  static HeadersObject withPrototype(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new HeadersObject(Shape.root(agent, prototype)));
  }

  static HeadersObject create(Agent agent) {
    return withPrototype(agent, WebRealm.of(agent).prototype(WebInterface.HEADERS));
  }

  SortedMap<String, String> list() {
    return list;
  }

  void append(String name, String value) {
    list.merge(name.toLowerCase(Locale.ROOT), value.strip(), (a, b) -> a + ", " + b);
  }

  /// Takes over what a HeadersInit holds: other headers, pairs, or an object.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws or a pair is none
  void fill(Agent agent, Object init) {
    if (init instanceof HeadersObject other) {
      list.putAll(other.list);
      return;
    }
    if (!(init instanceof JsObject object)) {
      return;
    }
    if (ObjectOperations.getMethod(agent, object, agent.symbols().iterator().key()) != null) {
      IteratorRecord iterator = IteratorOperations.getIterator(agent, object);
      for (Object pair : IteratorOperations.iteratorToList(agent, iterator)) {
        Object[] parts = ObjectOperations.createListFromArrayLike(agent, pair);
        append(
            TypeConversion.toText(agent, Args.get(parts, 0)),
            TypeConversion.toText(agent, Args.get(parts, 1)));
      }
      return;
    }
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      if (key.isString()) {
        Object value = ObjectOperations.get(agent, object, key);
        append(key.asString(), TypeConversion.toText(agent, value));
      }
    }
  }
}
