package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lexscope.js.intrinsics.ArrayIterator;
import lexscope.js.intrinsics.ArrayIteratorPrototype;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interface Headers.
final class HeadersInterface {
  private HeadersInterface() {}

  static void define(WebRealm web) {
    IntrinsicBuilder builder =
        web.define(WebInterface.HEADERS, (WebInterface) null, 0, HeadersInterface::construct)
            .method("append", 2, HeadersInterface::append)
            .method("delete", 1, HeadersInterface::delete)
            .method("get", 1, HeadersInterface::get)
            .method("has", 1, HeadersInterface::has)
            .method("set", 2, HeadersInterface::set)
            .method("forEach", 1, HeadersInterface::forEach)
            .method("entries", 0, (agent, self, _, _) -> iterator(agent, entries(agent, self)))
            .method("keys", 0, (agent, self, _, _) -> iterator(agent, keys(agent, self)))
            .method("values", 0, (agent, self, _, _) -> iterator(agent, values(agent, self)));
    Object entries = Objects.requireNonNull(builder.object().peek(PropertyKey.of("entries")));
    builder.value(web.agent().symbols().iterator(), entries, Attributes.HIDDEN);
  }

  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, WebInterface.HEADERS);
    HeadersObject headers = HeadersObject.withPrototype(agent, prototype);
    headers.fill(agent, Args.get(args, 0));
    return headers;
  }

  private static HeadersObject thisHeaders(Agent agent, Object thisValue) {
    if (thisValue instanceof HeadersObject headers) {
      return headers;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Headers.prototype", thisValue));
  }

  private static String name(Agent agent, Object[] args) {
    return TypeConversion.toText(agent, Args.get(args, 0)).toLowerCase(Locale.ROOT);
  }

  private static Object append(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    HeadersObject headers = thisHeaders(agent, thisValue);
    headers.append(name(agent, args), TypeConversion.toText(agent, Args.get(args, 1)));
    return Undefined.UNDEFINED;
  }

  private static Object delete(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    thisHeaders(agent, thisValue).list().remove(name(agent, args));
    return Undefined.UNDEFINED;
  }

  private static Object get(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String value = thisHeaders(agent, thisValue).list().get(name(agent, args));
    return value == null ? Null.NULL : agent.string(value);
  }

  private static Object has(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisHeaders(agent, thisValue).list().containsKey(name(agent, args));
  }

  private static Object set(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    HeadersObject headers = thisHeaders(agent, thisValue);
    String value = TypeConversion.toText(agent, Args.get(args, 1)).strip();
    headers.list().put(name(agent, args), value);
    return Undefined.UNDEFINED;
  }

  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    HeadersObject headers = thisHeaders(agent, thisValue);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    for (Map.Entry<String, String> entry : List.copyOf(headers.list().entrySet())) {
      int mark = agent.handles().mark();
      ObjectOperations.call(
          agent,
          callback,
          Args.get(args, 1),
          agent.string(entry.getValue()),
          agent.string(entry.getKey()),
          headers);
      agent.handles().release(mark);
    }
    return Undefined.UNDEFINED;
  }

  private static List<Object> entries(Agent agent, Object thisValue) {
    var entries = new ArrayList<Object>();
    thisHeaders(agent, thisValue)
        .list()
        .forEach((name, value) ->
            entries.add(JsArray.of(agent, agent.string(name), agent.string(value))));
    return entries;
  }

  private static List<Object> keys(Agent agent, Object thisValue) {
    var keys = new ArrayList<Object>();
    thisHeaders(agent, thisValue).list().keySet().forEach(name -> keys.add(agent.string(name)));
    return keys;
  }

  private static List<Object> values(Agent agent, Object thisValue) {
    var values = new ArrayList<Object>();
    thisHeaders(agent, thisValue).list().values().forEach(value -> values.add(agent.string(value)));
    return values;
  }

  private static Object iterator(Agent agent, List<Object> items) {
    return ArrayIteratorPrototype.createArrayIterator(
        agent, ObjectOperations.createArrayFromList(agent, items), ArrayIterator.Kind.VALUE);
  }
}
