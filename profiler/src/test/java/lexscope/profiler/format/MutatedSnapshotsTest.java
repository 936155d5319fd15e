package lexscope.profiler.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.Histogram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Damaged and hostile files: each is read or refused with a place and a cause, and nothing else
/// ever happens. `lexscope.fuzz.files` says how many are tried, 1,000 if it is not set.
class MutatedSnapshotsTest {
  private static final int FILES = Integer.getInteger("lexscope.fuzz.files", 1000);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<String> ODD_NUMBERS =
      List.of(
          "-1",
          "2147483647",
          "2147483648",
          "4294967295",
          "4294967296",
          "99999999999999999999999",
          "1e9",
          "0.5",
          "00",
          "");
  private static final List<String> ODD_TEXTS =
      List.of(
          "[", "]", "{", "}", "\"", "\\", ",", ":", "null", "[[[[", "\\u12", "\u0000", "}}", " ");

  @Test
  @DisplayName("mutated files are read or refused with a place, whatever the threads")
  void mutations() throws IOException {
    List<byte[]> seeds = seeds();
    int refused = 0;
    for (int round = 0; round < FILES; round++) {
      Random random = new Random(round);
      byte[] file = mutated(seeds.get(random.nextInt(seeds.size())), random);
      String one = outcome(file, 1);
      if (round % 10 == 0) {
        assertThat(outcome(file, 3)).as("file %d, by threads", round).isEqualTo(one);
      }
      if (one.startsWith("refused")) {
        refused++;
      }
    }
    assertThat(refused).isBetween(FILES / 5, FILES - 1);
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (SnapshotGraph graph : List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used())) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      HeapSnapshotWriter.write(graph, out);
      seeds.add(out.toByteArray());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotGenerator.write(out, 400);
    seeds.add(out.toByteArray());
    return seeds;
  }

  private static byte[] mutated(byte[] seed, Random random) throws IOException {
    byte[] file = seed;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      file = mutatedOnce(file, random);
    }
    if (random.nextInt(8) == 0) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(file);
      }
      file = packed.toByteArray();
      if (random.nextBoolean()) {
        file = mutatedOnce(file, random);
      }
    }
    return file;
  }

  private static byte[] mutatedOnce(byte[] file, Random random) {
    if (file.length < 4) {
      return file;
    }
    int at = random.nextInt(file.length);
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> {
        byte[] changed = file.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 2 -> replaced(file, at, random.nextInt(Math.min(40, file.length - at)), new byte[0]);
      case 3 -> {
        String text = ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
        yield replaced(file, at, 0, text.getBytes(UTF_8));
      }
      case 4 -> {
        int from = random.nextInt(file.length);
        int length = random.nextInt(Math.min(200, file.length - from));
        yield replaced(file, at, 0, Arrays.copyOfRange(file, from, from + length));
      }
      default -> {
        Matcher number = NUMBER.matcher(new String(file, ISO_8859_1));
        if (!number.find(at) && !number.find(0)) {
          yield file;
        }
        String odd =
            random.nextBoolean()
                ? ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()))
                : Integer.toString(random.nextInt(1000));
        yield replaced(file, number.start(), number.end() - number.start(), odd.getBytes(UTF_8));
      }
    };
  }

  private static byte[] replaced(byte[] file, int at, int length, byte[] by) {
    byte[] result = new byte[file.length - length + by.length];
    System.arraycopy(file, 0, result, 0, at);
    System.arraycopy(by, 0, result, at, by.length);
    System.arraycopy(file, at + length, result, at + by.length, file.length - at - length);
    return result;
  }

  /// What comes of a file: its graph in numbers, after every sort of question, or the refusal.
  private static String outcome(byte[] file, int threads) {
    SnapshotGraph graph;
    try {
      graph =
          HeapSnapshotReader.read(
              new ByteArrayInputStream(file),
              "mutated",
              file.length,
              threads,
              _ -> {},
              () -> new ByteArrayInputStream(file));
    } catch (SnapshotFormatException e) {
      assertThat(e).hasMessageMatching("(?s)byte \\d+: .+");
      assertThat(e.offset()).isNotNegative();
      return "refused " + e.getMessage();
    } catch (IOException | RuntimeException | Error e) {
      return fail("neither read nor refused", e);
    }
    StringBuilder outcome = new StringBuilder("read ").append(graph.nodeCount());
    for (EdgeRule rule : EdgeRule.values()) {
      DominatorTree tree = DominatorTree.of(graph, rule);
      outcome.append(' ').append(tree.retainedSizes().totalBytes());
      outcome.append(' ').append(Histogram.of(tree).rows().size());
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      outcome.append(graph.name(node).length()).append(graph.location(node));
    }
    return outcome.toString();
  }

  private static SnapshotGraph read(InputStream in, long size, int threads) throws IOException {
    return HeapSnapshotReader.read(in, "mutated", size, threads, _ -> {}, null);
  }

  @Test
  @DisplayName("huge counts, deep nesting and endless strings are refused within bounded memory")
  void hostile() {
    String meta =
        "{\"snapshot\":{\"meta\":{\"node_fields\":[\"type\",\"name\",\"id\",\"self_size\",\"edge_count\"],"
            + "\"node_types\":[[\"object\"]],\"edge_fields\":[\"type\",\"name_or_index\",\"to_node\"],"
            + "\"edge_types\":[[\"property\"]]},\"node_count\":%d,\"edge_count\":%d},\"nodes\":[";
    long before = allocated();
    // A file says how large it is, a stream does not.
    String huge = meta.formatted(2_000_000_000, 2_000_000_000);
    assertThatThrownBy(() -> read(stream(huge), huge.length(), 2))
        .hasMessageMatching("byte \\d+: \"node_count\" is 2000000000, and a file of .*");
    assertThatThrownBy(() -> read(stream(huge + "0,0,1,0,2000000000],\"edges\":[0,0,0]"), -1, 2))
        .hasMessageMatching("byte \\d+: \"nodes\" ends after 5 of 10000000000 numbers");
    assertThatThrownBy(() ->
            read(
                stream(meta.formatted(1, 2_000_000_000) + "0,0,1,0,2000000000],\"edges\":[0,0,0]"),
                -1,
                2))
        .hasMessageMatching("byte \\d+: \"edges\" ends after 3 of 6000000000 numbers");
    assertThat(allocated() - before).isLessThan(64L << 20);
    assertThatThrownBy(() -> read(stream("{\"snapshot\":" + "[".repeat(3_000_000)), -1, 2))
        .isInstanceOf(SnapshotFormatException.class);
    assertThatThrownBy(() -> read(stream("{\"x\":" + "{\"a\":".repeat(1_000_000)), -1, 2))
        .isInstanceOf(SnapshotFormatException.class);
    assertThatThrownBy(() -> read(endless("{\"snapshot\":\"", 'x'), -1, 2))
        .hasMessageContaining("the string is longer than");
    assertThatThrownBy(() -> read(endless(meta.formatted(3, 3), '1'), -1, 2))
        .hasMessageContaining("too many digits");
    assertThatThrownBy(() -> read(endless(meta.formatted(3, 3), ','), -1, 2))
        .isInstanceOf(SnapshotFormatException.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static InputStream endless(String beginning, char then) {
    return new SequenceInputStream(
        stream(beginning),
        new InputStream() {
          @Override
          public int read() {
            return then;
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            Arrays.fill(bytes, from, from + count, (byte) then);
            return count;
          }
        });
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
