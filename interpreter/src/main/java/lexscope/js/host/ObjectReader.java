package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.intrinsics.ErrorObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.LazySlot;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Reads guest objects for showing them.
///
/// For a program's own `console.log` a few getters run, as they do in Node: `@@toStringTag`, and
/// the `name` and `message` of an error. A quiet reader runs nothing: it is for observers, to whom
/// the program must not answer.
final class ObjectReader {
  private static final int LONGEST_CHAIN = 10_000;

  private static final int SHORT_GAP = 64;

  private final Agent agent;
  private final boolean quiet;

  ObjectReader(Agent agent, boolean quiet) {
    this.agent = agent;
    this.quiet = quiet;
  }

  Agent agent() {
    return agent;
  }

  boolean isQuiet() {
    return quiet;
  }

  /// `object[key]`, undefined where a quiet reader may not ask.
  Object get(JsObject object, PropertyKey key) {
    if (!quiet) {
      return object.get(agent, key);
    }
    JsObject o = object;
    for (int steps = 0; o != null && steps < LONGEST_CHAIN; steps++) {
      PropertyDescriptor own = own(o, key);
      if (own != null) {
        return own.valueOrUndefined();
      }
      o = prototype(o);
    }
    return Undefined.UNDEFINED;
  }

  /// Whether the object or one of its prototypes has the property.
  boolean has(JsObject object, PropertyKey key) {
    JsObject o = object;
    for (int steps = 0; o != null && steps < LONGEST_CHAIN; steps++) {
      if (own(o, key) != null) {
        return true;
      }
      o = prototype(o);
    }
    return false;
  }

  /// The own property, null if there is none. A quiet reader finds no property whose value was
  /// never made.
  @Nullable PropertyDescriptor own(JsObject object, PropertyKey key) {
    if (ProxyDetails.of(object) != null) {
      return quiet ? null : object.getOwnProperty(agent, key);
    }
    if (quiet && isLazy(object, key)) {
      return null;
    }
    return object.getOwnProperty(agent, key);
  }

  /// The prototype; a quiet reader asks no proxy.
  @Nullable JsObject prototype(JsObject object) {
    return quiet || ProxyDetails.of(object) == null
        ? object.shape().prototype()
        : object.getPrototypeOf(agent);
  }

  /// The keys that are shown, strings before symbols.
  ///
  /// @param hidden whether those that are not enumerable are among them
  List<PropertyKey> keys(JsObject object, boolean hidden) {
    return shown(object, object.ownPropertyKeys(agent), hidden);
  }

  /// The keys of an array or typed array that are shown, without its indices.
  List<PropertyKey> keysButIndices(JsObject object, boolean hidden) {
    List<PropertyKey> keys = new ArrayList<>();
    if (object instanceof JsArray) {
      keys.add(PropertyKeys.LENGTH);
    }
    int slots = object.shape().slotCount();
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < slots; i++) {
        PropertyKey key = object.shape().keyAt(i);
        if (key != null && !key.isPrivateName() && key.isSymbol() == (pass == 1)) {
          keys.add(key);
        }
      }
    }
    return shown(object, keys, hidden);
  }

  /// The first index of an element after `index`, or -1. Cost: the elements, and the gap if it is
  /// small.
  long nextIndex(JsArray array, long index) {
    long end = Math.min(array.length(), index + SHORT_GAP);
    for (long i = index + 1; i < end; i++) {
      if (own(array, PropertyKey.ofIndex(i)) != null) {
        return i;
      }
    }
    if (end == array.length()) {
      return -1;
    }
    for (PropertyKey key : array.ownPropertyKeys(agent)) {
      if (key.isIndex() && key.index() > index) {
        return key.index();
      }
    }
    return -1;
  }

  private List<PropertyKey> shown(JsObject object, List<PropertyKey> keys, boolean hidden) {
    List<PropertyKey> shown = new ArrayList<>();
    for (PropertyKey key : keys) {
      if (hidden ? !(quiet && isLazy(object, key)) : isEnumerable(object, key)) {
        shown.add(key);
      }
    }
    return shown;
  }

  boolean isEnumerable(JsObject object, PropertyKey key) {
    PropertyDescriptor own = own(object, key);
    return own != null && own.isEnumerable();
  }

  /// What `error.stack` says; made for the occasion if the program never asked for it.
  Object stack(JsObject error) {
    return error instanceof ErrorObject object
            && isLazy(error, PropertyKeys.STACK)
            && (quiet || !object.stackNeedsGuestCode(agent))
        ? object.stackText()
        : text(get(error, PropertyKeys.STACK));
  }

  /// The text of a guest string, anything else as it is. Leaves ropes as they are.
  static Object text(Object value) {
    return value instanceof JsString string ? string.peek(Integer.MAX_VALUE) : value;
  }

  private static boolean isLazy(JsObject object, PropertyKey key) {
    if (key.isIndex()) {
      return false;
    }
    int slot = object.shape().lookup(key);
    return slot >= 0 && object.slot(slot) instanceof LazySlot;
  }
}
