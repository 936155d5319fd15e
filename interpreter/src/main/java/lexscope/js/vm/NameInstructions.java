package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.JsArray;
import lexscope.js.value.Undefined;

/// Values, names and scopes: what the loop leaves to another method.
final class NameInstructions {
  private final Machine machine;

  NameInstructions(Machine machine) {
    this.machine = machine;
  }

  /// Executes the instruction at `pc`.
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    switch (opcode) {
      case GET_IMPORT ->
          r[code[pc + 1]] =
              Names.imported(
                  machine,
                  f.environment.outward(code[pc + 2]),
                  code[pc + 3],
                  RareInstructions.constant(f, code[pc + 4]));
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
          throw machine.referenceError((String) RareInstructions.constant(f, code[pc + 1]));
      case THROW_TYPE_ERROR ->
          throw machine.typeError((String) RareInstructions.constant(f, code[pc + 1]));
      case TYPEOF_GLOBAL ->
          r[code[pc + 1]] =
              machine
                  .calls()
                  .globals()
                  .getForTypeof(
                      f.realm,
                      RareInstructions.key(f, code[pc + 2]),
                      RareInstructions.cache(f, code[pc + 3]));
      case PUT_GLOBAL ->
          machine
              .calls()
              .globals()
              .put(
                  f,
                  RareInstructions.key(f, code[pc + 1]),
                  r[code[pc + 2]],
                  RareInstructions.cache(f, code[pc + 3]));
      case INITIALIZE_GLOBAL ->
          machine
              .calls()
              .globals()
              .initialize(f.realm, RareInstructions.key(f, code[pc + 1]), r[code[pc + 2]]);
      case RESOLVE_NAME ->
          r[code[pc + 1]] = Names.resolve(machine, f, RareInstructions.key(f, code[pc + 2]));
      case GET_NAME ->
          r[code[pc + 1]] =
              Names.get(machine, f, r[code[pc + 2]], RareInstructions.key(f, code[pc + 3]));
      case TYPEOF_NAME ->
          r[code[pc + 1]] =
              r[code[pc + 2]] == Undefined.UNDEFINED
                  ? Undefined.UNDEFINED
                  : Names.get(machine, f, r[code[pc + 2]], RareInstructions.key(f, code[pc + 3]));
      case PUT_NAME ->
          Names.put(
              machine, f, r[code[pc + 1]], RareInstructions.key(f, code[pc + 2]), r[code[pc + 3]]);
      case THIS_OF_NAME -> r[code[pc + 1]] = Names.baseObject(r[code[pc + 2]]);
      case DELETE_NAME ->
          r[code[pc + 1]] = Names.delete(machine, f, RareInstructions.key(f, code[pc + 2]));
      case PUT_VARIABLE ->
          Declarations.putVariable(
              machine, f, RareInstructions.key(f, code[pc + 1]).asString(), r[code[pc + 2]]);
      case PUSH_WITH ->
          machine
              .calls()
              .scopes()
              .pushWith(f, r[code[pc + 1]], RareInstructions.constant(f, code[pc + 2]));
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
              machine, f, RareInstructions.key(f, code[pc + 1]).asString(), r[code[pc + 2]]);
      case DECLARE_VARIABLE ->
          Declarations.declareVariable(
              machine, f, RareInstructions.key(f, code[pc + 1]).asString(), code[pc + 2] == 1);
      default -> throw RareInstructions.unknown(opcode);
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
}
