package lexscope.js.bytecode;

import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.js.syntax.ClassElement;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.PropertyName;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyLayout;

/// How V8 lays out a class's constructor and its prototype object, which it makes from templates:
/// each method has its slot, accessors have none, and a computed name makes a hash table. For
/// modelled sizes.
///
/// @param constructor the layout of the constructor
/// @param prototype the layout of the prototype object
public record ClassLayouts(PropertyLayout constructor, PropertyLayout prototype) {
  /// The slots of functions for `length`, `name` and `prototype`, which V8 computes; one of them
  /// stands for the text position that a constructor keeps.
  private static final int KEPT_ELSEWHERE = 2;

  /// The methods of one of the two objects.
  private static final class Methods {
    private final Map<String, Boolean> accessors = new LinkedHashMap<>();
    private int computed;

    void add(ClassElement.Method method) {
      FunctionKind kind = method.function().kind();
      boolean accessor = kind == FunctionKind.GETTER || kind == FunctionKind.SETTER;
      if (method.name() instanceof PropertyName.LiteralName(String text, int _, int _)) {
        accessors.put(text, accessor);
      } else if (method.name() instanceof PropertyName.ComputedName) {
        computed++;
      }
    }

    int slots() {
      int n = 0;
      for (boolean accessor : accessors.values()) {
        n += accessor ? 0 : 1;
      }
      return n;
    }
  }

  /// The layouts of a class.
  static ClassLayouts of(ClassNode node) {
    var ofConstructor = new Methods();
    var ofPrototype = new Methods();
    boolean fields = false;
    for (ClassElement element : node.elements()) {
      switch (element) {
        case ClassElement.Method method ->
            (method.isStatic() ? ofConstructor : ofPrototype).add(method);
        case ClassElement.Field field -> fields |= !field.isStatic();
        case ClassElement.StaticBlock _ -> {}
      }
    }
    int statics = ofConstructor.accessors.size() + ofConstructor.computed;
    // The function that initializes fields is a property of the constructor, too.
    int inObject = fields ? KEPT_ELSEWHERE - 1 : KEPT_ELSEWHERE;
    return new ClassLayouts(
        ofConstructor.computed > 0
            ? PropertyLayout.table(ModelledSizes.CLASS_TABLE_ROOM + statics)
            : PropertyLayout.template(inObject, 1 + ofConstructor.slots()),
        ofPrototype.computed > 0
            ? PropertyLayout.table(0)
            : PropertyLayout.template(0, 1 + ofPrototype.slots()));
  }
}
