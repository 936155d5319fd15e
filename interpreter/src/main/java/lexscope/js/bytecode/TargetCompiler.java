package lexscope.js.bytecode;

import lexscope.js.scope.Binding;
import lexscope.js.scope.Resolution;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.Target;

/// References and assignments, ECMA-262 sections 6.2.5, 13.4 and 13.15.
final class TargetCompiler {
  private final BytecodeCompiler c;

  TargetCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// A Reference Record whose parts stand in registers.
  sealed interface Reference {
    /// A name; `record` is the record that was resolved, if that must be known before the value.
    record Name(String name, int record, int offset) implements Reference {}

    /// A property with a constant key.
    record Property(int object, String key, int offset) implements Reference {}

    /// A property with a computed key.
    record Element(int object, int key, int offset) implements Reference {}

    /// A private element.
    record Private(int object, String name, int offset) implements Reference {}

    /// A Super Reference; `home` holds the base, the home object's prototype.
    record Super(int self, int home, int key, int offset) implements Reference {}

    /// The result of a call, which cannot be assigned.
    record Invalid(int offset) implements Reference {}
  }

  /// Evaluates a target to a reference. `assigned` says whether bindings may be assigned before it
  /// is used.
  Reference reference(Target.AssignmentTarget target, boolean assigned) {
    switch (target) {
      case Expression.IdentifierReference(String name, int start, int _) -> {
        int record = -1;
        if (c.scopes.isDynamic(name) || c.scopes.isStrictlyUnknown(name)) {
          record = c.code.register();
          c.code.position(start);
          c.code.emit(Opcode.RESOLVE_NAME, record, c.key(name));
        }
        return new Reference.Name(name, record, start);
      }
      case Expression.Member node -> {
        int object = c.expressions.operandBefore(node.object(), assigned);
        return new Reference.Property(object, node.name(), node.end() - node.name().length());
      }
      case Expression.Index node -> {
        int object =
            c.expressions.operandBefore(node.object(), assigned || Assignments.in(node.index()));
        if (node.index() instanceof Expression.StringLiteral(String name, int _, int _)) {
          return new Reference.Property(object, name, c.places.of(node));
        }
        int key = c.expressions.operandBefore(node.index(), assigned);
        return new Reference.Element(object, key, c.places.of(node));
      }
      case Expression.PrivateMember node -> {
        int object = c.expressions.operandBefore(node.object(), assigned);
        return new Reference.Private(object, node.name(), node.end() - node.name().length() - 1);
      }
      case Expression.SuperMember node -> {
        int self = c.code.register();
        int home = c.code.register();
        int key = c.code.register();
        c.code.position(c.places.of(node));
        c.expressions.loadThis(self);
        c.code.emit(Opcode.LOAD_CONSTANT, key, c.string(node.name()));
        c.expressions.loadFunctionSlot(Binding.HOME_OBJECT, home);
        c.code.emit(Opcode.SUPER_BASE, home, home);
        return new Reference.Super(self, home, key, c.places.of(node));
      }
      case Expression.SuperIndex node -> {
        int self = c.code.register();
        int home = c.code.register();
        int key = c.code.register();
        c.code.position(node.start());
        c.expressions.loadThis(self);
        c.expressions.into(node.index(), key);
        c.expressions.loadFunctionSlot(Binding.HOME_OBJECT, home);
        c.code.emit(Opcode.SUPER_BASE, home, home);
        return new Reference.Super(self, home, key, node.start());
      }
      case Expression.Call node -> {
        c.expressions.effect(node);
        c.code.position(node.start());
        c.code.emit(Opcode.THROW_REFERENCE_ERROR, c.text("Invalid left-hand side in assignment"));
        return new Reference.Invalid(node.start());
      }
    }
  }

  /// GetValue, ECMA-262 section 6.2.5.5.
  void get(Reference reference, int dst) {
    switch (reference) {
      case Reference.Name(String name, int record, int offset) -> {
        c.code.position(offset);
        if (record >= 0) {
          c.code.emit(Opcode.GET_NAME, dst, record, c.key(name));
        } else {
          c.scopes.get(name, dst);
        }
      }
      case Reference.Property(int object, String key, int offset) -> {
        c.code.position(offset);
        c.expressions.getProperty(dst, object, key);
      }
      case Reference.Element(int object, int key, int offset) -> {
        c.code.position(offset);
        c.code.emit(Opcode.GET_ELEMENT, dst, object, key);
      }
      case Reference.Private(int object, String name, int offset) -> {
        c.code.position(offset);
        getPrivate(dst, object, name);
      }
      case Reference.Super(int self, int home, int key, int offset) -> {
        c.code.position(offset);
        c.code.emit(Opcode.GET_SUPER, dst, self, home, key);
      }
      case Reference.Invalid _ -> c.code.emit(Opcode.LOAD_UNDEFINED, dst);
    }
  }

  /// PutValue, ECMA-262 section 6.2.5.6.
  ///
  /// @param place where errors say that it is done: at the operator of an assignment
  void put(Reference reference, int src, int place) {
    c.code.position(place);
    switch (reference) {
      case Reference.Name(String name, int record, int _) -> {
        if (record >= 0) {
          c.code.emit(Opcode.PUT_NAME, record, c.key(name), src);
        } else {
          c.scopes.put(name, record, src);
        }
      }
      case Reference.Property(int object, String key, int _) -> {
        c.code.emit(Opcode.PUT_PROPERTY, object, c.key(key), src, c.code.cache());
      }
      case Reference.Element(int object, int key, int _) -> {
        c.code.emit(Opcode.PUT_ELEMENT, object, key, src);
      }
      case Reference.Private(int object, String name, int _) -> {
        PrivateNames.Place element = PrivateNames.resolve(c.privateNames, name);
        c.code.emit(Opcode.PUT_PRIVATE, object, element.hops(), element.index(), src);
      }
      case Reference.Super(int self, int home, int key, int _) -> {
        c.code.emit(Opcode.PUT_SUPER, self, home, key, src);
      }
      case Reference.Invalid _ -> {}
    }
  }

  /// PrivateGet.
  void getPrivate(int dst, int object, String name) {
    PrivateNames.Place place = PrivateNames.resolve(c.privateNames, name);
    c.code.emit(Opcode.GET_PRIVATE, dst, object, place.hops(), place.index());
  }

  /// AssignmentExpression : LeftHandSideExpression `=` AssignmentExpression. `dst` is -1 if the
  /// value is not used.
  void assign(Expression.Assign node, int dst) {
    switch (node.target()) {
      case Target.Pattern pattern -> {
        int value = c.code.register();
        c.expressions.into(node.value(), value);
        c.patterns.assign(pattern, value, node.value());
        if (dst >= 0) {
          c.scopes.move(dst, value);
        }
      }
      case Target.AssignmentTarget target -> {
        if (assignRegister(node, target, dst)) {
          return;
        }
        Reference reference = reference(target, Assignments.in(node.value()));
        int value = dst >= 0 ? dst : c.code.register();
        if (target instanceof Expression.IdentifierReference(String name, int _, int _)) {
          c.expressions.named(node.value(), node.namesFunction(), name, value);
        } else {
          String outer = c.inferredNames.enter(target);
          c.expressions.into(node.value(), value);
          c.inferredNames.leave(outer);
        }
        put(reference, value, c.places.after(target.end()));
      }
      case Target.BindingIdentifier _ ->
          throw new IllegalStateException("a declaration as the target of an assignment");
    }
  }

  /// `x = value` where x is a plain variable in a register: computed right there.
  private boolean assignRegister(Expression.Assign node, Target.AssignmentTarget target, int dst) {
    if (target instanceof Expression.IdentifierReference(String name, int _, int _)
        && c.resolve(name) instanceof Resolution.Register(Binding binding)
        && !binding.isConstant()
        && !c.needsCheck(binding)
        && !node.namesFunction()
        && ExpressionCompiler.writesLast(node.value())) {
      int register = c.registerOf(binding);
      c.expressions.into(node.value(), register);
      if (dst >= 0) {
        c.scopes.move(dst, register);
      }
      return true;
    }
    return false;
  }

  /// `target op= value`. `dst` is -1 if the value is not used.
  void compoundAssign(Expression.CompoundAssign node, int dst) {
    if (!(node.target() instanceof Target.AssignmentTarget target)) {
      throw new IllegalStateException("a pattern in a compound assignment");
    }
    if (target instanceof Expression.IdentifierReference(String name, int _, int _)
        && c.resolve(name) instanceof Resolution.Register(Binding binding)
        && !binding.isConstant()
        && !c.needsCheck(binding)
        && !Assignments.in(node.value())) {
      int register = c.registerOf(binding);
      c.operators.apply(
          node.operator(), register, register, node.value(), c.places.after(target.end()) + 1);
      if (dst >= 0) {
        c.scopes.move(dst, register);
      }
      return;
    }
    Reference reference = keyed(reference(target, Assignments.in(node.value())), target);
    int left = c.code.register();
    get(reference, left);
    int result = dst >= 0 ? dst : left;
    int place = c.places.after(target.end());
    c.operators.apply(node.operator(), result, left, node.value(), place + 1);
    put(reference, result, place);
  }

  /// A reference that is read and written has its key converted once.
  private Reference keyed(Reference reference, Target.AssignmentTarget target) {
    if (reference instanceof Reference.Element(int object, int key, int offset)
        && target instanceof Expression.Index node
        && !(node.index() instanceof Expression.NumberLiteral)) {
      c.code.position(offset);
      c.code.emit(Opcode.CHECK_OBJECT_COERCIBLE, object, c.text(""));
      int converted = c.code.register();
      c.code.emit(Opcode.TO_PROPERTY_KEY, converted, key);
      return new Reference.Element(object, converted, offset);
    }
    if (reference instanceof Reference.Super(int self, int home, int key, int offset)
        && target instanceof Expression.SuperIndex) {
      c.code.emit(Opcode.CHECK_OBJECT_COERCIBLE, home, c.text(""));
      c.code.emit(Opcode.TO_PROPERTY_KEY, key, key);
      return new Reference.Super(self, home, key, offset);
    }
    return reference;
  }

  /// `target &&= value` and the like.
  void logicalAssign(Expression.LogicalAssign node, int dst) {
    if (!(node.target() instanceof Target.AssignmentTarget target)) {
      throw new IllegalStateException("a pattern in a logical assignment");
    }
    Reference reference = keyed(reference(target, Assignments.in(node.value())), target);
    int result = c.code.register();
    get(reference, result);
    var end = new Label();
    c.code.jump(ExpressionCompiler.decides(node.operator()), end, result);
    if (target instanceof Expression.IdentifierReference(String name, int _, int _)) {
      c.expressions.named(node.value(), node.namesFunction(), name, result);
    } else {
      String outer = c.inferredNames.enter(target);
      c.expressions.into(node.value(), result);
      c.inferredNames.leave(outer);
    }
    put(reference, result, c.places.after(target.end()));
    c.code.bind(end);
    c.scopes.move(dst, result);
  }

  /// Update expressions, ECMA-262 section 13.4. `dst` is -1 if the value is not used.
  void update(Expression.Update node, int dst) {
    if (!(node.target() instanceof Target.AssignmentTarget target)) {
      throw new IllegalStateException("a pattern in an update expression");
    }
    int opcode = node.increment() ? Opcode.INCREMENT : Opcode.DECREMENT;
    if (target instanceof Expression.IdentifierReference(String name, int _, int _)
        && c.resolve(name) instanceof Resolution.Register(Binding binding)
        && !binding.isConstant()
        && !c.needsCheck(binding)) {
      int register = c.registerOf(binding);
      c.code.position(node.prefix() ? node.start() : c.places.after(target.end()));
      if (!node.prefix() && dst >= 0) {
        c.code.emit(Opcode.TO_NUMERIC, dst, register);
        c.code.emit(opcode, register, dst);
      } else {
        c.code.emit(opcode, register, register);
        if (dst >= 0) {
          c.scopes.move(dst, register);
        }
      }
      return;
    }
    Reference reference = keyed(reference(target, false), target);
    int place = node.prefix() ? node.start() : c.places.after(target.end());
    int old = c.code.register();
    int updated = c.code.register();
    get(reference, old);
    c.code.position(place);
    if (!node.prefix() && dst >= 0) {
      c.code.emit(Opcode.TO_NUMERIC, old, old);
    }
    c.code.emit(opcode, updated, old);
    put(reference, updated, place);
    if (dst >= 0) {
      c.scopes.move(dst, node.prefix() ? updated : old);
    }
  }
}
