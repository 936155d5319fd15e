package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lexscope.js.vm.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of stacks. `stacks.txt` is what Node 20 printed for `stacks.js`.
final class StackTextsTest {
  @TempDir Path folder;

  @Test
  void framesAreWrittenAsNodeWritesThem() throws IOException {
    Path program = Files.writeString(folder.resolve("stacks.js"), resource("stacks.js"));
    assertThat(Running.file(program).replace("|", "\n") + "\n").isEqualTo(resource("stacks.txt"));
  }

  /// Programs that print stacks of many sorts, and what Node 20 printed for them.
  @ParameterizedTest
  @ValueSource(
      strings = {"builtins.js", "names.js", "inferred.js", "async.js", "sites.js", "top.mjs"})
  void stacksAreNodesStacks(String name) throws IOException {
    Path program = Files.writeString(folder.resolve(name), resource("stacks/" + name));
    String expected = resource("stacks/" + name.substring(0, name.indexOf('.')) + ".txt");
    assertThat(Running.file(program).replace("|", "\n") + "\n").isEqualTo(expected);
  }

  @Test
  void theTopLevelOfAModuleHasNoName() throws IOException {
    Path program =
        Files.writeString(folder.resolve("top.mjs"), "console.log(new Error('m').stack);");
    assertThat(Running.file(program)).matches("Error: m\\|    at \\S*top.mjs:1:13");
  }

  @Test
  void aStackThatWasCapturedHoldsNothing() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("held.cjs"),
            """
            const object = {};
            let ref;
            (function outer() {
              const held = { big: [1, 2, 3] };
              ref = new WeakRef(held);
              (function inner(argument) { Error.captureStackTrace(object); }).call(held, held);
            })();
            setTimeout(() => { gc(); console.log(ref.deref(), object.stack.includes('inner')); }, 1);
            """);
    assertThat(Running.file(program)).isEqualTo("undefined true");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StackTextsTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
