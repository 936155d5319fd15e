package lexscope.gc;

/// Is told of collections. A listener must not touch the heap.
public interface CollectionListener {
  /// A collection begins.
  default void collectionStarted(long number, String cause) {}

  /// Marking is done, sweeping begins.
  default void markingFinished(long number) {}

  /// A cell is swept. Only called when [#wantsSweptCells] says so; the cell can still be read.
  default void cellSwept(Cell cell) {}

  /// Whether [#cellSwept] is to be called; asked once per collection.
  default boolean wantsSweptCells() {
    return false;
  }

  /// A collection ended.
  void collectionFinished(CollectionSummary summary);
}
