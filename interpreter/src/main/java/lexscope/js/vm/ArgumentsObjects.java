package lexscope.js.vm;

import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Target;
import lexscope.js.value.Accessor;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;

/// Makes arguments objects, ECMA-262 sections 10.4.4.6 and 10.4.4.7.
final class ArgumentsObjects {
  private static final int[] NOTHING_MAPPED = {};

  private ArgumentsObjects() {}

  /// CreateUnmappedArgumentsObject.
  static JsObject unmapped(Machine machine, Frame frame) {
    JsObject thrower = frame.realm.get(Intrinsic.THROW_TYPE_ERROR);
    var object =
        machine.heap().allocateUnrooted(new ArgumentsObject(shape(machine, frame, 2), null));
    fill(machine, frame, object, NOTHING_MAPPED);
    object.put(machine, PropertyKeys.CALLEE, new Accessor(thrower, thrower), Attributes.NONE);
    return object;
  }

  /// CreateMappedArgumentsObject: indices below the number of parameters are views of their
  /// bindings.
  static JsObject mapped(Machine machine, Frame frame) {
    FunctionNode node = frame.code.template().node();
    Scope scope = frame.code.template().info().parameterScope();
    if (node == null || !scope.isMaterialized()) {
      throw new IllegalStateException("mapped arguments without a record");
    }
    int count = Math.min(node.parameters().size(), frame.arguments.length);
    int[] slots = new int[count];
    for (int i = 0; i < count; i++) {
      slots[i] = -1;
      if (node.parameters().get(i).target() instanceof Target.BindingIdentifier name
          && isLast(node, i, name.name())) {
        Binding binding = scope.find(name.name());
        slots[i] = binding == null ? -1 : binding.slot();
      }
    }
    var record = (DeclarativeEnvironmentRecord) frame.environment;
    var object =
        machine
            .heap()
            .allocateUnrooted(
                new ArgumentsObject(
                    shape(machine, frame, 3),
                    new ArgumentsObject.ParameterMap(record, slots, !node.parameters().isEmpty())));
    fill(machine, frame, object, slots);
    object.put(
        machine,
        PropertyKeys.CALLEE,
        java.util.Objects.requireNonNull(frame.function),
        Attributes.HIDDEN);
    return object;
  }

  private static boolean isLast(FunctionNode node, int index, String name) {
    for (int i = index + 1; i < node.parameters().size(); i++) {
      if (node.parameters().get(i).target() instanceof Target.BindingIdentifier later
          && later.name().equals(name)) {
        return false;
      }
    }
    return true;
  }

  private static Shape shape(Machine machine, Frame frame, int dataProperties) {
    return Shape.root(machine, frame.realm.get(Intrinsic.OBJECT_PROTOTYPE), dataProperties);
  }

  /// The value of a mapped index is the parameter's: the property itself holds none that would stay
  /// alive when the parameter is assigned.
  private static void fill(Machine machine, Frame frame, JsObject object, int[] slots) {
    object.put(machine, PropertyKeys.LENGTH, frame.arguments.length, Attributes.HIDDEN);
    object.reserveElements(machine, frame.arguments.length);
    for (int i = 0; i < frame.arguments.length; i++) {
      Object value = i < slots.length && slots[i] >= 0 ? Undefined.UNDEFINED : frame.arguments[i];
      object.put(machine, PropertyKey.ofIndex(i), value, Attributes.ALL);
    }
    object.put(
        machine,
        PropertyKey.ofSymbol(machine.symbols().iterator()),
        frame.realm.get(Intrinsic.ARRAY_PROTOTYPE_VALUES),
        Attributes.HIDDEN);
  }
}
