package lexscope.shell.session;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.shell.command.Arguments;
import lexscope.shell.command.Command;
import lexscope.shell.command.Dispatcher;
import lexscope.shell.command.HeapFile;
import lexscope.shell.command.Programs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.repl.LineSource;
import lexscope.shell.repl.Words;
import org.jspecify.annotations.Nullable;

/// What lasts from one entry to the next: the program or snapshot that the shell is about, the
/// policy, marks and breakpoints, and where the user is in the heap.
public final class Session {
  /// What may stand before JavaScript that would else be taken for a verb.
  static final String MARKER = "=";

  private final Streams outer;
  private final Streams streams;
  private final Screen screen;
  private final LineSource lines;
  private final Dispatcher dispatcher;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<String, ShellVerb> verbs = new LinkedHashMap<>();
  private final Breakpoints breakpoints = new Breakpoints();
  private final Marks marks = new Marks();
  private final Trail trail = new Trail();
  private final Programs programs;
  private final Entries entries;
  private Subject subject;
  private CapturePolicy policy;
  private boolean leaving;
  private String lastStep = "";

  /// A session about a file.
  ///
  /// @param file a program or a snapshot file; null for an empty realm
  /// @param commands the verbs of the command line that may be used
  /// @param programs how programs are run; their streams are those of the shell
  /// @param links whether the terminal understands links
  public Session(
      @Nullable String file,
      CapturePolicy policy,
      List<Command> commands,
      Programs programs,
      LineSource lines,
      boolean links) {
    this.outer = programs.streams();
    this.lines = lines;
    this.policy = policy;
    Links decoration = new Links(this::placeOf);
    UnaryOperator<String> plain = UnaryOperator.identity();
    boolean colour = outer.colour();
    screen =
        new Screen(
            outer.out(),
            lines,
            colour || links ? line -> decoration.of(line, links) : plain,
            colour ? line -> decoration.of(line, false) : plain);
    PrintStream out = lines.isTyped() ? screen.stream() : outer.out();
    streams =
        new Streams(outer.in(), out, outer.err(), outer.colour(), false, outer.interruption());
    this.programs = programs.withStreams(streams);
    dispatcher = new Dispatcher(streams, commands);
    commands.forEach(command -> this.commands.put(command.name(), command));
    new HeapVerbs(this).verbs().forEach(verb -> verbs.put(verb.name(), verb));
    new ProgramVerbs(this).verbs().forEach(verb -> verbs.put(verb.name(), verb));
    new ShellVerbs(this).verbs().forEach(verb -> verbs.put(verb.name(), verb));
    entries = new Entries(this::isVerb);
    subject = subjectOf(file == null ? Subject.NO_FILE : file);
  }

  private Subject subjectOf(String file) {
    return new Subject(
        file, programs, breakpoints, (name, heap) -> marks.snapshot(name, heap, policy));
  }

  // ---- what verbs ask and change --------------------------------------------------------------

  Streams streams() {
    return streams;
  }

  PrintStream out() {
    return streams.out();
  }

  Subject subject() {
    return subject;
  }

  Breakpoints breakpoints() {
    return breakpoints;
  }

  Marks marks() {
    return marks;
  }

  Trail trail() {
    return trail;
  }

  CapturePolicy policy() {
    return policy;
  }

  void policy(CapturePolicy chosen) {
    policy = chosen;
  }

  Map<String, Command> commands() {
    return commands;
  }

  Map<String, ShellVerb> verbs() {
    return verbs;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  Entries entries() {
    return entries;
  }

  boolean isTyped() {
    return lines.isTyped();
  }

  /// Ends the shell after this entry.
  void leave() {
    leaving = true;
  }

  /// What is alive now, under the session's policy.
  DominatorTree tree() {
    return subject.heap().tree(policy, EdgeRule.STRONG);
  }

  /// Makes the session be about another file, and runs or reads it.
  ExitCode open(String file) {
    subject.close();
    trail.clear();
    marks.clear();
    subject = subjectOf(file);
    return begin();
  }

  /// Runs or reads what the session is about, at a terminal at once, else when it is first asked
  /// about.
  ExitCode begin() {
    if (!lines.isTyped() || !subject.isFile()) {
      return ExitCode.DONE;
    }
    return dispatcher.guarded(
        "help",
        () -> {
          if (subject.isSnapshot()) {
            subject.heap();
            return ExitCode.DONE;
          }
          return tell(subject.program());
        });
  }

  /// Runs the program from its beginning.
  ExitCode restart(boolean stepping, Pace first) {
    trail.clear();
    marks.restart();
    subject.restart(stepping, first);
    return tell(subject.program());
  }

  /// Says how a run goes that has just stopped: where it stands, or how it ended.
  ExitCode tell(ProgramRun run) {
    Standing standing = run.standing();
    if (standing != null) {
      String reason = standing.reason();
      if (standing.place() == null) {
        out().println(reason + " " + standing.line());
      } else {
        String function = standing.frame() == null ? "" : standing.frame().codeName();
        out()
            .println(
                (reason.isEmpty() ? "" : reason + ": ")
                    + standing.line()
                    + (function.isEmpty() ? "" : " in " + function));
        boolean step = reason.isEmpty();
        out()
            .print(
                SourceExcerpt.around(
                    standing.place(), step ? 0 : 2, step ? 0 : 2, streams.colour()));
      }
      return ExitCode.DONE;
    }
    RunOutcome outcome = run.outcome();
    return outcome == null ? ExitCode.DONE : report(outcome);
  }

  /// Says what went wrong.
  ExitCode report(RunOutcome outcome) {
    Programs.Run ended = new Programs.Run(subject.program().host(), outcome);
    if (!ended.message().isEmpty()) {
      out().flush();
      streams.err().println(ended.message());
    }
    return ended.code();
  }

  private @Nullable String placeOf(long id) {
    SnapshotGraph graph = subject.isBegun() ? subject.heap().graphIfMade(policy) : null;
    int node = graph == null ? -1 : graph.ordinalOf(id);
    SourceLocation location = node < 0 || graph == null ? null : graph.location(node);
    return location == null ? null : location.script() + ":" + location.line();
  }

  // ---- entries --------------------------------------------------------------------------------

  /// Whether a word is a verb.
  boolean isVerb(String word) {
    return commands.containsKey(word) || verbs.containsKey(word);
  }

  /// Takes entries until the input ends or the user leaves.
  ///
  /// @return the worst exit code of the entries; done if a person typed them
  public ExitCode run() throws IOException {
    lines.onInterrupt(outer.interruption()::request);
    ExitCode worst = shown(false, this::begin);
    for (String entry = lines.next(); entry != null && !leaving; entry = lines.next()) {
      String text = entry.isBlank() && subject.standing() != null ? lastStep : entry.strip();
      if (!text.isEmpty()) {
        outer.interruption().forget();
        worst = worst.worse(run(text));
        if (leaving) {
          break;
        }
      }
    }
    subject.close();
    return lines.isTyped() ? ExitCode.DONE : worst;
  }

  private ExitCode run(String text) throws IOException {
    if (!entries.isVerbLine(text)) {
      lastStep = "";
      return shown(false, () -> dispatcher.guarded("help", () -> evaluate(text)));
    }
    List<String> words = Words.of(text);
    String verb = words.getFirst();
    lastStep = lines.isTyped() && (verb.equals("step") || verb.equals("next")) ? text : "";
    ShellVerb own = verbs.get(verb);
    List<String> rest = words.subList(1, words.size());
    if (own != null && !isForCommand(verb, rest)) {
      boolean streaming = own.operand() == ShellVerb.Operand.NOTHING;
      return shown(
          !streaming, () -> dispatcher.guarded("help " + verb, () -> interruptibly(own, rest)));
    }
    return shown(true, () -> command(words));
  }

  /// Questions may be ended, as those of commands may; what runs the program sees to that itself.
  private ExitCode interruptibly(ShellVerb verb, List<String> words) {
    if (verb.operand() != ShellVerb.Operand.TARGET && verb.operand() != ShellVerb.Operand.MARK) {
      return verb.action().run(words);
    }
    AtomicReference<ExitCode> code = new AtomicReference<>(ExitCode.INTERRUPTED);
    try {
      outer.interruption().duringAnalysis(() -> code.set(verb.action().run(words)));
    } catch (AnalysisInterruptedException _) {
      streams.err().println("interrupted");
    }
    return code.get();
  }

  /// Runs a command line about the subject.
  ExitCode command(List<String> words) {
    return dispatcher.run(withPolicy(words), this::withSubject);
  }

  private ExitCode shown(boolean paged, java.util.function.Supplier<ExitCode> work)
      throws IOException {
    screen.begin(paged && lines.isTyped());
    ExitCode code = work.get();
    streams.out().flush();
    screen.end();
    outer.flush();
    return code;
  }

  /// Whether a verb that both the shell and the command line have is meant as the latter's.
  private boolean isForCommand(String verb, List<String> rest) {
    if (!commands.containsKey(verb)) {
      return false;
    }
    return switch (verb) {
      case "run" -> !rest.isEmpty();
      case "report" -> !ShellVerbs.isReportOfShell(rest);
      case "diff" ->
          rest.isEmpty() || rest.getFirst().startsWith("-") || marks.find(rest.getFirst()) == null;
      default -> false;
    };
  }

  private List<String> withPolicy(List<String> words) {
    Command command = commands.get(words.getFirst());
    boolean traced =
        command != null
            && policy != CapturePolicy.WHOLE
            && command.options().hasLongOption("policy")
            && command.options().hasLongOption("at")
            && !command.name().equals("compare")
            && words.stream().noneMatch(word -> word.startsWith("--policy"));
    if (!traced) {
      return words;
    }
    List<String> more = new java.util.ArrayList<>(words);
    more.addAll(1, List.of("--policy", policy.ruleName()));
    return more;
  }

  /// The file of a command that was given none: the heap as it stands, unless options want another
  /// run.
  private Arguments withSubject(Arguments arguments) {
    if (!subject.isFile() && !subject.isBegun()) {
      return arguments;
    }
    boolean another =
        List.of("max-heap", "until", "max-turns", "html", "conditions", "stress", "jfr", "at")
            .stream()
            .anyMatch(arguments::has);
    return another && subject.isFile()
        ? arguments.withOperand(subject.file())
        : arguments.withStanding(heap());
  }

  private HeapFile heap() {
    boolean isNew = !subject.isBegun();
    HeapFile heap = subject.heap();
    if (isNew && !subject.isSnapshot()) {
      tell(subject.program());
    }
    return heap;
  }

  private ExitCode evaluate(String text) {
    String code = text.startsWith(MARKER) ? text.substring(MARKER.length()).strip() : text;
    if (subject.isSnapshot()) {
      throw new UserDataException(unknown(text, "a snapshot runs no JavaScript"));
    }
    RunOutcome outcome = subject.evaluate(code, value -> out().println(value));
    // The program's own exit code was told when it ended.
    ExitCode result = outcome.equals(subject.program().outcome()) ? ExitCode.DONE : report(outcome);
    if (!result.equals(ExitCode.DONE) && !result.equals(ExitCode.INTERRUPTED)) {
      String word = Entries.firstWord(text);
      String near = entries.nearest(word, this);
      if (!near.isEmpty()) {
        streams.err().println("lexscope: no verb '" + word + "'; did you mean '" + near + "'?");
      }
    }
    return result;
  }

  private String unknown(String text, String otherwise) {
    String word = Entries.firstWord(text);
    String near = entries.nearest(word, this);
    return "unknown command '"
        + word
        + "'"
        + (near.isEmpty() ? ": " + otherwise : "; did you mean '" + near + "'?");
  }
}
