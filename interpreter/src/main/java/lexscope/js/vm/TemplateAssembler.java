package lexscope.js.vm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;

/// Writes what the templates of instructions are made of.
final class TemplateAssembler {
  private static final ClassDesc CD_FRAME = MethodBody.desc(Frame.class);

  private final CodeBuilder b;
  private final MethodBody method;
  private final ClassConstants constants;

  TemplateAssembler(CodeBuilder b, MethodBody method, ClassConstants constants) {
    this.b = b;
    this.method = method;
    this.constants = constants;
  }

  /// Loads a guest register.
  void load(int register) {
    method.load(b, register);
  }

  /// Stores into a guest register.
  void store(int register) {
    method.store(b, register);
  }

  /// Loads a part of the machine.
  void service(Class<?> type) {
    constants.loadService(b, type);
  }

  /// Loads a constant of the code.
  void constant(int index, Class<?> type) {
    constants.loadConstant(b, index, type);
  }

  /// Loads an inline cache.
  void cache(int index) {
    constants.loadCache(b, index);
  }

  void undefined() {
    constants.load(b, "undefined", Undefined.class, Undefined.UNDEFINED);
  }

  void lengthKey() {
    constants.load(b, "length", PropertyKey.class, PropertyKeys.LENGTH);
  }

  /// Loads a field of the frame.
  void frameField(String name, Class<?> type) {
    method.loadFrame(b);
    b.getfield(CD_FRAME, name, MethodBody.desc(type));
  }

  /// Stores into a field of the frame, which lies on the operand stack below the value.
  void putFrameField(String name, Class<?> type) {
    b.putfield(CD_FRAME, name, MethodBody.desc(type));
  }

  void invoke(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    b.invokevirtual(MethodBody.desc(owner), name, type(result, parameters));
  }

  void invokeStatic(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    b.invokestatic(MethodBody.desc(owner), name, type(result, parameters));
  }

  private static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    return MethodTypeDesc.of(
        MethodBody.desc(result), Arrays.stream(parameters).map(MethodBody::desc).toList());
  }

  /// Replaces nothing on the operand stack by what a slow path leaves there.
  ///
  /// Slow paths stand in line: a jump back from the end of the method would look like a loop to
  /// HotSpot, and one that it cannot enter while something is on the operand stack.
  void orElse(int pc, Runnable slowPath) {
    Label done = b.newLabel();
    b.dup().ifnonnull(done).pop();
    method.spill(b, pc);
    slowPath.run();
    b.labelBinding(done);
  }

  /// Takes a slow path if the boolean on the operand stack is false.
  void unless(int pc, Runnable slowPath) {
    Label done = b.newLabel();
    b.ifne(done);
    method.spill(b, pc);
    slowPath.run();
    b.labelBinding(done);
  }

  /// Replaces a comparison's [QuickArithmetic#UNKNOWN] by the boolean that a slow path leaves.
  void orCompare(int pc, Runnable slowPath) {
    Label done = b.newLabel();
    b.dup().ifge(done).pop();
    method.spill(b, pc);
    slowPath.run();
    b.labelBinding(done);
  }

  /// Makes a Boolean of a boolean.
  void box() {
    b.invokestatic(
        ConstantDescs.CD_Boolean,
        "valueOf",
        MethodTypeDesc.of(ConstantDescs.CD_Boolean, ConstantDescs.CD_boolean));
  }
}
