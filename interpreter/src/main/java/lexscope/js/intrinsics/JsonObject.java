package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %JSON%, section 25.5.
final class JsonObject {
  private static final PropertyKey EMPTY_KEY = PropertyKey.of("");

  private JsonObject() {}

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.JSON)
        .method("parse", 2, JsonObject::parse)
        .method("stringify", 3, JsonObject::stringify)
        .method("rawJSON", 1, JsonObject::rawJson)
        .method("isRawJSON", 1, JsonObject::isRawJson)
        .tag("JSON");
  }

  /// 25.5.1 `JSON.parse ( text [ , reviver ] )`.
  private static Object parse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = TypeConversion.toString(agent, Args.get(args, 0)).toString();
    boolean revives = Args.get(args, 1) instanceof JsObject object && object.isCallable();
    JsonParser.Parsed parsed = new JsonParser(agent, text, revives).parse();
    if (!revives) {
      return parsed.value();
    }
    JsObject root = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    ObjectOperations.createDataProperty(agent, root, EMPTY_KEY, parsed.value());
    return new JsonReviver(agent, (JsObject) args[1]).internalize(root, EMPTY_KEY, parsed.source());
  }

  /// 25.5.2 `JSON.stringify ( value [ , replacer [ , space ] ] )`.
  private static Object stringify(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject function = null;
    ArrayList<PropertyKey> list = null;
    if (Args.get(args, 1) instanceof JsObject replacer) {
      if (replacer.isCallable()) {
        function = replacer;
      } else if (TestingAndComparison.isArray(agent, replacer)) {
        list = new ArrayList<>(propertyList(agent, replacer));
      }
    }
    String gap = gap(agent, Args.get(args, 2));
    JsObject wrapper = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    ObjectOperations.createDataProperty(agent, wrapper, EMPTY_KEY, Args.get(args, 0));
    String text = new JsonSerializer(agent, function, list, gap).serialize(wrapper, EMPTY_KEY);
    return text == null ? Undefined.UNDEFINED : JsString.of(agent, text);
  }

  private static LinkedHashSet<PropertyKey> propertyList(Agent agent, JsObject replacer) {
    var list = new LinkedHashSet<PropertyKey>();
    long length = ObjectOperations.lengthOfArrayLike(agent, replacer);
    HandleStack handles = agent.handles();
    for (long i = 0; i < length; i++) {
      int mark = handles.mark();
      Object item = ObjectOperations.get(agent, replacer, PropertyKey.ofIndex(i));
      boolean named =
          item instanceof JsString
              || Numbers.isNumber(item)
              || item instanceof StringObject
              || (item instanceof PrimitiveObject object && Numbers.isNumber(object.data()));
      if (named) {
        list.add(PropertyKey.of(TypeConversion.toString(agent, item)));
      }
      handles.release(mark);
    }
    return list;
  }

  private static String gap(Agent agent, Object space) {
    Object value = space;
    if (space instanceof StringObject
        || (space instanceof PrimitiveObject object && Numbers.isNumber(object.data()))) {
      value = unwrap(agent, (JsObject) space);
    }
    if (Numbers.isNumber(value)) {
      double count = TypeConversion.toIntegerOrInfinity(agent, value);
      return " ".repeat((int) Math.max(0, Math.min(10, count)));
    }
    if (value instanceof JsString string) {
      return string.toString().substring(0, Math.min(10, string.length()));
    }
    return "";
  }

  /// What stands for a wrapper object when it is serialized; other objects as they are.
  static Object unwrap(Agent agent, JsObject object) {
    if (object instanceof StringObject) {
      return TypeConversion.toString(agent, object);
    }
    if (object instanceof PrimitiveObject wrapper) {
      Object data = wrapper.data();
      if (Numbers.isNumber(data)) {
        return Numbers.of(TypeConversion.toNumber(agent, object));
      }
      if (data instanceof Boolean || data instanceof JsBigInt) {
        return data;
      }
    }
    return object;
  }

  /// EnumerableOwnProperties (7.3.23) of kind key, as keys.
  static List<PropertyKey> enumerableOwnKeys(Agent agent, JsObject object) {
    var keys = new ArrayList<PropertyKey>();
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      if (key.isString()) {
        PropertyDescriptor own = object.getOwnProperty(agent, key);
        if (own != null && own.isEnumerable()) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /// JSON.rawJSON ( text ) of the proposal "JSON.parse source text access", part of ES2026.
  private static Object rawJson(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString json = TypeConversion.toString(agent, Args.get(args, 0));
    String text = json.toString();
    if (text.isEmpty()
        || isWhiteSpace(text.charAt(0))
        || isWhiteSpace(text.charAt(text.length() - 1))) {
      throw agent.syntaxError("Invalid value for JSON.rawJSON");
    }
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      throw agent.syntaxError("Invalid value for JSON.rawJSON");
    }
    new JsonParser(agent, text, false).parse();
    return RawJsonObject.create(agent, json);
  }

  private static boolean isWhiteSpace(char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == ' ';
  }

  /// JSON.isRawJSON ( O ).
  private static Object isRawJson(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Args.get(args, 0) instanceof RawJsonObject;
  }
}
