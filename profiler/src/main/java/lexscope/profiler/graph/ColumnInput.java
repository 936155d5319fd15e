package lexscope.profiler.graph;

import java.io.IOException;

/// Gives back what a {@link ColumnOutput} kept, in the same order. Every method throws an {@link
/// IOException} if that is not possible; lengths are never believed beyond what is there.
public interface ColumnInput {
  /// A number.
  long number() throws IOException;

  /// A text.
  String text() throws IOException;

  /// A column of bytes.
  byte[] bytes() throws IOException;

  /// A column of numbers.
  int[] ints() throws IOException;

  /// A column of numbers.
  long[] longs() throws IOException;
}
