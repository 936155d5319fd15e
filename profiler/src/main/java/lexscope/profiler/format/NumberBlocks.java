package lexscope.profiler.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads long arrays of numbers in blocks that are parsed on several threads. The thread that reads
/// counts the commas of each block, eight bytes at a time, so each block knows which numbers of the
/// array it holds, and nothing depends on which thread takes it when.
final class NumberBlocks {
  /// Bytes of a block: its numbers and what they are parsed into stay in a core's own cache.
  static final int BLOCK = 1 << 18;

  /// Room behind a block, for reading eight bytes at once.
  private static final int PADDING = 8;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /// No digit, comma or white space has one of these.
  private static final long UPPER_BITS = 0xc0c0c0c0c0c0c0c0L;

  /// What takes the numbers of one array. Blocks come in any order and from several threads at
  /// once, each number once.
  interface Sink {
    /// Called by the reading thread before a block is handed out: room for so many numbers is
    /// needed. No block is being parsed when `grows` said so.
    void reserve(long numbers) throws SnapshotFormatException;

    /// Whether `reserve` would move what blocks write to.
    boolean grows(long numbers);

    /// Takes `count` numbers, the first of which is number `first` of the array.
    ///
    /// @throws BadNumber if one cannot be
    void accept(long[] values, int count, long first) throws BadNumber;
  }

  /// A number that cannot be where it stands.
  static final class BadNumber extends Exception {
    private static final long serialVersionUID = 1L;
    private final int index;

    /// Number `index` of the block is wrong.
    BadNumber(int index, String message) {
      super(message, null, false, false);
      this.index = index;
    }
  }

  private NumberBlocks() {}

  /// Reads an array from its bracket to its other bracket. Returns how many numbers it has; the
  /// last blocks may still be at work then.
  ///
  /// @param most how many numbers may come
  static long read(ByteScanner in, String name, Sink sink, long most, BlockWorkers workers)
      throws IOException {
    in.expect('[');
    if (in.accept(']')) {
      return 0;
    }
    long first = 0;
    byte[] block = workers.buffer(BLOCK + PADDING);
    int size = 0;
    while (true) {
      long offset = in.offset() - size;
      size = in.fill(block, size, BLOCK);
      Arrays.fill(block, size, size + PADDING, (byte) ' ');
      long scan = scan(block, size);
      int stop = (int) scan;
      int commas = (int) (scan >>> 32);
      boolean last = stop < size;
      if (last && block[stop] != ']') {
        throw new SnapshotFormatException(
            offset + stop,
            "expected a number and found " + ByteScanner.describe(block[stop] & 0xff));
      }
      if (!last && size < BLOCK) {
        throw new SnapshotFormatException(offset + size, "the file ends inside \"" + name + "\"");
      }
      int end = last ? stop : lastComma(block, size);
      int numbers = last ? commas + 1 : commas;
      if (end < 0) {
        throw new SnapshotFormatException(offset, "the number has too many digits");
      }
      if (first + numbers > most) {
        throw new SnapshotFormatException(
            offset, "\"" + name + "\" has more numbers than the " + most + " announced");
      }
      if (sink.grows(first + numbers)) {
        workers.await();
      }
      sink.reserve(first + numbers);
      byte[] next = last ? block : workers.buffer(BLOCK + PADDING);
      int rest = 0;
      if (last) {
        in.unread(block, stop, size);
      } else {
        rest = size - end - 1;
        System.arraycopy(block, end + 1, next, 0, rest);
      }
      workers.submit(new Job(block, end, numbers, first, offset, sink));
      first += numbers;
      if (last) {
        in.expect(']');
        return first;
      }
      block = next;
      size = rest;
    }
  }

  /// Where a number of an array stands in a file.
  ///
  /// @param bracket where the array begins
  /// @param number which of its numbers is meant
  static long placeOf(InputStream in, long bracket, long number) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, BLOCK);
    bytes.skipNBytes(bracket + 1);
    long at = bracket + 1;
    long left = number;
    for (int b = bytes.read(); b >= 0 && (left > 0 || b <= ' '); b = bytes.read()) {
      if (b == ',') {
        left--;
      }
      at++;
    }
    return at;
  }

  private static int lastComma(byte[] block, int size) {
    int at = size - 1;
    while (at >= 0 && block[at] != ',') {
      at--;
    }
    return at;
  }

  /// Counts the commas up to the first byte that no array of numbers holds: the count in the upper
  /// half, the place of that byte, or `size`, in the lower.
  private static long scan(byte[] block, int size) {
    long commas = 0;
    int at = 0;
    for (; at < size; at += Long.BYTES) {
      long word = (long) WORDS.get(block, at);
      if ((word & UPPER_BITS) != 0) {
        break;
      }
      long other = word ^ ',' * ONES;
      commas += Long.bitCount(~(other + 0x7f * ONES) & HIGH_BITS);
    }
    while (at < size && (block[at] & 0xc0) == 0) {
      if (block[at++] == ',') {
        commas++;
      }
    }
    return commas << 32 | Math.min(at, size);
  }

  /// One block on its way to its numbers.
  record Job(byte[] block, int end, int numbers, long first, long offset, Sink sink) {
    void run(long[] values) throws SnapshotFormatException {
      int count = parse(values);
      if (count != numbers) {
        throw new SnapshotFormatException(offset + end, "expected a number");
      }
      try {
        sink.accept(values, count, first);
      } catch (BadNumber e) {
        throw new SnapshotFormatException(
            offset + offsetOf(e.index), String.valueOf(e.getMessage()));
      }
    }

    private int offsetOf(int index) {
      int at = 0;
      for (int left = index; left > 0; at++) {
        if (block[at] == ',') {
          left--;
        }
      }
      while (at < end && block[at] <= ' ') {
        at++;
      }
      return at;
    }

    private int parse(long[] values) throws SnapshotFormatException {
      int count = 0;
      int at = 0;
      while (true) {
        long word = (long) WORDS.get(block, at);
        long digits = word ^ '0' * ONES;
        long others = (digits + 0x76 * ONES | digits) & HIGH_BITS;
        long value;
        if (others == 0) {
          value = combined(digits);
          at += Long.BYTES;
          int start = at;
          while (isDigit(block[at])) {
            if (at - start > 9) {
              throw new SnapshotFormatException(offset + at, "the number has too many digits");
            }
            value = value * 10 + block[at++] - '0';
          }
        } else {
          int length = Long.numberOfTrailingZeros(others) >>> 3;
          if (length == 0) {
            if (at < end && block[at] <= ' ' && block[at] >= 0) {
              at++;
              continue;
            }
            throw new SnapshotFormatException(
                offset + at,
                "expected a number and found " + ByteScanner.describe(block[at] & 0xff));
          }
          value = combined(digits << (Long.BYTES - length) * 8);
          at += length;
        }
        values[count++] = value;
        byte c = block[at];
        if (at < end && c != ',') {
          while (at < end && block[at] <= ' ' && block[at] >= 0) {
            at++;
          }
          c = block[at];
        }
        if (at >= end) {
          return count;
        }
        if (c != ',') {
          throw new SnapshotFormatException(
              offset + at, "expected ',' and found " + ByteScanner.describe(c & 0xff));
        }
        at++;
      }
    }

    /// The number that eight digits are, the first in the lowest byte.
    private static long combined(long digits) {
      long pairs = digits * 10 + (digits >>> 8);
      long mask = 0x000000ff000000ffL;
      return (pairs & mask) * 0x000f424000000064L + (pairs >>> 16 & mask) * 0x0000271000000001L
          >>> 32;
    }

    private static boolean isDigit(byte c) {
      return c >= '0' && c <= '9';
    }
  }
}
