package lexscope.js.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// One walk over a value and what it refers to. It recurses over guest data, down to the depth
/// asked for and never deeper than [#DEEPEST] levels.
final class Inspection {
  private static final int DEEPEST = 400;
  private static final long LONGEST_TEXT = 1L << 27;
  private static final int PROTOTYPES_SHOWN = 3;
  private static final int STEP = 2;

  private final ObjectReader reader;
  private final InspectOptions options;
  private final ObjectNaming naming;
  private final ObjectLooks looks;
  private final LineBreaking lines;
  private final List<JsObject> path = new ArrayList<>();
  private final Map<JsObject, Integer> circular = new HashMap<>();
  private final Map<Integer, Long> lengths = new HashMap<>();
  private int depth;
  private int indentation;
  private int innermost;

  Inspection(ObjectReader reader, InspectOptions options) {
    this.reader = reader;
    this.options = options;
    this.depth = options.depth();
    this.naming = new ObjectNaming(reader);
    this.looks = new ObjectLooks(reader, options);
    this.lines = new LineBreaking(options);
  }

  InspectOptions options() {
    return options;
  }

  int indentation() {
    return indentation;
  }

  /// The text of a value that stands `level` levels below the one asked about.
  String value(Object value, int level) {
    if (!(value instanceof JsObject object)) {
      return PrimitiveText.of(value, options, indentation);
    }
    JsObject shown = object;
    ProxyDetails proxy = ProxyDetails.of(object);
    if (proxy != null) {
      if (proxy.isRevoked()) {
        return "<Revoked Proxy>";
      }
      if (options.showProxy()) {
        return proxy(proxy, level);
      }
      JsObject target = proxy.innermostTarget();
      if (target == null) {
        return "<Revoked Proxy>";
      }
      shown = target;
    }
    if (options.customInspect() && !reader.isQuiet()) {
      Object custom = CustomInspection.ask(reader.agent(), object, shown, options, depth, level);
      if (custom instanceof JsString text) {
        return text.peek(Integer.MAX_VALUE).replace("\n", "\n" + " ".repeat(indentation));
      }
      if (custom != null && custom != object) {
        return value(custom, level);
      }
    }
    for (JsObject above : path) {
      if (above == shown) {
        return "[Circular *" + circular.computeIfAbsent(shown, _ -> circular.size() + 1) + "]";
      }
    }
    return object(shown, level);
  }

  /// A value that stands one step further to the right.
  String indented(Object value, int level) {
    indentation += STEP;
    String text = value(value, level);
    indentation -= STEP;
    return text;
  }

  /// Two values in brackets, one step further to the right.
  String indentedPair(Object first, Object second, int level) {
    indentation += STEP;
    String text =
        arrange(
            List.of(value(first, level), value(second, level)), "", "[", "]", true, false, level);
    indentation -= STEP;
    return text;
  }

  private String proxy(ProxyDetails proxy, int level) {
    if (level > depth) {
      return "Proxy [Array]";
    }
    List<String> parts =
        List.of(
            indented(proxy.targetValue(), level + 1), indented(proxy.handlerValue(), level + 1));
    return arrange(parts, "", "Proxy [", "]", true, false, level + 1);
  }

  private String object(JsObject object, int level) {
    List<String> inherited = new ArrayList<>();
    String constructor = constructorName(object, level, options.showHidden() ? inherited : null);
    String tag = naming.tag(object, options.showHidden());
    Look look = looks.of(object, constructor, tag, this);
    boolean noProperties = look.keys().isEmpty() && inherited.isEmpty();
    if (!look.bare().isEmpty() && (noProperties || level > depth && look.bareWhenDeep())) {
      return look.bare();
    }
    if (level > depth || level > DEEPEST) {
      String name = ObjectNaming.prefix(constructor, tag, object);
      name = name.substring(0, name.length() - 1);
      if (level > DEEPEST && level <= depth) {
        return "["
            + name
            + ": Inspection interrupted prematurely. Maximum call stack size exceeded.]";
      }
      return constructor == null ? name : "[" + name + "]";
    }
    int inner = level + 1;
    path.add(object);
    innermost = inner;
    List<String> output = new ArrayList<>();
    look.body().addTo(output, this, inner);
    int before = output.size();
    for (PropertyKey key : look.keys()) {
      output.add(property(object, key, inner, look.list()));
    }
    output.addAll(inherited);
    path.removeLast();
    if (options.sorted()) {
      output.subList(look.list() ? before : 0, output.size()).sort(null);
    }
    Integer index = circular.get(object);
    String base = look.base();
    if (index != null) {
      base = "<ref *" + index + ">" + (base.isEmpty() ? "" : " " + base);
    }
    String text =
        arrange(output, base, look.open(), look.close(), look.list(), look.numbers(), inner);
    if (lengths.merge(indentation, (long) text.length(), Long::sum) > LONGEST_TEXT) {
      // So much is nobody's reading: show the rest as names only.
      depth = -1;
    }
    return text;
  }

  String arrange(
      List<String> entries,
      String base,
      String open,
      String close,
      boolean list,
      boolean numbers,
      int level) {
    return lines.arrange(
        entries,
        new LineBreaking.Block(base, open, close, list, numbers, indentation, innermost - level));
  }

  // ---- constructors -------------------------------------------------------------------------

  private @Nullable String constructorName(
      JsObject object, int level, @Nullable List<String> inherited) {
    ObjectNaming.Origin origin = naming.origin(object);
    JsObject first = reader.prototype(object);
    String name = origin.name();
    if (name != null) {
      if (inherited != null
          && level <= depth
          && (first != origin.holder() || !ObjectNaming.isBuiltIn(name))) {
        addInherited(object, first, level, inherited);
      }
      return name;
    }
    if (first == null) {
      return null;
    }
    String own = object.className();
    if (level > depth) {
      return own + " <Complex prototype>";
    }
    String above = constructorName(first, level + 1, inherited);
    if (above == null) {
      above =
          new Inspection(reader, options.withDepth(-1).withCustomInspect(false)).value(first, 0);
    }
    return own + " <" + above + ">";
  }

  /// With hidden properties, accessors and data properties of up to three prototypes of the
  /// program's own are shown, too.
  private void addInherited(
      JsObject object, @Nullable JsObject first, int level, List<String> output) {
    JsObject holder = first == null ? object : first;
    Set<PropertyKey> seen = new HashSet<>();
    for (int i = 0; i < PROTOTYPES_SHOWN; i++) {
      if (i > 0 || holder == object) {
        holder = reader.prototype(holder);
        if (holder == null || isBuiltInPrototype(holder)) {
          return;
        }
      }
      path.add(object);
      List<PropertyKey> keys = reader.keys(holder, true);
      for (PropertyKey key : keys) {
        PropertyDescriptor own = reader.own(holder, key);
        boolean shadowed =
            key.equals(PropertyKeys.CONSTRUCTOR)
                || reader.own(object, key) != null
                || seen.contains(key);
        boolean method = own != null && own.value() instanceof JsObject f && f.isCallable();
        if (own != null && !shadowed && !method) {
          output.add(property(own, key, level, false));
        }
      }
      path.removeLast();
      seen.addAll(keys);
    }
  }

  private boolean isBuiltInPrototype(JsObject holder) {
    PropertyDescriptor own = reader.own(holder, PropertyKeys.CONSTRUCTOR);
    return own != null
        && own.value() instanceof JsObject constructor
        && constructor.isCallable()
        && ObjectReader.text(reader.get(constructor, PropertyKeys.NAME)) instanceof String name
        && ObjectNaming.isBuiltIn(name);
  }

  // ---- properties ---------------------------------------------------------------------------

  /// The text of an own property: name and value, in lists the value alone.
  ///
  /// @param list whether the object is a list, whose own indices stand without names
  String property(JsObject object, PropertyKey key, int level, boolean list) {
    PropertyDescriptor own;
    try {
      own = reader.own(object, key);
    } catch (ThrowCompletion _) {
      return name(key, true) + ": <uninitialized>";
    }
    if (own == null) {
      own = PropertyDescriptor.data(reader.get(object, key), lexscope.js.value.Attributes.ALL);
    }
    return property(own, key, level, list && key.isIndex());
  }

  private String property(PropertyDescriptor own, PropertyKey key, int level, boolean valueOnly) {
    String text;
    Object value = own.value();
    if (value != null && value != Undefined.UNDEFINED) {
      text = indented(value, level);
    } else if (own.getter() instanceof JsObject) {
      text = own.setter() instanceof JsObject ? "[Getter/Setter]" : "[Getter]";
    } else {
      text = own.setter() instanceof JsObject ? "[Setter]" : "undefined";
    }
    return valueOnly ? text : name(key, own.isEnumerable()) + ": " + text;
  }

  private static String name(PropertyKey key, boolean enumerable) {
    if (key.isSymbol()) {
      return "[" + StringQuoting.escape(key.symbol().descriptiveString()) + "]";
    }
    String text = key.asString();
    if (text.equals("__proto__")) {
      return "['__proto__']";
    }
    if (!enumerable) {
      return "[" + StringQuoting.escape(text) + "]";
    }
    return isPlainName(text) ? text : StringQuoting.quote(text);
  }

  private static boolean isPlainName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
