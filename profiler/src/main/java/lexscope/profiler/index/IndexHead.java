package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The first bytes of an index: two places, each of which says where a directory is and has a
/// checksum of its own. What is added goes behind the newest directory, and then the place of the
/// older one is overwritten. So whenever a process ends, one of them is whole.
final class IndexHead {
  /// To be raised when what is kept, or what is made of a file, changes.
  static final int FORMAT = 6;

  /// Bytes of both places.
  static final int BYTES = 128;

  private static final long MAGIC = 0x45504f435358454cL; // LEXSCOPE
  private static final int PLACE = BYTES / 2;
  private static final int SUMMED = 5 * Long.BYTES;

  private IndexHead() {}

  /// A directory.
  ///
  /// @param version counts from zero; an even one is in the first place
  /// @param offset where it is
  /// @param length of so many bytes
  /// @param sum their checksum
  record Directory(long version, long offset, long length, long sum) {
    /// Where the next one and what is added for it go: behind it is nothing.
    long end() {
      return offset + length;
    }
  }

  /// The directories, the newest first. Whether they themselves are whole is not known.
  ///
  /// @param bytes the head
  static List<Directory> directories(byte[] bytes) {
    List<Directory> found = new ArrayList<>();
    for (int place = 0; place < BYTES; place += PLACE) {
      ByteBuffer in = ByteBuffer.wrap(bytes, place, PLACE).order(ByteOrder.LITTLE_ENDIAN);
      boolean isOurs = in.getLong() == MAGIC + FORMAT;
      Directory directory = new Directory(in.getLong(), in.getLong(), in.getLong(), in.getLong());
      if (isOurs
          && in.getLong() == sum(bytes, place)
          && directory.offset >= BYTES
          && directory.length > 0
          && directory.end() > 0) {
        found.add(directory);
      }
    }
    found.sort(Comparator.comparingLong(Directory::version).reversed());
    return found;
  }

  /// Reads the head of a file that may be too short for one.
  static List<Directory> directories(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // On to the next piece.
    }
    return bytes.hasRemaining() ? List.of() : directories(bytes.array());
  }

  /// Writes the place of a directory.
  static void write(FileChannel channel, Directory directory) throws IOException {
    byte[] bytes = new byte[PLACE];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(MAGIC + FORMAT)
        .putLong(directory.version)
        .putLong(directory.offset)
        .putLong(directory.length)
        .putLong(directory.sum);
    out.putLong(sum(bytes, 0)).rewind();
    long at = directory.version % 2 * PLACE;
    while (out.hasRemaining()) {
      at += channel.write(out, at);
    }
  }

  private static long sum(byte[] bytes, int place) {
    Checksum checksum = new Checksum();
    checksum.update(Arrays.copyOfRange(bytes, place, place + SUMMED), 0, SUMMED);
    return checksum.take();
  }
}
