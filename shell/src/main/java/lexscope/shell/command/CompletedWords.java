package lexscope.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/// What completion offers after a verb, the same for all shells.
public final class CompletedWords {
  private CompletedWords() {}

  /// How targets begin, and what they mean.
  public static Map<String, String> targets() {
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put("record:", "Environment Records of a function");
    targets.put("closure:", "closures of a function");
    targets.put("binding:", "what a variable of a function holds");
    targets.put("class:", "objects of a class");
    targets.put("site:", "what was made in a line");
    return targets;
  }

  static boolean takesTarget(Command command) {
    return command.synopsis().startsWith("TARGET");
  }

  /// The words that stand in place of files; empty if the command takes files.
  static List<String> operands(Command command) {
    return command.synopsis().contains("|")
        ? List.of(command.synopsis().split("\\|", -1))
        : List.of();
  }

  static List<Option> options(Command command) {
    return new ArrayList<>(Dispatcher.withHelp(command.options()).getOptions());
  }
}
