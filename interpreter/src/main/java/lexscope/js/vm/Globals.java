package lexscope.js.vm;

import lexscope.js.bytecode.InlineCache;
import lexscope.js.environment.GlobalBinding;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.SpecialSlot;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Global names: bindings of the Global Environment Record, ECMA-262 section 9.1.1.4, with inline
/// caches. A lexical binding never goes away; a property of the global object may be hidden by a
/// lexical binding of a later script.
final class Globals {
  private final Machine machine;

  Globals(Machine machine) {
    this.machine = machine;
  }

  /// GetValue of a global name.
  Object get(Realm realm, PropertyKey key, InlineCache cache) {
    Object value = quickGet(realm, cache);
    return value != null ? value : getSlow(realm, key, cache, true);
  }

  /// The same for `typeof`: undefined if it is unresolvable.
  Object getForTypeof(Realm realm, PropertyKey key, InlineCache cache) {
    Object value = quickGet(realm, cache);
    return value != null ? value : getSlow(realm, key, cache, false);
  }

  /// GetValue of a global name where the cache has the answer; null where it has none. Runs no
  /// guest code.
  @Nullable Object quickGet(Realm realm, InlineCache cache) {
    GlobalBinding binding = cache.binding;
    if (binding != null) {
      return binding.get();
    }
    JsObject global = realm.globalObject();
    if (global.shape() == cache.shape && cache.epoch == machine.globalLexicalEpoch()) {
      Object slot = global.slot(cache.slot);
      return slot instanceof SpecialSlot ? null : slot;
    }
    return null;
  }

  private Object getSlow(Realm realm, PropertyKey key, InlineCache cache, boolean required) {
    GlobalEnvironmentRecord record = Names.global(realm);
    String name = key.asString();
    GlobalBinding binding = record.lexicalBinding(name);
    if (binding != null) {
      Object value = Names.checked(machine, binding.get(), name);
      cache.clear();
      cache.binding = binding;
      return value;
    }
    JsObject global = realm.globalObject();
    int slot = key.isIndex() ? -1 : global.shape().lookup(key);
    if (slot >= 0 && global.hasPlainNames()) {
      remember(global, slot, cache);
      int mark = machine.handles().mark();
      Object value = global.get(machine, key, global);
      machine.handles().release(mark);
      return value;
    }
    if (!global.hasProperty(machine, key)) {
      if (required) {
        throw machine.referenceError(ErrorMessages.notDefined(name));
      }
      return Undefined.UNDEFINED;
    }
    int mark = machine.handles().mark();
    Object value = global.get(machine, key, global);
    machine.handles().release(mark);
    return value;
  }

  private void remember(JsObject global, int slot, InlineCache cache) {
    Shape shape = global.shape();
    shape.markCached();
    cache.clear();
    cache.shape = shape;
    cache.slot = slot;
    cache.epoch = machine.globalLexicalEpoch();
  }

  /// PutValue of a global name.
  void put(Frame frame, PropertyKey key, Object value, InlineCache cache) {
    JsObject global = frame.realm.globalObject();
    GlobalBinding binding = cache.binding;
    if (binding != null && binding.get() != null && !binding.isConstant()) {
      binding.set(value);
      return;
    }
    if (global.shape() == cache.shape && cache.epoch == machine.globalLexicalEpoch()) {
      global.setSlot(cache.slot, value);
      return;
    }
    putSlow(frame, global, key, value, cache);
  }

  private void putSlow(
      Frame frame, JsObject global, PropertyKey key, Object value, InlineCache cache) {
    GlobalEnvironmentRecord record = Names.global(frame.realm);
    String name = key.asString();
    boolean strict = frame.code.template().isStrict();
    GlobalBinding binding = record.lexicalBinding(name);
    if (binding != null) {
      record.setMutableBinding(machine, name, value, strict);
      cache.clear();
      cache.binding = binding;
      return;
    }
    int mark = machine.handles().mark();
    if (strict) {
      record.setMutableBinding(machine, name, value, true);
    } else {
      global.set(machine, key, value, global);
    }
    machine.handles().release(mark);
    int slot = key.isIndex() ? -1 : global.shape().lookup(key);
    if (slot >= 0
        && global.hasPlainNames()
        && (global.shape().attributes(slot) & Attributes.WRITABLE) != 0
        && !(global.slot(slot) instanceof SpecialSlot)) {
      remember(global, slot, cache);
    }
  }

  /// InitializeBinding of a global lexical name.
  void initialize(Realm realm, PropertyKey key, Object value) {
    GlobalBinding binding = Names.global(realm).lexicalBinding(key.asString());
    if (binding == null) {
      ObjectOperations.set(machine, realm.globalObject(), key, value);
    } else {
      binding.set(value);
    }
  }
}
