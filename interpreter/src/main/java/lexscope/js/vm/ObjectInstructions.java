package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.OwnProperties;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;

/// Objects and their properties: what the loop leaves to another method.
final class ObjectInstructions {
  private final Machine machine;
  private final HandleStack handles;

  ObjectInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    int mark = handles.mark();
    switch (opcode) {
      case GET_SUPER ->
          r[code[pc + 1]] =
              superBase(r[code[pc + 3]], r[code[pc + 4]])
                  .get(machine, toKey(r[code[pc + 4]]), r[code[pc + 2]]);
      case PUT_SUPER -> {
        JsObject base = superBase(r[code[pc + 2]], r[code[pc + 3]]);
        PropertyKey name = toKey(r[code[pc + 3]]);
        if (!base.set(machine, name, r[code[pc + 4]], r[code[pc + 1]])
            && f.code.template().isStrict()) {
          throw ObjectOperations.cannotSet(machine, base, name);
        }
      }
      case DELETE_PROPERTY -> r[code[pc + 1]] = delete(f, r[code[pc + 2]], r[code[pc + 3]]);
      case TO_PROPERTY_KEY -> r[code[pc + 1]] = toKeyValue(r[code[pc + 2]]);
      case CHECK_OBJECT_COERCIBLE -> checkCoercible(f, r[code[pc + 1]], code[pc + 2]);
      case DEFINE_ELEMENT ->
          ObjectOperations.definePropertyOrThrow(
              machine,
              (JsObject) r[code[pc + 1]],
              toKey(r[code[pc + 2]]),
              PropertyDescriptor.data(r[code[pc + 3]], Attributes.ALL));
      case DEFINE_METHOD ->
          machine
              .calls()
              .closures()
              .defineMethod(
                  (JsObject) r[code[pc + 1]],
                  r[code[pc + 2]],
                  (JsObject) r[code[pc + 3]],
                  code[pc + 4]);
      case DEFINE_GETTER, DEFINE_SETTER ->
          machine
              .calls()
              .closures()
              .defineAccessor(
                  (JsObject) r[code[pc + 1]],
                  r[code[pc + 2]],
                  (JsObject) r[code[pc + 3]],
                  code[pc + 4],
                  opcode == DEFINE_GETTER);
      case SET_PROTOTYPE -> {
        Object value = r[code[pc + 2]];
        if (value instanceof JsObject || value == Null.NULL) {
          ((JsObject) r[code[pc + 1]])
              .setPrototypeOf(machine, value instanceof JsObject object ? object : null);
        }
      }
      case COPY_DATA_PROPERTIES -> {
        var target = (JsObject) r[code[pc + 1]];
        Object source = r[code[pc + 2]];
        target.takeSlotsOf(machine, source);
        OwnProperties.copyDataProperties(machine, target, source, List.of());
      }
      case COPY_REST -> r[code[pc + 1]] = copyRest(f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case SET_FUNCTION_NAME ->
          machine
              .calls()
              .closures()
              .setName((JsObject) r[code[pc + 1]], r[code[pc + 2]], code[pc + 3]);
      case ARRAY_HOLE -> {
        var array = (JsArray) r[code[pc + 1]];
        array.set(machine, PropertyKeys.LENGTH, Numbers.of(array.length() + 1), array);
      }
      case ARRAY_SPREAD ->
          machine.calls().iteration().spread(f, (JsArray) r[code[pc + 1]], r[code[pc + 2]]);
      case NEW_REG_EXP ->
          r[code[pc + 1]] =
              machine.regExpLiteral(
                  (JsString) RareInstructions.constant(f, code[pc + 2]),
                  (JsString) RareInstructions.constant(f, code[pc + 3]));
      case GET_TEMPLATE -> r[code[pc + 1]] = TemplateObjects.get(machine, f, code[pc + 2]);
      default -> throw RareInstructions.unknown(opcode);
    }
    handles.release(mark);
  }

  private PropertyKey toKey(Object value) {
    return TypeConversion.toPropertyKey(machine, value);
  }

  /// ToPropertyKey as a value: a number, a string or a symbol.
  private Object toKeyValue(Object value) {
    if (value instanceof Integer || value instanceof JsString) {
      return value;
    }
    return toKey(value).toValue(machine);
  }

  private JsObject superBase(Object base, Object key) {
    if (base instanceof JsObject object) {
      return object;
    }
    throw machine.typeError(ErrorMessages.cannotRead(Null.NULL, toKey(key)));
  }

  private boolean delete(Frame f, Object base, Object key) {
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(ErrorMessages.NULLISH_TO_OBJECT);
    }
    handles.push(base);
    JsObject object = TypeConversion.toObject(machine, base);
    PropertyKey name = toKey(key);
    boolean deleted = object.delete(machine, name);
    if (!deleted && f.code.template().isStrict()) {
      throw machine.typeError(ErrorMessages.cannotDelete(name, object));
    }
    return deleted;
  }

  private void checkCoercible(Frame f, Object value, int property) {
    if (TestingAndComparison.isNullish(value)) {
      String name = RareInstructions.constant(f, property).toString();
      throw machine.typeError(
          "Cannot destructure "
              + (name.isEmpty() ? "" : "property '" + name + "' of ")
              + "'"
              + RenderedCallSite.source(f, value)
              + "' as it is "
              + value
              + ".");
    }
  }

  private Object copyRest(Frame f, Object source, int first, int count) {
    var excluded = new ArrayList<PropertyKey>();
    for (int i = 0; i < count; i++) {
      excluded.add(toKey(f.registers[first + i]));
    }
    JsObject rest = machine.heap().allocate(new JsObject(f.realm.objectShape()));
    OwnProperties.copyDataProperties(machine, rest, source, excluded);
    return rest;
  }
}
