package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import java.lang.classfile.CodeBuilder;
import lexscope.gc.Heap;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.InlineCache;
import lexscope.js.intrinsics.Realm;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;

/// Templates of what reads and writes properties and global names, and of what makes objects.
final class PropertyTemplates {
  private final TemplateAssembler a;
  private final CodeBuilder b;
  private final MethodBody method;
  private final CodeBlock block;
  private final int[] code;

  PropertyTemplates(TemplateAssembler a, CodeBuilder b, MethodBody method, CodeBlock block) {
    this.a = a;
    this.b = b;
    this.method = method;
    this.block = block;
    code = block.code();
  }

  /// Writes an instruction; false if it is none of these.
  boolean translate(int pc) {
    switch (code[pc]) {
      case GET_GLOBAL -> getGlobal(pc);
      case GET_PROPERTY -> getProperty(pc);
      case GET_LENGTH -> getLength(pc);
      case GET_ELEMENT -> getElement(pc);
      case PUT_PROPERTY -> putProperty(pc);
      case PUT_ELEMENT -> putElement(pc);
      case DEFINE_FIELD -> {
        a.service(PropertyAccess.class);
        a.load(code[pc + 1]);
        b.checkcast(MethodBody.desc(JsObject.class));
        a.constant(code[pc + 2], PropertyKey.class);
        a.load(code[pc + 3]);
        a.cache(code[pc + 4]);
        a.invoke(
            PropertyAccess.class,
            "define",
            void.class,
            JsObject.class,
            PropertyKey.class,
            Object.class,
            InlineCache.class);
      }
      case NEW_OBJECT -> {
        a.service(PropertyAccess.class);
        a.frameField("realm", Realm.class);
        b.loadConstant(code[pc + 2]).loadConstant(block.siteBase() + pc);
        a.invoke(
            PropertyAccess.class, "newObject", JsObject.class, Realm.class, int.class, int.class);
        a.store(code[pc + 1]);
      }
      case NEW_ARRAY -> {
        a.service(Heap.class);
        b.loadConstant(block.siteBase() + pc);
        a.invoke(Heap.class, "setSite", void.class, int.class);
        a.service(PropertyAccess.class);
        a.frameField("realm", Realm.class);
        b.loadConstant(code[pc + 2]);
        a.invoke(PropertyAccess.class, "newArray", JsArray.class, Realm.class, int.class);
        a.store(code[pc + 1]);
      }
      case ARRAY_PUSH -> {
        a.load(code[pc + 1]);
        b.checkcast(MethodBody.desc(JsArray.class));
        a.service(Machine.class);
        a.load(code[pc + 2]);
        a.invoke(JsArray.class, "push", boolean.class, Agent.class, Object.class);
        b.pop();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void getGlobal(int pc) {
    a.service(Globals.class);
    a.frameField("realm", Realm.class);
    a.cache(code[pc + 3]);
    a.invoke(Globals.class, "quickGet", Object.class, Realm.class, InlineCache.class);
    a.orElse(
        pc,
        () -> {
          a.service(Globals.class);
          a.frameField("realm", Realm.class);
          a.constant(code[pc + 2], PropertyKey.class);
          a.cache(code[pc + 3]);
          a.invoke(
              Globals.class,
              "get",
              Object.class,
              Realm.class,
              PropertyKey.class,
              InlineCache.class);
        });
    a.store(code[pc + 1]);
  }

  private void getProperty(int pc) {
    a.service(PropertyAccess.class);
    a.load(code[pc + 2]);
    a.cache(code[pc + 4]);
    a.invoke(PropertyAccess.class, "quickGet", Object.class, Object.class, InlineCache.class);
    a.orElse(
        pc, () -> getSlow(pc, () -> a.constant(code[pc + 3], PropertyKey.class), code[pc + 4]));
    a.store(code[pc + 1]);
  }

  private void getLength(int pc) {
    a.service(PropertyAccess.class);
    a.load(code[pc + 2]);
    a.cache(code[pc + 3]);
    a.invoke(PropertyAccess.class, "quickLength", Object.class, Object.class, InlineCache.class);
    a.orElse(pc, () -> getSlow(pc, a::lengthKey, code[pc + 3]));
    a.store(code[pc + 1]);
  }

  private void getSlow(int pc, Runnable key, int cache) {
    a.service(PropertyAccess.class);
    a.load(code[pc + 2]);
    key.run();
    a.cache(cache);
    a.invoke(
        PropertyAccess.class,
        "getSlow",
        Object.class,
        Object.class,
        PropertyKey.class,
        InlineCache.class);
  }

  private void getElement(int pc) {
    Runnable operands =
        () -> {
          a.load(code[pc + 2]);
          a.load(code[pc + 3]);
        };
    a.service(PropertyAccess.class);
    operands.run();
    a.invoke(PropertyAccess.class, "quickElement", Object.class, Object.class, Object.class);
    a.orElse(
        pc,
        () -> {
          a.service(PropertyAccess.class);
          operands.run();
          a.invoke(PropertyAccess.class, "elementSlow", Object.class, Object.class, Object.class);
        });
    a.store(code[pc + 1]);
  }

  private void putProperty(int pc) {
    a.service(PropertyAccess.class);
    a.load(code[pc + 1]);
    a.load(code[pc + 3]);
    a.cache(code[pc + 4]);
    a.invoke(
        PropertyAccess.class,
        "quickPut",
        boolean.class,
        Object.class,
        Object.class,
        InlineCache.class);
    a.unless(
        pc,
        () -> {
          a.service(PropertyAccess.class);
          method.loadFrame(b);
          a.load(code[pc + 1]);
          a.constant(code[pc + 2], PropertyKey.class);
          a.load(code[pc + 3]);
          a.cache(code[pc + 4]);
          a.invoke(
              PropertyAccess.class,
              "putSlow",
              void.class,
              Frame.class,
              Object.class,
              PropertyKey.class,
              Object.class,
              InlineCache.class);
        });
  }

  private void putElement(int pc) {
    Runnable operands =
        () -> {
          a.load(code[pc + 1]);
          a.load(code[pc + 2]);
          a.load(code[pc + 3]);
        };
    a.service(PropertyAccess.class);
    operands.run();
    a.invoke(
        PropertyAccess.class,
        "quickPutElement",
        boolean.class,
        Object.class,
        Object.class,
        Object.class);
    a.unless(
        pc,
        () -> {
          a.service(PropertyAccess.class);
          method.loadFrame(b);
          operands.run();
          a.invoke(
              PropertyAccess.class,
              "putElementSlow",
              void.class,
              Frame.class,
              Object.class,
              Object.class,
              Object.class);
        });
  }
}
