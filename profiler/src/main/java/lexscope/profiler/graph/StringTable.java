package lexscope.profiler.graph;

/// The names of a graph by number.
public interface StringTable {
  /// How many strings there are.
  int size();

  /// The string with this number. Fast once it was asked for; the first time it may be decoded.
  String get(int number);

  /// The number of `text`, or -1 if the table does not hold it. The first call may go through the
  /// whole table.
  int numberOf(String text);
}
