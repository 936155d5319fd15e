package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import lexscope.gc.Heap;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.Opcode;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.intrinsics.ArrayIteratorPrototype;
import lexscope.js.intrinsics.Realm;
import lexscope.js.value.JsObject;
import lexscope.js.value.ThrowCompletion;

/// Translates instructions one by one: each does what the interpreter's handler of the same name
/// does, by the same operations.
///
/// An instruction that may come to guest code tries first what cannot, a `quick…` operation that
/// answers null (or no) where it does not apply; the rest is a slow path, which completes the frame
/// first.
final class InstructionTemplates {
  private final TemplateAssembler a;
  private final OperatorTemplates operators;
  private final PropertyTemplates properties;
  private final CodeBuilder b;
  private final MethodBody method;
  private final int[] code;

  InstructionTemplates(
      CodeBuilder b, MethodBody method, CodeBlock block, ClassConstants constants) {
    this.b = b;
    this.method = method;
    code = block.code();
    a = new TemplateAssembler(b, method, constants);
    operators = new OperatorTemplates(a, b, method, block);
    properties = new PropertyTemplates(a, b, method, block);
  }

  /// Writes one instruction.
  void translate(int pc) {
    if (operators.translate(pc) || properties.translate(pc)) {
      return;
    }
    switch (code[pc]) {
      case LOAD_CONSTANT -> {
        a.constant(code[pc + 2], Object.class);
        a.store(code[pc + 1]);
      }
      case LOAD_UNDEFINED -> {
        a.undefined();
        a.store(code[pc + 1]);
      }
      case LOAD_EMPTY -> {
        b.aconst_null();
        a.store(code[pc + 1]);
      }
      case MOVE -> {
        a.load(code[pc + 2]);
        a.store(code[pc + 1]);
      }
      case LOAD_THIS -> {
        a.frameField("thisValue", Object.class);
        a.store(code[pc + 1]);
      }
      case LOAD_FUNCTION -> {
        a.frameField("function", EcmaScriptFunction.class);
        a.store(code[pc + 1]);
      }
      case COERCE_THIS -> coerceThis(pc);
      case CHECK_INITIALIZED -> checkInitialized(pc);
      case CHECK_THIS -> {
        Label bound = b.newLabel();
        a.load(code[pc + 1]);
        b.ifnonnull(bound);
        method.place(b, pc);
        a.service(Calls.class);
        a.invoke(Calls.class, "thisNotBound", ThrowCompletion.class);
        b.athrow();
        b.labelBinding(bound);
      }
      case GET_SLOT -> {
        record(code[pc + 2]);
        b.loadConstant(code[pc + 3]);
        a.invoke(DeclarativeEnvironmentRecord.class, "get", Object.class, int.class);
        a.store(code[pc + 1]);
      }
      case GET_SLOT_CHECKED -> {
        record(code[pc + 2]);
        b.loadConstant(code[pc + 3]);
        a.invoke(DeclarativeEnvironmentRecord.class, "get", Object.class, int.class);
        checked(pc, code[pc + 4]);
        a.store(code[pc + 1]);
      }
      case PUT_SLOT -> {
        record(code[pc + 1]);
        b.loadConstant(code[pc + 2]);
        a.load(code[pc + 3]);
        a.invoke(DeclarativeEnvironmentRecord.class, "set", void.class, int.class, Object.class);
      }
      case PUT_SLOT_CHECKED -> {
        record(code[pc + 1]);
        b.dup();
        b.loadConstant(code[pc + 2]);
        a.invoke(DeclarativeEnvironmentRecord.class, "get", Object.class, int.class);
        checked(pc, code[pc + 4]);
        b.pop();
        b.loadConstant(code[pc + 2]);
        a.load(code[pc + 3]);
        a.invoke(DeclarativeEnvironmentRecord.class, "set", void.class, int.class, Object.class);
      }
      case PUSH_SCOPE -> {
        method.place(b, pc);
        scopes();
        method.loadFrame(b);
        a.constant(code[pc + 1], Object.class);
        a.invoke(Scopes.class, "push", void.class, Frame.class, Object.class);
      }
      case POP_SCOPE -> {
        method.loadFrame(b);
        a.frameField("environment", EnvironmentRecord.class);
        a.invokeStatic(Scopes.class, "outer", EnvironmentRecord.class, EnvironmentRecord.class);
        a.putFrameField("environment", EnvironmentRecord.class);
      }
      case COPY_SCOPE -> {
        method.place(b, pc);
        scopes();
        method.loadFrame(b);
        a.invoke(Scopes.class, "copy", void.class, Frame.class);
      }
      case ELIDE_SCOPE -> nextRecordNumber();
      case SURPLUS_ARGUMENTS -> {
        method.place(b, pc);
        scopes();
        method.loadFrame(b);
        b.loadConstant(code[pc + 2]);
        a.invoke(Scopes.class, "surplus", Object.class, Frame.class, int.class);
        a.store(code[pc + 1]);
      }
      case SAVE_ENVIRONMENT -> {
        a.frameField("environment", EnvironmentRecord.class);
        a.store(code[pc + 1]);
      }
      case RESTORE_ENVIRONMENT -> {
        method.loadFrame(b);
        a.load(code[pc + 1]);
        b.checkcast(MethodBody.desc(EnvironmentRecord.class));
        a.putFrameField("environment", EnvironmentRecord.class);
      }
      case CATCH -> {
        a.frameField("thrown", Object.class);
        a.store(code[pc + 1]);
        method.loadFrame(b);
        b.aconst_null();
        a.putFrameField("thrown", Object.class);
      }
      case CLOSURE -> {
        method.place(b, pc);
        closures();
        method.loadFrame(b);
        a.constant(code[pc + 2], Object.class);
        a.invoke(Closures.class, "closure", Object.class, Frame.class, Object.class);
        a.store(code[pc + 1]);
      }
      case MAKE_METHOD -> {
        method.place(b, pc);
        closures();
        method.loadFrame(b);
        a.constant(code[pc + 2], Object.class);
        a.load(code[pc + 3]);
        b.checkcast(MethodBody.desc(JsObject.class));
        a.invoke(Closures.class, "method", Object.class, Frame.class, Object.class, JsObject.class);
        a.store(code[pc + 1]);
      }
      case JUMP -> b.goto_(method.at(code[pc + 1]));
      case LOOP -> loop(pc);
      case CALL -> {
        call(pc, code[pc + 4], code[pc + 5], () -> a.load(code[pc + 3]));
      }
      case CALL_UNDEFINED -> call(pc, code[pc + 3], code[pc + 4], a::undefined);
      case CONSTRUCT -> {
        beforeCall(pc);
        a.load(code[pc + 2]);
        b.loadConstant(code[pc + 3]).loadConstant(code[pc + 4]);
        a.invoke(
            Calls.class,
            "construct",
            Object.class,
            Frame.class,
            Object.class,
            int.class,
            int.class);
        a.store(code[pc + 1]);
      }
      case ITERATOR_STEP -> iteratorStep(pc);
      case RETURN -> {
        method.place(b, pc);
        a.load(code[pc + 1]);
        b.areturn();
      }
      case RETURN_CONSTRUCTED -> {
        method.place(b, pc);
        a.service(Calls.class);
        a.load(code[pc + 1]);
        a.load(code[pc + 2]);
        a.frameField("callerRealm", Realm.class);
        a.invoke(Calls.class, "constructed", Object.class, Object.class, Object.class, Realm.class);
        b.areturn();
      }
      case THROW -> {
        method.place(b, pc);
        method.loadFrame(b);
        a.load(code[pc + 1]);
        a.invokeStatic(
            RenderedCallSite.class, "thrown", ThrowCompletion.class, Frame.class, Object.class);
        b.athrow();
      }
      case YIELD, AWAIT, CREATE_GENERATOR, SUSPEND_MODULE -> {
        method.spill(b, pc);
        a.service(Calls.class);
        method.loadFrame(b);
        b.loadConstant(code[pc]).loadConstant(pc);
        a.invoke(Calls.class, "suspend", Object.class, Frame.class, int.class, int.class);
        b.areturn();
      }
      case RESUME -> {
        method.place(b, pc);
        a.service(Calls.class);
        method.loadFrame(b);
        b.loadConstant(code[pc + 1]);
        a.invoke(Calls.class, "resume", boolean.class, Frame.class, int.class);
        method.reload(b, code[pc + 1]);
        b.ifne(method.at(code[pc + 2]));
      }
      default -> rare(pc);
    }
  }

  /// An instruction that works on the frame.
  private void rare(int pc) {
    var opcode = Opcode.of(code[pc]);
    method.spill(b, pc);
    a.service(RareInstructions.class);
    method.loadFrame(b);
    b.loadConstant(pc);
    a.invoke(RareInstructions.class, "execute", int.class, Frame.class, int.class);
    String operands = opcode.operands();
    for (int i = 0; i < operands.length(); i++) {
      if (operands.charAt(i) == 'w') {
        method.reload(b, code[pc + 1 + i]);
      }
    }
    int target = operands.indexOf('l');
    if (opcode.isTerminator()) {
      // It has thrown.
      b.pop().aconst_null().areturn();
    } else if (target < 0) {
      b.pop();
    } else {
      b.loadConstant(pc + opcode.length()).if_icmpne(method.at(code[pc + 1 + target]));
    }
  }

  private void scopes() {
    a.service(Calls.class);
    a.invoke(Calls.class, "scopes", Scopes.class);
  }

  private void closures() {
    a.service(Calls.class);
    a.invoke(Calls.class, "closures", Closures.class);
  }

  private void nextRecordNumber() {
    a.service(Machine.class);
    a.invoke(Machine.class, "nextRecordNumber", long.class);
    b.pop2();
  }

  /// Loads the record so many hops outward.
  private void record(int hops) {
    a.frameField("environment", EnvironmentRecord.class);
    for (int i = 0; i < hops; i++) {
      a.invokeStatic(Scopes.class, "outer", EnvironmentRecord.class, EnvironmentRecord.class);
    }
    b.checkcast(MethodBody.desc(DeclarativeEnvironmentRecord.class));
  }

  /// Throws a ReferenceError if what is on the operand stack is nothing.
  private void checked(int pc, int name) {
    Label initialized = b.newLabel();
    b.dup().ifnonnull(initialized);
    deadZone(pc, name);
    b.labelBinding(initialized);
  }

  private void deadZone(int pc, int name) {
    method.place(b, pc);
    a.service(Machine.class);
    a.constant(name, Object.class);
    a.invokeStatic(Names.class, "deadZone", ThrowCompletion.class, Agent.class, Object.class);
    b.athrow();
  }

  private void checkInitialized(int pc) {
    Label initialized = b.newLabel();
    a.load(code[pc + 1]);
    b.ifnonnull(initialized);
    deadZone(pc, code[pc + 2]);
    b.labelBinding(initialized);
  }

  private void coerceThis(int pc) {
    Label object = b.newLabel();
    a.frameField("thisValue", Object.class);
    b.instanceOf(MethodBody.desc(JsObject.class)).ifne(object);
    method.spill(b, pc);
    a.service(Calls.class);
    method.loadFrame(b);
    a.invoke(Calls.class, "coerceThis", void.class, Frame.class);
    b.labelBinding(object);
  }

  private void loop(int pc) {
    for (int i = code[pc + 2]; i > 0; i--) {
      nextRecordNumber();
    }
    a.service(Heap.class);
    a.invoke(Heap.class, "safepointRequested", boolean.class);
    b.ifeq(method.at(code[pc + 1]));
    method.spill(b, pc);
    method.releaseHandles(b);
    a.service(Heap.class);
    a.invoke(Heap.class, "safepoint", void.class);
    b.goto_(method.at(code[pc + 1]));
  }

  private void beforeCall(int pc) {
    method.spill(b, pc);
    method.releaseHandles(b);
    a.service(Calls.class);
    method.loadFrame(b);
  }

  private void call(int pc, int first, int count, Runnable self) {
    beforeCall(pc);
    a.load(code[pc + 2]);
    self.run();
    b.loadConstant(first).loadConstant(count);
    a.invoke(
        Calls.class,
        "call",
        Object.class,
        Frame.class,
        Object.class,
        Object.class,
        int.class,
        int.class);
    a.store(code[pc + 1]);
  }

  private void iteratorStep(int pc) {
    Label got = b.newLabel();
    Label slow = b.newLabel();
    a.load(code[pc + 2]);
    a.load(code[pc + 3]);
    a.invokeStatic(
        ArrayIteratorPrototype.class, "quickStep", Object.class, Object.class, Object.class);
    b.dup().ifnull(slow);
    a.store(code[pc + 1]);
    b.goto_(got);
    b.labelBinding(slow);
    b.pop();
    method.spill(b, pc);
    a.service(Calls.class);
    a.invoke(Calls.class, "iteration", Iteration.class);
    method.loadFrame(b);
    a.load(code[pc + 2]);
    a.load(code[pc + 3]);
    b.loadConstant(code[pc + 1]);
    a.invoke(
        Iteration.class,
        "stepSlowly",
        boolean.class,
        Frame.class,
        Object.class,
        Object.class,
        int.class);
    method.reload(b, code[pc + 1]);
    b.ifeq(method.at(code[pc + 4]));
    b.labelBinding(got);
  }
}
