package lexscope.js.bytecode;

import java.util.List;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.ListElement;
import lexscope.js.syntax.Property;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.TemplatePart;

/// Array and object literals, templates and function expressions, ECMA-262 sections 13.2 and 15.2
/// to 15.9.
final class LiteralCompiler {
  private final BytecodeCompiler c;

  LiteralCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// A function expression.
  void function(FunctionNode node, int dst) {
    Target.BindingIdentifier name = node.name();
    c.code.position(node.start());
    closure(node, name == null ? "" : name.name(), dst);
  }

  /// InstantiateFunctionObject and InstantiateXFunctionExpression.
  void closure(FunctionNode node, String name, int dst) {
    c.code.emit(Opcode.CLOSURE, dst, c.code.uniqueConstant(c.functionTemplate(node, name)));
  }

  /// Template literals, ECMA-262 section 13.2.8.5.
  void template(Expression.TemplateLiteral node, int dst) {
    List<TemplatePart> parts = node.parts();
    int result = c.code.register();
    c.code.emit(Opcode.LOAD_CONSTANT, result, c.string(cooked(parts.getFirst())));
    int part = c.code.register();
    for (int i = 0; i < node.expressions().size(); i++) {
      Expression expression = node.expressions().get(i);
      c.expressions.into(expression, part);
      c.code.position(expression.start());
      c.code.emit(Opcode.TO_STRING, part, part);
      c.code.emit(Opcode.ADD, result, result, part);
      String text = cooked(parts.get(i + 1));
      if (!text.isEmpty()) {
        c.code.emit(Opcode.LOAD_CONSTANT, part, c.string(text));
        c.code.emit(Opcode.ADD, result, result, part);
      }
    }
    c.scopes.move(dst, result);
  }

  private static String cooked(TemplatePart part) {
    String text = part.cooked();
    if (text == null) {
      throw new IllegalStateException("an invalid escape in an untagged template");
    }
    return text;
  }

  /// Array literals, ECMA-262 section 13.2.4.1.
  void array(Expression.ArrayLiteral node, int dst) {
    int array = c.code.register();
    c.code.position(node.start());
    list(node.elements(), array, -1);
    c.scopes.move(dst, array);
  }

  /// An array of elements, also for arguments with spread elements; messages about the elements of
  /// a literal quote them.
  ///
  /// @param place where a call stands that the elements are the arguments of; -1 for a literal
  void list(List<ListElement> elements, int array, int place) {
    boolean literal = place < 0;
    c.code.emit(Opcode.NEW_ARRAY, array, elements.size());
    for (ListElement element : elements) {
      int mark = c.code.registerMark();
      switch (element) {
        case Expression expression ->
            c.code.emit(Opcode.ARRAY_PUSH, array, c.expressions.operand(expression));
        case ListElement.Spread(Expression argument, int _, int _) -> {
          int iterable = c.expressions.operand(argument);
          // A call whose last argument alone is spread iterates it itself.
          boolean last = !literal && element == elements.getLast();
          c.code.position(last ? place : c.places.of(argument));
          c.code.subject(literal ? argument : null);
          c.code.emit(Opcode.ARRAY_SPREAD, array, iterable);
        }
        case ListElement.Hole _ -> c.code.emit(Opcode.ARRAY_HOLE, array);
      }
      c.code.releaseRegisters(mark);
    }
  }

  /// Object literals, ECMA-262 section 13.2.5.4.
  void object(Expression.ObjectLiteral node, int dst) {
    int object = c.code.register();
    c.code.position(node.start());
    c.code.emit(Opcode.NEW_OBJECT, object, LiteralLayout.of(node));
    for (Property property : node.properties()) {
      int mark = c.code.registerMark();
      property(property, object);
      c.code.releaseRegisters(mark);
    }
    c.scopes.move(dst, object);
  }

  private void property(Property property, int object) {
    switch (property) {
      case Property.KeyValue node -> keyValue(node, object);
      case Property.Prototype(Expression value, int _, int _) ->
          c.code.emit(Opcode.SET_PROTOTYPE, object, c.expressions.operand(value));
      case Property.Method(PropertyName name, FunctionNode function, int _, int _) -> {
        int key = c.code.register();
        propertyKey(name, key);
        String outer = c.inferredNames.enterElement(literal(name));
        method(function, key, object, object, function.start(), function.end(), true);
        c.expressions.made(function.start());
        c.inferredNames.leave(outer);
      }
      case Property.Spread(Expression argument, int start, int _) -> {
        int source = c.expressions.operand(argument);
        c.code.position(start);
        c.code.emit(Opcode.COPY_DATA_PROPERTIES, object, source);
      }
    }
  }

  private void keyValue(Property.KeyValue node, int object) {
    if (node.name() instanceof PropertyName.LiteralName(String name, int _, int _)) {
      boolean takesName = node.value().isAnonymousFunctionDefinition();
      int value;
      if (takesName) {
        value = c.code.register();
        c.expressions.named(node.value(), true, name, value);
      } else {
        String outer = c.inferredNames.enter(name);
        value = c.expressions.operand(node.value());
        c.inferredNames.leave(outer);
      }
      c.code.emit(Opcode.DEFINE_FIELD, object, c.key(name), value, c.code.cache());
      return;
    }
    int key = c.code.register();
    propertyKey(node.name(), key);
    int value = c.code.register();
    c.expressions.namedByKey(node.value(), key, value);
    c.code.emit(Opcode.DEFINE_ELEMENT, object, key, value);
  }

  /// The text of a name that is known before it runs; else empty.
  static String literal(PropertyName name) {
    return name instanceof PropertyName.LiteralName(String text, int _, int _) ? text : "";
  }

  /// Evaluates a property name to a property key (ToPropertyKey done).
  void propertyKey(PropertyName name, int dst) {
    switch (name) {
      case PropertyName.LiteralName(String text, int _, int _) ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.string(text));
      case PropertyName.NumericName(double value, int _, int _) -> {
        c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(c.constants.number(value)));
        c.code.emit(Opcode.TO_PROPERTY_KEY, dst, dst);
      }
      case PropertyName.ComputedName(Expression expression, int start, int _) -> {
        c.expressions.into(expression, dst);
        c.code.position(start);
        c.code.emit(Opcode.TO_PROPERTY_KEY, dst, dst);
      }
      case PropertyName.PrivateName _ ->
          throw new IllegalStateException("a private name is no property key");
    }
  }

  /// MethodDefinitionEvaluation of a public method or accessor.
  void method(
      FunctionNode function,
      int key,
      int object,
      int home,
      int start,
      int end,
      boolean enumerable) {
    int closure = c.code.register();
    c.code.emit(
        Opcode.MAKE_METHOD,
        closure,
        c.code.uniqueConstant(c.functionTemplate(function, "", start, end)),
        home);
    int opcode =
        switch (function.kind()) {
          case GETTER -> Opcode.DEFINE_GETTER;
          case SETTER -> Opcode.DEFINE_SETTER;
          default -> Opcode.DEFINE_METHOD;
        };
    c.code.emit(opcode, object, key, closure, enumerable ? 1 : 0);
  }

  /// The prefix of a function's name: 1 for getters, 2 for setters.
  static int namePrefix(FunctionKind kind) {
    return switch (kind) {
      case GETTER -> 1;
      case SETTER -> 2;
      default -> 0;
    };
  }
}
