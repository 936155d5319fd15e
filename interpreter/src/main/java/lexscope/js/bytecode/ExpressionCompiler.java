package lexscope.js.bytecode;

import java.util.List;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Resolution;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.LogicalOperator;
import org.jspecify.annotations.Nullable;

/// Expressions, ECMA-262 section 13: what is not an operator, a call, a literal or an assignment is
/// here.
final class ExpressionCompiler {
  private final BytecodeCompiler c;

  /// Where an optional chain goes when its base is nullish; null outside of chains.
  @Nullable Label chainEnd;

  ExpressionCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// Evaluates into any register: a binding's own, if the expression is just its name.
  int operand(Expression expression) {
    if (expression instanceof Expression.IdentifierReference(String name, int start, int _)) {
      c.code.position(start);
      return c.scopes.get(name);
    }
    int register = c.code.register();
    into(expression, register);
    return register;
  }

  /// Evaluates into a register that stays as it is while `later` is evaluated.
  int operandBefore(Expression expression, Expression later) {
    return operandBefore(expression, Assignments.in(later));
  }

  /// Evaluates into a register; a copy if bindings may be assigned before it is used.
  int operandBefore(Expression expression, boolean assigned) {
    if (!assigned) {
      return operand(expression);
    }
    int register = c.code.register();
    into(expression, register);
    return register;
  }

  /// Evaluates for its effects.
  void effect(Expression expression) {
    int mark = c.code.registerMark();
    switch (expression) {
      case Expression.Update update -> c.targets.update(update, -1);
      case Expression.Assign assign -> c.targets.assign(assign, -1);
      case Expression.CompoundAssign assign -> c.targets.compoundAssign(assign, -1);
      case Expression.Sequence(List<Expression> expressions, int _, int _) ->
          expressions.forEach(this::effect);
      case Expression.IdentifierReference _ -> operand(expression);
      default -> into(expression, c.code.register());
    }
    c.code.releaseRegisters(mark);
  }

  /// Evaluates into a given register. The register may be a binding's only if [#writesLast].
  void into(Expression expression, int dst) {
    evaluate(expression, dst);
    if (makes(expression)) {
      made(expression.start());
    }
  }

  /// Whether evaluating the expression itself, rather than a part of it, may make an object.
  private static boolean makes(Expression expression) {
    return switch (expression) {
      case FunctionNode _,
          ClassNode _,
          Expression.ObjectLiteral _,
          Expression.ArrayLiteral _,
          Expression.RegExpLiteral _,
          Expression.Call _,
          Expression.SuperCall _,
          Expression.New _,
          Expression.TaggedTemplate _,
          Expression.ImportCall _ ->
          true;
      default -> false;
    };
  }

  /// In code that is stepped through, tells the stepper that something may have been made by what
  /// begins at an offset of the source. What follows keeps its own place.
  void made(int offset) {
    if (c.constants.isStepping()) {
      int last = c.code.lastPosition();
      c.code.position(offset);
      c.code.emit(Opcode.MADE);
      c.code.position(last);
    }
  }

  private void evaluate(Expression expression, int dst) {
    int mark = c.code.registerMark();
    switch (expression) {
      case Expression.IdentifierReference(String name, int start, int _) -> {
        c.code.position(start);
        c.scopes.get(name, dst);
      }
      case Expression.This node -> {
        c.code.position(node.start());
        loadThis(dst);
      }
      case Expression.NewTarget _ -> loadFunctionSlot(Binding.NEW_TARGET, dst);
      case Expression.ImportMeta _ -> c.code.emit(Opcode.IMPORT_META, dst);
      case Expression.NullLiteral _ ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(c.constants.nullValue()));
      case Expression.BooleanLiteral node ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(node.value()));
      case Expression.NumberLiteral node ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(c.constants.number(node.value())));
      case Expression.BigIntLiteral node ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(c.constants.bigInt(node.value())));
      case Expression.StringLiteral node ->
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.string(node.value()));
      case Expression.RegExpLiteral node -> {
        c.code.position(node.start());
        c.code.emit(Opcode.NEW_REG_EXP, dst, c.string(node.pattern()), c.string(node.flags()));
      }
      case Expression.TemplateLiteral node -> c.literals.template(node, dst);
      case Expression.TaggedTemplate node -> c.calls.taggedTemplate(node, dst);
      case Expression.ArrayLiteral node -> c.literals.array(node, dst);
      case Expression.ObjectLiteral node -> c.literals.object(node, dst);
      case Expression.Member node -> member(node, dst);
      case Expression.Index node -> index(node, dst);
      case Expression.PrivateMember node -> {
        int object = operand(node.object());
        chain(node.optional(), object);
        c.code.position(c.places.of(node));
        c.targets.getPrivate(dst, object, node.name());
      }
      case Expression.SuperMember node -> c.targets.get(c.targets.reference(node, false), dst);
      case Expression.SuperIndex node -> c.targets.get(c.targets.reference(node, false), dst);
      case Expression.Call node -> c.calls.call(node, dst);
      case Expression.SuperCall node -> c.calls.superCall(node, dst);
      case Expression.New node -> c.calls.construct(node, dst);
      case Expression.ImportCall node -> c.calls.importCall(node, dst);
      case Expression.OptionalChain node -> optionalChain(node, dst);
      case Expression.Unary node -> c.operators.unary(node, dst);
      case Expression.Update node -> c.targets.update(node, dst);
      case Expression.Binary node -> c.operators.binary(node, dst);
      case Expression.Logical node -> logical(node, dst);
      case Expression.PrivateIn node -> {
        int object = operand(node.object());
        c.code.position(node.start());
        PrivateNames.Place place = PrivateNames.resolve(c.privateNames, node.name());
        c.code.emit(Opcode.HAS_PRIVATE, dst, object, place.hops(), place.index());
      }
      case Expression.Conditional node -> conditional(node, dst);
      case Expression.Assign node -> c.targets.assign(node, dst);
      case Expression.CompoundAssign node -> c.targets.compoundAssign(node, dst);
      case Expression.LogicalAssign node -> c.targets.logicalAssign(node, dst);
      case Expression.Sequence(List<Expression> all, int _, int _) -> {
        all.subList(0, all.size() - 1).forEach(this::effect);
        into(all.getLast(), dst);
      }
      case Expression.Yield node -> c.generators.yield(node, dst);
      case Expression.YieldStar node -> c.generators.yieldStar(node, dst);
      case Expression.Await node -> c.generators.await(node, dst);
      case FunctionNode node -> c.literals.function(node, dst);
      case ClassNode node -> c.classes.classDefinition(node, null, dst);
    }
    c.code.releaseRegisters(mark);
  }

  /// NamedEvaluation, ECMA-262 section 8.4.5: an anonymous function or class takes the name.
  void named(Expression expression, boolean takesName, String name, int dst) {
    if (takesName && expression instanceof FunctionNode function) {
      c.code.position(function.start());
      c.literals.closure(function, name, dst);
      made(function.start());
    } else if (takesName && expression instanceof ClassNode node) {
      int mark = c.code.registerMark();
      int key = c.code.register();
      c.code.emit(Opcode.LOAD_CONSTANT, key, c.string(name));
      c.classes.classDefinition(node, key, dst);
      made(node.start());
      c.code.releaseRegisters(mark);
    } else {
      String outer = c.inferredNames.enter(name);
      into(expression, dst);
      c.inferredNames.leave(outer);
    }
  }

  /// The same with a name that is known at run time only: in a register, as a property key.
  void namedByKey(Expression expression, int key, int dst) {
    if (expression.isAnonymousFunctionDefinition() && expression instanceof ClassNode node) {
      c.classes.classDefinition(node, key, dst);
      made(node.start());
    } else if (expression.isAnonymousFunctionDefinition()) {
      evaluate(expression, dst);
      c.code.emit(Opcode.SET_FUNCTION_NAME, dst, key, 0);
      made(expression.start());
    } else {
      into(expression, dst);
    }
  }

  /// Whether evaluating the expression writes its register once, at the very end.
  static boolean writesLast(Expression expression) {
    return switch (expression) {
      case Expression.IdentifierReference _,
          Expression.This _,
          Expression.NullLiteral _,
          Expression.BooleanLiteral _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.TemplateLiteral _,
          Expression.ArrayLiteral _,
          Expression.ObjectLiteral _,
          Expression.Binary _,
          Expression.Logical _,
          FunctionNode _ ->
          true;
      case Expression.Member node -> !node.optional();
      case Expression.Index node -> !node.optional();
      case Expression.Call node -> !node.optional();
      case Expression.New _ -> true;
      default -> false;
    };
  }

  /// `this`, ECMA-262 section 13.2.1: ResolveThisBinding.
  void loadThis(int dst) {
    loadThisUnchecked(dst);
    if (c.resolve(Binding.THIS) instanceof Resolution.Slot(Binding binding, int _)
            && binding.hasDeadZone()
        || c.resolve(Binding.THIS) instanceof Resolution.Register(Binding own)
            && own.hasDeadZone()) {
      c.code.emit(Opcode.CHECK_THIS, dst);
    }
  }

  /// `this` as it is, perhaps not bound yet.
  void loadThisUnchecked(int dst) {
    if (c.resolve(Binding.THIS) instanceof Resolution.Global) {
      Scope top = c.scope;
      while (top.outer() != null && top.kind() != Scope.Kind.MODULE) {
        top = top.outer();
      }
      c.code.emit(
          top.kind() == Scope.Kind.MODULE ? Opcode.LOAD_UNDEFINED : Opcode.LOAD_GLOBAL_THIS, dst);
    } else {
      loadFunctionSlot(Binding.THIS, dst);
    }
  }

  /// `this`, `new.target`, the function or the home object of the closest function that has them.
  void loadFunctionSlot(String name, int dst) {
    switch (c.resolve(name)) {
      case Resolution.Slot(Binding binding, int hops) ->
          c.code.emit(Opcode.GET_SLOT, dst, hops, binding.slot());
      case Resolution.Register _ ->
          c.code.emit(
              switch (name) {
                case Binding.THIS -> Opcode.LOAD_THIS;
                case Binding.NEW_TARGET -> Opcode.LOAD_NEW_TARGET;
                case Binding.HOME_OBJECT -> Opcode.LOAD_HOME_OBJECT;
                default -> Opcode.LOAD_FUNCTION;
              },
              dst);
      default -> c.code.emit(Opcode.LOAD_UNDEFINED, dst);
    }
  }

  private void member(Expression.Member node, int dst) {
    int object = operand(node.object());
    chain(node.optional(), object);
    c.code.position(node.end() - node.name().length());
    getProperty(dst, object, node.name());
  }

  /// GetV with a constant key.
  void getProperty(int dst, int object, String name) {
    if (name.equals("length")) {
      c.code.emit(Opcode.GET_LENGTH, dst, object, c.code.cache());
    } else {
      c.code.emit(Opcode.GET_PROPERTY, dst, object, c.key(name), c.code.cache());
    }
  }

  private void index(Expression.Index node, int dst) {
    int object = operandBefore(node.object(), node.index());
    chain(node.optional(), object);
    if (node.index() instanceof Expression.StringLiteral(String name, int _, int _)) {
      c.code.position(c.places.of(node));
      getProperty(dst, object, name);
      return;
    }
    int key = operand(node.index());
    c.code.position(c.places.of(node));
    c.code.emit(Opcode.GET_ELEMENT, dst, object, key);
  }

  /// A link of an optional chain: leaves it if the base is nullish.
  void chain(boolean optional, int base) {
    if (optional) {
      Label end = chainEnd;
      if (end == null) {
        throw new IllegalStateException("an optional link outside of a chain");
      }
      c.code.jump(Opcode.JUMP_IF_NULLISH, end, base);
    }
  }

  private void optionalChain(Expression.OptionalChain node, int dst) {
    Label outer = chainEnd;
    var nullish = new Label();
    chainEnd = nullish;
    into(node.expression(), dst);
    chainEnd = outer;
    var end = new Label();
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(nullish);
    c.code.emit(Opcode.LOAD_UNDEFINED, dst);
    c.code.bind(end);
  }

  private void logical(Expression.Logical node, int dst) {
    var end = new Label();
    int result = c.code.register();
    List<Expression> operands = node.operands();
    for (int i = 0; i < operands.size(); i++) {
      into(operands.get(i), result);
      if (i < operands.size() - 1) {
        c.code.jump(decides(node.operator()), end, result);
      }
    }
    c.code.bind(end);
    c.scopes.move(dst, result);
  }

  /// The jump that is taken when the left operand decides.
  static int decides(LogicalOperator operator) {
    return switch (operator) {
      case AND -> Opcode.JUMP_IF_FALSE;
      case OR -> Opcode.JUMP_IF_TRUE;
      case COALESCE -> Opcode.JUMP_IF_NOT_NULLISH;
    };
  }

  private void conditional(Expression.Conditional node, int dst) {
    var otherwise = new Label();
    var end = new Label();
    c.operators.branch(node.test(), otherwise, false);
    into(node.consequent(), dst);
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(otherwise);
    into(node.alternate(), dst);
    c.code.bind(end);
  }
}
