package lexscope.profiler.graph;

import java.io.IOException;

/// Where the columns of a graph and of what is known of it go to be kept, in an order that {@link
/// ColumnInput} must follow. Numbers, texts and arrays come back at once, columns in blocks when
/// they are asked for.
public interface ColumnOutput {
  /// Keeps a number.
  void number(long value) throws IOException;

  /// Keeps a text.
  void text(String value) throws IOException;

  /// Keeps numbers.
  void ints(int[] values) throws IOException;

  /// Keeps numbers.
  void longs(long[] values) throws IOException;

  /// Keeps the first `count` numbers so that they can be fetched in blocks.
  void column(int[] values, int count) throws IOException;

  /// Keeps the first `count` bytes so that they can be fetched in blocks.
  void column(byte[] values, int count) throws IOException;
}
