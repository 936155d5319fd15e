package lexscope.profiler.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.StoredGraphs;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.report.StoredHistograms;
import org.jspecify.annotations.Nullable;

/// A snapshot and what is known of it. Graph, dominator trees and histograms are made when they are
/// first asked for; of a file they come from the index beside it, `FILE.lexscope`, if that is one
/// of the very bytes of the file, written by this build, and whole. Any other index counts as
/// absent. Answers are the same with an index and without.
///
/// To know that, the whole file is read and summed at each opening: a time stamp would be cheaper
/// and can lie. For one thread only.
public final class SnapshotAnalysis implements AutoCloseable {
  private static final String SUFFIX = ".lexscope";
  private static final String INFO = "info";
  private static final String GRAPH = "graph";
  private static final String TREE = "dominators ";
  private static final String HISTOGRAM = "histogram ";

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

  private final @Nullable Path file;
  private final Options options;
  private final Map<EdgeRule, DominatorTree> trees = new EnumMap<>(EdgeRule.class);
  private final Map<EdgeRule, Histogram> histograms = new EnumMap<>(EdgeRule.class);
  private final Map<String, IndexFile.Store> unkept = new LinkedHashMap<>();
  private @Nullable IndexFile index;
  private @Nullable ContentKey key;
  private @Nullable SnapshotGraph graph;
  private @Nullable GraphInfo info;

  private SnapshotAnalysis(@Nullable Path file, Options options) {
    this.file = file;
    this.options = options;
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
    SnapshotAnalysis analysis = new SnapshotAnalysis(file, options);
    if (!analysis.openIndex()) {
      analysis.graph();
    }
    return analysis;
  }

  private static Path indexOf(Path file) {
    return file.resolveSibling(nameOf(file) + SUFFIX);
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private boolean isKept() throws IOException {
    return file != null && Files.isRegularFile(file) && Files.size(file) >= options.smallest;
  }

  private boolean openIndex() throws IOException {
    Path path = file;
    if (path == null || !isKept() || !Files.isRegularFile(indexOf(path))) {
      return false;
    }
    try {
      IndexFile opened =
          IndexFile.open(
              indexOf(path),
              options.build,
              nameOf(path),
              Files.size(path),
              () -> key = ContentKey.of(path));
      index = opened;
      if (opened != null) {
        info = opened.section(INFO, SnapshotAnalysis::restoreInfo).orElse(null);
      }
    } catch (IOException _) {
      // As good as none.
    }
    if (info == null) {
      closeIndex();
    }
    return info != null;
  }

  private void closeIndex() {
    IndexFile old = index;
    index = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException _) {
        // It was only read.
      }
    }
  }

  private static GraphInfo restoreInfo(ColumnInput in) throws IOException {
    return new GraphInfo(in.text(), in.text(), in.text(), in.text());
  }

  private <T> Optional<T> kept(String section, IndexFile.Restore<T> restore) throws IOException {
    IndexFile opened = index;
    return opened == null ? Optional.empty() : opened.section(section, restore);
  }

  /// Where the graph comes from.
  public GraphInfo info() throws IOException {
    GraphInfo known = info;
    return known == null ? graph().info() : known;
  }

  /// The graph.
  ///
  /// @throws lexscope.profiler.format.SnapshotFormatException if the file is no snapshot
  /// @throws IOException if the file cannot be read
  public SnapshotGraph graph() throws IOException {
    SnapshotGraph known = graph;
    if (known == null) {
      GraphInfo from = info;
      if (from != null) {
        known = kept(GRAPH, in -> StoredGraphs.restore(in, from)).orElse(null);
      }
      if (known == null) {
        known = read();
      }
      graph = known;
    }
    return known;
  }

  /// Reads the file; of what an index held nothing is believed any more.
  private SnapshotGraph read() throws IOException {
    Path path = file;
    if (path == null) {
      throw new IllegalStateException("there is no file");
    }
    closeIndex();
    trees.clear();
    histograms.clear();
    unkept.clear();
    long size = Files.isRegularFile(path) ? Files.size(path) : -1;
    boolean keep = isKept();
    SnapshotGraph read;
    try (InputStream in = Files.newInputStream(path)) {
      KeyedInput keyed = new KeyedInput(in);
      read =
          HeapSnapshotReader.read(
              keep ? keyed : in,
              nameOf(path),
              size,
              HeapSnapshotReader.threads(),
              options.progress,
              () -> Files.newInputStream(path));
      key = keep ? keyed.key() : null;
    }
    SnapshotGraph result = read;
    info = read.info();
    unkept.put(INFO, out -> storeInfo(result.info(), out));
    unkept.put(GRAPH, out -> StoredGraphs.store(result, out));
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
      known = kept(TREE + rule.label(), in -> DominatorTree.restore(in, of, rule)).orElse(null);
      if (known == null) {
        DominatorTree made = DominatorTree.of(of, rule, options.monitor);
        unkept.put(TREE + rule.label(), made::store);
        known = made;
      }
      trees.put(rule, known);
    }
    return known;
  }

  /// The histogram under a rule.
  ///
  /// @throws IOException if the file has to be read and cannot be
  public Histogram histogram(EdgeRule rule) throws IOException {
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

  /// Keeps what was made since the opening, with the histograms of all trees. A folder that cannot
  /// be written to is no error: the next opening is slower.
  ///
  /// @return whether an index is there now
  public boolean keep() {
    Path path = file;
    ContentKey of = key;
    try {
      if (path == null || of == null || !isKept()) {
        return false;
      }
      for (EdgeRule rule : trees.keySet()) {
        histogram(rule);
      }
      if (!unkept.isEmpty()) {
        if (!Files.isWritable(path.toAbsolutePath().getParent())) {
          return false;
        }
        IndexFile.write(
            indexOf(path), new IndexFile.Owner(options.build, nameOf(path), of), index, unkept);
        unkept.clear();
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Closes the index.
  @Override
  public void close() {
    closeIndex();
  }
}
