package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadCommandTest {
  private static final String PROGRAM =
      """
      globalThis.held = [];
      class Big { constructor(n) { this.data = new Array(n).fill(1.5); } }
      function setup() {
        const big = new Big(1000);
        const small = { small: true };
        function unused() { return big; }
        held.push(function onClick() { return small; });
      }
      function block(list) {
        for (const item of list) {
          const blockBig = new Big(500);
          let blockSmall = { s: item };
          const never = () => blockBig;
          held.push(() => blockSmall);
        }
      }
      function* gen() { const kept = new Big(700); const f = () => kept; yield 1; yield f; }
      globalThis.running = gen();
      running.next();
      setup();
      block(['a', 'b']);
      """;

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();

  @Test
  @DisplayName(
      "dead and compare agree on a program: what no closure uses is what v8 keeps against used")
  void agreesWithCompare() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    JsonObject dead = json("dead", program.toString(), "--json", "--threshold", "1");
    JsonObject compare = json("compare", program.toString(), "--json");
    JsonObject gap = compare.getAsJsonArray("gaps").get(0).getAsJsonObject();
    assertThat(gap.get("keeper").getAsString()).isEqualTo("v8");
    assertThat(dead.get("bytes").getAsLong()).isEqualTo(gap.get("bindingBytes").getAsLong());
    assertThat(bindings(dead)).isEqualTo(bindings(gap));
    assertThat(bindings(dead)).hasSize(2).allMatch(text -> !text.contains("kept"));
  }

  @Test
  @DisplayName("a snapshot file of the program has the same answer as the program")
  void filesAndPrograms() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    Path file = folder.resolve("app.heapsnapshot");
    assertThat(line.run("snapshot", program.toString(), "--policy", "v8", "-o", file.toString()))
        .isEqualTo(ExitCode.DONE);
    JsonObject ofProgram = json("dead", program.toString(), "--json");
    JsonObject ofFile = json("dead", file.toString(), "--json");
    assertThat(ofFile).isEqualTo(ofProgram);
  }

  @Test
  @DisplayName("the bytes of a chosen set are its own, and names without dead bindings are told")
  void chosenSets() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    JsonObject chosen =
        json("dead", program.toString(), "--json", "--only", "setup", "--only", "block.x")
            .getAsJsonObject("chosen");
    assertThat(chosen.get("bytes").getAsLong()).isBetween(8000L, 8200L);
    assertThat(chosen.getAsJsonArray("unknown")).hasSize(1);
    line.run("dead", program.toString(), "--only", "setup.big");
    assertThat(line.out())
        .contains("without setup.big: 8.1 kB")
        .contains("captured because of unused");
  }

  private JsonObject json(String... words) {
    assertThat(line.run(words)).as(line.err()).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }

  private static List<String> bindings(JsonObject answer) {
    List<String> bindings = new ArrayList<>();
    JsonArray array = answer.getAsJsonArray("bindings");
    for (JsonElement each : array) {
      JsonObject binding = each.getAsJsonObject();
      bindings.add(
          binding.get("function").getAsString()
              + "."
              + binding.get("binding").getAsString()
              + " "
              + binding.get("records")
              + " "
              + binding.get("bytes"));
    }
    return bindings;
  }
}
