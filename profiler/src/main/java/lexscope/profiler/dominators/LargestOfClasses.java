package lexscope.profiler.dominators;

import com.carrotsearch.hppc.LongIntHashMap;
import java.io.IOException;
import java.util.Arrays;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// For the alive nodes of each name, kind and detail how many there are, and the one that retains
/// most, of equals the first: what a question by name asks of all of them, kept so that none needs
/// be looked at. Strings and what else nobody asks for by name are not in it.
public final class LargestOfClasses {
  /// With more classes the names are no classes' names.
  private static final int MOST_CLASSES = 1 << 18;

  private static final int BITS = 8;

  /// Ascending: the number of the name, the ordinals of kind and detail.
  private final long[] keys;

  private final int[] counts;
  private final int[] largest;

  private LargestOfClasses(long[] keys, int[] counts, int[] largest) {
    this.keys = keys;
    this.counts = counts;
    this.largest = largest;
  }

  /// Receives the classes of a name.
  @FunctionalInterface
  public interface Classes {
    /// Receives one.
    ///
    /// @param largest the node of the class that retains most, of equals the first
    void add(int count, int largest);
  }

  /// Says which classes are meant.
  @FunctionalInterface
  public interface ClassTest {
    /// Whether nodes of that kind and detail are meant.
    boolean test(NodeKind kind, NodeDetail detail);
  }

  /// Passes on the classes of a name that are meant.
  ///
  /// @param name a number of the graph's string table
  public void ofName(int name, ClassTest isMeant, Classes found) {
    int at = Arrays.binarySearch(keys, (long) name << 2 * BITS);
    for (int i = at < 0 ? -at - 1 : at; i < keys.length && keys[i] >> 2 * BITS == name; i++) {
      NodeKind kind = NodeKind.values()[(int) (keys[i] >> BITS) & (1 << BITS) - 1];
      NodeDetail detail = NodeDetail.values()[(int) keys[i] & (1 << BITS) - 1];
      if (isMeant.test(kind, detail)) {
        found.add(counts[i], largest[i]);
      }
    }
  }

  private static boolean isCounted(NodeKind kind, NodeDetail detail) {
    return detail != NodeDetail.NONE
        || switch (kind) {
          case HIDDEN, STRING, CODE, SYNTHETIC, CONCATENATED_STRING, SLICED_STRING -> false;
          case ARRAY,
              OBJECT,
              CLOSURE,
              REGEXP,
              NUMBER,
              NATIVE,
              SYMBOL,
              BIGINT,
              OBJECT_SHAPE,
              WASM_OBJECT ->
              true;
        };
  }

  /// The classes of a tree's alive nodes; null if there are too many.
  static @Nullable LargestOfClasses of(DominatorTree tree) {
    SnapshotGraph graph = tree.graph();
    LongIntHashMap places = new LongIntHashMap();
    long[] keys = new long[64];
    int[] counts = new int[64];
    int[] largest = new int[64];
    int size = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      NodeKind kind = graph.kind(node);
      NodeDetail detail = graph.detail(node);
      if (!isCounted(kind, detail) || !tree.isAlive(node)) {
        continue;
      }
      long key =
          ((long) graph.nameNumber(node) << BITS | kind.ordinal()) << BITS | detail.ordinal();
      int slot = places.indexOf(key);
      int place;
      if (places.indexExists(slot)) {
        place = places.indexGet(slot);
      } else {
        if (size == MOST_CLASSES) {
          return null;
        }
        if (size == keys.length) {
          keys = Arrays.copyOf(keys, 2 * size);
          counts = Arrays.copyOf(counts, 2 * size);
          largest = Arrays.copyOf(largest, 2 * size);
        }
        place = size++;
        places.indexInsert(slot, key, place);
        keys[place] = key;
        largest[place] = node;
      }
      counts[place]++;
      if (tree.retainedSizes().bytes(node) > tree.retainedSizes().bytes(largest[place])) {
        largest[place] = node;
      }
    }
    return sorted(Arrays.copyOf(keys, size), counts, largest, places);
  }

  private static LargestOfClasses sorted(
      long[] keys, int[] counts, int[] largest, LongIntHashMap places) {
    Arrays.sort(keys);
    int[] sortedCounts = new int[keys.length];
    int[] sortedLargest = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int place = places.get(keys[i]);
      sortedCounts[i] = counts[place];
      sortedLargest[i] = largest[place];
    }
    return new LargestOfClasses(keys, sortedCounts, sortedLargest);
  }

  void store(ColumnOutput out) throws IOException {
    out.longs(keys);
    out.ints(counts);
    out.ints(largest);
  }

  static LargestOfClasses restore(ColumnInput in) throws IOException {
    return new LargestOfClasses(in.longs(), in.ints(), in.ints());
  }
}
