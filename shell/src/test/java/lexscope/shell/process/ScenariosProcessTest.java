package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `test`: the scenarios that lie in the jar, and those of a folder.
final class ScenariosProcessTest {
  private static final Pattern SUMS = Pattern.compile("(\\d+) run, (\\d+) failed\n\\z");

  @TempDir Path folder;

  @Test
  void allScenariosOfTheJarHoldInTwoShards() throws Exception {
    int run = 0;
    for (String shard : List.of("1/2", "2/2")) {
      Result result =
          Launcher.lexscope(folder, "test", "--shard", shard, "--junit-xml", "verdicts.xml")
              .endsWith(0);
      Matcher sums = SUMS.matcher(result.out());
      assertThat(sums.find()).isTrue();
      assertThat(sums.group(2)).isEqualTo("0");
      assertThat(result.out()).contains("ok     ").doesNotContain("FAILED");
      String xml = Files.readString(folder.resolve("verdicts.xml"));
      assertThat(xml).contains("tests=\"" + sums.group(1) + "\" failures=\"0\"");
      run += Integer.parseInt(sums.group(1));
    }
    // Three policies each.
    assertThat(run).isGreaterThanOrEqualTo(3 * 150);
    assertThat(run % 3).isZero();
  }

  @Test
  void aScenarioThatDoesNotHoldEndsWithOneAndSaysWhatDiffers() throws Exception {
    Result one =
        Launcher.lexscope(folder, "test", "--policy", "used", "--shard", "1/200").endsWith(0);
    assertThat(one.out()).contains("ok     ");
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/helper.js"), "no scenario at all");
    assertThat(Launcher.lexscope(folder, "test", "mine").endsWith(3).err())
        .isEqualTo("lexscope: mine: there is no scenario in it\n");
    Files.writeString(
        folder.resolve("mine/own.js"),
        """
        // Title: A wrong claim
        // Why: The closure uses the value, so that it is kept under every policy.
        // Rows: simple-parameters
        // Output:
        // Values:           whole  v8     used
        //   value           alive  alive  dead   the last of these is wrong
        function make() {
          const value = track("value", { n: 0 });
          return () => value;
        }
        const kept = make();
        """);
    Result wrong = Launcher.lexscope(folder, "test", "mine").endsWith(1);
    assertThat(wrong.out())
        .contains("ok     own [whole]", "ok     own [v8]", "FAILED own [used]", "value")
        .endsWith("3 run, 1 failed\n");
    assertThat(Launcher.lexscope(folder, "test", "--github", "mine").endsWith(1).out())
        .startsWith("::error file=");
    Launcher.lexscope(folder, "test", "none").endsWith(3);
    Launcher.lexscope(folder, "test", "--shard", "5/4").endsWith(2);
    Launcher.lexscope(folder, "test", "--policy", "most").endsWith(2);
  }

  @Test
  void verdictsAreRecordedForFlightRecorder() throws Exception {
    Launcher.lexscope(folder, "test", "--shard", "1/100", "--jfr", "test.jfr").endsWith(0);
    Result printed =
        Launcher.finish(
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
                        "print",
                        "--json",
                        "--events",
                        "lexscope.Scenario",
                        "test.jfr")
                    .directory(folder.toFile()),
                "")
            .endsWith(0);
    JsonArray events =
        JsonParser.parseString(printed.out())
            .getAsJsonObject()
            .getAsJsonObject("recording")
            .getAsJsonArray("events");
    assertThat(events).hasSizeGreaterThanOrEqualTo(3);
    assertThat(events)
        .allMatch(event ->
            event.getAsJsonObject().getAsJsonObject("values").get("passed").getAsBoolean());
  }
}
