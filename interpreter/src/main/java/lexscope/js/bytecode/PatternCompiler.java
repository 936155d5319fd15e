package lexscope.js.bytecode;

import lexscope.js.syntax.Expression;
import lexscope.js.syntax.PatternElement;
import lexscope.js.syntax.PatternProperty;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// Destructuring, ECMA-262 sections 8.6.2 (BindingInitialization) and 13.15.5
/// (DestructuringAssignmentEvaluation).
final class PatternCompiler {
  /// What happens to the leaves of a pattern.
  private enum Mode {
    /// InitializeBinding of a lexical declaration or parameter.
    INITIALIZE,
    /// PutValue: assignments and `var`.
    ASSIGN
  }

  private final BytecodeCompiler c;

  PatternCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// Initializes what a lexical declaration, parameter or catch clause binds.
  void initialize(Target target, int value) {
    bind(target, value, Mode.INITIALIZE, null, false);
  }

  /// Initializes what a lexical declaration binds to the value of its initializer.
  void initialize(Target target, int value, Expression source) {
    bind(target, value, Mode.INITIALIZE, source, false);
  }

  /// Assigns to what an assignment or `var` declaration names.
  void assign(Target target, int value) {
    bind(target, value, Mode.ASSIGN, null, false);
  }

  /// Assigns the value of an expression.
  void assign(Target target, int value, Expression source) {
    bind(target, value, Mode.ASSIGN, source, false);
  }

  private void bind(
      Target target, int value, Mode mode, @Nullable Expression source, boolean nested) {
    switch (target) {
      case Target.ObjectPattern pattern -> object(pattern, value, mode, source, nested);
      case Target.ArrayPattern pattern -> array(pattern, value, mode, source);
      default -> {
        int mark = c.code.registerMark();
        store(prepare(target, mode), target, value, mode);
        c.code.releaseRegisters(mark);
      }
    }
  }

  /// Evaluates a leaf's reference before its value, as assignments must; null for what needs none.
  private TargetCompiler.@Nullable Reference prepare(Target target, Mode mode) {
    return switch (target) {
      case Target.AssignmentTarget leaf -> c.targets.reference(leaf, true);
      case Target.BindingIdentifier(String name, int start, int end)
          when mode == Mode.ASSIGN && c.scopes.isDynamic(name) ->
          c.targets.reference(new Expression.IdentifierReference(name, start, end), true);
      default -> null;
    };
  }

  private void store(
      TargetCompiler.@Nullable Reference reference, Target target, int value, Mode mode) {
    if (reference != null) {
      c.targets.put(reference, value, target.start());
    } else if (target instanceof Target.BindingIdentifier(String name, int start, int _)) {
      c.code.position(start);
      if (mode == Mode.INITIALIZE) {
        c.scopes.initialize(name, value);
      } else {
        c.scopes.put(name, -1, value);
      }
    } else {
      bind(target, value, mode, null, true);
    }
  }

  /// An initializer: used if the value is undefined.
  void initializer(
      @Nullable Expression initializer, boolean namesFunction, Target target, int value) {
    if (initializer == null) {
      return;
    }
    var present = new Label();
    c.code.jump(Opcode.JUMP_IF_NOT_UNDEFINED, present, value);
    c.expressions.named(initializer, namesFunction, nameOf(target), value);
    c.code.bind(present);
  }

  private static String nameOf(Target target) {
    return switch (target) {
      case Target.BindingIdentifier leaf -> leaf.name();
      case Expression.IdentifierReference leaf -> leaf.name();
      default -> "";
    };
  }

  private void object(
      Target.ObjectPattern pattern,
      int value,
      Mode mode,
      @Nullable Expression source,
      boolean nested) {
    int mark = c.code.registerMark();
    c.code.position(
        pattern.properties().isEmpty() ? pattern.start() : pattern.properties().getFirst().start());
    if (source != null || !readsFirst(pattern, nested)) {
      c.code.subject(source);
      c.code.emit(Opcode.CHECK_OBJECT_COERCIBLE, value, c.text(firstName(pattern)));
    }
    boolean rest = pattern.rest() != null;
    int firstKey = c.code.registerMark();
    if (rest) {
      pattern.properties().forEach(_ -> c.code.register());
    }
    int index = 0;
    for (PatternProperty property : pattern.properties()) {
      property(property, value, rest ? firstKey + index : -1, mode);
      index++;
    }
    Target restTarget = pattern.rest();
    if (restTarget != null) {
      TargetCompiler.Reference reference = prepare(restTarget, mode);
      int result = c.code.register();
      c.code.position(restTarget.start());
      c.code.emit(Opcode.COPY_REST, result, value, firstKey, pattern.properties().size());
      store(reference, restTarget, result, mode);
    }
    c.code.releaseRegisters(mark);
  }

  /// Whether the first thing that a pattern within a pattern does is to read a property, which
  /// checks its value as well.
  private static boolean readsFirst(Target.ObjectPattern pattern, boolean nested) {
    return nested
        && !pattern.properties().isEmpty()
        && pattern.properties().getFirst().name() instanceof PropertyName.LiteralName;
  }

  /// What the message says about a value that cannot be taken apart: the property asked for first.
  private static String firstName(Target.ObjectPattern pattern) {
    return !pattern.properties().isEmpty()
            && pattern.properties().getFirst().name()
                instanceof PropertyName.LiteralName(String name, int _, int _)
        ? name
        : "";
  }

  /// One property; its key is kept in a register if a rest element needs it.
  private void property(PatternProperty property, int value, int keptKey, Mode mode) {
    int mark = c.code.registerMark();
    int key = -1;
    PropertyName name = property.name();
    if (keptKey >= 0 || !(name instanceof PropertyName.LiteralName)) {
      key = keptKey >= 0 ? keptKey : c.code.register();
      c.literals.propertyKey(name, key);
    }
    TargetCompiler.Reference reference = prepare(property.target(), mode);
    int element = c.code.register();
    c.code.position(property.start());
    if (name instanceof PropertyName.LiteralName(String text, int _, int _)) {
      c.expressions.getProperty(element, value, text);
    } else {
      c.code.emit(Opcode.GET_ELEMENT, element, value, key);
    }
    initializer(property.initializer(), property.namesFunction(), property.target(), element);
    store(reference, property.target(), element, mode);
    c.code.releaseRegisters(mark);
  }

  /// Iterates; a throw outside of the iterator's own methods closes it.
  private void array(
      Target.ArrayPattern pattern, int value, Mode mode, @Nullable Expression source) {
    int mark = c.code.registerMark();
    int iterator = c.code.register();
    int next = c.code.register();
    int done = c.code.register();
    int environment = c.code.register();
    c.code.position(source == null ? pattern.start() : c.places.of(source));
    c.code.emit(Opcode.SAVE_ENVIRONMENT, environment);
    c.code.subject(source);
    c.code.emit(Opcode.GET_ITERATOR, iterator, next, value);
    setDone(done, false);
    ControlFlow.Region region = c.control.openRegion();
    c.control.push(
        new ControlFlow.OpenIterator(region, c.scope, () -> closeUnlessDone(iterator, done)));
    for (PatternElement element : pattern.elements()) {
      element(element, iterator, next, done, mode);
    }
    Target restTarget = pattern.rest();
    if (restTarget != null) {
      rest(restTarget, iterator, next, done, mode);
    }
    c.control.pop();
    int end = c.code.here();
    closeUnlessDone(iterator, done);
    var over = new Label();
    c.code.jump(Opcode.JUMP, over);
    int handler = c.code.here();
    int error = c.code.register();
    c.code.emit(Opcode.CATCH, error);
    c.code.emit(Opcode.RESTORE_ENVIRONMENT, environment);
    var rethrow = new Label();
    c.code.jump(Opcode.JUMP_IF_TRUE, rethrow, done);
    c.code.emit(Opcode.ITERATOR_CLOSE_QUIETLY, iterator);
    c.code.bind(rethrow);
    c.code.emit(Opcode.THROW, error);
    c.control.closeRegion(region, handler, end);
    c.code.bind(over);
    c.code.releaseRegisters(mark);
  }

  private void closeUnlessDone(int iterator, int done) {
    var end = new Label();
    c.code.jump(Opcode.JUMP_IF_TRUE, end, done);
    c.code.emit(Opcode.ITERATOR_CLOSE, iterator);
    c.code.bind(end);
  }

  private void setDone(int done, boolean value) {
    c.code.emit(Opcode.LOAD_CONSTANT, done, c.code.constant(value));
  }

  private void element(
      @Nullable PatternElement element, int iterator, int next, int done, Mode mode) {
    int mark = c.code.registerMark();
    TargetCompiler.Reference reference = element == null ? null : prepare(element.target(), mode);
    int value = c.code.register();
    var exhausted = new Label();
    var end = new Label();
    c.code.emit(Opcode.LOAD_UNDEFINED, value);
    c.code.jump(Opcode.JUMP_IF_TRUE, end, done);
    // While the iterator itself runs it counts as done: what it throws does not close it.
    setDone(done, true);
    if (element != null) {
      c.code.position(element.target().start());
    }
    c.code.jump(Opcode.ITERATOR_STEP, exhausted, value, iterator, next);
    setDone(done, false);
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(exhausted);
    c.code.emit(Opcode.LOAD_UNDEFINED, value);
    c.code.bind(end);
    if (element != null) {
      initializer(element.initializer(), element.namesFunction(), element.target(), value);
      store(reference, element.target(), value, mode);
    }
    c.code.releaseRegisters(mark);
  }

  private void rest(Target target, int iterator, int next, int done, Mode mode) {
    int mark = c.code.registerMark();
    TargetCompiler.Reference reference = prepare(target, mode);
    int value = c.code.register();
    var collect = new Label();
    var end = new Label();
    c.code.jump(Opcode.JUMP_IF_FALSE, collect, done);
    c.code.emit(Opcode.NEW_ARRAY, value, 0);
    c.code.jump(Opcode.JUMP, end);
    c.code.bind(collect);
    setDone(done, true);
    c.code.position(target.start());
    c.code.emit(Opcode.ITERATOR_REST, value, iterator, next);
    c.code.bind(end);
    store(reference, target, value, mode);
    c.code.releaseRegisters(mark);
  }
}
