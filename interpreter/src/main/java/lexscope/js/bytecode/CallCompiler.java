package lexscope.js.bytecode;

import java.util.List;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Resolution;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.ListElement;

/// Function calls, `new`, `super` calls, tagged templates and `import()`, ECMA-262 sections 13.3.5
/// to 13.3.11.
final class CallCompiler {
  private final BytecodeCompiler c;

  CallCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// A function to call and its this value (-1: undefined).
  private record Callee(int function, int self) {}

  /// CallExpression, ECMA-262 section 13.3.6.1.
  void call(Expression.Call node, int dst) {
    String outer = c.inferredNames.enterCall();
    callWithoutNames(node, dst);
    c.inferredNames.leave(outer);
  }

  private void callWithoutNames(Expression.Call node, int dst) {
    boolean assigned = Assignments.inAny(node.arguments());
    Callee callee = callee(node.callee(), assigned || node.directEval());
    c.expressions.chain(node.optional(), callee.function);
    if (node.directEval()) {
      directEval(node, callee, dst);
      return;
    }
    boolean spread = hasSpread(node.arguments());
    int self = callee.self;
    if (spread && self < 0) {
      self = c.code.register();
      c.code.emit(Opcode.LOAD_UNDEFINED, self);
    }
    if (spread) {
      int list = list(node.arguments(), c.places.of(node));
      c.code.position(c.places.of(node));
      c.code.subject(node.callee());
      c.code.emit(Opcode.CALL_SPREAD, dst, callee.function, self, list);
      return;
    }
    int first = arguments(node.arguments());
    c.code.position(c.places.of(node));
    c.code.subject(node.callee());
    int count = node.arguments().size();
    if (self < 0) {
      c.code.emit(Opcode.CALL_UNDEFINED, dst, callee.function, first, count);
    } else {
      c.code.emit(Opcode.CALL, dst, callee.function, self, first, count);
    }
  }

  private void directEval(Expression.Call node, Callee callee, int dst) {
    int self = callee.self;
    if (self < 0) {
      self = c.code.register();
      c.code.emit(Opcode.LOAD_UNDEFINED, self);
    }
    int scope = c.code.uniqueConstant(c.scope);
    if (hasSpread(node.arguments())) {
      int list = list(node.arguments(), c.places.of(node));
      c.code.position(c.places.of(node));
      c.code.subject(node.callee());
      c.code.emit(Opcode.DIRECT_EVAL_SPREAD, dst, callee.function, self, list, scope);
    } else {
      int first = arguments(node.arguments());
      c.code.position(c.places.of(node));
      c.code.subject(node.callee());
      c.code.emit(
          Opcode.DIRECT_EVAL, dst, callee.function, self, first, node.arguments().size(), scope);
    }
  }

  /// EvaluateCall's first steps: the function, and the this value that its reference gives it.
  private Callee callee(Expression expression, boolean assigned) {
    switch (expression) {
      case Expression.Member node -> {
        int object = c.expressions.operandBefore(node.object(), assigned);
        c.expressions.chain(node.optional(), object);
        int function = c.code.register();
        c.code.position(c.places.of(node));
        c.expressions.getProperty(function, object, node.name());
        return new Callee(function, object);
      }
      case Expression.Index node -> {
        int object =
            c.expressions.operandBefore(node.object(), assigned || Assignments.in(node.index()));
        c.expressions.chain(node.optional(), object);
        int function = c.code.register();
        int key = c.expressions.operand(node.index());
        c.code.position(c.places.of(node));
        c.code.emit(Opcode.GET_ELEMENT, function, object, key);
        return new Callee(function, object);
      }
      case Expression.PrivateMember node -> {
        int object = c.expressions.operandBefore(node.object(), assigned);
        c.expressions.chain(node.optional(), object);
        int function = c.code.register();
        c.code.position(c.places.of(node));
        c.targets.getPrivate(function, object, node.name());
        return new Callee(function, object);
      }
      case Expression.SuperMember _, Expression.SuperIndex _ -> {
        var reference =
            (TargetCompiler.Reference.Super)
                c.targets.reference((lexscope.js.syntax.Target.AssignmentTarget) expression, false);
        int function = c.code.register();
        c.targets.get(reference, function);
        return new Callee(function, reference.self());
      }
      case Expression.OptionalChain(Expression inner, int _, int _) -> {
        return chainCallee(inner, assigned);
      }
      case Expression.IdentifierReference(String name, int start, int _)
          when c.resolve(name) instanceof Resolution.Dynamic -> {
        int function = c.code.register();
        int self = c.code.register();
        c.code.position(start);
        c.code.emit(Opcode.RESOLVE_NAME, self, c.key(name));
        c.code.emit(Opcode.GET_NAME, function, self, c.key(name));
        c.code.emit(Opcode.THIS_OF_NAME, self, self);
        return new Callee(function, self);
      }
      default -> {
        return new Callee(c.expressions.operandBefore(expression, assigned), -1);
      }
    }
  }

  /// A parenthesized optional chain as a callee: it keeps its this value.
  private Callee chainCallee(Expression inner, boolean assigned) {
    int function = c.code.register();
    int self = c.code.register();
    Label outer = c.expressions.chainEnd;
    var nullish = new Label();
    var end = new Label();
    c.expressions.chainEnd = nullish;
    Callee callee = callee(inner, assigned);
    c.expressions.chainEnd = outer;
    c.scopes.move(function, callee.function);
    if (callee.self < 0) {
      c.code.emit(Opcode.LOAD_UNDEFINED, self);
    } else {
      c.scopes.move(self, callee.self);
    }
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(nullish);
    c.code.emit(Opcode.LOAD_UNDEFINED, function);
    c.code.emit(Opcode.LOAD_UNDEFINED, self);
    c.code.bind(end);
    return new Callee(function, self);
  }

  /// Evaluates arguments into registers in a row and returns the first.
  private int arguments(List<ListElement> elements) {
    int first = c.code.registerMark();
    for (ListElement element : elements) {
      int register = c.code.register();
      c.expressions.into((Expression) element, register);
    }
    return first;
  }

  /// Evaluates arguments, spread ones among them, into an array.
  private int list(List<ListElement> elements, int place) {
    int list = c.code.register();
    c.literals.list(elements, list, place);
    return list;
  }

  private static boolean hasSpread(List<ListElement> elements) {
    return elements.stream().anyMatch(ListElement.Spread.class::isInstance);
  }

  /// NewExpression, ECMA-262 section 13.3.5.1.
  void construct(Expression.New node, int dst) {
    String outer = c.inferredNames.enterCall();
    constructWithoutNames(node, dst);
    c.inferredNames.leave(outer);
  }

  private void constructWithoutNames(Expression.New node, int dst) {
    int callee = c.expressions.operandBefore(node.callee(), Assignments.inAny(node.arguments()));
    if (hasSpread(node.arguments())) {
      int list = list(node.arguments(), node.start());
      c.code.position(node.start());
      c.code.subject(node.callee());
      c.code.emit(Opcode.CONSTRUCT_SPREAD, dst, callee, list);
    } else {
      int first = arguments(node.arguments());
      c.code.position(node.start());
      c.code.subject(node.callee());
      c.code.emit(Opcode.CONSTRUCT, dst, callee, first, node.arguments().size());
    }
  }

  /// SuperCall, ECMA-262 section 13.3.7.1.
  void superCall(Expression.SuperCall node, int dst) {
    int function = c.code.register();
    int newTarget = c.code.register();
    int constructor = c.code.register();
    c.code.position(node.start());
    c.expressions.loadFunctionSlot(Binding.NEW_TARGET, newTarget);
    c.expressions.loadFunctionSlot(Binding.FUNCTION_OBJECT, function);
    c.code.emit(Opcode.GET_SUPER_CONSTRUCTOR, constructor, function);
    int result = c.code.register();
    if (hasSpread(node.arguments())) {
      int list = list(node.arguments(), node.start());
      c.code.position(node.start());
      c.code.emit(Opcode.SUPER_CALL_SPREAD, result, constructor, newTarget, list);
    } else {
      int first = arguments(node.arguments());
      c.code.position(node.start());
      c.code.emit(
          Opcode.SUPER_CALL, result, constructor, newTarget, first, node.arguments().size());
    }
    bindThis(result, function);
    c.scopes.move(dst, result);
  }

  private void bindThis(int result, int function) {
    if (c.resolve(Binding.THIS) instanceof Resolution.Slot(Binding binding, int hops)) {
      c.code.emit(Opcode.BIND_THIS, result, hops, binding.slot());
    } else {
      c.code.emit(Opcode.BIND_THIS, result, -1, 0);
    }
    c.code.emit(Opcode.INITIALIZE_INSTANCE, result, function);
  }

  /// Tagged templates, ECMA-262 section 13.3.11.1.
  void taggedTemplate(Expression.TaggedTemplate node, int dst) {
    List<Expression> expressions = node.quasi().expressions();
    Callee callee = callee(node.tag(), Assignments.inAny(expressions));
    int self = callee.self;
    if (self < 0) {
      self = c.code.register();
      c.code.emit(Opcode.LOAD_UNDEFINED, self);
    }
    int first = c.code.register();
    c.code.emit(
        Opcode.GET_TEMPLATE, first, c.code.uniqueConstant(new TemplateSite(node.quasi().parts())));
    for (Expression expression : expressions) {
      c.expressions.into(expression, c.code.register());
    }
    c.code.position(c.places.of(node));
    c.code.subject(node.tag());
    c.code.emit(Opcode.CALL, dst, callee.function, self, first, expressions.size() + 1);
  }

  /// Import calls, ECMA-262 section 13.3.10.
  void importCall(Expression.ImportCall node, int dst) {
    int specifier = c.code.register();
    c.expressions.into(node.specifier(), specifier);
    int options = c.code.register();
    if (node.options() == null) {
      c.code.emit(Opcode.LOAD_UNDEFINED, options);
    } else {
      c.expressions.into(node.options(), options);
    }
    c.code.position(node.start());
    c.code.emit(Opcode.IMPORT_CALL, dst, specifier, options);
  }
}
