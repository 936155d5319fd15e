package lexscope.js.operations;

import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// Operations that go over all own properties of an object, section 7.3. What they return is pushed
/// on the handle stack.
public final class OwnProperties {
  private OwnProperties() {}

  /// SetIntegrityLevel, section 7.3.15.
  ///
  /// @param freeze frozen rather than sealed
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean setIntegrityLevel(Agent agent, JsObject object, boolean freeze) {
    if (object.restrict(agent, freeze)) {
      return true;
    }
    if (!object.preventExtensions(agent)) {
      return false;
    }
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      int present = Attributes.CONFIGURABLE;
      if (freeze) {
        PropertyDescriptor current = object.getOwnProperty(agent, key);
        if (current == null) {
          continue;
        }
        present |= current.isAccessor() ? 0 : Attributes.WRITABLE;
      }
      ObjectOperations.definePropertyOrThrow(
          agent, object, key, PropertyDescriptor.of(null, null, null, present, 0));
    }
    return true;
  }

  /// TestIntegrityLevel, section 7.3.16.
  ///
  /// @throws ThrowCompletion if an exotic object throws
  public static boolean testIntegrityLevel(Agent agent, JsObject object, boolean frozen) {
    if (object.isExtensible(agent)) {
      return false;
    }
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      PropertyDescriptor current = object.getOwnProperty(agent, key);
      if (current != null
          && (current.isConfigurable()
              || (frozen && !current.isAccessor() && current.isWritable()))) {
        return false;
      }
    }
    return true;
  }

  /// What EnumerableOwnProperties lists.
  public enum Listing {
    KEYS,
    VALUES,
    ENTRIES
  }

  /// EnumerableOwnProperties, section 7.3.23. What is listed is in the array that comes back.
  ///
  /// @throws ThrowCompletion if reading throws
  public static JsArray enumerableOwnProperties(Agent agent, JsObject object, Listing listing) {
    JsArray list = JsArray.create(agent);
    HandleStack handles = agent.handles();
    for (PropertyKey key : object.ownPropertyKeys(agent)) {
      if (key.isSymbol()) {
        continue;
      }
      PropertyDescriptor own = object.getOwnProperty(agent, key);
      if (own == null || !own.isEnumerable()) {
        continue;
      }
      int mark = handles.mark();
      list.push(
          agent,
          switch (listing) {
            case KEYS -> key.toValue(agent);
            case VALUES -> ObjectOperations.get(agent, object, key);
            case ENTRIES ->
                ObjectOperations.createArray(
                    agent, key.toValue(agent), ObjectOperations.get(agent, object, key));
          });
      handles.release(mark);
    }
    return list.trimmed();
  }

  /// CopyDataProperties, section 7.3.26.
  ///
  /// @throws ThrowCompletion if reading throws
  public static void copyDataProperties(
      Agent agent, JsObject target, Object source, List<PropertyKey> excluded) {
    if (TestingAndComparison.isNullish(source)) {
      return;
    }
    JsObject from = TypeConversion.toObject(agent, source);
    HandleStack handles = agent.handles();
    handles.push(from);
    for (PropertyKey key : from.ownPropertyKeys(agent)) {
      if (excluded.contains(key)) {
        continue;
      }
      int mark = handles.mark();
      PropertyDescriptor own = from.getOwnProperty(agent, key);
      if (own != null && own.isEnumerable()) {
        ObjectOperations.createDataPropertyOrThrow(
            agent, target, key, ObjectOperations.get(agent, from, key));
      }
      handles.release(mark);
    }
  }
}
