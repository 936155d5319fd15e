package lexscope.js.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.module.ModuleNamespace;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Symbol;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// The properties of values for whoever looks on: no getter and no proxy is asked, and no value is
/// made that the program never asked for.
public final class PropertyReader {
  private static final int LONGEST_CHAIN = 1_000;

  private final Machine machine;
  private final ObjectReader reader;

  /// A reader of the values of a realm.
  public PropertyReader(Machine machine) {
    this.machine = machine;
    reader = new ObjectReader(machine, true);
  }

  /// The value of a property, own or inherited; null if there is none, or none that can be had by
  /// looking.
  public @Nullable Object get(Object value, String name) {
    JsObject object = object(value);
    PropertyKey key = PropertyKey.of(name);
    for (int steps = 0; object != null && steps < LONGEST_CHAIN; steps++) {
      PropertyDescriptor own = reader.own(object, key);
      if (own != null) {
        return own.isAccessor() ? null : own.value();
      }
      object = object.shape().prototype();
    }
    return null;
  }

  /// The names of the properties, own ones first, then those of each prototype; without indices.
  public List<String> names(Object value) {
    Set<String> names = new LinkedHashSet<>();
    JsObject object = object(value);
    for (int steps = 0; object != null && steps < LONGEST_CHAIN; steps++) {
      if (object instanceof ModuleNamespace) {
        object.ownPropertyKeys(machine).stream()
            .filter(PropertyKey::isString)
            .forEach(key -> names.add(key.asString()));
      } else if (object instanceof JsArray) {
        names.add("length");
      }
      for (int slot = 0; slot < object.shape().slotCount(); slot++) {
        PropertyKey key = object.shape().keyAt(slot);
        if (key != null && key.isString()) {
          names.add(key.asString());
        }
      }
      object = object.shape().prototype();
    }
    return new ArrayList<>(names);
  }

  /// The object whose properties a value has, section 7.1.18; null for undefined and null.
  private @Nullable JsObject object(Object value) {
    return switch (value) {
      case JsObject object -> object;
      case JsString _ -> machine.realm().get(Intrinsic.STRING_PROTOTYPE);
      case Symbol _ -> machine.realm().get(Intrinsic.SYMBOL_PROTOTYPE);
      case Boolean _ -> machine.realm().get(Intrinsic.BOOLEAN_PROTOTYPE);
      case BigInteger _ -> machine.realm().get(Intrinsic.BIGINT_PROTOTYPE);
      case Number _ -> machine.realm().get(Intrinsic.NUMBER_PROTOTYPE);
      default -> null;
    };
  }
}
