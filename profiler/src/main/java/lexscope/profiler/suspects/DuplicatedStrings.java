package lexscope.profiler.suspects;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Looks for strings of which there are many copies. Files of V8 hold the first 1,024 characters of
/// a string only; longer ones count as equal if their sizes are equal too.
final class DuplicatedStrings {
  private static final int LEAST_COPIES = 10;
  private static final int MOST_SHOWN = 5;
  private static final int LONGEST_SHOWN = 40;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;

  DuplicatedStrings(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
  }

  private static final class Copies {
    final int first;
    int count;
    long bytes;

    Copies(int first) {
      this.first = first;
    }
  }

  /// One suspect at most, if one copy of each text would save enough.
  List<Suspect> find() {
    LongIntHashMap numbers = new LongIntHashMap();
    List<Copies> texts = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.kind(node) != NodeKind.STRING || !heap.tree.isAlive(node)) {
        continue;
      }
      long key = (long) graph.nameNumber(node) << 32 | (graph.shallowBytes(node) & 0xffffffffL);
      int slot = numbers.indexOf(key);
      Copies copies;
      if (numbers.indexExists(slot)) {
        copies = texts.get(numbers.indexGet(slot));
      } else {
        numbers.indexInsert(slot, key, texts.size());
        copies = new Copies(node);
        texts.add(copies);
      }
      copies.count++;
      copies.bytes += copies.count == 1 ? 0 : graph.shallowBytes(node);
    }
    texts.removeIf(copies -> copies.count < LEAST_COPIES || copies.bytes == 0);
    long all = texts.stream().mapToLong(copies -> copies.bytes).sum();
    // Names of methods and the like, of which any program has some copies.
    texts.removeIf(copies -> copies.bytes * 100 < all);
    long wasted = texts.stream().mapToLong(copies -> copies.bytes).sum();
    if (texts.isEmpty() || wasted < heap.threshold) {
      return List.of();
    }
    texts.sort(
        Comparator.comparingLong((Copies copies) -> copies.bytes)
            .reversed()
            .thenComparingInt(copies -> copies.first));
    int count = texts.stream().mapToInt(copies -> copies.count).sum();
    List<String> evidence = new ArrayList<>();
    evidence.add("one copy of each would save " + heap.share(wasted));
    for (Copies copies : texts.subList(0, Math.min(MOST_SHOWN, texts.size()))) {
      evidence.add(
          String.format(
              Locale.ROOT,
              "%,d × \"%s\", %,d bytes too many",
              copies.count,
              shown(copies.first),
              copies.bytes));
    }
    Copies most = texts.getFirst();
    return List.of(
        new Suspect(
            Suspect.Sort.DUPLICATED_STRINGS,
            String.format(
                Locale.ROOT,
                "%,d copies of %,d %s",
                count,
                texts.size(),
                texts.size() == 1 ? "text" : "texts"),
            evidence,
            count,
            wasted,
            heap.described(most.first),
            heap.path(most.first)));
  }

  private String shown(int node) {
    String text = graph.name(node);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < LONGEST_SHOWN; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
    }
    return shown.length() < text.length() ? shown + "…" : shown.toString();
  }
}
