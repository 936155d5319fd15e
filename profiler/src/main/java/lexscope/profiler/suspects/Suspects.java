package lexscope.profiler.suspects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;

/// What may be a leak in one heap, most bytes first. What a program cannot help, such as what
/// Node's own modules keep, is passed over; so is what is small against the heap.
///
/// @param totalBytes all alive bytes
/// @param thresholdBytes from how many bytes on something is worth a word
/// @param suspects those that were found
public record Suspects(long totalBytes, long thresholdBytes, List<Suspect> suspects) {
  /// Keeps a copy of the list.
  public Suspects {
    suspects = List.copyOf(suspects);
  }

  /// Searches the heap with the threshold for its size.
  public static Suspects of(DominatorTree tree) {
    return of(tree, Threshold.ofHeap(tree.retainedSizes().totalBytes()));
  }

  /// Searches the heap: a few passes over nodes and edges.
  public static Suspects of(DominatorTree tree, Threshold threshold) {
    SearchedHeap heap = new SearchedHeap(tree, threshold);
    Callbacks callbacks = new Callbacks(heap);
    List<Suspect> suspects = new ArrayList<>(callbacks.find());
    DetachedElements detached = new DetachedElements(heap);
    suspects.addAll(detached.find());
    suspects.addAll(new Containers(heap, callbacks.containers(), detached.nodes()).find());
    suspects.addAll(new Chains(heap).find());
    suspects.addAll(new Records(heap).find());
    suspects.addAll(new DuplicatedStrings(heap).find());
    suspects.sort(
        Comparator.comparingLong(Suspect::bytes)
            .thenComparingInt(Suspect::count)
            .reversed()
            .thenComparing(Suspect::sort)
            .thenComparing(Suspect::title)
            .thenComparingInt(suspect -> suspect.example().node()));
    return new Suspects(tree.retainedSizes().totalBytes(), threshold.bytes(), suspects);
  }
}
