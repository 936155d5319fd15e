package lexscope.js.bytecode;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Property;
import lexscope.js.syntax.PropertyName;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyKey;

/// What V8 decides about an object literal before it evaluates it, from the properties up to the
/// first computed name or spread. For modelled sizes.
final class LiteralLayout {
  private final Map<PropertyKey, Boolean> accessors = new LinkedHashMap<>();
  private int indices;
  private boolean hasPrototype;
  private boolean hasNullPrototype;

  private LiteralLayout() {}

  /// The operand of [Opcode#NEW_OBJECT]: how many properties have slots in the object; or, when it
  /// is a hash table, the complement of the number of properties that it has room for.
  ///
  /// There is a slot for whatever the literal lists, spread or computed as well, if the literal
  /// does not begin with such. A literal with accessors is a hash table, and one whose prototype is
  /// null.
  static int of(Expression.ObjectLiteral node) {
    var layout = new LiteralLayout();
    for (Property property : node.properties()) {
      if (!layout.add(property)) {
        break;
      }
    }
    int slots = node.properties().size() - layout.indices - (layout.hasPrototype ? 1 : 0);
    if (layout.hasNullPrototype) {
      return ~slots;
    }
    if (layout.accessors.containsValue(true)) {
      return ~(layout.accessors.size() + ModelledSizes.NORMALIZED_SPARE);
    }
    return layout.accessors.isEmpty() && layout.indices == 0 ? 0 : slots;
  }

  /// Takes one property in; false at one whose name is not known.
  private boolean add(Property property) {
    return switch (property) {
      case Property.KeyValue each -> add(each.name(), false);
      case Property.Method each -> add(each.name(), isAccessor(each.function()));
      case Property.Prototype each -> {
        hasPrototype = true;
        hasNullPrototype |= each.value() instanceof Expression.NullLiteral;
        yield true;
      }
      case Property.Spread _ -> false;
    };
  }

  private boolean add(PropertyName name, boolean accessor) {
    String text =
        switch (name) {
          case PropertyName.LiteralName each -> each.value();
          case PropertyName.NumericName(double value, int _, int _) ->
              value == (long) value ? Long.toString((long) value) : Double.toString(value);
          case PropertyName.ComputedName _, PropertyName.PrivateName _ -> null;
        };
    if (text == null) {
      return false;
    }
    PropertyKey key = PropertyKey.of(text);
    if (key.isIndex()) {
      indices++;
    } else {
      accessors.put(key, accessor);
    }
    return true;
  }

  private static boolean isAccessor(FunctionNode function) {
    return function.kind() == FunctionKind.GETTER || function.kind() == FunctionKind.SETTER;
  }
}
