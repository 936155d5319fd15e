package lexscope.js.vm;

import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Names that are looked up record by record at run time, ECMA-262 sections 9.1.2.1 and 6.2.5.
final class Names {
  private Names() {}

  /// The ReferenceError of a binding in its dead zone.
  static ThrowCompletion deadZone(Agent agent, Object name) {
    return agent.referenceError(ErrorMessages.deadZone(name.toString()));
  }

  /// The value of an initialized binding.
  static Object checked(Agent agent, @Nullable Object value, Object name) {
    if (value == null) {
      throw deadZone(agent, name);
    }
    return value;
  }

  /// GetBindingValue of an import, ECMA-262 section 9.1.1.5.1.
  static Object imported(Agent agent, EnvironmentRecord record, int slot, Object name) {
    Object value = ((DeclarativeEnvironmentRecord) record).get(slot);
    if (value instanceof ModuleEnvironmentRecord.ImportBinding view) {
      value = view.value();
    }
    return checked(agent, value, name);
  }

  /// GetIdentifierReference: the record that has the name; undefined if none has.
  static Object resolve(Machine machine, Frame frame, PropertyKey key) {
    String name = key.asString();
    for (EnvironmentRecord record = frame.environment; record != null; record = record.outer()) {
      if (record.hasBinding(machine, name)) {
        return record;
      }
    }
    return Undefined.UNDEFINED;
  }

  /// GetValue.
  static Object get(Machine machine, Frame frame, Object record, PropertyKey key) {
    if (record instanceof EnvironmentRecord found) {
      return found.getBindingValue(machine, key.asString(), frame.code.template().isStrict());
    }
    throw machine.referenceError(ErrorMessages.notDefined(key.asString()));
  }

  /// PutValue.
  static void put(Machine machine, Frame frame, Object record, PropertyKey key, Object value) {
    boolean strict = frame.code.template().isStrict();
    if (record instanceof EnvironmentRecord found) {
      found.setMutableBinding(machine, key.asString(), value, strict);
    } else if (strict) {
      throw machine.referenceError(ErrorMessages.notDefined(key.asString()));
    } else {
      JsObject global = frame.realm.globalObject();
      ObjectOperations.set(machine, global, key, value);
    }
  }

  /// WithBaseObject.
  static Object baseObject(Object record) {
    JsObject base = record instanceof EnvironmentRecord found ? found.withBaseObject() : null;
    return base == null ? Undefined.UNDEFINED : base;
  }

  /// `delete name`.
  static boolean delete(Machine machine, Frame frame, PropertyKey key) {
    Object record = resolve(machine, frame, key);
    return !(record instanceof EnvironmentRecord found)
        || found.deleteBinding(machine, key.asString());
  }

  /// The Global Environment Record of a realm.
  static GlobalEnvironmentRecord global(lexscope.js.intrinsics.Realm realm) {
    if (realm.globalEnvironment() instanceof GlobalEnvironmentRecord record) {
      return record;
    }
    throw new IllegalStateException("the realm has no global environment yet");
  }
}
