package lexscope.js.vm;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.List;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.CompiledCode;

/// Compiles code that runs often into methods of the JVM: a template for each instruction, guest
/// registers in JVM locals.
///
/// What the collector, a snapshot or a stack trace may look at is always in the frame when they can
/// look: before each instruction that may run guest code or collect, the place and the registers
/// that are still needed are written there ([RegisterSpills]). So the tier changes neither
/// allocation nor liveness nor answers. Where chains of calls are recorded, each instruction writes
/// its place.
///
/// Each code gets a hidden class, which goes when the code goes. Cost: about a millisecond for code
/// of a hundred instructions when the compiler itself is warm.
final class BaselineCompiler {
  /// HotSpot does not compile longer methods.
  private static final int MAX_METHOD_BYTES = 8000;

  /// Of longer code the method would be too long.
  private static final int MAX_CODE_LENGTH = 3000;

  private static final int MAX_REGISTERS = 400;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final ClassDesc COMPILED_CODE = ClassDesc.of(CompiledCode.class.getName());
  private static final ClassDesc THIS_CLASS = ClassDesc.of(MethodBody.CLASS_NAME);
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(LOOKUP)));

  private final List<ClassConstants.Service> services;
  private final boolean placesAll;

  BaselineCompiler(
      Machine machine,
      Calls calls,
      PropertyAccess properties,
      Globals globals,
      RareInstructions rare) {
    placesAll = machine.sites().calls() != null;
    services =
        List.of(
            new ClassConstants.Service("machine", machine),
            new ClassConstants.Service("heap", machine.heap()),
            new ClassConstants.Service("handles", machine.handles()),
            new ClassConstants.Service("calls", calls),
            new ClassConstants.Service("properties", properties),
            new ClassConstants.Service("globals", globals),
            new ClassConstants.Service("rare", rare));
  }

  /// Compiles code, if it is not too long for it. Cost: linear in its length.
  void compile(CodeBlock code) {
    if (code.code().length > MAX_CODE_LENGTH || code.registerCount() > MAX_REGISTERS) {
      return;
    }
    var constants = new ClassConstants(THIS_CLASS, services, code);
    var method = new MethodBody(code, constants, placesAll);
    byte[] bytes =
        CLASS_FILE.build(
            THIS_CLASS,
            type -> {
              type.withSuperclass(COMPILED_CODE).withFlags(AccessFlag.FINAL);
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  ConstantDescs.MTD_void,
                  0,
                  b ->
                      b.aload(0)
                          .invokespecial(COMPILED_CODE, "<init>", ConstantDescs.MTD_void)
                          .return_());
              type.withMethodBody(
                  "execute",
                  MethodTypeDesc.of(
                      ConstantDescs.CD_Object,
                      ClassDesc.of("lexscope.gc.Cell"),
                      ConstantDescs.CD_int),
                  ClassFile.ACC_PUBLIC,
                  method::emit);
              constants.declare(type);
            });
    if (length(bytes) > MAX_METHOD_BYTES) {
      return;
    }
    try {
      MethodHandles.Lookup made =
          LOOKUP.defineHiddenClassWithClassData(bytes, constants.values(), true);
      code.setCompiledCode(
          (CompiledCode)
              made.findConstructor(made.lookupClass(), MethodType.methodType(void.class)).invoke());
    } catch (Throwable impossible) {
      throw new IllegalStateException("compiled code cannot be loaded", impossible);
    }
  }

  private static int length(byte[] bytes) {
    int longest = 0;
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      if (method.code().orElse(null) instanceof CodeAttribute code) {
        longest = Math.max(longest, code.codeLength());
      }
    }
    return longest;
  }
}
