package lexscope.profiler.graph;

import java.io.IOException;

/// Where the columns of a graph and of what is known of it go to be kept, in an order that {@link
/// ColumnInput} must follow.
public interface ColumnOutput {
  /// Keeps a number.
  void number(long value) throws IOException;

  /// Keeps a text.
  void text(String value) throws IOException;

  /// Keeps the first `count` bytes.
  void bytes(byte[] values, int count) throws IOException;

  /// Keeps the first `count` numbers.
  void ints(int[] values, int count) throws IOException;

  /// Keeps numbers.
  void longs(long[] values) throws IOException;

  /// Keeps a whole column.
  default void ints(int[] values) throws IOException {
    ints(values, values.length);
  }

  /// Keeps a whole column.
  default void bytes(byte[] values) throws IOException {
    bytes(values, values.length);
  }
}
