package lexscope.js.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lexscope.gc.Cell;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One program in Node and here: the things that it makes have the sizes that Node's heap snapshot
/// shows, as far as `thing-sizes.txt` says.
class ThingSizesAgainstNodeTest {
  private static final String PROGRAM = "sized-things.js";

  @TempDir private Path folder;

  @Test
  void thingsAreAsLargeAsTheListSays() throws IOException {
    Map<String, Long> measured = NodeSizes.measure(folder, "measure-things.js", PROGRAM);
    Map<String, Long> modelled = Host.onGuestThread(() -> modelled(measured));
    List<String> wrong = new ArrayList<>();
    Map<String, String> list = list();
    list.forEach((name, verdict) -> {
      if (verdict.startsWith("absent ")) {
        return;
      }
      Long theirs = measured.get(name);
      Long ours = modelled.get(name);
      if (theirs == null || ours == null || !isAsSaid(verdict, theirs, ours)) {
        wrong.add(name + " " + verdict + ": modelled " + ours + ", measured " + theirs);
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(list.keySet()).containsAll(measured.keySet());
  }

  private static boolean isAsSaid(String verdict, long theirs, long ours) {
    boolean near = Math.abs(theirs - ours) * 10 <= theirs;
    return switch (verdict) {
      case "exact" -> theirs == ours;
      case "near" -> theirs != ours && near;
      default -> verdict.startsWith("other ") && !near;
    };
  }

  private static Map<String, Long> modelled(Map<String, Long> names) {
    Host host =
        Host.create(
            HostOptions.defaults(
                new ConsoleSink() {
                  @Override
                  public void out(String text) {}

                  @Override
                  public void err(String text) {}
                }));
    assertThat(host.run(new SourceText(PROGRAM, resource(PROGRAM))))
        .isInstanceOf(RunOutcome.Completed.class);
    var things =
        (JsObject) host.machine().evaluation().runScript(new SourceText("question", "things"));
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String name : names.keySet()) {
      Object thing = things.get(host.machine(), PropertyKey.of(name), things);
      sizes.put(name, ((Cell) thing).shallowBytes());
    }
    return sizes;
  }

  private static Map<String, String> list() {
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String line : resource("thing-sizes.txt").lines().toList()) {
      if (!line.startsWith("#")) {
        int space = line.indexOf(' ');
        verdicts.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return verdicts;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ThingSizesAgainstNodeTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
