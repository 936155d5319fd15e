package lexscope.profiler.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.StoredGraphs;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.DamagedColumnException;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.DominatorListing;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.report.StoredHistograms;
import lexscope.profiler.report.StoredListings;
import org.jspecify.annotations.Nullable;

/// A snapshot and what is known of it. Graph, dominator trees and histograms are made when they are
/// first asked for; of a file they come from the index beside it, `FILE.lexscope`, if that is one
/// of the very bytes of the file, written by this build, and whole. Any other index counts as
/// absent. Answers are the same with an index and without.
///
/// To know that, the whole file is read and summed at each opening, on other threads: a time stamp
/// would be cheaper and can lie. What is asked for in {@link #ask} fetches its columns from the
/// index in blocks, as they are needed, and may turn out to be damaged then: the question is asked
/// anew. Otherwise all is fetched at once and lasts. For one thread only.
public final class SnapshotAnalysis implements AutoCloseable {
  private static final String INFO = "info";
  private static final String GRAPH = "graph";
  private static final String TREE = "dominators ";
  private static final String HISTOGRAM = "histogram ";
  private static final String LISTING = "listing ";
  private static final String PATHS = "paths ";
  private static final String RETAINERS = "retainers";

  /// How an analysis is done.
  ///
  /// @param build which build of the program this is: others' indexes are not read
  /// @param smallest the size of a file in bytes from which on an index is kept; smaller ones are
  ///   read as fast as their index
  /// @param progress told how far reading has come
  /// @param monitor told how far everything else has come
  public record Options(
      String build, long smallest, HeapSnapshotReader.Progress progress, Monitor monitor) {
    /// No index at all.
    public static final long NEVER = Long.MAX_VALUE;
  }

  /// Null if the graph is no file's.
  private final @Nullable IndexedFile file;

  private final Options options;
  private final Map<EdgeRule, DominatorTree> trees = new EnumMap<>(EdgeRule.class);
  private final Map<EdgeRule, Histogram> histograms = new EnumMap<>(EdgeRule.class);
  private final Map<EdgeRule, DominatorListing> listings = new EnumMap<>(EdgeRule.class);
  private final Map<String, IndexFile.Store> unkept = new LinkedHashMap<>();

  /// Answers that are not kept yet, by their sections.
  private final Map<String, String> answers = new LinkedHashMap<>();

  /// What is being made for later openings.
  private final List<Preparation> preparations = new ArrayList<>();

  private boolean asking;
  private @Nullable SnapshotGraph graph;
  private @Nullable GraphInfo info;

  private SnapshotAnalysis(@Nullable IndexedFile file, Options options) {
    this.file = file;
    this.options = options;
  }

  private static SnapshotAnalysis unopened(Path file, Options options) {
    return new SnapshotAnalysis(new IndexedFile(file, options.build, options.smallest), options);
  }

  /// The analysis of a graph that is no file's, or whose file has gone by.
  public static SnapshotAnalysis of(SnapshotGraph graph, Options options) {
    SnapshotAnalysis analysis = new SnapshotAnalysis(null, options);
    analysis.graph = graph;
    analysis.info = graph.info();
    return analysis;
  }

  /// Opens a snapshot file. Without an index it is read.
  ///
  /// @throws lexscope.profiler.format.SnapshotFormatException if it is no snapshot
  /// @throws IOException if it cannot be read
  public static SnapshotAnalysis open(Path file, Options options) throws IOException {
    SnapshotAnalysis analysis = unopened(file, options);
    if (!analysis.openIndex()) {
      analysis.graph();
    }
    return analysis;
  }

  /// A question about a snapshot.
  @FunctionalInterface
  public interface Question<T> {
    /// Asks it. May be called twice.
    T ask() throws IOException;
  }

  /// Answers a question that may use all of this analysis. While it is worked out, it is found out
  /// whether the index is of this file and whole; if not, the question is asked again and the file
  /// read. So nothing that the question uses may outlive it.
  ///
  /// @throws IOException if the file has to be read and cannot be, or if the question does
  public <T> T ask(Question<T> question) throws IOException {
    asking = true;
    try {
      while (true) {
        try {
          T answer = question.ask();
          if (isConfirmed()) {
            return answer;
          }
        } catch (DamagedColumnException _) {
          // The index is as good as none.
        } catch (AnalysisInterruptedException e) {
          throw e;
        } catch (RuntimeException | IOException e) {
          if (isConfirmed()) {
            throw e;
          }
        }
        forget();
      }
    } finally {
      asking = false;
    }
  }

  /// Whether the index, if there is one, is of this very file.
  private boolean isConfirmed() {
    return file == null || file.isConfirmed();
  }

  private void confirm() {
    if (!asking && !isConfirmed()) {
      forget();
    }
  }

  /// Believes nothing of what an index held.
  private void forget() {
    close();
    graph = null;
    info = null;
    trees.clear();
    histograms.clear();
    listings.clear();
    unkept.clear();
    answers.clear();
  }

  private boolean openIndex() throws IOException {
    info = file == null ? null : file.open(INFO, SnapshotAnalysis::restoreInfo).orElse(null);
    return info != null;
  }

  private static GraphInfo restoreInfo(ColumnInput in) throws IOException {
    return new GraphInfo(in.text(), in.text(), in.text(), in.text());
  }

  private <T> Optional<T> kept(String section, IndexFile.Restore<T> restore) {
    return file == null ? Optional.empty() : file.section(section, restore, !asking);
  }

  /// Where the graph comes from.
  public GraphInfo info() throws IOException {
    confirm();
    GraphInfo known = info;
    return known == null ? graph().info() : known;
  }

  /// The graph.
  ///
  /// @throws lexscope.profiler.format.SnapshotFormatException if the file is no snapshot
  /// @throws IOException if the file cannot be read
  public SnapshotGraph graph() throws IOException {
    confirm();
    SnapshotGraph known = graph;
    if (known == null) {
      GraphInfo from = info;
      if (from != null) {
        known = kept(GRAPH, in -> restoreGraph(in, from)).orElse(null);
      }
      if (known == null) {
        known = read();
      }
      graph = known;
    }
    return known;
  }

  private SnapshotGraph restoreGraph(ColumnInput in, GraphInfo from) throws IOException {
    SnapshotGraph restored = StoredGraphs.restore(in, from);
    kept(
        RETAINERS,
        retainers -> {
          restored.restoreRetainers(retainers);
          return restored;
        });
    return restored;
  }

  /// Reads the file; of what an index held nothing is believed any more.
  private SnapshotGraph read() throws IOException {
    IndexedFile from = file;
    if (from == null) {
      throw new IllegalStateException("there is no file");
    }
    forget();
    SnapshotGraph read = from.read(options.progress);
    info = read.info();
    unkept.put(INFO, out -> storeInfo(read.info(), out));
    unkept.put(GRAPH, out -> StoredGraphs.store(read, out));
    return read;
  }

  private static void storeInfo(GraphInfo info, ColumnOutput out) throws IOException {
    out.text(info.source());
    out.text(info.snapshot());
    out.text(info.policy());
    out.text(info.run());
  }

  /// The dominator tree under a rule.
  ///
  /// @throws IOException if the file has to be read and cannot be
  public DominatorTree tree(EdgeRule rule) throws IOException {
    SnapshotGraph of = graph();
    DominatorTree known = trees.get(rule);
    if (known == null) {
      known = kept(TREE + rule.label(), in -> restoreTree(in, of, rule)).orElse(null);
      if (known == null) {
        DominatorTree made = DominatorTree.of(of, rule, options.monitor);
        unkept.put(TREE + rule.label(), made::store);
        known = made;
      }
      trees.put(rule, known);
    }
    return known;
  }

  private DominatorTree restoreTree(ColumnInput in, SnapshotGraph of, EdgeRule rule)
      throws IOException {
    DominatorTree restored = DominatorTree.restore(in, of, rule);
    kept(
        PATHS + rule.label(),
        paths -> {
          restored.edges().restorePathEdges(paths);
          return restored;
        });
    return restored;
  }

  /// The histogram under a rule.
  ///
  /// @throws IOException if the file has to be read and cannot be
  public Histogram histogram(EdgeRule rule) throws IOException {
    confirm();
    Histogram known = histograms.get(rule);
    if (known == null) {
      known = kept(HISTOGRAM + rule.label(), StoredHistograms::restore).orElse(null);
      if (known == null) {
        Histogram made = Histogram.of(tree(rule));
        unkept.put(HISTOGRAM + rule.label(), out -> StoredHistograms.store(made, out));
        known = made;
      }
      histograms.put(rule, known);
    }
    return known;
  }

  /// The top of the dominator tree under a rule, as much of it as a terminal shows.
  ///
  /// @throws IOException if the file has to be read and cannot be
  public DominatorListing listing(EdgeRule rule) throws IOException {
    DominatorTree of = tree(rule);
    DominatorListing known = listings.get(rule);
    if (known == null) {
      known = kept(LISTING + rule.label(), in -> StoredListings.restore(in, of)).orElse(null);
      if (known == null) {
        DominatorListing made = DominatorListing.of(of, DominatorListing.Limits.TERMINAL);
        unkept.put(LISTING + rule.label(), out -> StoredListings.store(made, out));
        known = made;
      }
      listings.put(rule, known);
    }
    return known;
  }

  /// The answer to a question, if it was given before about the very bytes of a file. Reads no more
  /// than the index.
  ///
  /// @throws IOException if the file cannot be read
  public static Optional<String> known(Path file, Options options, String question)
      throws IOException {
    try (SnapshotAnalysis analysis = unopened(file, options)) {
      analysis.asking = true;
      if (!analysis.openIndex()) {
        return Optional.empty();
      }
      Optional<String> known = analysis.kept(KeptAnswers.section(question), ColumnInput::text);
      return known.isPresent() && analysis.isConfirmed() ? known : Optional.empty();
    }
  }

  /// Whether there is an index beside a file, of whatever.
  public static boolean hasIndex(Path file) {
    return Files.isRegularFile(IndexedFile.indexOf(file));
  }

  /// Tells a file from all that have other bytes or another name.
  ///
  /// @throws IOException if it cannot be read
  public static String identity(Path file) throws IOException {
    return IndexedFile.identity(file, ContentKey.of(file));
  }

  /// The {@link #identity(Path)} of the file; nothing if it has no index.
  ///
  /// @throws IOException if the file has to be read and cannot be
  public Optional<String> identity() throws IOException {
    confirm();
    return file == null ? Optional.empty() : file.identity();
  }

  /// Takes an answer about this file and others, to be kept.
  ///
  /// @param question with the identities of the others
  /// @throws IOException if the size of the file cannot be told
  public void addAnswer(String question, String answer) throws IOException {
    if (file != null && file.isKept()) {
      long size = file.size();
      if (KeptAnswers.isKept(question, answer, size)) {
        answers.put(KeptAnswers.section(question), answer);
        answers.keySet().removeAll(KeptAnswers.dropped(null, answers, size));
      }
    }
  }

  /// The answer to a question, as it was given before.
  ///
  /// @param question the same for the same answer: with everything that the answer depends on
  ///   besides the file
  /// @throws IOException if the file has to be read and cannot be, or if the question does
  public String answer(String question, Question<String> asked) throws IOException {
    confirm();
    String section = KeptAnswers.section(question);
    Optional<String> known = Optional.ofNullable(answers.get(section));
    if (known.isEmpty()) {
      known = kept(section, ColumnInput::text);
    }
    if (known.isPresent()) {
      return known.get();
    }
    String made = asked.ask();
    addAnswer(question, made);
    return made;
  }

  /// Keeps what was made since the opening, and what later questions about the same trees need:
  /// histograms, listings and, if somebody asked for a path, all shortest paths. A folder that
  /// cannot be written to is no error: the next opening is slower.
  ///
  /// @return whether an index is there now
  /// @throws AnalysisInterruptedException if the thread is interrupted; there is no part of an
  ///   index then
  public boolean keep() {
    return keep(_ -> {});
  }

  /// As {@link #keep()}.
  ///
  /// @param progress told how many bytes of the index have been written: none before there is a
  ///   file
  public boolean keep(LongConsumer progress) {
    IndexedFile to = file;
    ContentKey of = to == null ? null : to.key();
    try {
      if (to == null || of == null || !to.isKept()) {
        return false;
      }
      boolean isNew = to.index() == null;
      if (!to.isWritable()) {
        return !isNew && unkept.isEmpty() && answers.isEmpty();
      }
      Map<String, IndexFile.Store> prepared = prepared(isNew);
      for (EdgeRule rule : trees.keySet()) {
        if (!isThere(HISTOGRAM + rule.label())) {
          histogram(rule);
        }
        if (!isThere(LISTING + rule.label())) {
          listing(rule);
        }
      }
      // Last, since they may still be in the making.
      unkept.putAll(prepared);
      if (!unkept.isEmpty() || !answers.isEmpty()) {
        to.write(of, unkept, answers, progress);
        unkept.clear();
        answers.clear();
      } else if (!isNew) {
        to.touch();
      }
      return true;
    } catch (DamagedColumnException | IOException _) {
      // An interrupt closes what is written to.
      Monitor.endIfInterrupted();
      return false;
    }
  }

  /// Makes shortest paths and what goes with them, if this time somebody asked for some.
  ///
  /// @param aside whether on another thread
  private Map<String, IndexFile.Store> prepared(boolean aside) throws IOException {
    Map<String, IndexFile.Store> stores = new LinkedHashMap<>();
    for (Map.Entry<EdgeRule, DominatorTree> entry : trees.entrySet()) {
      String paths = PATHS + entry.getKey().label();
      RetainingEdges edges = entry.getValue().edges();
      if (edges.arePathsAsked() && !isThere(paths)) {
        boolean withRetainers = !isThere(RETAINERS) && !stores.containsKey(RETAINERS);
        Preparation preparation = new Preparation(edges, withRetainers);
        preparation.begin(aside);
        preparations.add(preparation);
        if (withRetainers) {
          stores.put(RETAINERS, preparation::storeRetainers);
        }
        stores.put(paths, preparation::storePaths);
      }
    }
    return stores;
  }

  private boolean isThere(String section) {
    return file != null && file.has(section);
  }

  /// Closes the index.
  @Override
  public void close() {
    preparations.forEach(Preparation::end);
    preparations.clear();
    if (file != null) {
      file.close();
    }
  }
}
