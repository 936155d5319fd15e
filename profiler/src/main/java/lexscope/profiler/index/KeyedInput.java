package lexscope.profiler.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Passes bytes on and makes their key, so that the key is that of the very bytes that were read.
final class KeyedInput extends FilterInputStream {
  private final ContentKey.Builder key = new ContentKey.Builder();
  private final byte[] one = new byte[1];

  KeyedInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = in.read(bytes, from, count);
    if (read > 0) {
      key.update(bytes, from, read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(count, 1 << 16)]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// The key of the whole stream; reads what nobody read.
  ContentKey key() throws IOException {
    byte[] rest = new byte[1 << 16];
    while (read(rest, 0, rest.length) >= 0) {
      // Only the key is wanted.
    }
    return key.build();
  }
}
