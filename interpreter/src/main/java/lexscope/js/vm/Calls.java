package lexscope.js.vm;

import lexscope.gc.HandleStack;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.Opcode;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyLayout;
import lexscope.js.value.Shape;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Calls and constructions, ECMA-262 sections 10.2.1, 10.2.2, 13.3.5 and 13.3.6, and how
/// activations suspend.
final class Calls {
  private static final HandleStack.Scope CONSTRUCTOR = new HandleStack.Scope("constructor");

  private final Machine machine;
  private final HandleStack handles;
  private final Scopes scopes;
  private final Closures closures;
  private final Iteration iteration;
  private final PropertyAccess properties;
  private final Globals globals;

  Calls(Machine machine, PropertyAccess properties, Globals globals) {
    this.machine = machine;
    this.properties = properties;
    this.globals = globals;
    handles = machine.handles();
    scopes = new Scopes(machine);
    closures = new Closures(machine);
    iteration = new Iteration(machine);
  }

  Scopes scopes() {
    return scopes;
  }

  Closures closures() {
    return closures;
  }

  Iteration iteration() {
    return iteration;
  }

  PropertyAccess properties() {
    return properties;
  }

  Globals globals() {
    return globals;
  }

  /// Calls with arguments from registers of the caller.
  Object call(Frame caller, Object callee, Object self, int first, int count) {
    if (callee instanceof EcmaScriptFunction function
        && function.template.setup() == FunctionTemplate.Setup.PLAIN) {
      Frame frame = activation(function, self);
      passArguments(caller, first, count, frame);
      return machine.activations().run(frame);
    }
    return callOther(caller, callee, self, slice(caller, first, count));
  }

  /// Copies arguments from registers of the caller into those of the callee.
  private static void passArguments(Frame caller, int first, int count, Frame frame) {
    Object[] from = caller.registers;
    Object[] registers = frame.registers;
    int expected = frame.code.argumentRegisters();
    int given = Math.min(count, expected);
    for (int i = 0; i < given; i++) {
      registers[i] = from[first + i];
    }
    for (int i = given; i < expected; i++) {
      registers[i] = Undefined.UNDEFINED;
    }
    if (frame.code.usesArgumentList()) {
      frame.arguments = slice(caller, first, count);
    }
  }

  private static Object[] slice(Frame caller, int first, int count) {
    if (count == 0) {
      return Args.NONE;
    }
    Object[] arguments = new Object[count];
    System.arraycopy(caller.registers, first, arguments, 0, count);
    return arguments;
  }

  /// Calls with a list of arguments.
  Object callOther(Frame caller, Object callee, Object self, Object[] arguments) {
    if (callee instanceof JsObject function && function.isCallable()) {
      machine.heap().setSite(caller.code.siteBase() + caller.pc);
      return function.call(machine, self, arguments);
    }
    throw machine.typeError(RenderedCallSite.callee(caller, callee) + " is not a function");
  }

  /// A new activation of a function.
  private Frame activation(EcmaScriptFunction function, Object self) {
    FunctionTemplate template = function.template;
    CodeBlock code = template.codeOrNull();
    if (code == null) {
      code = machine.evaluation().compile(template);
    }
    var frame = new Frame(code, function.realm(), function, function.environment, self);
    machine.heap().number(frame);
    frame.recordNumber = machine.nextRecordNumber();
    return frame;
  }

  /// `[[Call]]` from native code, and the call of a constructor with its NewTarget.
  Object enter(
      EcmaScriptFunction function, @Nullable Object self, Object[] args, Object newTarget) {
    Frame frame = activation(function, self == null ? Undefined.UNDEFINED : self);
    if (self == null) {
      frame.thisValue = null;
    }
    frame.newTarget = newTarget;
    Object[] registers = frame.registers;
    int expected = frame.code.argumentRegisters();
    int given = Math.min(args.length, expected);
    System.arraycopy(args, 0, registers, 0, given);
    for (int i = given; i < expected; i++) {
      registers[i] = Undefined.UNDEFINED;
    }
    if (frame.code.usesArgumentList()) {
      frame.arguments = args;
    }
    if (function.template.setup() == FunctionTemplate.Setup.ASYNC) {
      return AsyncFunctions.start(machine, frame);
    }
    return machine.activations().run(frame);
  }

  /// `new` with arguments from registers of the caller.
  Object construct(Frame caller, Object callee, int first, int count) {
    if (callee instanceof EcmaScriptFunction function
        && function.isConstructor()
        && function.elements == null
        && !function.template.isDerivedConstructor()
        && function.template.setup() != FunctionTemplate.Setup.DEFAULT_CONSTRUCTOR) {
      machine.heap().setSite(caller.code.siteBase() + caller.pc);
      int mark = handles.mark();
      JsObject self = instance(function);
      Frame frame = activation(function, self);
      frame.newTarget = function;
      passArguments(caller, first, count, frame);
      Object result = machine.activations().run(frame);
      handles.release(mark);
      return result instanceof JsObject ? result : self;
    }
    return constructOther(caller, callee, slice(caller, first, count));
  }

  /// The object that `new` makes for a function. A closure whose own properties are still those
  /// that it began with has `prototype` in its last slot.
  private JsObject instance(EcmaScriptFunction function) {
    Shape shape = function.shape();
    if (shape == function.template.closureShape()
        && function.slot(shape.slotCount() - 1) instanceof JsObject prototype) {
      return machine
          .heap()
          .allocate(new JsObject(Shape.root(machine, prototype, PropertyLayout.ALL_IN_OBJECT)));
    }
    return ConstructorOperations.ordinaryCreateFromConstructor(
        machine, function, Intrinsic.OBJECT_PROTOTYPE);
  }

  /// `new` with a list of arguments.
  Object constructOther(Frame caller, Object callee, Object[] arguments) {
    if (callee instanceof JsObject constructor && constructor.isConstructor()) {
      machine.heap().setSite(caller.code.siteBase() + caller.pc);
      int mark = handles.mark();
      JsObject result = constructor.construct(machine, arguments, constructor);
      handles.release(mark);
      return result;
    }
    throw machine.typeError(RenderedCallSite.callee(caller, callee) + " is not a constructor");
  }

  /// `[[Construct]]`, ECMA-262 section 10.2.2.
  JsObject construct(EcmaScriptFunction function, Object[] args, JsObject newTarget) {
    int mark = handles.mark();
    handles.push(function);
    handles.push(newTarget);
    for (Object arg : args) {
      handles.push(arg);
    }
    JsObject result;
    if (function.template.setup() == FunctionTemplate.Setup.DEFAULT_CONSTRUCTOR) {
      result = constructByDefault(function, args, newTarget);
    } else if (function.template.isDerivedConstructor()) {
      result = (JsObject) enter(function, null, args, newTarget);
    } else {
      JsObject self =
          ConstructorOperations.ordinaryCreateFromConstructor(
              machine, newTarget, Intrinsic.OBJECT_PROTOTYPE);
      if (function.elements != null) {
        int inner = handles.mark();
        handles.enter(CONSTRUCTOR, function, Undefined.UNDEFINED, newTarget);
        initializeInstance(self, function);
        handles.release(inner);
      }
      result = enter(function, self, args, newTarget) instanceof JsObject other ? other : self;
    }
    handles.release(mark);
    return result;
  }

  /// The constructor of a class that has none in its text, ECMA-262 section 15.7.14 step 14.
  private JsObject constructByDefault(
      EcmaScriptFunction function, Object[] args, JsObject newTarget) {
    machine.enterCall();
    handles.enter(CONSTRUCTOR, function, Undefined.UNDEFINED, newTarget);
    try {
      JsObject result = superConstruct(function, args, newTarget);
      handles.push(result);
      initializeInstance(result, function);
      return result;
    } finally {
      machine.leaveCall();
    }
  }

  private JsObject superConstruct(EcmaScriptFunction function, Object[] args, JsObject newTarget) {
    if (!function.template.isDerivedConstructor()) {
      return ConstructorOperations.ordinaryCreateFromConstructor(
          machine, newTarget, Intrinsic.OBJECT_PROTOTYPE);
    }
    JsObject parent = function.getPrototypeOf(machine);
    if (parent == null || !parent.isConstructor()) {
      throw machine.typeError(
          ErrorMessages.superNotConstructor(
              parent == null ? Null.NULL : parent, function.functionName()));
    }
    return parent.construct(machine, args, newTarget);
  }

  /// How a derived constructor's return becomes the result of `[[Construct]]`. Its context is gone
  /// by then, so errors are of the caller's realm.
  ///
  /// @param outer the realm of the caller
  Object constructed(Object value, @Nullable Object self, @Nullable Realm outer) {
    if (value instanceof JsObject) {
      return value;
    }
    if (self == null || value != Undefined.UNDEFINED) {
      machine.setRealm(outer == null ? machine.realm() : outer);
    }
    if (value != Undefined.UNDEFINED) {
      throw machine.typeError("Derived constructors may only return object or undefined");
    }
    if (self == null) {
      throw thisNotBound();
    }
    return self;
  }

  /// The ReferenceError of `this` before `super()`.
  ThrowCompletion thisNotBound() {
    return machine.referenceError(
        "Must call super constructor in derived class before accessing 'this' or returning from"
            + " derived constructor");
  }

  /// InitializeInstanceElements, ECMA-262 section 7.3.34.
  void initializeInstance(JsObject object, EcmaScriptFunction constructor) {
    ClassElements elements = constructor.elements;
    if (elements == null) {
      return;
    }
    boolean first = true;
    for (ClassElements.PrivateMethod method : elements.methods) {
      addPrivate(object, method.name(), method.slot(), false, first);
      first = false;
    }
    for (ClassElements.Field field : elements.fields) {
      initializeField(object, field.key(), field.isPrivate(), field.initializer());
    }
  }

  /// PrivateFieldAdd and PrivateMethodOrAccessorAdd.
  void addPrivate(JsObject object, Symbol name, Object slot, boolean isField, boolean takesSlot) {
    if (object.privateSlot(name) != null) {
      throw machine.typeError(
          "Cannot initialize " + name.description() + " twice on the same object");
    }
    object.addPrivate(machine, name, slot, isField, takesSlot);
  }

  /// DefineField, ECMA-262 section 7.3.33.
  void initializeField(
      JsObject object, Object key, boolean isPrivate, @Nullable EcmaScriptFunction initializer) {
    Object value = Undefined.UNDEFINED;
    int mark = handles.mark();
    if (initializer != null) {
      value = initializer.call(machine, object, new Object[0]);
    }
    if (isPrivate) {
      addPrivate(object, (Symbol) key, value, true, true);
    } else {
      PropertyKey name = TypeConversion.toPropertyKey(machine, key);
      handles.push(value);
      ObjectOperations.definePropertyOrThrow(
          machine, object, name, PropertyDescriptor.data(value, Attributes.ALL));
    }
    handles.release(mark);
  }

  /// OrdinaryCallBindThis of sloppy code, ECMA-262 section 10.2.1.2.
  void coerceThis(Frame frame) {
    Object self = frame.thisValue;
    if (!(self instanceof JsObject) && self != null) {
      frame.thisValue =
          TestingAndComparison.isNullish(self)
              ? Names.global(frame.realm).globalThis()
              : TypeConversion.toObject(machine, self);
    }
  }

  // ---- suspension ------------------------------------------------------------------------------

  /// Suspends an activation; the answer is what its run gives back.
  Object suspend(Frame frame, int opcode, int pc) {
    int[] code = frame.code.code();
    frame.pc = pc + Opcode.of(opcode).length();
    switch (opcode) {
      case Opcode.YIELD -> {
        frame.state = code[pc + 2] == 0 ? Frame.State.YIELDED : Frame.State.YIELDED_RESULT;
        return frame.registers[code[pc + 1]];
      }
      case Opcode.AWAIT -> {
        frame.state = Frame.State.AWAITING;
        return frame.registers[code[pc + 1]];
      }
      case Opcode.CREATE_GENERATOR -> {
        frame.pc = pc;
        JsObject generator = Generators.create(machine, frame);
        frame.pc = pc + 1;
        frame.state = Frame.State.READY;
        return generator;
      }
      default -> {
        frame.state = Frame.State.READY;
        return Undefined.UNDEFINED;
      }
    }
  }

  /// What a `yield` was resumed with: true for `next`, false for `return`.
  ///
  /// @throws ThrowCompletion for `throw`
  boolean resume(Frame frame, int register) {
    Object value = frame.resumeValue;
    frame.resumeValue = Undefined.UNDEFINED;
    if (frame.resumeMode == Frame.THROW) {
      throw new ThrowCompletion(value);
    }
    frame.registers[register] = value;
    return frame.resumeMode == Frame.NEXT;
  }
}
