package lexscope.shell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lexscope.shell.command.Command;
import lexscope.shell.command.Help;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.session.ShellVerb.Operand;

/// Verbs about the shell itself.
final class ShellVerbs {
  private static final String BROWSER = "--browser";

  private final Session session;

  ShellVerbs(Session session) {
    this.session = session;
  }

  List<ShellVerb> verbs() {
    return List.of(
        new ShellVerb(
            "open",
            "[FILE]",
            "open the report of the heap in the browser, or another program or snapshot here",
            """
            Without FILE a report of the heap as it stands is written beside the program and opened in
            your browser: the same as 'report --browser'. With FILE the shell is about that from then
            on.
            """,
            "open",
            Operand.FILE,
            words -> {
              if (words.size() > 1) {
                throw new UserSyntaxException("open takes one file at most");
              }
              return words.isEmpty() ? report(List.of(BROWSER)) : session.open(words.getFirst());
            }),
        new ShellVerb(
            "report",
            "[OUT.html] [--browser]",
            "write a report of the heap as it stands, and open it in the browser if asked to",
            """
            Without OUT.html the page of app.js is app.report.html beside it. It is about this very
            moment, under the policy of the shell; nothing runs again. With other words it is the
            command of that name.
            """,
            "report",
            Operand.NOTHING,
            this::report),
        new ShellVerb(
            "help",
            "[VERB]",
            "list the verbs, or explain one",
            "",
            "help whatif",
            Operand.VERB,
            this::help),
        new ShellVerb(
            "exit",
            "",
            "leave the shell, as Ctrl-D does",
            "",
            "exit",
            Operand.NOTHING,
            _ -> {
              session.leave();
              return ExitCode.DONE;
            }));
  }

  /// Whether `report` with these words is that of the shell, and not the command with its options.
  static boolean isReportOfShell(List<String> words) {
    long pages = words.stream().filter(ShellVerbs::isPage).count();
    return pages <= 1 && words.stream().allMatch(word -> isPage(word) || word.equals(BROWSER));
  }

  private static boolean isPage(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return !word.startsWith("-") && (lower.endsWith(".html") || lower.endsWith(".htm"));
  }

  private ExitCode report(List<String> words) {
    List<String> line = new ArrayList<>(List.of("report"));
    Optional<String> page = words.stream().filter(ShellVerbs::isPage).findFirst();
    page.ifPresent(name -> line.addAll(List.of("-o", name)));
    if (words.contains(BROWSER)) {
      line.add(BROWSER);
    }
    ExitCode code = session.command(line);
    if (page.isPresent() && code.equals(ExitCode.DONE)) {
      session.out().println("written: " + page.get());
    }
    return code;
  }

  private ExitCode help(List<String> words) {
    if (words.isEmpty()) {
      overview();
      return ExitCode.DONE;
    }
    String name = words.getFirst();
    ShellVerb own = session.verbs().get(name);
    Command command = session.commands().get(name);
    if (own == null && command == null) {
      throw new UserSyntaxException("unknown command '" + name + "'");
    }
    if (own != null) {
      explain(own);
    }
    if (command != null) {
      if (own != null) {
        session.out().println();
      }
      Help.commandInShell(command, session.out());
    }
    return ExitCode.DONE;
  }

  private void explain(ShellVerb verb) {
    session.out().println("Usage: " + (verb.name() + " " + verb.synopsis()).strip());
    session.out().println();
    session
        .out()
        .println(
            Character.toUpperCase(verb.summary().charAt(0)) + verb.summary().substring(1) + ".");
    if (!verb.details().isEmpty()) {
      session.out().println();
      session.out().println(verb.details().strip());
    }
    session.out().println();
    session.out().println("Example:");
    session.out().println("  " + verb.example());
  }

  private void overview() {
    session
        .out()
        .println("Questions (without FILE they are about the program or snapshot that is open):");
    Help.columns(
        session.commands().values().stream()
            .map(command -> new String[] {command.name(), command.summary()})
            .toList(),
        session.out());
    session.out().println();
    session.out().println("Verbs of the shell:");
    Help.columns(
        session.verbs().values().stream()
            .map(verb -> new String[] {verb.name(), verb.summary()})
            .toList(),
        session.out());
    session.out().println();
    session
        .out()
        .println(
            """
            What is no verb is JavaScript and runs in the program's realm; so does what follows '='.
            Tab completes, the right arrow takes a hint, Ctrl-C stops what runs, Ctrl-D leaves.\
            """);
  }
}
