package lexscope.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// HotSpot never compiles a method of more than 8000 bytes of bytecode (`HugeMethodLimit`): it
/// stays in the JVM's interpreter, about twenty times slower. Nothing else in a build would notice.
final class MethodSizeTest {
  private static final int HUGE_METHOD_LIMIT = 8000;

  /// The dispatch loop grows with each opcode, so it must keep room.
  private static final int DISPATCH_LIMIT = 7000;

  private record Method(String name, int bytes) {}

  @Test
  void noMethodIsTooLargeForTheJustInTimeCompiler() throws IOException {
    List<Method> methods = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lexscope")) {
      addMethods(type, methods);
    }
    assertThat(methods).isNotEmpty();
    assertThat(methods)
        .allSatisfy(method ->
            assertThat(method.bytes())
                .as(method.name())
                .isLessThan(
                    method.name().startsWith("lexscope.js.vm.")
                        ? DISPATCH_LIMIT
                        : HUGE_METHOD_LIMIT));
  }

  private static void addMethods(JavaClass type, List<Method> methods) throws IOException {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = MethodSizeTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      ClassModel model = ClassFile.of().parse(in.readAllBytes());
      for (MethodModel method : model.methods()) {
        // A static initializer runs once: it is allowed to be long.
        if (method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) {
          continue;
        }
        method
            .code()
            .filter(CodeAttribute.class::isInstance)
            .map(CodeAttribute.class::cast)
            .ifPresent(code ->
                methods.add(
                    new Method(
                        type.getName() + "." + method.methodName().stringValue(),
                        code.codeLength())));
      }
    }
  }
}
