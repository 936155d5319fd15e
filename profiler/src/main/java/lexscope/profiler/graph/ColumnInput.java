package lexscope.profiler.graph;

import java.io.IOException;

/// Gives back what a {@link ColumnOutput} kept, in the same order. Every method throws an {@link
/// IOException} if that is not possible; lengths are never believed beyond what is there.
public interface ColumnInput {
  /// A number.
  long number() throws IOException;

  /// A text.
  String text() throws IOException;

  /// Numbers.
  int[] ints() throws IOException;

  /// Numbers.
  long[] longs() throws IOException;

  /// A column whose numbers are fetched when they are asked for.
  IntColumn intColumn() throws IOException;

  /// A column whose bytes are fetched when they are asked for.
  ByteColumn byteColumn() throws IOException;
}
