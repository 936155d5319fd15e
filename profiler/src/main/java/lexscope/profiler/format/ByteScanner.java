package lexscope.profiler.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lexscope.profiler.graph.Monitor;
import org.jspecify.annotations.Nullable;

/// Reads JSON tokens from bytes, one pass, without looking at characters: snapshots are nearly all
/// digits and commas.
final class ByteScanner {
  /// No string and no head of a snapshot is longer.
  private static final int LONGEST = 1 << 26;

  private final InputStream in;
  private final HeapSnapshotReader.Progress progress;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long base;

  ByteScanner(InputStream in, HeapSnapshotReader.Progress progress) {
    this.in = in;
    this.progress = progress;
  }

  /// The offset of the next byte.
  long offset() {
    return base + at;
  }

  /// An error at the next byte.
  SnapshotFormatException error(String message) {
    return new SnapshotFormatException(offset(), message);
  }

  private boolean fill() throws IOException {
    Monitor.endIfInterrupted();
    base += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    progress.read(base);
    return end > 0;
  }

  /// Fills a block from `size` up to `limit` bytes; fewer only at the end of the file. Returns the
  /// new size.
  int fill(byte[] block, int size, int limit) throws IOException {
    int filled = size;
    int buffered = Math.min(end - at, limit - filled);
    System.arraycopy(buffer, at, block, filled, buffered);
    at += buffered;
    filled += buffered;
    Monitor.endIfInterrupted();
    while (filled < limit) {
      int read = in.read(block, filled, limit - filled);
      if (read < 0) {
        break;
      }
      base += read;
      filled += read;
    }
    progress.read(base);
    return filled;
  }

  /// Takes back the bytes `from` to `to` of a block that were not used.
  void unread(byte[] block, int from, int to) {
    long next = offset() - (to - from);
    byte[] joined = new byte[Math.max(1 << 16, to - from + end - at)];
    System.arraycopy(block, from, joined, 0, to - from);
    System.arraycopy(buffer, at, joined, to - from, end - at);
    end = to - from + end - at;
    at = 0;
    buffer = joined;
    base = next;
  }

  /// The next byte that is no white space, not taken; -1 at the end.
  int peek() throws IOException {
    while (true) {
      while (at < end) {
        byte b = buffer[at];
        if (b > ' ') {
          return b;
        }
        if (b < 0) {
          return b & 0xff;
        }
        at++;
      }
      if (!fill()) {
        return -1;
      }
    }
  }

  /// Takes the next byte as it is; -1 at the end.
  int take() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  /// Takes a byte that must be next.
  void expect(char wanted) throws IOException {
    int found = peek();
    if (found != wanted) {
      throw error("expected '" + wanted + "' and found " + describe(found));
    }
    at++;
  }

  /// Takes a byte if it is next.
  boolean accept(char wanted) throws IOException {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /// Reads an integer that is not negative.
  long number() throws IOException {
    int digit = peek() - '0';
    if (digit < 0 || digit > 9) {
      throw error("expected a number and found " + describe(peek()));
    }
    long value = 0;
    while (digit >= 0 && digit <= 9) {
      if (value > Long.MAX_VALUE / 10 - 1) {
        throw error("the number has too many digits");
      }
      value = value * 10 + digit;
      at++;
      digit = at < end || fill() ? buffer[at] - '0' : -1;
    }
    return value;
  }

  /// Reads a string, without quotes and still escaped, to the end of `into`. Returns whether it
  /// holds escapes.
  boolean string(ByteSink into) throws IOException {
    expect('"');
    int most = into.size + LONGEST;
    boolean escapes = false;
    while (true) {
      if (into.size > most) {
        throw error("the string is longer than " + LONGEST + " bytes");
      }
      int start = at;
      while (at < end && buffer[at] != '"' && buffer[at] != '\\') {
        at++;
      }
      into.add(buffer, start, at - start);
      if (at == end) {
        if (!fill()) {
          throw error("the file ends inside a string");
        }
        continue;
      }
      if (buffer[at++] == '"') {
        return escapes;
      }
      into.add('\\');
      escapes = true;
      int escaped = take();
      if (escaped < 0) {
        throw error("the file ends inside a string");
      }
      into.add(escaped);
    }
  }

  /// Passes over a value of any sort, copying it to `copy` if that is not null. Depth is counted,
  /// not recursed into.
  void skipValue(@Nullable ByteSink copy) throws IOException {
    int depth = 0;
    do {
      if (copy != null && copy.size > LONGEST) {
        throw error("the head of the snapshot is longer than " + LONGEST + " bytes");
      }
      int next = peek();
      if (next < 0) {
        throw error("the file ends inside a value");
      }
      if (next == '"') {
        ByteSink text = new ByteSink();
        string(text);
        if (copy != null) {
          copy.add('"');
          copy.add(text.bytes, 0, text.size);
          copy.add('"');
        }
        continue;
      }
      if (depth == 0 && (next == ',' || next == '}' || next == ']')) {
        throw error("expected a value and found " + describe(next));
      }
      if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      if (isWord(next)) {
        while (isWord(peekRaw())) {
          int c = take();
          if (copy != null) {
            copy.add(c);
          }
        }
      } else {
        at++;
        if (copy != null) {
          copy.add(next);
        }
      }
    } while (depth > 0);
  }

  private int peekRaw() throws IOException {
    return at < end || fill() ? buffer[at] & 0xff : -1;
  }

  private static boolean isWord(int c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '-'
        || c == '+'
        || c == '.';
  }

  static String describe(int found) {
    if (found < 0) {
      return "the end of the file";
    }
    return found > ' ' && found < 0x7f ? "'" + (char) found + "'" : "byte " + found;
  }

  /// Bytes that grow.
  static final class ByteSink {
    byte[] bytes = new byte[64];
    int size;

    void add(int b) {
      if (size == bytes.length) {
        grow(1);
      }
      bytes[size++] = (byte) b;
    }

    void add(byte[] from, int start, int count) {
      if (bytes.length - size < count) {
        grow(count);
      }
      System.arraycopy(from, start, bytes, size, count);
      size += count;
    }

    private void grow(int count) {
      long wanted = Math.max((long) size + count, size + (size >> 1) + 64L);
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, wanted));
    }
  }
}
