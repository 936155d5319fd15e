package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import lexscope.gc.SourcePlace;
import lexscope.js.host.Host;
import lexscope.js.host.HostHooks;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.Machine;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.index.SnapshotAnalysis;
import lexscope.profiler.report.DominatorListing;
import lexscope.profiler.report.Histogram;
import lexscope.scenarios.ProgramSites;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.report.ReportedHeap;
import org.jspecify.annotations.Nullable;

/// A heap that can be asked: of a program, at one moment of its run, or from a snapshot file.
///
/// A question about a program is asked while it stands still: at one of its own snapshots, or when
/// it is idle. Asking allocates nothing on the program's heap, so that it goes on as if nobody had
/// asked.
public final class HeapFile implements ReportedHeap {
  /// What came of asking a file.
  ///
  /// @param code how the run ended; a snapshot file is always done
  /// @param message why the run did not complete, empty if it did
  /// @param answers an answer for each moment asked about, in that order; fewer if the run ended
  ///   before
  public record Asked<T>(ExitCode code, String message, List<T> answers) {
    /// The user ended it.
    static <T> Asked<T> interrupted() {
      return new Asked<>(ExitCode.INTERRUPTED, "interrupted", List.of());
    }
  }

  private final String file;
  private final String moment;
  private final @Nullable Host host;
  private final @Nullable SnapshotAnalysis snapshot;
  private final boolean recorded;
  private final String runSuffix;
  private final Map<CapturePolicy, SnapshotGraph> graphs = new EnumMap<>(CapturePolicy.class);
  private final Map<EdgeRule, Map<CapturePolicy, DominatorTree>> trees =
      new EnumMap<>(EdgeRule.class);

  private HeapFile(
      String file,
      String moment,
      @Nullable Host host,
      @Nullable SnapshotAnalysis snapshot,
      boolean recorded,
      String runSuffix) {
    this.file = file;
    this.moment = moment;
    this.host = host;
    this.snapshot = snapshot;
    this.recorded = recorded;
    this.runSuffix = runSuffix;
  }

  /// The heap of a program that stands still; it must be used no more once the program goes on.
  ///
  /// @param moment what the moment is called
  /// @param run tells runs of one program apart that may differ, as after code was evaluated in one
  public static HeapFile standing(String file, String moment, Host host, String run) {
    return new HeapFile(file, moment, host, null, false, ":" + run);
  }

  /// Reads a snapshot file, to be asked as often as one likes.
  ///
  /// @throws UserDataException if it cannot be read
  public static HeapFile read(String file, Streams streams) {
    try (ProgressLine progress = ProgressLine.of(file, streams)) {
      SnapshotAnalysis opened = SnapshotFiles.open(file, streams, true, progress);
      SnapshotFiles.guarded(file, opened::graph);
      return of(file, opened, false);
    }
  }

  private static HeapFile of(String file, SnapshotAnalysis opened, boolean recorded) {
    String moment = SnapshotFiles.guarded(file, opened::info).snapshot();
    return new HeapFile(file, moment, null, opened, recorded, "");
  }

  /// Reads a snapshot file or runs a program, and asks about it. Of a snapshot file with an index
  /// only that is read which the question needs; the question may be asked twice, and its answer
  /// must have no part of the heap, which is gone once the index was written.
  ///
  /// @param moments names of snapshots: of several of that name the first is meant
  /// @param indexes gets the analysis of a snapshot file
  /// @throws UserDataException if a snapshot file cannot be read, if the run completed without a
  ///   snapshot of that name, or if `question` throws it
  static <T> Asked<T> ask(
      String file,
      Programs programs,
      List<String> moments,
      Function<HeapFile, T> question,
      PendingIndexes indexes) {
    return ask(file, programs, moments, question, indexes, false);
  }

  /// As {@link #ask}, for answers that are graphs or trees, or hold such.
  static <T> Asked<T> take(
      String file,
      Programs programs,
      List<String> moments,
      Function<HeapFile, T> question,
      PendingIndexes indexes) {
    return ask(file, programs, moments, question, indexes, true);
  }

  private static <T> Asked<T> ask(
      String file,
      Programs programs,
      List<String> moments,
      Function<HeapFile, T> question,
      PendingIndexes indexes,
      boolean lasts) {
    HeapFile standing = programs.standing();
    try {
      if (standing != null && standing.file.equals(file)) {
        return interruptibly(programs, () -> answered(standing, moments, question));
      }
      return SnapshotFiles.isSnapshot(file)
          ? interruptibly(
              programs, () -> analyse(file, programs, moments, question, indexes, lasts))
          : new Run<>(file, programs, moments, question).ask();
    } catch (AnalysisInterruptedException _) {
      return Asked.interrupted();
    }
  }

  /// Does what an interrupt ends.
  ///
  /// @throws AnalysisInterruptedException if one comes
  static <T> T interruptibly(Programs programs, Supplier<T> work) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    programs.streams().interruption().duringAnalysis(() -> result.set(work.get()));
    return Objects.requireNonNull(result.get());
  }

  private static <T> Asked<T> answered(
      HeapFile heap, List<String> moments, Function<HeapFile, T> question) {
    T answer = question.apply(heap);
    return new Asked<>(ExitCode.DONE, "", moments.stream().map(_ -> answer).toList());
  }

  private static <T> Asked<T> analyse(
      String file,
      Programs programs,
      List<String> moments,
      Function<HeapFile, T> question,
      PendingIndexes indexes,
      boolean lasts) {
    try (ProgressLine progress = ProgressLine.of(file, programs.streams())) {
      SnapshotAnalysis opened =
          SnapshotFiles.open(file, programs.streams(), programs.indexed(), progress);
      try {
        SnapshotAnalysis.Question<Asked<T>> asking =
            () -> {
              HeapFile heap = of(file, opened, programs.recorded());
              heap.checkMoments(moments);
              return answered(heap, moments, question);
            };
        Asked<T> asked =
            SnapshotFiles.guarded(file, () -> lasts ? asking.ask() : opened.ask(asking));
        indexes.add(opened, progress);
        return asked;
      } catch (RuntimeException | Error e) {
        opened.close();
        throw e;
      }
    }
  }

  private void checkMoments(List<String> moments) {
    String own = moment;
    for (String moment : moments) {
      if (!moment.equals(SnapshotNames.END) && !SnapshotNames.matches(own, moment)) {
        throw new UserDataException(
            file
                + ": no snapshot '"
                + moment
                + "': the file holds one only"
                + (own.isEmpty() ? "" : ", '" + own + "'"));
      }
    }
  }

  /// One run of a program that is asked at some of its moments.
  private static final class Run<T> implements HostHooks {
    private final String file;
    private final Programs programs;
    private final List<String> moments;
    private final Function<HeapFile, T> question;
    private final Host host;
    private final SnapshotNames names = new SnapshotNames();
    private final Map<String, T> answers = new LinkedHashMap<>();
    private @Nullable RuntimeException failure;

    Run(String file, Programs programs, List<String> moments, Function<HeapFile, T> question) {
      this.file = file;
      this.programs = programs;
      this.moments = moments;
      this.question = question;
      this.host = programs.host(file);
    }

    Asked<T> ask() {
      Programs.Run run = programs.run(file, host, this);
      if (failure != null) {
        throw failure;
      }
      // A heap that became too large can be asked what fills it.
      if (run.ranToItsEnd() || run.code().equals(ExitCode.HEAP_LIMIT)) {
        answerAt(SnapshotNames.END, SnapshotNames.END);
      }
      List<T> found = new ArrayList<>();
      for (String moment : moments) {
        T answer = answers.get(moment);
        if (answer != null) {
          found.add(answer);
        } else if (run.ranToItsEnd()) {
          throw new UserDataException(
              file + ": no snapshot '" + moment + "'; there were: " + names.list());
        }
      }
      ExitCode code = run.ranToItsEnd() ? ExitCode.DONE : run.code();
      return new Asked<>(code, run.message(), found);
    }

    private void answerAt(String snapshot, String moment) {
      if (moments.contains(moment)) {
        // What the program printed is not lost if the process ends meanwhile.
        programs.streams().flush();
        HeapFile heap = new HeapFile(file, snapshot, host, null, programs.recorded(), "");
        answers.put(moment, interruptibly(programs, () -> question.apply(heap)));
      }
    }

    @Override
    public void snapshot(String name) {
      String full = names.next(name);
      for (String moment : moments) {
        if (failure == null
            && !moment.equals(SnapshotNames.END)
            && SnapshotNames.matches(full, moment)
            && !answers.containsKey(moment)) {
          try {
            answerAt(full, moment);
          } catch (AnalysisInterruptedException e) {
            failure = e;
            host.interrupt();
          } catch (RuntimeException e) {
            // The program must not see it.
            failure = e;
          }
        }
      }
    }

    @Override
    public void debuggerStatement(SourcePlace place) {
      snapshot(place.file() + ":" + place.line());
    }
  }

  /// What is alive under a policy; a snapshot file shows what it was taken of. Made when it is
  /// first asked for.
  @Override
  public SnapshotGraph graph(CapturePolicy policy) {
    if (snapshot != null) {
      return SnapshotFiles.guarded(file, snapshot::graph);
    }
    SnapshotGraph graph = graphs.get(policy);
    if (graph == null) {
      graph = recorded ? ProfilerEvents.snapshot(() -> capture(policy)) : capture(policy);
      graphs.put(policy, graph);
    }
    return graph;
  }

  /// What is alive under a policy, if that was asked for before; else null.
  public @Nullable SnapshotGraph graphIfMade(CapturePolicy policy) {
    return snapshot == null ? graphs.get(policy) : graph(policy);
  }

  /// The dominator tree under a policy and a rule. Made when it is first asked for.
  @Override
  public DominatorTree tree(CapturePolicy policy, EdgeRule rule) {
    SnapshotAnalysis opened = snapshot;
    return opened != null
        ? SnapshotFiles.guarded(file, () -> opened.tree(rule))
        : trees
            .computeIfAbsent(rule, _ -> new EnumMap<>(CapturePolicy.class))
            .computeIfAbsent(policy, _ -> DominatorTree.of(graph(policy), rule));
  }

  /// The histogram under a policy and a rule. That of a snapshot file is kept in its index, and
  /// then needs neither graph nor tree.
  @Override
  public Histogram histogram(CapturePolicy policy, EdgeRule rule) {
    SnapshotAnalysis opened = snapshot;
    return opened != null
        ? SnapshotFiles.guarded(file, () -> opened.histogram(rule))
        : Histogram.of(tree(policy, rule));
  }

  /// The top of the dominator tree under a policy and a rule, as much as a terminal shows.
  public DominatorListing listing(CapturePolicy policy, EdgeRule rule) {
    SnapshotAnalysis opened = snapshot;
    return opened != null
        ? SnapshotFiles.guarded(file, () -> opened.listing(rule))
        : DominatorListing.of(tree(policy, rule), DominatorListing.Limits.TERMINAL);
  }

  /// The answer to a question about the whole heap that takes long: that of a snapshot file is kept
  /// in its index.
  ///
  /// @param question with everything that the answer depends on besides the heap
  public String answer(String question, Supplier<String> asked) {
    SnapshotAnalysis opened = snapshot;
    return opened != null
        ? SnapshotFiles.guarded(file, () -> opened.answer(question, asked::get))
        : asked.get();
  }

  /// Makes sure that a graph of this heap knows the calls in which things were made.
  ///
  /// @throws UserDataException if it does not, with what to do about it
  void checkAllocationStacks(SnapshotGraph graph) {
    if (graph.allocationStacks().isEmpty()) {
      throw new UserDataException(
          file
              + ": it is not known which calls made what is in this heap: "
              + (isProgram()
                  ? "run the program with --" + CommonOptions.ALLOCATION_STACKS
                  : "record allocation stacks when you take the snapshot"));
    }
  }

  /// Where an answer under a policy comes from.
  public GraphInfo info(CapturePolicy policy) {
    return snapshot == null ? graph(policy).info() : info();
  }

  private SnapshotGraph capture(CapturePolicy policy) {
    Machine machine = program().machine();
    return HeapCapture.capture(machine.heap(), policy, info(), new ProgramSites(machine.sites()));
  }

  /// The program or snapshot file.
  public String file() {
    return file;
  }

  /// Where the heap comes from.
  @Override
  public GraphInfo info() {
    return snapshot == null
        ? new GraphInfo(file, moment, "", identity())
        : SnapshotFiles.guarded(file, snapshot::info);
  }

  /// Two runs have the same ids if text and collector are the same: then this is the same, too.
  private String identity() {
    CRC32 sum = new CRC32();
    try {
      sum.update(Files.readAllBytes(Programs.path(file)));
    } catch (IOException _) {
      return runSuffix.isEmpty() ? "" : file + runSuffix;
    }
    String policy = program().options().policy().ruleName();
    return file + ":" + Long.toHexString(sum.getValue()) + ":" + policy + runSuffix;
  }

  /// Whether the answer may be asked for under a policy other than the snapshot's own.
  @Override
  public boolean isProgram() {
    return host != null;
  }

  /// The program.
  ///
  /// @throws IllegalStateException if this is a snapshot file
  @Override
  public Host program() {
    if (host == null) {
      throw new IllegalStateException("a snapshot file has no program");
    }
    return host;
  }
}
