package lexscope.profiler.format;

import java.io.IOException;

/// A file is no heap snapshot, or a graph cannot be written as one. The message is for people and
/// says where.
public final class SnapshotFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /// Something is wrong at a byte of a file.
  public SnapshotFormatException(long offset, String message) {
    super("byte " + offset + ": " + message);
    this.offset = offset;
  }

  /// A graph cannot be written.
  public SnapshotFormatException(String message) {
    super(message);
    this.offset = -1;
  }

  /// The byte, counted from 0 after unpacking, or -1 if the trouble is not in a file.
  public long offset() {
    return offset;
  }
}
