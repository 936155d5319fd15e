package lexscope.scenarios.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sessions on a bus of a package of the npm registry, as a leak test: with the listener that
/// stays, and repaired.
@Timeout(300)
class PackageLeakScenarioTest {
  private static final String SESSIONS =
      """
      const { EventEmitter } = require('eventemitter3');
      const bus = new EventEmitter();
      exports.title = 'a closed session leaves nothing behind';
      function openSession(user) {
        const history = new Array(5000).fill(user);
        const stats = { messages: 0 };
        const summarize = () => history.join();
        function count() { stats.messages++; }
        bus.on('message', count);
        return { summarize, close() { CLOSE } };
      }
      let session;
      exports.act = i => { session = openSession('user ' + i); bus.emit('message'); session.summarize(); };
      exports.undo = () => { session.close(); session = undefined; };
      exports.policies = ['v8', 'used'];
      exports.expect = { growthPerRound: { objects: 0, records: 0 }, recordsAlive: { openSession: 0 } };
      """;

  private final Path path = Path.of("target", "leaking-scenario").toAbsolutePath();

  @BeforeEach
  void installPackage() {
    NodeProcess.install(path, List.of("eventemitter3@5"));
  }

  private List<LeakResult> run(String close) {
    return new ScenarioFolder(path).run("chat.scenario.cjs", SESSIONS.replace("CLOSE", close));
  }

  @Test
  void theListenerThatStaysIsFoundWithTheHistoryThatItsSiblingMadeItKeep() {
    LeakResult underV8 = run("").getFirst();
    assertThat(underV8.passed()).isFalse();
    Finding.Evidence evidence = underV8.findings().getFirst().evidence();
    assertThat(evidence).isNotNull();
    assertThat(evidence.binding()).startsWith("binding history of ER").contains("openSession");
    assertThat(evidence.culprits())
        .containsExactly("summarize (chat.scenario.cjs:7:21), no closure of it is alive");
    assertThat(String.join("\n", evidence.path()))
        .contains("EventEmitter (", "property fn: closure count (chat.scenario.cjs:8:3)")
        .doesNotContain(path.toString());
  }

  @Test
  void underUsedTheListenerStaysButNotTheHistory() {
    LeakResult underUsed = run("").getLast();
    assertThat(underUsed.findings().getFirst().details())
        .noneMatch(line -> line.startsWith("Array (chat.scenario.cjs:5"));
  }

  @Test
  void theRepairedTwinIsGreen() {
    assertThat(run("bus.off('message', count);"))
        .allSatisfy(result -> assertThat(result.findings()).isEmpty());
  }
}
