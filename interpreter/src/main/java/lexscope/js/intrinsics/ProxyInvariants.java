package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PropertyDescriptorOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyValidation;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// What a trap's answer about properties must not contradict: the steps that end the internal
/// methods of section 10.5. Each throws a TypeError if the target's own properties, or whether it
/// is extensible, belie the answer.
final class ProxyInvariants {
  private ProxyInvariants() {}

  /// `[[GetOwnProperty]]`, section 10.5.5, steps 8 to 16: the descriptor that the answer stands
  /// for.
  static @Nullable PropertyDescriptor ownProperty(ProxyTrap trap, PropertyKey key, Object answer) {
    Agent agent = trap.agent();
    JsObject target = trap.target();
    if (!(answer instanceof JsObject) && answer != Undefined.UNDEFINED) {
      throw trap.broken("trap returned neither object nor undefined for property", key, "");
    }
    PropertyDescriptor own = target.getOwnProperty(agent, key);
    if (answer == Undefined.UNDEFINED) {
      if (own == null) {
        return null;
      }
      String undefined = "trap returned undefined for property";
      if (!own.isConfigurable()) {
        throw trap.broken(undefined, key, " which is non-configurable in the proxy target");
      }
      if (!target.isExtensible(agent)) {
        throw trap.broken(undefined, key, " which exists in the non-extensible proxy target");
      }
      return null;
    }
    boolean extensible = target.isExtensible(agent);
    PropertyDescriptor result =
        PropertyDescriptorOperations.toPropertyDescriptor(agent, answer).complete();
    if (!PropertyValidation.isCompatible(extensible, result, own)) {
      throw trap.broken(
          "trap returned descriptor for property",
          key,
          " that is incompatible with the existing property in the proxy target");
    }
    if (!result.isConfigurable()) {
      if (own == null || own.isConfigurable()) {
        throw trap.broken(
            "trap reported non-configurability for property",
            key,
            " which is either non-existent or configurable in the proxy target");
      }
      if (result.hasWritable() && !result.isWritable() && own.isWritable()) {
        throw trap.broken(
            "trap reported non-configurable and writable for property",
            key,
            " which is non-configurable, non-writable in the proxy target");
      }
    }
    return result;
  }

  /// `[[DefineOwnProperty]]`, section 10.5.6, steps 9 to 14, after the trap said yes.
  static void defined(ProxyTrap trap, PropertyKey key, PropertyDescriptor desc) {
    Agent agent = trap.agent();
    PropertyDescriptor own = trap.target().getOwnProperty(agent, key);
    boolean extensible = trap.target().isExtensible(agent);
    boolean settingNonConfigurable = desc.hasConfigurable() && !desc.isConfigurable();
    String adding = "trap returned truish for adding property";
    String defining = "trap returned truish for defining non-configurable property";
    if (own == null) {
      if (!extensible) {
        throw trap.broken(adding, key, "  to the non-extensible proxy target");
      }
    } else if (!PropertyValidation.isCompatible(extensible, desc, own)) {
      throw trap.broken(
          adding, key, "  that is incompatible with the existing property in the proxy target");
    }
    if (settingNonConfigurable && (own == null || own.isConfigurable())) {
      throw trap.broken(
          defining, key, " which is either non-existent or configurable in the proxy target");
    }
    if (own != null
        && own.isData()
        && !own.isConfigurable()
        && own.isWritable()
        && desc.hasWritable()
        && !desc.isWritable()) {
      throw trap.broken(defining, key, " which cannot be non-writable");
    }
  }

  /// `[[HasProperty]]`, section 10.5.7, step 8, after the trap said no.
  static void absent(ProxyTrap trap, PropertyKey key) {
    String falsish = "trap returned falsish for property";
    PropertyDescriptor own = trap.target().getOwnProperty(trap.agent(), key);
    if (own == null) {
      return;
    }
    if (!own.isConfigurable()) {
      throw trap.broken(falsish, key, " which exists in the proxy target as non-configurable");
    }
    if (!trap.target().isExtensible(trap.agent())) {
      throw trap.broken(falsish, key, " but the proxy target is not extensible");
    }
  }

  /// `[[Get]]`, section 10.5.8, steps 8 and 9.
  static void got(ProxyTrap trap, PropertyKey key, Object value) {
    PropertyDescriptor own = trap.target().getOwnProperty(trap.agent(), key);
    if (own == null || own.isConfigurable()) {
      return;
    }
    if (isReadOnlyWithOther(own, value)) {
      throw trap.broken(
          "property",
          key,
          " is a read-only and non-configurable data property on the proxy target but the proxy did"
              + " not return its actual value (expected '"
              + ErrorMessages.show(own.valueOrUndefined())
              + "' but got '"
              + ErrorMessages.show(value)
              + "')");
    }
    if (own.isAccessor() && own.getter() == Undefined.UNDEFINED && value != Undefined.UNDEFINED) {
      throw trap.broken(
          "property",
          key,
          " is a non-configurable accessor property on the proxy target and does not have a getter"
              + " function, but the trap did not return 'undefined' (got '"
              + ErrorMessages.show(value)
              + "')");
    }
  }

  /// `[[Set]]`, section 10.5.9, steps 9 and 10, after the trap said yes.
  static void wasSet(ProxyTrap trap, PropertyKey key, Object value) {
    String truish = "trap returned truish for property";
    PropertyDescriptor own = trap.target().getOwnProperty(trap.agent(), key);
    if (own == null || own.isConfigurable()) {
      return;
    }
    if (isReadOnlyWithOther(own, value)) {
      throw trap.broken(
          truish,
          key,
          " which exists in the proxy target as a non-configurable and non-writable data property"
              + " with a different value");
    }
    if (own.isAccessor() && own.setter() == Undefined.UNDEFINED) {
      throw trap.broken(
          truish,
          key,
          " which exists in the proxy target as a non-configurable and non-writable accessor"
              + " property without a setter");
    }
  }

  private static boolean isReadOnlyWithOther(PropertyDescriptor own, Object value) {
    return own.isData()
        && !own.isWritable()
        && !TestingAndComparison.sameValue(value, own.valueOrUndefined());
  }

  /// `[[Delete]]`, section 10.5.10, steps 9 to 13, after the trap said yes.
  static void deleted(ProxyTrap trap, PropertyKey key) {
    String truish = "trap returned truish for property";
    PropertyDescriptor own = trap.target().getOwnProperty(trap.agent(), key);
    if (own == null) {
      return;
    }
    if (!own.isConfigurable()) {
      throw trap.broken(truish, key, " which is non-configurable in the proxy target");
    }
    if (!trap.target().isExtensible(trap.agent())) {
      throw trap.broken(truish, key, " but the proxy target is non-extensible");
    }
  }

  /// `[[OwnPropertyKeys]]`, section 10.5.11, steps 7 to 23: the keys that the answer lists.
  static List<PropertyKey> ownKeys(ProxyTrap trap, Object answer) {
    Agent agent = trap.agent();
    JsObject target = trap.target();
    Set<PropertyKey> keys = keysOf(trap, answer);
    var unchecked = new LinkedHashSet<>(keys);
    boolean extensible = target.isExtensible(agent);
    List<PropertyKey> configurable = new ArrayList<>();
    List<PropertyKey> fixed = new ArrayList<>();
    for (PropertyKey key : target.ownPropertyKeys(agent)) {
      PropertyDescriptor own = target.getOwnProperty(agent, key);
      (own != null && !own.isConfigurable() ? fixed : configurable).add(key);
    }
    removeAll(trap, unchecked, fixed);
    if (!extensible) {
      removeAll(trap, unchecked, configurable);
      if (!unchecked.isEmpty()) {
        throw trap.broken("trap returned extra keys but proxy target is non-extensible");
      }
    }
    return new ArrayList<>(keys);
  }

  private static void removeAll(
      ProxyTrap trap, Set<PropertyKey> unchecked, List<PropertyKey> required) {
    for (PropertyKey key : required) {
      if (!unchecked.remove(key)) {
        throw trap.broken("trap result did not include", key, "");
      }
    }
  }

  private static Set<PropertyKey> keysOf(ProxyTrap trap, Object answer) {
    Agent agent = trap.agent();
    Set<PropertyKey> keys = new LinkedHashSet<>();
    for (Object key : ObjectOperations.createListFromArrayLike(agent, answer)) {
      if (!(key instanceof JsString) && !(key instanceof Symbol)) {
        throw agent.typeError(ErrorMessages.show(key) + " is not a valid property name");
      }
      if (!keys.add(TypeConversion.toPropertyKey(agent, key))) {
        throw trap.broken("trap returned duplicate entries");
      }
    }
    return keys;
  }
}
