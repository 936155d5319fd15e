package lexscope.shell.session;

import java.util.List;
import lexscope.shell.ExitCode;
import lexscope.shell.UserSyntaxException;
import lexscope.shell.command.Command;
import lexscope.shell.command.Help;
import lexscope.shell.session.ShellVerb.Operand;

/// Verbs about the shell itself.
final class ShellVerbs {
  private final Session session;

  ShellVerbs(Session session) {
    this.session = session;
  }

  List<ShellVerb> verbs() {
    return List.of(
        new ShellVerb(
            "open",
            "FILE",
            "make the shell be about another program or snapshot",
            "",
            "open app.js",
            Operand.FILE,
            words -> {
              if (words.size() != 1) {
                throw new UserSyntaxException("open takes one file");
              }
              return session.open(words.getFirst());
            }),
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
