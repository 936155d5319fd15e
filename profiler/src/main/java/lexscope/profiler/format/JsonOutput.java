package lexscope.profiler.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// Writes JSON tokens as UTF-8 bytes. It places no commas: the writer of a snapshot knows its rows,
/// and there are millions.
final class JsonOutput implements Closeable {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] digits = new byte[20];
  private int size;

  JsonOutput(OutputStream out) {
    this.out = out;
  }

  /// Writes ASCII text as it is.
  JsonOutput raw(String ascii) throws IOException {
    for (int i = 0; i < ascii.length(); i++) {
      put(ascii.charAt(i));
    }
    return this;
  }

  /// Writes a number that is not negative.
  JsonOutput number(long value) throws IOException {
    int at = digits.length;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (buffer.length - size < digits.length) {
      flush();
    }
    System.arraycopy(digits, at, buffer, size, digits.length - at);
    size += digits.length - at;
    return this;
  }

  /// Writes a string with quotes. Halves of surrogate pairs that stand alone are escaped, so every
  /// string survives.
  JsonOutput string(String text) throws IOException {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        put('\\');
        put(c);
      } else if (c >= ' ' && c < 0x7f) {
        put(c);
      } else if (c < ' ' || c == 0x7f) {
        escape(c);
      } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        put(0xe0 | c >> 12);
        put(0x80 | c >> 6 & 0x3f);
        put(0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        put(0xf0 | point >> 18);
        put(0x80 | point >> 12 & 0x3f);
        put(0x80 | point >> 6 & 0x3f);
        put(0x80 | point & 0x3f);
      } else {
        escape(c);
      }
    }
    put('"');
    return this;
  }

  private void escape(char c) throws IOException {
    put('\\');
    put('u');
    put(HEX[c >> 12]);
    put(HEX[c >> 8 & 15]);
    put(HEX[c >> 4 & 15]);
    put(HEX[c & 15]);
  }

  private void put(int b) throws IOException {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) b;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /// Writes what is left; the stream below stays open.
  @Override
  public void close() throws IOException {
    flush();
    out.flush();
  }
}
