package lexscope.js.vm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.InlineCache;

/// The objects that compiled code works with: static final fields of its class, so that HotSpot
/// takes them as constants. They come in an array as the class's data.
final class ClassConstants {
  /// A part of the machine.
  record Service(String name, Object object) {}

  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private record Field(String name, ClassDesc type) {}

  private final ClassDesc owner;
  private final CodeBlock code;
  private final Map<Field, Object> fields = new LinkedHashMap<>();

  ClassConstants(ClassDesc owner, List<Service> services, CodeBlock code) {
    this.owner = owner;
    this.code = code;
    for (Service service : services) {
      fields.put(new Field(service.name, type(service.object.getClass())), service.object);
    }
  }

  private static ClassDesc type(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  /// Loads a part of the machine; its type tells which.
  void loadService(CodeBuilder b, Class<?> type) {
    for (Field field : fields.keySet()) {
      if (field.type.equals(type(type))) {
        b.getstatic(owner, field.name, field.type);
        return;
      }
    }
    throw new IllegalArgumentException(type.getName());
  }

  /// Loads a constant of the code as an object of a type.
  void loadConstant(CodeBuilder b, int index, Class<?> type) {
    load(b, "constant" + index + type.getSimpleName(), type, code.constants()[index]);
  }

  /// Loads an inline cache.
  void loadCache(CodeBuilder b, int index) {
    load(b, "cache" + index, InlineCache.class, code.caches()[index]);
  }

  /// Loads any object.
  void load(CodeBuilder b, String name, Class<?> type, Object value) {
    var field = new Field(name, type(type));
    fields.put(field, value);
    b.getstatic(owner, field.name, field.type);
  }

  /// Declares the fields, and what fills them.
  void declare(ClassBuilder type) {
    for (Field field : fields.keySet()) {
      type.withField(field.name, field.type, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        b -> {
          b.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA, "_", OBJECTS));
          b.astore(0);
          int i = 0;
          for (Field field : fields.keySet()) {
            b.aload(0).loadConstant(i++).aaload();
            if (!field.type.equals(ConstantDescs.CD_Object)) {
              b.checkcast(field.type);
            }
            b.putstatic(owner, field.name, field.type);
          }
          b.return_();
        });
  }

  /// What the fields hold, in the order of their declaration.
  Object[] values() {
    return new ArrayList<>(fields.values()).toArray();
  }
}
