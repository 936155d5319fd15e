package lexscope.profiler.format;

/// Columns that a table of numbers is parsed into. Room is made as rows arrive if the file does not
/// prove by its size that it has so many.
abstract class TableColumns implements NumberBlocks.Sink {
  private final int rows;
  private final int width;
  private int capacity;

  /// @param rows how many rows the head announces
  /// @param width how many numbers a row has
  /// @param room for how many rows room is made at once
  TableColumns(int rows, int width, int room) {
    this.rows = rows;
    this.width = width;
    this.capacity = room;
  }

  /// Gives the columns another length, at most that of {@link #rows}.
  abstract void resize(int newRows);

  final int rows() {
    return rows;
  }

  final int width() {
    return width;
  }

  @Override
  public final boolean grows(long numbers) {
    return (numbers + width - 1) / width > capacity;
  }

  @Override
  public final void reserve(long numbers) {
    if (grows(numbers)) {
      long needed = (numbers + width - 1) / width;
      capacity = (int) Math.min(rows, Math.max(needed, capacity + (capacity >> 1) + 1024L));
      resize(capacity);
    }
  }

  /// Cuts the columns to their length.
  final void finish() {
    if (capacity != rows) {
      capacity = rows;
      resize(rows);
    }
  }
}
