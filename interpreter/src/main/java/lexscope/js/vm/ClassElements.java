package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.js.value.Accessor;
import lexscope.js.value.JsObject;
import lexscope.js.value.Symbol;
import org.jspecify.annotations.Nullable;

/// `[[Fields]]` and `[[PrivateMethods]]` of a class constructor, ECMA-262 section 10.2. It is a
/// part of the function.
final class ClassElements {
  /// A field: its key (a string, a symbol or a Private Name as a value) and its initializer.
  record Field(Object key, boolean isPrivate, @Nullable EcmaScriptFunction initializer) {}

  /// A private method, or a getter and setter.
  record PrivateMethod(Symbol name, Object slot) {}

  final List<Field> fields = new ArrayList<>();
  final List<PrivateMethod> methods = new ArrayList<>();

  /// Adds a private method; the second half of an accessor joins the first.
  void addMethod(Symbol name, JsObject closure, int kind) {
    for (int i = 0; i < methods.size(); i++) {
      PrivateMethod each = methods.get(i);
      if (each.name == name && each.slot instanceof Accessor accessor) {
        methods.set(
            i,
            new PrivateMethod(
                name,
                kind == 1
                    ? new Accessor(closure, accessor.setter())
                    : new Accessor(accessor.getter(), closure)));
        return;
      }
    }
    methods.add(new PrivateMethod(name, slotOf(closure, kind)));
  }

  /// What stands in the slot of a private method (0), getter (1) or setter (2).
  static Object slotOf(JsObject closure, int kind) {
    return switch (kind) {
      case 1 -> new Accessor(closure, null);
      case 2 -> new Accessor(null, closure);
      default -> closure;
    };
  }

  void visitEdges(EdgeVisitor visitor) {
    for (Field field : fields) {
      visitor.edge(EdgeKind.INTERNAL, "[[Fields]] key", field.key);
      visitor.edge(EdgeKind.INTERNAL, "[[Fields]]", field.initializer);
    }
    for (PrivateMethod method : methods) {
      visitor.edge(EdgeKind.INTERNAL, "[[PrivateMethods]] name", method.name);
      if (method.slot instanceof Accessor accessor) {
        visitor.edge(EdgeKind.INTERNAL, "[[PrivateMethods]] get", accessor.getter());
        visitor.edge(EdgeKind.INTERNAL, "[[PrivateMethods]] set", accessor.setter());
      } else {
        visitor.edge(EdgeKind.INTERNAL, "[[PrivateMethods]]", method.slot);
      }
    }
  }
}
