package lexscope.shell.session;

import java.util.Map;
import lexscope.shell.command.Command;

/// A line for each command of the command line, as one would type it in the shell.
final class Examples {
  private static final Map<String, String> LINES =
      Map.ofEntries(
          Map.entry("run", "run other.js --policy used"),
          Map.entry("why", "why closure:onClick"),
          Map.entry("histo", "histo --rows 10"),
          Map.entry("dominators", "dominators"),
          Map.entry("records", "records"),
          Map.entry("compare", "compare"),
          Map.entry("snapshot", "snapshot -o app.heapsnapshot"),
          Map.entry("diff", "diff before.heapsnapshot after.heapsnapshot"),
          Map.entry("retained", "retained class:Session"),
          Map.entry("cut", "cut binding:attach.cache"),
          Map.entry("find", "find \"kind = closure and retained > 1 kB\""),
          Map.entry("suspects", "suspects"),
          Map.entry("test", "test tests/"));

  private Examples() {}

  static String of(Command command) {
    String known = LINES.get(command.name());
    return known == null ? command.name() + " " + command.synopsis() : known;
  }
}
