package lexscope.js.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lexscope.js.intrinsics.Realm;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.regexp.RegExpCompiler;
import lexscope.js.source.SourceText;
import lexscope.js.vm.Machine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs print what Node 20 printed for them. The expected texts were made by Node and are never
/// edited.
final class InspectCorpusTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "primitives",
        "strings",
        "arrays",
        "objects",
        "collections",
        "functions",
        "others",
        "errors",
        "format",
        "console",
        "hidden",
        "values"
      })
  void aProgramPrintsTheSameAsUnderNode(String name) throws IOException {
    assertThat(run(name + ".js", resource(name + ".js"))).isEqualTo(resource(name + ".txt"));
  }

  private static String run(String name, String text) {
    StringBuilder printed = new StringBuilder();
    Machine machine = new Machine(CapturePolicy.WHOLE, RegExpCompiler::validate);
    Realm realm = Realm.create(machine);
    ConsoleObject.install(
        realm,
        new ConsoleSink() {
          @Override
          public void out(String lines) {
            printed.append(lines);
          }

          @Override
          public void err(String lines) {
            printed.append("stderr: ").append(lines);
          }
        },
        () -> 0);
    machine.evaluation().runScript(new SourceText(name, text));
    return printed.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InspectCorpusTest.class.getResourceAsStream("inspect/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
