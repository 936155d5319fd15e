package lexscope.profiler.graph;

/// The names of a graph by number.
public interface StringTable {
  /// How many strings there are.
  int size();

  /// The string with this number. Fast once it was asked for; the first time it may be decoded.
  String get(int number);

  /// Whether a string begins with a digit and ends with a closing parenthesis, as labels of WeakMap
  /// entries do. A table of undecoded strings can say so without decoding.
  default boolean isDigitToParenthesis(int number) {
    String text = get(number);
    return !text.isEmpty() && Character.isDigit(text.charAt(0)) && text.endsWith(")");
  }

  /// The number of `text`, or -1 if the table does not hold it. The first call may go through the
  /// whole table.
  int numberOf(String text);
}
