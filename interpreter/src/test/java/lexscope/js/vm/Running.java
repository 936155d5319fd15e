package lexscope.js.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;

/// Runs programs for tests and gives what they printed.
public final class Running {
  private Running() {}

  /// What a script prints, lines joined with `|`; how it ended, if it did not complete. It is
  /// interpreted once, and once all of its code is compiled before it runs: it must not matter.
  public static String script(String text) {
    return bothWays(text, options -> options);
  }

  /// The same with a collection at every safepoint.
  public static String scriptUnderStress(String text) {
    return bothWays(text, options -> options.withStress(true));
  }

  /// The same under a capture policy.
  public static String scriptUnderStress(String text, CapturePolicy policy) {
    return bothWays(text, options -> options.withStress(true).withPolicy(policy));
  }

  private static String bothWays(String text, UnaryOperator<HostOptions> settings) {
    String interpreted = run(text, settings, Integer.MAX_VALUE);
    assertEquals(interpreted, run(text, settings, 1), "interpreted, and as compiled code");
    return interpreted;
  }

  private static String run(String text, UnaryOperator<HostOptions> settings, int compileAfter) {
    var printed = new StringBuilder();
    RunOutcome outcome =
        Host.onGuestThread(() -> {
          Host host = Host.create(settings.apply(options(printed)));
          host.machine().compileAfter(compileAfter);
          return host.run(new SourceText("test.js", text));
        });
    return finish(printed, outcome);
  }

  /// What a file prints.
  public static String file(Path file) {
    var printed = new StringBuilder();
    RunOutcome outcome = Host.onGuestThread(() -> Host.create(options(printed)).run(file));
    return finish(printed, outcome);
  }

  private static HostOptions options(StringBuilder printed) {
    return HostOptions.defaults(
        new ConsoleSink() {
          @Override
          public void out(String lines) {
            printed.append(lines);
          }

          @Override
          public void err(String lines) {
            printed.append(lines);
          }
        });
  }

  private static String finish(StringBuilder printed, RunOutcome outcome) {
    if (!(outcome instanceof RunOutcome.Completed)) {
      printed.append(outcome);
    }
    return printed.toString().strip().replace("\n", "|");
  }
}
