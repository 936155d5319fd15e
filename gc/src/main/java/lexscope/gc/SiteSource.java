package lexscope.gc;

/// Says what number a new cell keeps for the place that made it, where the number that was set last
/// ([Heap#setSite]) does not tell enough.
public interface SiteSource {
  /// The number for a cell that enters the heap; 0 for an unknown place. Must not allocate cells or
  /// change the heap.
  ///
  /// @param bytes the cell's modelled size
  int siteOf(Cell cell, long bytes);

  /// What runs made a cell larger by so many modelled bytes.
  void grew(long bytes);
}
