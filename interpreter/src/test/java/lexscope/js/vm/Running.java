package lexscope.js.vm;

import java.nio.file.Path;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.source.SourceText;

/// Runs programs for tests and gives what they printed.
public final class Running {
  private Running() {}

  /// What a script prints, lines joined with `|`; how it ended, if it did not complete.
  public static String script(String text) {
    var printed = new StringBuilder();
    return run(text, printed, options(printed));
  }

  /// The same with a collection at every safepoint.
  public static String scriptUnderStress(String text) {
    var printed = new StringBuilder();
    return run(text, printed, options(printed).withStress(true));
  }

  /// The same under a capture policy.
  public static String scriptUnderStress(String text, CapturePolicy policy) {
    var printed = new StringBuilder();
    return run(text, printed, options(printed).withStress(true).withPolicy(policy));
  }

  private static String run(String text, StringBuilder printed, HostOptions options) {
    RunOutcome outcome =
        Host.onGuestThread(() -> Host.create(options).run(new SourceText("test.js", text)));
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
