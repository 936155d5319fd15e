package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.InlineCache;
import lexscope.js.bytecode.Opcode;
import lexscope.js.intrinsics.DisposeCapability;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.OwnProperties;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyDescriptor;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// The instructions that the loop leaves to another method, since they are rare or slow by nature.
final class RareInstructions {
  private final Machine machine;
  private final HandleStack handles;

  RareInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`; the answer is where to go on.
  int execute(Frame f, int pc) {
    int[] code = f.code.code();
    Object[] r = f.registers;
    int opcode = code[pc];
    int next = pc + Opcode.of(opcode).length();
    switch (opcode) {
      case JUMP_IF_NOT_EMPTY -> {
        return r[code[pc + 1]] != null ? code[pc + 2] : next;
      }
      case NEXT_KEY -> {
        int mark = handles.mark();
        Object key = ((ForInKeys) r[code[pc + 2]]).next(machine);
        handles.release(mark);
        if (key == null) {
          return code[pc + 3];
        }
        r[code[pc + 1]] = key;
        return next;
      }
      default -> {}
    }
    if (opcode <= DECLARE_VARIABLE) {
      names(f, opcode, code, r, pc);
    } else if (opcode <= GET_TEMPLATE) {
      objects(f, opcode, code, r, pc);
    } else if (opcode <= DEBUGGER || opcode == STATEMENT) {
      operators(f, opcode, code, r, pc);
    } else if (opcode <= IMPORT_META) {
      calls(f, opcode, code, r, pc);
    } else if (opcode <= INITIALIZE_FIELD) {
      classes(f, opcode, code, r, pc);
    } else {
      iteration(f, opcode, code, r, pc);
    }
    return next;
  }

  private static Object constant(Frame f, int index) {
    return f.code.constants()[index];
  }

  private static PropertyKey key(Frame f, int index) {
    return (PropertyKey) f.code.constants()[index];
  }

  private static InlineCache cache(Frame f, int index) {
    return f.code.caches()[index];
  }

  /// Values, names and scopes.
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  private void names(Frame f, int opcode, int[] code, Object[] r, int pc) {
    switch (opcode) {
      case GET_IMPORT ->
          r[code[pc + 1]] =
              Names.imported(
                  machine,
                  f.environment.outward(code[pc + 2]),
                  code[pc + 3],
                  constant(f, code[pc + 4]));
      case LOAD_EMPTY -> r[code[pc + 1]] = null;
      case LOAD_GLOBAL_THIS -> r[code[pc + 1]] = Names.global(f.realm).globalThis();
      case LOAD_FUNCTION -> r[code[pc + 1]] = f.function;
      case LOAD_NEW_TARGET -> r[code[pc + 1]] = f.newTarget;
      case LOAD_HOME_OBJECT -> r[code[pc + 1]] = f.function == null ? null : f.function.homeObject;
      case LOAD_FIELD_NAME -> r[code[pc + 1]] = f.function == null ? null : f.function.fieldName;
      case CHECK_THIS -> {
        if (r[code[pc + 1]] == null) {
          throw machine.calls().thisNotBound();
        }
      }
      case THROW_CONSTANT_ASSIGNMENT -> throw machine.typeError(ErrorMessages.constantVariable());
      case THROW_REFERENCE_ERROR ->
          throw machine.referenceError((String) constant(f, code[pc + 1]));
      case THROW_TYPE_ERROR -> throw machine.typeError((String) constant(f, code[pc + 1]));
      case TYPEOF_GLOBAL ->
          r[code[pc + 1]] =
              machine
                  .calls()
                  .globals()
                  .getForTypeof(f.realm, key(f, code[pc + 2]), cache(f, code[pc + 3]));
      case PUT_GLOBAL ->
          machine
              .calls()
              .globals()
              .put(f, key(f, code[pc + 1]), r[code[pc + 2]], cache(f, code[pc + 3]));
      case INITIALIZE_GLOBAL ->
          machine.calls().globals().initialize(f.realm, key(f, code[pc + 1]), r[code[pc + 2]]);
      case RESOLVE_NAME -> r[code[pc + 1]] = Names.resolve(machine, f, key(f, code[pc + 2]));
      case GET_NAME ->
          r[code[pc + 1]] = Names.get(machine, f, r[code[pc + 2]], key(f, code[pc + 3]));
      case TYPEOF_NAME ->
          r[code[pc + 1]] =
              r[code[pc + 2]] == Undefined.UNDEFINED
                  ? Undefined.UNDEFINED
                  : Names.get(machine, f, r[code[pc + 2]], key(f, code[pc + 3]));
      case PUT_NAME ->
          Names.put(machine, f, r[code[pc + 1]], key(f, code[pc + 2]), r[code[pc + 3]]);
      case THIS_OF_NAME -> r[code[pc + 1]] = Names.baseObject(r[code[pc + 2]]);
      case DELETE_NAME -> r[code[pc + 1]] = Names.delete(machine, f, key(f, code[pc + 2]));
      case PUT_VARIABLE ->
          Declarations.putVariable(machine, f, key(f, code[pc + 1]).asString(), r[code[pc + 2]]);
      case PUSH_WITH ->
          machine.calls().scopes().pushWith(f, r[code[pc + 1]], constant(f, code[pc + 2]));
      case SET_VARIABLE_ENVIRONMENT -> f.variableEnvironment = f.environment;
      case CREATE_ARGUMENTS ->
          r[code[pc + 1]] =
              code[pc + 2] == 1
                  ? ArgumentsObjects.mapped(machine, f)
                  : ArgumentsObjects.unmapped(machine, f);
      case REST_ARGUMENTS -> r[code[pc + 1]] = rest(f, code[pc + 2]);
      case DECLARE_GLOBALS -> Declarations.declareGlobals(machine, f);
      case DECLARE_EVAL -> Declarations.checkEval(machine, f);
      case DECLARE_FUNCTION ->
          Declarations.declareFunction(
              machine, f, key(f, code[pc + 1]).asString(), r[code[pc + 2]]);
      case DECLARE_VARIABLE ->
          Declarations.declareVariable(
              machine, f, key(f, code[pc + 1]).asString(), code[pc + 2] == 1);
      default -> throw unknown(opcode);
    }
  }

  private Object rest(Frame f, int from) {
    machine.heap().setSite(f.code.siteBase() + f.pc);
    int count = Math.max(f.arguments.length - from, 0);
    JsArray array = machine.calls().properties().newArray(f.realm, count);
    for (int i = from; i < f.arguments.length; i++) {
      array.push(machine, f.arguments[i]);
    }
    return array;
  }

  /// Objects and their properties.
  private void objects(Frame f, int opcode, int[] code, Object[] r, int pc) {
    int mark = handles.mark();
    switch (opcode) {
      case GET_SUPER ->
          r[code[pc + 1]] =
              superBase(r[code[pc + 3]], r[code[pc + 4]])
                  .get(machine, toKey(r[code[pc + 4]]), r[code[pc + 2]]);
      case PUT_SUPER -> {
        JsObject base = superBase(r[code[pc + 2]], r[code[pc + 3]]);
        PropertyKey name = toKey(r[code[pc + 3]]);
        if (!base.set(machine, name, r[code[pc + 4]], r[code[pc + 1]])
            && f.code.template().isStrict()) {
          throw ObjectOperations.cannotSet(machine, base, name);
        }
      }
      case DELETE_PROPERTY -> r[code[pc + 1]] = delete(f, r[code[pc + 2]], r[code[pc + 3]]);
      case TO_PROPERTY_KEY -> r[code[pc + 1]] = toKeyValue(r[code[pc + 2]]);
      case CHECK_OBJECT_COERCIBLE -> checkCoercible(f, r[code[pc + 1]], code[pc + 2]);
      case DEFINE_ELEMENT ->
          ObjectOperations.definePropertyOrThrow(
              machine,
              (JsObject) r[code[pc + 1]],
              toKey(r[code[pc + 2]]),
              PropertyDescriptor.data(r[code[pc + 3]], Attributes.ALL));
      case DEFINE_METHOD ->
          machine
              .calls()
              .closures()
              .defineMethod(
                  (JsObject) r[code[pc + 1]],
                  r[code[pc + 2]],
                  (JsObject) r[code[pc + 3]],
                  code[pc + 4]);
      case DEFINE_GETTER, DEFINE_SETTER ->
          machine
              .calls()
              .closures()
              .defineAccessor(
                  (JsObject) r[code[pc + 1]],
                  r[code[pc + 2]],
                  (JsObject) r[code[pc + 3]],
                  code[pc + 4],
                  opcode == DEFINE_GETTER);
      case SET_PROTOTYPE -> {
        Object value = r[code[pc + 2]];
        if (value instanceof JsObject || value == Null.NULL) {
          ((JsObject) r[code[pc + 1]])
              .setPrototypeOf(machine, value instanceof JsObject object ? object : null);
        }
      }
      case COPY_DATA_PROPERTIES -> {
        var target = (JsObject) r[code[pc + 1]];
        Object source = r[code[pc + 2]];
        target.takeSlotsOf(machine, source);
        OwnProperties.copyDataProperties(machine, target, source, java.util.List.of());
      }
      case COPY_REST -> r[code[pc + 1]] = copyRest(f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case SET_FUNCTION_NAME ->
          machine
              .calls()
              .closures()
              .setName((JsObject) r[code[pc + 1]], r[code[pc + 2]], code[pc + 3]);
      case ARRAY_HOLE -> {
        var array = (JsArray) r[code[pc + 1]];
        array.set(
            machine, lexscope.js.value.PropertyKeys.LENGTH, Numbers.of(array.length() + 1), array);
      }
      case ARRAY_SPREAD ->
          machine.calls().iteration().spread(f, (JsArray) r[code[pc + 1]], r[code[pc + 2]]);
      case NEW_REG_EXP ->
          r[code[pc + 1]] =
              machine.regExpLiteral(
                  (JsString) constant(f, code[pc + 2]), (JsString) constant(f, code[pc + 3]));
      case GET_TEMPLATE -> r[code[pc + 1]] = TemplateObjects.get(machine, f, code[pc + 2]);
      default -> throw unknown(opcode);
    }
    handles.release(mark);
  }

  private PropertyKey toKey(Object value) {
    return TypeConversion.toPropertyKey(machine, value);
  }

  /// ToPropertyKey as a value: a number, a string or a symbol.
  private Object toKeyValue(Object value) {
    if (value instanceof Integer || value instanceof JsString) {
      return value;
    }
    return toKey(value).toValue(machine);
  }

  private JsObject superBase(Object base, Object key) {
    if (base instanceof JsObject object) {
      return object;
    }
    throw machine.typeError(ErrorMessages.cannotRead(Null.NULL, toKey(key)));
  }

  private boolean delete(Frame f, Object base, Object key) {
    if (TestingAndComparison.isNullish(base)) {
      throw machine.typeError(ErrorMessages.NULLISH_TO_OBJECT);
    }
    handles.push(base);
    JsObject object = TypeConversion.toObject(machine, base);
    PropertyKey name = toKey(key);
    boolean deleted = object.delete(machine, name);
    if (!deleted && f.code.template().isStrict()) {
      throw machine.typeError(ErrorMessages.cannotDelete(name, object));
    }
    return deleted;
  }

  private void checkCoercible(Frame f, Object value, int property) {
    if (TestingAndComparison.isNullish(value)) {
      String name = constant(f, property).toString();
      throw machine.typeError(
          "Cannot destructure "
              + (name.isEmpty() ? "" : "property '" + name + "' of ")
              + "'"
              + RenderedCallSite.source(f, value)
              + "' as it is "
              + value
              + ".");
    }
  }

  private Object copyRest(Frame f, Object source, int first, int count) {
    var excluded = new java.util.ArrayList<PropertyKey>();
    for (int i = 0; i < count; i++) {
      excluded.add(toKey(f.registers[first + i]));
    }
    JsObject rest = machine.heap().allocate(new JsObject(f.realm.objectShape()));
    OwnProperties.copyDataProperties(machine, rest, source, excluded);
    return rest;
  }

  /// Operators and statements.
  private void operators(Frame f, int opcode, int[] code, Object[] r, int pc) {
    switch (opcode) {
      case GET_PRIVATE ->
          r[code[pc + 1]] =
              PrivateElements.get(machine, f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case PUT_PRIVATE ->
          PrivateElements.set(
              machine, f, r[code[pc + 1]], code[pc + 2], code[pc + 3], r[code[pc + 4]]);
      case HAS_PRIVATE ->
          r[code[pc + 1]] =
              PrivateElements.has(machine, f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case EXPONENTIATE ->
          r[code[pc + 1]] = Arithmetic.exponentiate(machine, r[code[pc + 2]], r[code[pc + 3]]);
      case INSTANCE_OF -> {
        int mark = handles.mark();
        r[code[pc + 1]] =
            ConstructorOperations.instanceOf(machine, r[code[pc + 2]], r[code[pc + 3]]);
        handles.release(mark);
      }
      case IN -> {
        int mark = handles.mark();
        if (!(r[code[pc + 3]] instanceof JsObject object)) {
          throw machine.typeError(ErrorMessages.rightSideOfIn(r[code[pc + 2]], r[code[pc + 3]]));
        }
        r[code[pc + 1]] = object.hasProperty(machine, toKey(r[code[pc + 2]]));
        handles.release(mark);
      }
      case NEGATE -> r[code[pc + 1]] = Arithmetic.negate(machine, r[code[pc + 2]]);
      case TO_NUMBER -> {
        Object value = r[code[pc + 2]];
        r[code[pc + 1]] =
            value instanceof Integer ? value : Numbers.of(TypeConversion.toNumber(machine, value));
      }
      case BIT_NOT -> r[code[pc + 1]] = Arithmetic.bitNot(machine, r[code[pc + 2]]);
      case TYPEOF -> r[code[pc + 1]] = machine.string(TestingAndComparison.typeOf(r[code[pc + 2]]));
      case TO_STRING -> {
        int mark = handles.mark();
        r[code[pc + 1]] = TypeConversion.toString(machine, r[code[pc + 2]]);
        handles.release(mark);
      }
      case DEBUGGER -> machine.debuggerStatement(f);
      case STATEMENT -> {
        Stepper stepper = machine.stepper();
        if (stepper != null) {
          stepper.statement(f);
        }
      }
      default -> throw unknown(opcode);
    }
  }

  /// Calls.
  private void calls(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Calls calls = machine.calls();
    int mark = handles.mark();
    switch (opcode) {
      case CALL_SPREAD ->
          r[code[pc + 1]] =
              calls.callOther(f, r[code[pc + 2]], r[code[pc + 3]], list(r[code[pc + 4]]));
      case CONSTRUCT_SPREAD ->
          r[code[pc + 1]] = calls.constructOther(f, r[code[pc + 2]], list(r[code[pc + 3]]));
      case GET_SUPER_CONSTRUCTOR -> {
        JsObject parent = ((JsObject) r[code[pc + 2]]).getPrototypeOf(machine);
        r[code[pc + 1]] = parent == null ? Null.NULL : parent;
      }
      case SUPER_CALL -> {
        Object[] arguments = new Object[code[pc + 5]];
        System.arraycopy(r, code[pc + 4], arguments, 0, arguments.length);
        r[code[pc + 1]] = superCall(f, r[code[pc + 2]], r[code[pc + 3]], arguments);
      }
      case SUPER_CALL_SPREAD ->
          r[code[pc + 1]] = superCall(f, r[code[pc + 2]], r[code[pc + 3]], list(r[code[pc + 4]]));
      case BIND_THIS -> bindThis(f, r[code[pc + 1]], code[pc + 2], code[pc + 3]);
      case INITIALIZE_INSTANCE ->
          calls.initializeInstance(
              (JsObject) r[code[pc + 1]], (EcmaScriptFunction) r[code[pc + 2]]);
      case DIRECT_EVAL -> {
        Object[] arguments = new Object[code[pc + 5]];
        System.arraycopy(r, code[pc + 4], arguments, 0, arguments.length);
        r[code[pc + 1]] =
            machine
                .evaluation()
                .directEval(
                    f, r[code[pc + 2]], r[code[pc + 3]], arguments, constant(f, code[pc + 6]));
      }
      case DIRECT_EVAL_SPREAD ->
          r[code[pc + 1]] =
              machine
                  .evaluation()
                  .directEval(
                      f,
                      r[code[pc + 2]],
                      r[code[pc + 3]],
                      list(r[code[pc + 4]]),
                      constant(f, code[pc + 5]));
      case IMPORT_CALL ->
          r[code[pc + 1]] =
              machine
                  .modules()
                  .importModule(machine, f.scriptOrModule, r[code[pc + 2]], r[code[pc + 3]]);
      case IMPORT_META -> r[code[pc + 1]] = machine.modules().importMeta(machine, f.scriptOrModule);
      default -> throw unknown(opcode);
    }
    handles.release(mark);
  }

  private static Object[] list(Object array) {
    return PropertyAccess.elements((JsArray) array);
  }

  private Object superCall(Frame f, Object constructor, Object newTarget, Object[] arguments) {
    if (!(constructor instanceof JsObject parent) || !parent.isConstructor()) {
      String name = f.function == null ? "" : f.function.functionName();
      throw machine.typeError(ErrorMessages.superNotConstructor(constructor, name));
    }
    machine.heap().setSite(f.code.siteBase() + f.pc);
    return parent.construct(machine, arguments, (JsObject) newTarget);
  }

  private void bindThis(Frame f, Object value, int hops, int slot) {
    if (hops < 0) {
      if (f.thisValue != null) {
        throw machine.referenceError("Super constructor may only be called once");
      }
      f.thisValue = value;
      return;
    }
    var record = (lexscope.js.environment.DeclarativeEnvironmentRecord) f.environment.outward(hops);
    if (record.get(slot) != null) {
      throw machine.referenceError("Super constructor may only be called once");
    }
    record.set(slot, value);
  }

  /// Functions and classes.
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  private void classes(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Closures closures = machine.calls().closures();
    int mark = handles.mark();
    switch (opcode) {
      case MAKE_METHOD ->
          r[code[pc + 1]] =
              closures.method(f, constant(f, code[pc + 2]), (JsObject) r[code[pc + 3]]);
      case CREATE_CLASS -> {
        EcmaScriptFunction function =
            closures.createClass(
                f, r[code[pc + 3]], r[code[pc + 4]], (FunctionTemplate) constant(f, code[pc + 5]));
        r[code[pc + 1]] = function;
        r[code[pc + 2]] = function.homeObject;
      }
      case PUSH_PRIVATE_NAMES ->
          PrivateElements.push(machine, f, (java.util.List<?>) constant(f, code[pc + 1]));
      case POP_PRIVATE_NAMES ->
          f.privateEnvironment = f.privateEnvironment == null ? null : f.privateEnvironment.outer();
      case TRIM_PRIVATE_NAMES -> PrivateElements.trim(f, code[pc + 1]);
      case ADD_PRIVATE_METHOD ->
          function(r[code[pc + 1]])
              .classElements()
              .addMethod(
                  PrivateEnvironment.resolve(f.privateEnvironment, 0, code[pc + 3]),
                  (JsObject) r[code[pc + 2]],
                  code[pc + 4]);
      case ADD_FIELD ->
          PrivateElements.addField(
              function(r[code[pc + 1]]), r[code[pc + 2]], false, r[code[pc + 3]]);
      case ADD_PRIVATE_FIELD ->
          PrivateElements.addField(
              function(r[code[pc + 1]]),
              PrivateEnvironment.resolve(f.privateEnvironment, 0, code[pc + 2]),
              true,
              r[code[pc + 3]]);
      case DEFINE_PRIVATE_METHOD ->
          PrivateElements.defineStatic(
              machine,
              function(r[code[pc + 1]]),
              PrivateEnvironment.resolve(f.privateEnvironment, 0, code[pc + 3]),
              (JsObject) r[code[pc + 2]],
              code[pc + 4]);
      case DEFINE_PRIVATE_FIELD ->
          initialize(
              r[code[pc + 1]],
              PrivateEnvironment.resolve(f.privateEnvironment, 0, code[pc + 2]),
              true,
              r[code[pc + 3]]);
      case INITIALIZE_FIELD -> initialize(r[code[pc + 1]], r[code[pc + 2]], false, r[code[pc + 3]]);
      default -> throw unknown(opcode);
    }
    handles.release(mark);
  }

  private void initialize(Object receiver, Object key, boolean isPrivate, Object initializer) {
    EcmaScriptFunction function = initializer instanceof EcmaScriptFunction each ? each : null;
    if (function != null) {
      function.fieldName = key;
    }
    machine.calls().initializeField((JsObject) receiver, key, isPrivate, function);
  }

  private static EcmaScriptFunction function(Object value) {
    return (EcmaScriptFunction) value;
  }

  /// Iterators and generators.
  private void iteration(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Iteration iteration = machine.calls().iteration();
    int mark = handles.mark();
    switch (opcode) {
      case GET_ITERATOR -> iteration.open(f, code[pc + 1], code[pc + 2], r[code[pc + 3]]);
      case GET_ASYNC_ITERATOR ->
          iteration.openAsync(r, code[pc + 1], code[pc + 2], r[code[pc + 3]]);
      case ITERATOR_COMPLETE -> {
        var result = (JsObject) r[code[pc + 2]];
        r[code[pc + 1]] =
            TypeConversion.toBoolean(
                result.get(machine, lexscope.js.value.PropertyKeys.DONE, result));
      }
      case ITERATOR_VALUE -> {
        var result = (JsObject) r[code[pc + 2]];
        r[code[pc + 1]] = result.get(machine, lexscope.js.value.PropertyKeys.VALUE, result);
      }
      case ITERATOR_CLOSE -> iteration.close(r[code[pc + 1]]);
      case ITERATOR_CLOSE_QUIETLY -> iteration.closeQuietly(f, r[code[pc + 1]]);
      case ITERATOR_REST -> r[code[pc + 1]] = iteration.rest(f, r[code[pc + 2]], r[code[pc + 3]]);
      case SUPER_BASE -> {
        JsObject base = ((JsObject) r[code[pc + 2]]).getPrototypeOf(machine);
        r[code[pc + 1]] = base == null ? Null.NULL : base;
      }
      case NEW_DISPOSE_CAPABILITY -> r[code[pc + 1]] = DisposeCapability.create(machine);
      case ADD_DISPOSABLE ->
          ((DisposeCapability) r[code[pc + 1]]).add(machine, r[code[pc + 2]], code[pc + 3] == 1);
      case DISPOSE -> {
        Object awaited = ((DisposeCapability) r[code[pc + 3]]).step(machine);
        r[code[pc + 1]] = awaited != null;
        r[code[pc + 2]] = awaited == null ? Undefined.UNDEFINED : awaited;
      }
      case DISPOSE_FAILED -> ((DisposeCapability) r[code[pc + 1]]).failed(machine, r[code[pc + 2]]);
      case GET_DELEGATE_METHOD -> r[code[pc + 1]] = iteration.method(r[code[pc + 2]], code[pc + 3]);
      case CHECK_OBJECT -> {
        if (!(r[code[pc + 1]] instanceof JsObject)) {
          throw machine.typeError(ErrorMessages.iteratorResultNotAnObject(r[code[pc + 1]]));
        }
      }
      case ENUMERATE_PROPERTIES -> r[code[pc + 1]] = iteration.enumerate(r[code[pc + 2]]);
      case RESUME_AWAIT -> {
        Object value = f.resumeValue;
        f.resumeValue = Undefined.UNDEFINED;
        if (f.resumeMode == Frame.THROW) {
          throw new ThrowCompletion(value);
        }
        r[code[pc + 1]] = value;
      }
      case RESUME_DELEGATE -> {
        r[code[pc + 1]] = f.resumeValue;
        r[code[pc + 2]] = f.resumeMode;
        f.resumeValue = Undefined.UNDEFINED;
      }
      default -> throw unknown(opcode);
    }
    handles.release(mark);
  }

  private static IllegalStateException unknown(int opcode) {
    return new IllegalStateException("no handler for " + Opcode.of(opcode).mnemonic());
  }
}
