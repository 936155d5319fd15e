package lexscope.profiler.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.format.SnapshotFormatException;
import lexscope.profiler.format.SnapshotGenerator;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SameGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.StringTable;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotIndexTest {
  @TempDir Path folder = Path.of("");

  private final AtomicLong read = new AtomicLong();
  private Path file = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("heap.heapsnapshot");
    index = folder.resolve("heap.heapsnapshot.lexscope");
    try (OutputStream out = Files.newOutputStream(file)) {
      SnapshotGenerator.write(out, 20_000);
    }
  }

  private SnapshotAnalysis open(Path path, String build) throws IOException {
    read.set(0);
    return SnapshotAnalysis.open(
        path, new SnapshotAnalysis.Options(build, 0, read::set, Monitor.INTERRUPTS));
  }

  /// What the file is answered to be, after which the index is kept.
  private String answers(Path path) throws IOException {
    return answers(path, "1");
  }

  private String answers(Path path, String build) throws IOException {
    try (SnapshotAnalysis analysis = open(path, build)) {
      StringBuilder answers = new StringBuilder(analysis.info().toString());
      for (EdgeRule rule : EdgeRule.values()) {
        answers.append(
            JsonReport.histogram(analysis.info(), rule, analysis.histogram(rule), JsonRows.ALL));
      }
      analysis.keep();
      return answers.toString();
    }
  }

  private static String everything(SnapshotAnalysis analysis) throws IOException {
    StringBuilder all = new StringBuilder();
    SnapshotGraph graph = analysis.graph();
    for (EdgeRule rule : EdgeRule.values()) {
      DominatorTree tree = analysis.tree(rule);
      all.append(TextReport.histogram(tree, analysis.histogram(rule), 100));
      all.append(TextReport.why(tree, WhyAnswer.of(tree, TargetQuery.parse("class:Session"))));
      for (int node = 0; node < graph.nodeCount(); node += 7) {
        all.append(tree.dominator(node))
            .append(' ')
            .append(tree.retainedSizes().bytes(node))
            .append(' ')
            .append(tree.retainedSizes().nodes(node))
            .append(' ')
            .append(tree.retainedSizes().shallowBytes(node))
            .append(graph.name(node))
            .append(graph.location(node))
            .append('\n');
      }
    }
    return all.toString();
  }

  @Test
  @DisplayName("the second opening answers the same about everything and does not parse the file")
  void second() throws IOException {
    String first;
    SnapshotGraph graph;
    try (SnapshotAnalysis analysis = open(file, "1")) {
      graph = analysis.graph();
      first = everything(analysis);
      assertThat(analysis.keep()).isTrue();
    }
    assertThat(read.get()).isPositive();
    try (SnapshotAnalysis analysis = open(file, "1")) {
      assertThat(everything(analysis)).isEqualTo(first);
      SameGraph.assertSame(analysis.graph(), graph);
    }
    assertThat(read.get()).isZero();
    assertThat(leftovers()).containsExactlyInAnyOrder(file, index);
  }

  @Test
  @DisplayName("own snapshots come back with records, scopes and places; packed ones, too")
  void own() throws IOException {
    for (SnapshotGraph graph : List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      HeapSnapshotWriter.write(graph, bytes);
      Path own = Files.write(folder.resolve("own.heapsnapshot"), bytes.toByteArray());
      Path packed = folder.resolve("own.heapsnapshot.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        bytes.writeTo(out);
      }
      for (Path path : List.of(own, packed)) {
        answers(path);
        try (SnapshotAnalysis analysis = open(path, "1")) {
          SameGraph.assertSame(analysis.graph(), graph);
          assertThat(analysis.info()).isEqualTo(graph.info());
        }
        assertThat(read.get()).isZero();
      }
    }
  }

  @Test
  @DisplayName("what a later question makes is added to the index")
  void grows() throws IOException {
    try (SnapshotAnalysis analysis = open(file, "1")) {
      analysis.keep();
    }
    long graphOnly = Files.size(index);
    try (SnapshotAnalysis analysis = open(file, "1")) {
      analysis.tree(EdgeRule.MEMLAB);
      analysis.keep();
    }
    assertThat(read.get()).isZero();
    long withTree = Files.size(index);
    assertThat(withTree).isGreaterThan(graphOnly);
    String all = answers(file);
    assertThat(read.get()).isZero();
    assertThat(answers(file)).isEqualTo(all);
    Files.delete(index);
    assertThat(answers(file)).isEqualTo(all);
  }

  @Test
  @DisplayName("a change of the content is noticed even if size and time stay the same")
  void changed() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    String before = answers(file);
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("EventEmitter");
    bytes[at] = 'O';
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    assertThat(answers(file)).contains("OventEmitter").isNotEqualTo(before);
    assertThat(read.get()).isPositive();
    // And the index is of the new content now.
    answers(file);
    assertThat(read.get()).isZero();
  }

  @Test
  @DisplayName("an index of another build, another file or another name is none")
  void others() throws IOException {
    String mine = answers(file);
    assertThat(answers(file, "2")).isEqualTo(mine);
    assertThat(read.get()).isPositive();
    Path other = folder.resolve("other.heapsnapshot");
    Files.copy(file, other);
    Files.copy(index, folder.resolve("other.heapsnapshot.lexscope"));
    assertThat(answers(other, "2"))
        .isEqualTo(mine.replace("heap.heapsnapshot", "other.heapsnapshot"));
    assertThat(read.get()).isPositive();
  }

  @Test
  @DisplayName("an index that is cut off or damaged anywhere changes no answer and is replaced")
  void damaged() throws IOException {
    String expected = answers(file);
    byte[] good = Files.readAllBytes(index);
    Random random = new Random(1);
    List<byte[]> bad = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      bad.add(Arrays.copyOf(good, i < 40 ? random.nextInt(good.length) : good.length - i + 39));
      byte[] flipped = good.clone();
      // The end holds foot and directory: half of the flips go there.
      int at = i % 2 == 0 ? random.nextInt(good.length) : good.length - 1 - random.nextInt(600);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      bad.add(flipped);
    }
    bad.add(new byte[0]);
    bad.add(new byte[good.length]);
    int parsed = 0;
    for (byte[] bytes : bad) {
      Files.write(index, bytes);
      assertThat(answers(file)).isEqualTo(expected);
      parsed += read.get() > 0 ? 1 : 0;
      try (SnapshotAnalysis analysis = open(file, "1")) {
        assertThat(analysis.graph().nodeCount()).isPositive();
      }
    }
    assertThat(parsed).isGreaterThan(30);
  }

  @Test
  @DisplayName("a damaged graph in an index whose histograms are whole is read anew")
  void damagedGraph() throws IOException {
    answers(file);
    String expected;
    try (SnapshotAnalysis analysis = open(file, "1")) {
      expected = everything(analysis);
    }
    byte[] bytes = Files.readAllBytes(index);
    for (int at : new int[] {2000, bytes.length / 3, bytes.length / 2, bytes.length * 2 / 3}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 64;
      Files.write(index, damaged);
      try (SnapshotAnalysis analysis = open(file, "1")) {
        assertThat(everything(analysis)).isEqualTo(expected);
      }
    }
  }

  @Test
  @DisplayName("a question is asked anew if the index turns out to be damaged or another file's")
  void askedAnew() throws IOException {
    String expected;
    try (SnapshotAnalysis analysis = open(file, "1")) {
      expected = everything(analysis);
      analysis.keep();
    }
    byte[] whole = Files.readAllBytes(index);
    int anew = 0;
    Random random = new Random(2);
    for (int i = 0; i < 40; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(index, damaged);
      try (SnapshotAnalysis analysis = open(file, "1")) {
        List<String> asked = new ArrayList<>();
        assertThat(
                analysis.ask(() -> {
                  asked.add("once");
                  return everything(analysis);
                }))
            .isEqualTo(expected);
        anew += asked.size() - 1;
      }
    }
    assertThat(anew).isPositive();
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("EventEmitter");
    bytes[at] = 'O';
    Files.write(file, bytes);
    Files.write(index, whole);
    try (SnapshotAnalysis analysis = open(file, "1")) {
      assertThat(analysis.ask(() -> everything(analysis)))
          .isEqualTo(expected.replace("EventEmitter", "OventEmitter"));
      assertThat(read.get()).isPositive();
    }
  }

  @Test
  @DisplayName("an error that only another file's index led to is none")
  void mistaken() throws IOException {
    answers(file);
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("EventEmitter");
    bytes[at] = 'O';
    Files.write(file, bytes);
    try (SnapshotAnalysis analysis = open(file, "1")) {
      assertThat(
              analysis.ask(() -> {
                if (analysis.graph().strings().numberOf("OventEmitter") < 0) {
                  throw new IllegalArgumentException("no such class");
                }
                return "found";
              }))
          .isEqualTo("found");
      assertThatThrownBy(() ->
              analysis.ask(() -> {
                throw new IllegalArgumentException("no such class");
              }))
          .hasMessage("no such class");
    }
  }

  @Test
  @DisplayName("an answer that took long is given again as long as the file stays the same")
  void keptAnswers() throws IOException {
    List<String> worked = new ArrayList<>();
    SnapshotAnalysis.Question<String> question =
        () -> {
          worked.add("once more");
          return "answer " + worked.size();
        };
    for (int time = 0; time < 3; time++) {
      try (SnapshotAnalysis analysis = open(file, "1")) {
        assertThat(analysis.ask(() -> analysis.answer("q", question))).isEqualTo("answer 1");
        assertThat(analysis.keep()).isTrue();
      }
    }
    Files.writeString(file, " ", StandardOpenOption.APPEND);
    try (SnapshotAnalysis analysis = open(file, "1")) {
      assertThat(analysis.ask(() -> analysis.answer("q", question))).isEqualTo("answer 2");
    }
  }

  private String ask(String question, String answer) throws IOException {
    try (SnapshotAnalysis analysis = open(file, "1")) {
      String given = analysis.ask(() -> analysis.answer(question, () -> answer));
      analysis.keep();
      return given;
    }
  }

  @Test
  @DisplayName("an answer about several files is found again without reading them")
  void series() throws IOException {
    SnapshotAnalysis.Options options =
        new SnapshotAnalysis.Options("1", 0, read::set, Monitor.INTERRUPTS);
    String identity = SnapshotAnalysis.identity(file);
    assertThat(SnapshotAnalysis.hasIndex(file)).isFalse();
    assertThat(SnapshotAnalysis.known(file, options, "q")).isEmpty();
    try (SnapshotAnalysis analysis = open(file, "1")) {
      analysis.addAnswer("q", "answer");
      assertThat(analysis.identity()).contains(identity);
      analysis.keep();
    }
    read.set(0);
    try (SnapshotAnalysis analysis = open(file, "1")) {
      assertThat(analysis.identity()).contains(identity);
    }
    assertThat(SnapshotAnalysis.hasIndex(file)).isTrue();
    assertThat(SnapshotAnalysis.known(file, options, "q")).contains("answer");
    assertThat(SnapshotAnalysis.known(file, options, "r")).isEmpty();
    assertThat(read.get()).isZero();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(SnapshotAnalysis.known(file, options, "q")).isEmpty();
    assertThat(SnapshotAnalysis.identity(file)).isNotEqualTo(identity);
    Path copy = Files.write(folder.resolve("copy"), bytes);
    assertThat(SnapshotAnalysis.identity(copy)).isNotEqualTo(SnapshotAnalysis.identity(file));
  }

  @Test
  @DisplayName("of the answers the newest are kept, and none that are large beside the file")
  void mostAnswers() throws IOException {
    for (int i = 0; i < 70; i++) {
      assertThat(ask("q" + i, "first")).isEqualTo("first");
    }
    assertThat(ask("q69", "second")).isEqualTo("first");
    assertThat(ask("q6", "second")).isEqualTo("first");
    assertThat(ask("q5", "second")).isEqualTo("second");
    assertThat(read.get()).isZero();
    String large = "x".repeat(1 << 20);
    assertThat(ask("large 1", large)).isEqualTo(large);
    assertThat(ask("large 2", large)).isEqualTo(large);
    assertThat(ask("large 3", large)).isEqualTo(large);
    assertThat(ask("large 3", "second")).isEqualTo(large);
    assertThat(ask("large 1", "second")).isEqualTo("second");
    String tooLarge = "x".repeat(3 << 20);
    assertThat(ask("too large", tooLarge)).isEqualTo(tooLarge);
    assertThat(ask("too large", "second")).isEqualTo("second");
    String longest = "q".repeat(5000);
    assertThat(ask(longest, "first")).isEqualTo("first");
    assertThat(ask(longest, "second")).isEqualTo("second");
    // What is there no more is removed in time.
    for (int i = 0; i < 20; i++) {
      ask("large " + i, large);
    }
    assertThat(Files.size(index)).isLessThan(Files.size(file) + (20 << 20));
  }

  @Test
  @DisplayName("an addition that was cut off leaves the index as it was before, and is made again")
  void cutOff() throws IOException {
    ask("q", "first");
    ask("r", "first");
    byte[] before = Files.readAllBytes(index);
    ask("s", "first");
    byte[] after = Files.readAllBytes(index);
    int head = IndexHead.BYTES;
    assertThat(Arrays.copyOfRange(after, head, before.length))
        .isEqualTo(Arrays.copyOfRange(before, head, before.length));
    for (int length = before.length; length < after.length; length += 7) {
      byte[] cut = Arrays.copyOf(after, length);
      // The head follows what it speaks of, or comes first if the machine stopped.
      if (length % 2 == 0) {
        System.arraycopy(before, 0, cut, 0, head);
      }
      Files.write(index, cut);
      assertThat(ask("r", "second")).isEqualTo("first");
      assertThat(read.get()).isZero();
    }
    assertThat(ask("s", "second")).isEqualTo("second");
    assertThat(ask("s", "third")).isEqualTo("second");
    assertThat(ask("q", "third")).isEqualTo("first");
    assertThat(read.get()).isZero();
  }

  @Test
  @DisplayName("who is interrupted while the index is written leaves it as it was")
  void interruptedKeeping() throws IOException {
    for (boolean isFirst : new boolean[] {true, false}) {
      byte[] before = isFirst ? new byte[0] : Files.readAllBytes(index);
      try (SnapshotAnalysis analysis = open(file, "1")) {
        analysis.ask(() -> everything(analysis));
        analysis.ask(() -> analysis.answer("q" + isFirst, () -> "answer"));
        AtomicLong written = new AtomicLong();
        assertThatThrownBy(() ->
                analysis.keep(bytes -> {
                  written.set(bytes);
                  if (bytes > 0) {
                    Thread.currentThread().interrupt();
                  }
                }))
            .isInstanceOf(AnalysisInterruptedException.class);
        assertThat(written.get()).isPositive();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(leftovers()).hasSize(isFirst ? 1 : 2);
        if (!isFirst) {
          assertThat(index).hasBinaryContent(before);
        }
        assertThat(analysis.keep()).isTrue();
      }
    }
    assertThat(ask("qfalse", "second")).isEqualTo("answer");
    assertThat(read.get()).isZero();
  }

  @Test
  @DisplayName("of two that add at once only one does; neither spoils the index")
  void twoAtOnce() throws IOException {
    ask("q", "first");
    try (SnapshotAnalysis one = open(file, "1");
        SnapshotAnalysis other = open(file, "1")) {
      one.ask(() -> one.answer("one", () -> "first"));
      other.ask(() -> other.answer("other", () -> "first"));
      one.keep();
      other.keep();
    }
    assertThat(ask("q", "second")).isEqualTo("first");
    assertThat(ask("one", "second")).isEqualTo("first");
    try (SnapshotAnalysis one = open(file, "1");
        FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      one.ask(() -> one.answer("locked", () -> "first"));
      one.keep();
    }
    assertThat(ask("locked", "second")).isEqualTo("second");
    assertThat(read.get()).isZero();
  }

  @Test
  @DisplayName("an index of a file that was touched only counts, and is newer than it afterwards")
  void touched() throws IOException {
    ask("q", "first");
    byte[] before = Files.readAllBytes(index);
    FileTime later = FileTime.from(Instant.now().plusSeconds(100));
    Files.setLastModifiedTime(file, later);
    assertThat(ask("q", "second")).isEqualTo("first");
    assertThat(read.get()).isZero();
    assertThat(Files.getLastModifiedTime(index)).isGreaterThanOrEqualTo(later);
    assertThat(index).hasBinaryContent(before);
  }

  @Test
  @DisplayName("strings get the same numbers with an index, escaped, repeated or in any script")
  void strings() throws IOException {
    SnapshotGraph graph;
    try (SnapshotAnalysis analysis = open(file, "1")) {
      graph = analysis.graph();
      analysis.keep();
    }
    try (SnapshotAnalysis analysis = open(file, "1")) {
      StringTable strings = analysis.graph().strings();
      assertThat(read.get()).isZero();
      assertThat(strings.size()).isEqualTo(graph.strings().size());
      for (int number = 0; number < strings.size(); number++) {
        String text = graph.strings().get(number);
        assertThat(strings.get(number)).isEqualTo(text);
        assertThat(strings.numberOf(text)).isEqualTo(graph.strings().numberOf(text));
        assertThat(strings.isDigitToParenthesis(number))
            .isEqualTo(graph.strings().isDigitToParenthesis(number));
      }
      assertThat(strings.numberOf("no such text \u00e4\n")).isEqualTo(-1);
    }
  }

  @Test
  @DisplayName("where no index can be written there is none, and no error")
  void unwritable() throws IOException {
    Files.createDirectories(index.resolve("full"));
    String answer = answers(file);
    assertThat(read.get()).isPositive();
    assertThat(answers(file)).isEqualTo(answer);
    assertThat(read.get()).isPositive();
    assertThat(leftovers()).containsExactlyInAnyOrder(file, index);
  }

  @Test
  @DisplayName("small files have no index, nor has what is no snapshot")
  void none() throws IOException {
    try (SnapshotAnalysis analysis =
        SnapshotAnalysis.open(
            file, new SnapshotAnalysis.Options("1", 1L << 30, read::set, Monitor.INTERRUPTS))) {
      analysis.histogram(EdgeRule.STRONG);
      assertThat(analysis.keep()).isFalse();
    }
    Path text = Files.writeString(folder.resolve("text.heapsnapshot"), "no snapshot");
    assertThatThrownBy(() -> open(text, "1")).isInstanceOf(SnapshotFormatException.class);
    assertThat(leftovers()).containsExactlyInAnyOrder(file, text);
  }

  @Test
  @DisplayName("the key of a file is that of its bytes however they are read")
  void keys() throws IOException {
    Random random = new Random(7);
    for (int size :
        new int[] {0, 1, ContentKey.BLOCK - 1, ContentKey.BLOCK, 2 * ContentKey.BLOCK + 5}) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      Path path = Files.write(folder.resolve("bytes"), bytes);
      KeyedInput in = new KeyedInput(new ByteArrayInputStream(bytes));
      assertThat(in.read()).isEqualTo(size == 0 ? -1 : bytes[0] & 0xff);
      assertThat(in.read(new byte[1000])).isLessThanOrEqualTo(1000);
      assertThat(in.key()).isEqualTo(ContentKey.of(path)).hasSameHashCodeAs(ContentKey.of(path));
      if (size > 0) {
        bytes[size - 1] ^= 1;
        assertThat(ContentKey.of(Files.write(path, bytes))).isNotEqualTo(in.key());
      }
    }
  }

  @Test
  @DisplayName("an interrupted thread ends reading and every phase of the analysis")
  void interrupted() throws IOException {
    SnapshotGraph graph = HeapSnapshotReader.read(file);
    List<String> phases = new ArrayList<>();
    DominatorTree.of(graph, EdgeRule.STRONG, (phase, _, _) -> phases.add(phase));
    assertThat(phases)
        .contains("edge rule", "reachable nodes", "retaining edges", "dominators")
        .hasSizeGreaterThanOrEqualTo(4);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> DominatorTree.of(graph, EdgeRule.STRONG))
          .isInstanceOf(AnalysisInterruptedException.class);
      byte[] bytes = {'{'};
      assertThatThrownBy(() -> HeapSnapshotReader.read(new ByteArrayInputStream(bytes), "x"))
          .isInstanceOf(AnalysisInterruptedException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
