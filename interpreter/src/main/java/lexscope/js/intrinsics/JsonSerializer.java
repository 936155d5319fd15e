package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// SerializeJSONProperty, SerializeJSONObject and SerializeJSONArray (25.5.2.2 to 25.5.2.6), with
/// an explicit stack: the depth of what is serialized costs heap only.
final class JsonSerializer {
  private static final PropertyKey TO_JSON = PropertyKey.of("toJSON");
  private static final String HEX = "0123456789abcdef";

  private final Agent agent;
  private final @Nullable JsObject replacerFunction;
  private final @Nullable List<PropertyKey> propertyList;
  private final String gap;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Container> open = new ArrayDeque<>();
  private final Map<JsObject, Boolean> onStack = new IdentityHashMap<>();
  private String indent = "";

  /// An object or array that is being written.
  private static final class Container {
    final JsObject object;
    final PropertyKey name;
    final boolean array;
    final List<PropertyKey> keys;
    final long count;
    final int mark;
    long next;
    boolean empty = true;

    Container(
        JsObject object,
        PropertyKey name,
        boolean array,
        List<PropertyKey> keys,
        long count,
        int mark) {
      this.object = object;
      this.name = name;
      this.array = array;
      this.keys = keys;
      this.count = count;
      this.mark = mark;
    }

    PropertyKey nextKey() {
      long index = next++;
      return array ? PropertyKey.ofIndex(index) : keys.get((int) index);
    }
  }

  /// @param gap what each level is indented by; empty for one line
  JsonSerializer(
      Agent agent,
      @Nullable JsObject replacerFunction,
      @Nullable List<PropertyKey> propertyList,
      String gap) {
    this.agent = agent;
    this.replacerFunction = replacerFunction;
    this.propertyList = propertyList;
    this.gap = gap;
  }

  /// The text of a property's value; null if it has none (undefined, a function, a symbol).
  ///
  /// @throws lexscope.js.value.ThrowCompletion if guest code throws, for a circle and for a BigInt
  @Nullable String serialize(JsObject holder, PropertyKey key) {
    int mark = agent.handles().mark();
    Object value = prepare(holder, key);
    if (!isSerializable(value)) {
      return null;
    }
    write(value, key, mark);
    for (long steps = 0; !open.isEmpty(); steps++) {
      step(open.getFirst());
      if ((steps & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    agent.handles().release(mark);
    return out.toString();
  }

  /// Writes one member of the innermost container, or closes it.
  private void step(Container container) {
    if (container.next >= container.count) {
      close(container);
      return;
    }
    int mark = agent.handles().mark();
    PropertyKey key = container.nextKey();
    Object value = prepare(container.object, key);
    boolean serializable = isSerializable(value);
    if (serializable || container.array) {
      out.append(container.empty ? "" : ",");
      container.empty = false;
      newLine();
      if (!container.array) {
        quote(key.asString(), out);
        out.append(gap.isEmpty() ? ":" : ": ");
      }
    }
    if (serializable) {
      write(value, key, mark);
    } else {
      out.append(container.array ? "null" : "");
      agent.handles().release(mark);
    }
    if (out.length() > JsString.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
  }

  private void newLine() {
    if (!gap.isEmpty()) {
      out.append('\n').append(indent);
    }
  }

  /// Steps 2 to 4 of SerializeJSONProperty: toJSON, the replacer, and wrappers.
  private Object prepare(JsObject holder, PropertyKey key) {
    Object value = ObjectOperations.get(agent, holder, key);
    if (value instanceof JsObject || value instanceof JsBigInt) {
      Object toJson = ObjectOperations.getV(agent, value, TO_JSON);
      if (TestingAndComparison.isCallable(toJson)) {
        value = ObjectOperations.call(agent, toJson, value, key.toValue(agent));
      }
    }
    if (replacerFunction != null) {
      value = ObjectOperations.call(agent, replacerFunction, holder, key.toValue(agent), value);
    }
    return value instanceof JsObject object ? JsonObject.unwrap(agent, object) : value;
  }

  private static boolean isSerializable(Object value) {
    return value != Undefined.UNDEFINED
        && !(value instanceof Symbol)
        && !(value instanceof JsObject object && object.isCallable());
  }

  /// Writes a primitive, or opens a container; handles from `mark` on are released when it is done.
  private void write(Object value, PropertyKey name, int mark) {
    if (value instanceof RawJsonObject raw) {
      out.append(raw.text());
    } else if (value instanceof JsObject object) {
      openContainer(object, name, mark);
      return;
    } else if (value instanceof JsString string) {
      quote(string.toString(), out);
    } else if (value instanceof JsBigInt) {
      throw agent.typeError("Do not know how to serialize a BigInt");
    } else if (Numbers.isNumber(value)) {
      double number = Numbers.toDouble(value);
      out.append(Double.isFinite(number) ? NumberConversion.numberToString(number) : "null");
    } else {
      out.append(value == Null.NULL ? "null" : value.toString());
    }
    agent.handles().release(mark);
  }

  private void openContainer(JsObject object, PropertyKey name, int mark) {
    if (onStack.put(object, Boolean.TRUE) != null) {
      throw agent.typeError(circle(object, name));
    }
    boolean array = TestingAndComparison.isArray(agent, object);
    List<PropertyKey> keys = List.of();
    long count;
    if (array) {
      count = ObjectOperations.lengthOfArrayLike(agent, object);
    } else {
      keys = propertyList != null ? propertyList : JsonObject.enumerableOwnKeys(agent, object);
      count = keys.size();
    }
    open.push(new Container(object, name, array, keys, count, mark));
    indent += gap;
    out.append(array ? '[' : '{');
  }

  private void close(Container container) {
    open.pop();
    onStack.remove(container.object);
    indent = indent.substring(gap.length());
    if (!container.empty) {
      newLine();
    }
    out.append(container.array ? ']' : '}');
    agent.handles().release(container.mark);
  }

  /// The message about a circle, with the way around it.
  private String circle(JsObject start, PropertyKey closing) {
    var way = new ArrayList<String>();
    boolean inside = false;
    for (Iterator<Container> all = open.descendingIterator(); all.hasNext(); ) {
      Container container = all.next();
      if (container.object == start) {
        inside = true;
        way.add("\n    --> starting at object with constructor '" + start.className() + "'");
      } else if (inside) {
        way.add(
            "\n    |     %s -> object with constructor '%s'"
                .formatted(step(container.name), container.object.className()));
      }
    }
    if (way.size() > 4) {
      String last = way.getLast();
      way.subList(2, way.size()).clear();
      way.add("\n    |     ...");
      way.add(last);
    }
    return "Converting circular structure to JSON"
        + String.join("", way)
        + "\n    --- "
        + step(closing)
        + " closes the circle";
  }

  private static String step(PropertyKey name) {
    return name.isIndex() ? "index " + name.index() : "property '" + name.asString() + "'";
  }

  /// 25.5.2.3 QuoteJSONString ( value ).
  static void quote(String value, StringBuilder out) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(value, done, i);
      done = i + 1;
      escape(c, out);
    }
    out.append(value, done, value.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      default -> {
        out.append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 15));
        }
      }
    }
  }
}
