package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.value.JsObject;

/// Methods, classes, fields and private names: what the loop leaves to another method.
final class ClassInstructions {
  private final Machine machine;
  private final HandleStack handles;

  ClassInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`.
  @SuppressWarnings("NullAway") // A register is null for a binding in its dead zone.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Closures closures = machine.calls().closures();
    int mark = handles.mark();
    switch (opcode) {
      case MAKE_METHOD ->
          r[code[pc + 1]] =
              closures.method(
                  f, RareInstructions.constant(f, code[pc + 2]), (JsObject) r[code[pc + 3]]);
      case CREATE_CLASS -> {
        EcmaScriptFunction function =
            closures.createClass(
                f,
                r[code[pc + 3]],
                r[code[pc + 4]],
                (FunctionTemplate) RareInstructions.constant(f, code[pc + 5]));
        r[code[pc + 1]] = function;
        r[code[pc + 2]] = function.homeObject;
      }
      case PUSH_PRIVATE_NAMES ->
          PrivateElements.push(machine, f, (List<?>) RareInstructions.constant(f, code[pc + 1]));
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
      default -> throw RareInstructions.unknown(opcode);
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
}
