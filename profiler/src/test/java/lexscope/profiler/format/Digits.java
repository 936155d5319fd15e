package lexscope.profiler.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A buffer that writes numbers without making strings of them.
final class Digits {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 20];
  private int at;

  /// Whether nothing is written, as while something is counted.
  boolean muted;

  Digits(OutputStream out) {
    this.out = out;
  }

  Digits text(String text) throws IOException {
    if (muted || text.isEmpty()) {
      return this;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (buffer.length - at < bytes.length) {
      flush();
    }
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
    return this;
  }

  Digits comma() throws IOException {
    if (!muted) {
      room(1);
      buffer[at++] = ',';
    }
    return this;
  }

  Digits number(long number) throws IOException {
    if (muted) {
      return this;
    }
    room(20);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += digits;
    return this;
  }

  private void room(int bytes) throws IOException {
    if (buffer.length - at < bytes) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }
}
