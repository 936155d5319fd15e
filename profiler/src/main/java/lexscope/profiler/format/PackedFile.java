package lexscope.profiler.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// Files that may be packed with gzip, which their first two bytes tell.
final class PackedFile {
  private static final int BUFFER = 1 << 16;

  private PackedFile() {}

  /// Whether what comes is packed. The stream gets back what was read, two bytes at most.
  static boolean isPacked(PushbackInputStream in) throws IOException {
    int first = in.read();
    int second = first < 0 ? -1 : in.read();
    if (second >= 0) {
      in.unread(second);
    }
    if (first >= 0) {
      in.unread(first);
    }
    return (first | second << 8) == GZIPInputStream.GZIP_MAGIC;
  }

  /// The bytes of a packed file.
  static InputStream unpacking(InputStream in) throws IOException {
    return new GZIPInputStream(in, BUFFER);
  }

  /// The bytes of a file that may be packed.
  static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 2);
    return isPacked(start) ? unpacking(start) : start;
  }
}
