package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.gc.Heap;
import lexscope.js.bytecode.InlineCache;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// The interpreter loop. It runs one activation; a guest call is a call of the host.
///
/// Handlers are thin: HotSpot does not compile methods of more than 8000 bytes of bytecode, so what
/// is rare is in [RareInstructions] and what is long is in the classes of the operations. The place
/// of the current instruction is always in the frame, so throws are precise and everything the
/// collector needs is where it looks.
final class Interpreter {
  /// After so many rounds of loops the activation is entered anew. So one that runs for long gets
  /// into the code that HotSpot has compiled meanwhile, and needs no version of its own that is
  /// entered in the middle: compiling such a one takes several times as long.
  static final int ROUNDS = 256;

  /// The activation is to be entered anew.
  static final Object GO_ON = new Object();

  private final Machine machine;
  private final Heap heap;
  private final HandleStack handles;
  private final Calls calls;
  private final PropertyAccess properties;
  private final Globals globals;
  private final RareInstructions rare;

  Interpreter(
      Machine machine,
      Calls calls,
      PropertyAccess properties,
      Globals globals,
      RareInstructions rare) {
    this.machine = machine;
    this.calls = calls;
    this.properties = properties;
    this.globals = globals;
    heap = machine.heap();
    handles = machine.handles();
    this.rare = rare;
  }

  /// Runs until the activation ends or a loop has gone round for a while.
  ///
  /// @return what the activation returned, yielded or awaits; [#GO_ON] to be called again
  /// @throws ThrowCompletion if it threw
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  Object execute(Frame f, int base) {
    Object[] r = f.registers;
    int[] code = f.code.code();
    Object[] constants = f.code.constants();
    InlineCache[] caches = f.code.caches();
    int rounds = ROUNDS;
    int pc = f.pc;
    while (true) {
      try {
        while (true) {
          f.pc = pc;
          switch (code[pc]) {
            case LOAD_CONSTANT -> {
              r[code[pc + 1]] = constants[code[pc + 2]];
              pc += 3;
            }
            case LOAD_UNDEFINED -> {
              r[code[pc + 1]] = Undefined.UNDEFINED;
              pc += 2;
            }
            case MOVE -> {
              r[code[pc + 1]] = r[code[pc + 2]];
              pc += 3;
            }
            case LOAD_THIS -> {
              r[code[pc + 1]] = f.thisValue;
              pc += 2;
            }
            case COERCE_THIS -> {
              if (!(f.thisValue instanceof JsObject)) {
                calls.coerceThis(f);
              }
              pc += 1;
            }
            case CHECK_INITIALIZED -> {
              if (r[code[pc + 1]] == null) {
                throw Names.deadZone(machine, constants[code[pc + 2]]);
              }
              pc += 3;
            }
            case GET_SLOT -> {
              r[code[pc + 1]] = record(f.environment, code[pc + 2]).get(code[pc + 3]);
              pc += 4;
            }
            case GET_SLOT_CHECKED -> {
              r[code[pc + 1]] =
                  Names.checked(
                      machine,
                      record(f.environment, code[pc + 2]).get(code[pc + 3]),
                      constants[code[pc + 4]]);
              pc += 5;
            }
            case PUT_SLOT -> {
              record(f.environment, code[pc + 1]).set(code[pc + 2], r[code[pc + 3]]);
              pc += 4;
            }
            case PUT_SLOT_CHECKED -> {
              DeclarativeEnvironmentRecord target = record(f.environment, code[pc + 1]);
              Names.checked(machine, target.get(code[pc + 2]), constants[code[pc + 4]]);
              target.set(code[pc + 2], r[code[pc + 3]]);
              pc += 5;
            }
            case GET_GLOBAL -> {
              r[code[pc + 1]] =
                  globals.get(f.realm, (PropertyKey) constants[code[pc + 2]], caches[code[pc + 3]]);
              pc += 4;
            }
            case PUSH_SCOPE -> {
              calls.scopes().push(f, constants[code[pc + 1]]);
              pc += 2;
            }
            case POP_SCOPE -> {
              f.environment = Scopes.outer(f.environment);
              pc += 1;
            }
            case COPY_SCOPE -> {
              calls.scopes().copy(f);
              pc += 1;
            }
            case ELIDE_SCOPE -> {
              machine.nextRecordNumber();
              pc += 1;
            }
            case SURPLUS_ARGUMENTS -> {
              r[code[pc + 1]] = calls.scopes().surplus(f, code[pc + 2]);
              pc += 3;
            }
            case GET_PROPERTY -> {
              r[code[pc + 1]] =
                  properties.get(
                      r[code[pc + 2]], (PropertyKey) constants[code[pc + 3]], caches[code[pc + 4]]);
              pc += 5;
            }
            case GET_LENGTH -> {
              r[code[pc + 1]] = properties.length(r[code[pc + 2]], caches[code[pc + 3]]);
              pc += 4;
            }
            case GET_ELEMENT -> {
              r[code[pc + 1]] = properties.element(r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case PUT_PROPERTY -> {
              properties.put(
                  f,
                  r[code[pc + 1]],
                  (PropertyKey) constants[code[pc + 2]],
                  r[code[pc + 3]],
                  caches[code[pc + 4]]);
              pc += 5;
            }
            case PUT_ELEMENT -> {
              properties.putElement(f, r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case DEFINE_FIELD -> {
              properties.define(
                  (JsObject) r[code[pc + 1]],
                  (PropertyKey) constants[code[pc + 2]],
                  r[code[pc + 3]],
                  caches[code[pc + 4]]);
              pc += 5;
            }
            case NEW_OBJECT -> {
              r[code[pc + 1]] = properties.newObject(f.realm, code[pc + 2], f.code.siteBase() + pc);
              pc += 3;
            }
            case NEW_ARRAY -> {
              heap.setSite(f.code.siteBase() + pc);
              r[code[pc + 1]] = properties.newArray(f.realm, code[pc + 2]);
              pc += 3;
            }
            case ARRAY_PUSH -> {
              ((JsArray) r[code[pc + 1]]).push(machine, r[code[pc + 2]]);
              pc += 3;
            }
            case ADD -> {
              r[code[pc + 1]] = Arithmetic.add(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case ADD_INT -> {
              r[code[pc + 1]] = Arithmetic.addInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case SUBTRACT -> {
              r[code[pc + 1]] = Arithmetic.subtract(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case SUBTRACT_INT -> {
              r[code[pc + 1]] = Arithmetic.subtractInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case MULTIPLY -> {
              r[code[pc + 1]] = Arithmetic.multiply(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case DIVIDE -> {
              r[code[pc + 1]] = Arithmetic.divide(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case REMAINDER -> {
              r[code[pc + 1]] = Arithmetic.remainder(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case BIT_AND -> {
              r[code[pc + 1]] = Arithmetic.bitAnd(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case BIT_OR -> {
              r[code[pc + 1]] = Arithmetic.bitOr(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case BIT_XOR -> {
              r[code[pc + 1]] = Arithmetic.bitXor(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case LEFT_SHIFT -> {
              r[code[pc + 1]] = Arithmetic.leftShift(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case SIGNED_RIGHT_SHIFT -> {
              r[code[pc + 1]] =
                  Arithmetic.signedRightShift(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case UNSIGNED_RIGHT_SHIFT -> {
              r[code[pc + 1]] =
                  Arithmetic.unsignedRightShift(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case MULTIPLY_INT -> {
              r[code[pc + 1]] = Arithmetic.multiplyInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case REMAINDER_INT -> {
              r[code[pc + 1]] = Arithmetic.remainderInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case BIT_AND_INT -> {
              r[code[pc + 1]] = Arithmetic.bitAndInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case BIT_OR_INT -> {
              r[code[pc + 1]] = Arithmetic.bitOrInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case SIGNED_RIGHT_SHIFT_INT -> {
              r[code[pc + 1]] =
                  Arithmetic.signedRightShiftInt(machine, r[code[pc + 2]], code[pc + 3]);
              pc += 4;
            }
            case INCREMENT -> {
              r[code[pc + 1]] = Arithmetic.increment(machine, r[code[pc + 2]]);
              pc += 3;
            }
            case DECREMENT -> {
              r[code[pc + 1]] = Arithmetic.decrement(machine, r[code[pc + 2]]);
              pc += 3;
            }
            case TO_NUMERIC -> {
              r[code[pc + 1]] = Arithmetic.toNumeric(machine, r[code[pc + 2]]);
              pc += 3;
            }
            case LESS -> {
              r[code[pc + 1]] = Arithmetic.less(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case LESS_EQUAL -> {
              r[code[pc + 1]] = Arithmetic.lessEqual(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case GREATER -> {
              r[code[pc + 1]] = Arithmetic.greater(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case GREATER_EQUAL -> {
              r[code[pc + 1]] = Arithmetic.greaterEqual(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case EQUAL -> {
              r[code[pc + 1]] =
                  TestingAndComparison.isLooselyEqual(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case NOT_EQUAL -> {
              r[code[pc + 1]] =
                  !TestingAndComparison.isLooselyEqual(machine, r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case STRICT_EQUAL -> {
              r[code[pc + 1]] = Arithmetic.same(r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case STRICT_NOT_EQUAL -> {
              r[code[pc + 1]] = !Arithmetic.same(r[code[pc + 2]], r[code[pc + 3]]);
              pc += 4;
            }
            case NOT -> {
              r[code[pc + 1]] = !truth(r[code[pc + 2]]);
              pc += 3;
            }
            case JUMP -> pc = code[pc + 1];
            case LOOP -> {
              for (int i = code[pc + 2]; i > 0; i--) {
                machine.nextRecordNumber();
              }
              if (heap.safepointRequested()) {
                handles.release(base);
                heap.safepoint();
              }
              pc = code[pc + 1];
              if (--rounds == 0) {
                f.pc = pc;
                return GO_ON;
              }
            }
            case JUMP_IF_TRUE -> pc = truth(r[code[pc + 1]]) ? code[pc + 2] : pc + 3;
            case JUMP_IF_FALSE -> pc = truth(r[code[pc + 1]]) ? pc + 3 : code[pc + 2];
            case JUMP_IF_NULLISH ->
                pc = TestingAndComparison.isNullish(r[code[pc + 1]]) ? code[pc + 2] : pc + 3;
            case JUMP_IF_NOT_NULLISH ->
                pc = TestingAndComparison.isNullish(r[code[pc + 1]]) ? pc + 3 : code[pc + 2];
            case JUMP_IF_UNDEFINED ->
                pc = r[code[pc + 1]] == Undefined.UNDEFINED ? code[pc + 2] : pc + 3;
            case JUMP_IF_NOT_UNDEFINED ->
                pc = r[code[pc + 1]] == Undefined.UNDEFINED ? pc + 3 : code[pc + 2];
            case JUMP_IF_NOT_SAME ->
                pc =
                    r[code[pc + 1]] instanceof Integer i && i == code[pc + 2]
                        ? pc + 4
                        : code[pc + 3];
            case JUMP_IF_LESS ->
                pc =
                    Arithmetic.less(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? code[pc + 3]
                        : pc + 4;
            case JUMP_IF_NOT_LESS ->
                pc =
                    Arithmetic.less(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? pc + 4
                        : code[pc + 3];
            case JUMP_IF_LESS_EQUAL ->
                pc =
                    Arithmetic.lessEqual(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? code[pc + 3]
                        : pc + 4;
            case JUMP_IF_NOT_LESS_EQUAL ->
                pc =
                    Arithmetic.lessEqual(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? pc + 4
                        : code[pc + 3];
            case JUMP_IF_STRICT_EQUAL ->
                pc = Arithmetic.same(r[code[pc + 1]], r[code[pc + 2]]) ? code[pc + 3] : pc + 4;
            case JUMP_IF_STRICT_NOT_EQUAL ->
                pc = Arithmetic.same(r[code[pc + 1]], r[code[pc + 2]]) ? pc + 4 : code[pc + 3];
            case JUMP_IF_LESS_INT ->
                pc =
                    Arithmetic.lessInt(machine, r[code[pc + 1]], code[pc + 2])
                        ? code[pc + 3]
                        : pc + 4;
            case JUMP_IF_NOT_LESS_INT ->
                pc =
                    Arithmetic.lessInt(machine, r[code[pc + 1]], code[pc + 2])
                        ? pc + 4
                        : code[pc + 3];
            case JUMP_IF_STRICT_EQUAL_INT ->
                pc = Arithmetic.sameInt(r[code[pc + 1]], code[pc + 2]) ? code[pc + 3] : pc + 4;
            case JUMP_IF_STRICT_NOT_EQUAL_INT ->
                pc = Arithmetic.sameInt(r[code[pc + 1]], code[pc + 2]) ? pc + 4 : code[pc + 3];
            case JUMP_IF_GREATER ->
                pc =
                    Arithmetic.greater(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? code[pc + 3]
                        : pc + 4;
            case JUMP_IF_NOT_GREATER ->
                pc =
                    Arithmetic.greater(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? pc + 4
                        : code[pc + 3];
            case JUMP_IF_GREATER_EQUAL ->
                pc =
                    Arithmetic.greaterEqual(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? code[pc + 3]
                        : pc + 4;
            case JUMP_IF_NOT_GREATER_EQUAL ->
                pc =
                    Arithmetic.greaterEqual(machine, r[code[pc + 1]], r[code[pc + 2]])
                        ? pc + 4
                        : code[pc + 3];
            case CALL -> {
              handles.release(base);
              r[code[pc + 1]] =
                  calls.call(f, r[code[pc + 2]], r[code[pc + 3]], code[pc + 4], code[pc + 5]);
              pc += 6;
            }
            case CALL_UNDEFINED -> {
              handles.release(base);
              r[code[pc + 1]] =
                  calls.call(f, r[code[pc + 2]], Undefined.UNDEFINED, code[pc + 3], code[pc + 4]);
              pc += 5;
            }
            case CONSTRUCT -> {
              handles.release(base);
              r[code[pc + 1]] = calls.construct(f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
              pc += 5;
            }
            case CLOSURE -> {
              r[code[pc + 1]] = calls.closures().closure(f, constants[code[pc + 2]]);
              pc += 3;
            }
            case RETURN -> {
              return r[code[pc + 1]];
            }
            case THROW -> throw RenderedCallSite.thrown(f, r[code[pc + 1]]);
            case CATCH -> {
              r[code[pc + 1]] = f.thrown;
              f.thrown = null;
              pc += 2;
            }
            case SAVE_ENVIRONMENT -> {
              r[code[pc + 1]] = f.environment;
              pc += 2;
            }
            case RESTORE_ENVIRONMENT -> {
              f.environment = (EnvironmentRecord) r[code[pc + 1]];
              pc += 2;
            }
            case ITERATOR_STEP ->
                pc = calls.iteration().step(f, r, code, pc) ? pc + 5 : code[pc + 4];
            case YIELD, AWAIT, CREATE_GENERATOR, SUSPEND_MODULE -> {
              return calls.suspend(f, code[pc], pc);
            }
            case RESUME -> {
              boolean next = calls.resume(f, code[pc + 1]);
              pc = next ? code[pc + 2] : pc + 3;
            }
            case RETURN_CONSTRUCTED -> {
              return calls.constructed(r[code[pc + 1]], r[code[pc + 2]], f.callerRealm);
            }
            default -> pc = rare.execute(f, pc);
          }
        }
      } catch (ThrowCompletion completion) {
        pc = Activations.handlerOf(machine, f, base, completion);
      }
    }
  }

  private static DeclarativeEnvironmentRecord record(EnvironmentRecord from, int hops) {
    EnvironmentRecord record = from;
    for (int i = hops; i > 0; i--) {
      record = Scopes.outer(record);
    }
    return (DeclarativeEnvironmentRecord) record;
  }

  static boolean truth(Object value) {
    return value instanceof Boolean b ? b : TypeConversion.toBoolean(value);
  }
}
