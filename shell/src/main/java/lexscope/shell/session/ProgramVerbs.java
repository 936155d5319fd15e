package lexscope.shell.session;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lexscope.gc.Heap;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.shell.command.RecordsText;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.session.ShellVerb.Operand;
import org.jspecify.annotations.Nullable;

/// Verbs that run the program, let it stand still and go on, and look at where it stands.
final class ProgramVerbs {
  private static final Pattern LINE = Pattern.compile("(?:(?<file>.+):)?(?<line>\\d{1,9})");

  private static final String WHILE_STANDING =
      """
      While the program stands still, all questions are about that moment, and JavaScript is
      evaluated in the scope of the running function. Looking changes nothing.
      """;

  private final Session session;

  ProgramVerbs(Session session) {
    this.session = session;
  }

  List<ShellVerb> verbs() {
    return List.of(
        new ShellVerb(
            "run",
            "[FILE...]",
            "run the program from its beginning, to the first breakpoint or until it is idle",
            """
            With files it is the command of that name. Ctrl-C lets the program stand still where it
            is.
            """,
            "run",
            Operand.NOTHING,
            _ -> session.restart(!session.breakpoints().all().isEmpty(), Pace.CONTINUE)),
        new ShellVerb(
            "step",
            "",
            "go to the next statement; run the program to its first one if it does not stand",
            WHILE_STANDING,
            "step",
            Operand.NOTHING,
            _ -> go(Pace.STEP)),
        new ShellVerb(
            "next",
            "",
            "go to the next statement, over calls",
            "",
            "next",
            Operand.NOTHING,
            _ -> go(pace(Pace.Kind.NEXT))),
        new ShellVerb(
            "finish",
            "",
            "go on until the running function has returned",
            "",
            "finish",
            Operand.NOTHING,
            _ -> go(pace(Pace.Kind.FINISH))),
        new ShellVerb(
            "continue",
            "",
            "go on to the next breakpoint or until the program is idle",
            "",
            "continue",
            Operand.NOTHING,
            _ -> go(Pace.CONTINUE)),
        new ShellVerb(
            "break",
            "[FILE:LINE | FUNCTION | alloc FUNCTION]",
            "let the program stand still in a line, in a function or at an allocation",
            """
            break FILE:LINE       at the first statement of the line, or after it if the line has none;
                                  'break LINE' is in the program
            break FUNCTION        where the body of a function begins
            break alloc FUNCTION  where a closure or a record of the function, or an object that it
                                  constructs, was made: after the expression that made it, before
                                  anything else is evaluated
            break                 lists the breakpoints
            Breakpoints count from the next 'run' on if the running program has none.
            """,
            "break app.js:12",
            Operand.BREAKPOINT,
            this::setBreakpoint),
        new ShellVerb(
            "delete",
            "NUMBER",
            "drop a breakpoint",
            "",
            "delete 1",
            Operand.BREAKPOINT,
            this::delete),
        new ShellVerb(
            "where",
            "",
            "show the execution context stack and the source around the place",
            "",
            "where",
            Operand.NOTHING,
            _ -> where()),
        new ShellVerb(
            "env",
            "",
            "show the running context and its records in the notation of the specification",
            """
            From the LexicalEnvironment outward along [[OuterEnv]]; bindings without a record in the
            heap are shown with the context, as 'in registers'. When nothing runs, the modules and
            the Global Environment Record are shown.
            """,
            "env",
            Operand.NOTHING,
            _ -> env()),
        new ShellVerb(
            "wait",
            "MILLISECONDS",
            "let virtual time pass while the program is idle",
            "Timers that become due fire; nothing waits in truth.",
            "wait 1000",
            Operand.BREAKPOINT,
            this::await));
  }

  /// The pace that ends in the standing activation, or outside of it.
  private Pace pace(Pace.Kind kind) {
    Standing standing = session.subject().standing();
    int depth =
        standing == null || standing.frame() == null ? Integer.MAX_VALUE : standing.frame().depth();
    return new Pace(kind, depth);
  }

  private ExitCode go(Pace pace) {
    Subject subject = session.subject();
    if (!subject.isFile()) {
      throw new UserDataException("there is no program: open one first");
    }
    if (subject.standing() == null) {
      if (pace.kind() == Pace.Kind.CONTINUE || pace.kind() == Pace.Kind.FINISH) {
        throw new UserDataException("the program does not stand anywhere: 'run' or 'step' it");
      }
      return session.restart(true, Pace.STEP);
    }
    if (pace.kind() != Pace.Kind.CONTINUE && !subject.program().isStepping()) {
      throw new UserDataException(
          "this run cannot stop at statements: set a breakpoint and 'run' anew");
    }
    subject.goOn(pace);
    return session.tell(subject.program());
  }

  private ExitCode setBreakpoint(List<String> words) {
    Breakpoints breakpoints = session.breakpoints();
    if (words.isEmpty()) {
      for (Breakpoint each : breakpoints.all()) {
        session
            .out()
            .println(
                each.number() + "  " + each.text() + "  stood there " + each.hits() + " times");
      }
      return ExitCode.DONE;
    }
    Breakpoint made = breakpoint(words, breakpoints.nextNumber());
    breakpoints.add(made);
    String moved = made instanceof Breakpoint.OfLine line ? line.moved() : "";
    Subject subject = session.subject();
    boolean later = subject.standing() == null || !subject.program().isStepping();
    session
        .out()
        .println(
            "breakpoint "
                + made.number()
                + " at "
                + made.text()
                + moved
                + (later && subject.isFile() ? " (counts from the next 'run' on)" : ""));
    return ExitCode.DONE;
  }

  private Breakpoint breakpoint(List<String> words, int number) {
    if (words.size() == 2 && words.getFirst().equals("alloc")) {
      return new Breakpoint.OfAllocation(number, words.get(1));
    }
    if (words.size() != 1) {
      throw new UserSyntaxException("break needs FILE:LINE, FUNCTION or alloc FUNCTION");
    }
    Matcher line = LINE.matcher(words.getFirst());
    if (!line.matches()) {
      return new Breakpoint.OfFunction(number, words.getFirst());
    }
    String file = line.group("file") == null ? session.subject().file() : line.group("file");
    int wanted = Integer.parseInt(line.group("line"));
    OptionalInt statement = StatementLines.firstFrom(path(file), wanted);
    if (statement.isPresent() && statement.getAsInt() < 0) {
      throw new UserDataException(
          file + ":" + wanted + ": neither this line nor any after it has a statement");
    }
    return new Breakpoint.OfLine(number, file, statement.orElse(wanted), wanted);
  }

  /// The file that is meant: the program, if the name is the end of its name.
  private String path(String file) {
    String program = session.subject().file();
    return program.endsWith("/" + file) ? program : file;
  }

  private ExitCode delete(List<String> words) {
    if (words.size() != 1 || !words.getFirst().matches("\\d{1,9}")) {
      throw new UserSyntaxException("delete needs the number of a breakpoint");
    }
    if (!session.breakpoints().remove(Integer.parseInt(words.getFirst()))) {
      throw new UserDataException("no breakpoint " + words.getFirst());
    }
    return ExitCode.DONE;
  }

  private @Nullable Standing standing() {
    return session.subject().standing();
  }

  private RecordCensus census() {
    Heap heap = session.subject().program().host().machine().heap();
    return RecordCensus.of(heap, session.policy());
  }

  private ExitCode where() {
    Standing standing = standing();
    if (standing == null || standing.place() == null) {
      session.out().println("nothing runs: the program is idle");
      return ExitCode.DONE;
    }
    int depth = 0;
    for (ContextNotation context : ContextNotation.of(census())) {
      if (context.state().startsWith("suspended")) {
        break;
      }
      String name = context.name().isEmpty() ? "(anonymous)" : context.name();
      session.out().println((depth++ == 0 ? "→ " : "  ") + name + " (" + context.place() + ")");
    }
    session.out().println();
    session.out().print(SourceExcerpt.around(standing.place(), 4, 4, session.streams().colour()));
    return ExitCode.DONE;
  }

  private ExitCode env() {
    Standing standing = standing();
    session
        .out()
        .print(
            RecordsText.ofContext(
                session.subject().heap().info(),
                session.policy(),
                census(),
                standing == null ? null : standing.frame()));
    return ExitCode.DONE;
  }

  private ExitCode await(List<String> words) {
    if (words.size() != 1 || !words.getFirst().matches("\\d{1,15}")) {
      throw new UserSyntaxException("wait needs a number of milliseconds");
    }
    if (standing() != null) {
      throw new UserDataException("the program stands in the middle: 'continue' first");
    }
    return session.report(session.subject().await(Double.parseDouble(words.getFirst())));
  }
}
