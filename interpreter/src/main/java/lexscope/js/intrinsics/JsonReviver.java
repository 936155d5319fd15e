package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// InternalizeJSONProperty (25.5.1.1), with an explicit stack: applies a reviver to all values from
/// the leaves up.
final class JsonReviver {
  private static final PropertyKey SOURCE = PropertyKey.of("source");

  private final Agent agent;
  private final JsObject reviver;
  private final Deque<Visit> visits = new ArrayDeque<>();

  /// A value whose elements or properties are being visited.
  private static final class Visit {
    final JsObject holder;
    final PropertyKey name;
    final Object value;
    final @Nullable JsonSource source;
    final int mark;
    final List<PropertyKey> keys;
    final long count;
    long next;

    Visit(
        JsObject holder,
        PropertyKey name,
        Object value,
        @Nullable JsonSource source,
        int mark,
        List<PropertyKey> keys,
        long count) {
      this.holder = holder;
      this.name = name;
      this.value = value;
      this.source = source;
      this.mark = mark;
      this.keys = keys;
      this.count = count;
    }

    PropertyKey nextKey() {
      long index = next++;
      return keys.isEmpty() ? PropertyKey.ofIndex(index) : keys.get((int) index);
    }
  }

  JsonReviver(Agent agent, JsObject reviver) {
    this.agent = agent;
    this.reviver = reviver;
  }

  /// The revived value of a property.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if the reviver, a getter or a proxy throws
  Object internalize(JsObject holder, PropertyKey name, @Nullable JsonSource source) {
    visits.push(enter(holder, name, source));
    while (true) {
      Visit visit = visits.getFirst();
      if (visit.next < visit.count && visit.value instanceof JsObject object) {
        PropertyKey key = visit.nextKey();
        JsonSource parent = visit.source;
        visits.push(enter(object, key, parent == null ? null : parent.property(key)));
        continue;
      }
      visits.pop();
      Object revived = revive(visit);
      Visit parent = visits.peek();
      if (parent == null) {
        agent.handles().release(visit.mark);
        agent.handles().push(revived);
        return revived;
      }
      if (revived == Undefined.UNDEFINED) {
        visit.holder.delete(agent, visit.name);
      } else {
        ObjectOperations.createDataProperty(agent, visit.holder, visit.name, revived);
      }
      agent.handles().release(visit.mark);
    }
  }

  private Visit enter(JsObject holder, PropertyKey name, @Nullable JsonSource source) {
    int mark = agent.handles().mark();
    Object value = ObjectOperations.get(agent, holder, name);
    JsonSource current = source != null && source.matches(value) ? source : null;
    List<PropertyKey> keys = List.of();
    long count = 0;
    if (value instanceof JsObject object) {
      if (TestingAndComparison.isArray(agent, object)) {
        count = ObjectOperations.lengthOfArrayLike(agent, object);
      } else {
        keys = JsonObject.enumerableOwnKeys(agent, object);
        count = keys.size();
      }
    }
    return new Visit(holder, name, value, current, mark, keys, count);
  }

  private Object revive(Visit visit) {
    JsObject context = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    JsonSource source = visit.source;
    if (source != null && source.text() != null) {
      ObjectOperations.createDataProperty(agent, context, SOURCE, agent.string(source.text()));
    }
    return ObjectOperations.call(
        agent, reviver, visit.holder, visit.name.toValue(agent), visit.value, context);
  }
}
