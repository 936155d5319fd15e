package lexscope.js.host;

import lexscope.js.source.SourceText;

/// Runs a program until it is idle and gives what it printed.
public final class ProgramOutput {
  private ProgramOutput() {}

  public static String of(String program) {
    return of(program, "");
  }

  public static String of(String program, String html) {
    var out = new StringBuilder();
    var sink =
        new ConsoleSink() {
          @Override
          public void out(String lines) {
            out.append(lines);
          }

          @Override
          public void err(String lines) {
            out.append("err: ").append(lines);
          }
        };
    HostOptions options = HostOptions.defaults(sink).withHtml(html);
    RunOutcome outcome =
        Host.onGuestThread(() -> Host.create(options).run(new SourceText("program.js", program)));
    if (!(outcome instanceof RunOutcome.Completed)) {
      out.append(outcome);
    }
    return out.toString();
  }
}
