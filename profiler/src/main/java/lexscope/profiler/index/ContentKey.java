package lexscope.profiler.index;

import com.carrotsearch.hppc.LongArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What a file holds, told by its length and a {@link Checksum} of every block of it. Neither name
/// nor time of the last change count: a change that leaves both as they were is noticed, and a copy
/// is known again.
final class ContentKey {
  /// Bytes of a block.
  static final int BLOCK = 1 << 23;

  private static final int BUFFER = 1 << 18;
  private static final int MOST_THREADS = 4;

  private final long size;
  private final long[] sums;

  ContentKey(long size, long[] sums) {
    this.size = size;
    this.sums = sums;
  }

  long size() {
    return size;
  }

  long[] sums() {
    return sums;
  }

  /// The key of a file. Reads all of it, on several threads.
  static ContentKey of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      long[] sums = new long[Math.toIntExact((size + BLOCK - 1) / BLOCK)];
      AtomicInteger next = new AtomicInteger();
      AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
      Runnable work =
          () -> {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            Checksum checksum = new Checksum();
            try {
              for (int b = next.getAndIncrement(); b < sums.length; b = next.getAndIncrement()) {
                sums[b] = sum(channel, (long) b * BLOCK, size, buffer, checksum);
              }
            } catch (IOException e) {
              failure.set(e);
            }
          };
      Thread[] others =
          new Thread
              [Math.min(
                      Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                      sums.length)
                  - (sums.length == 0 ? 0 : 1)];
      for (int i = 0; i < others.length; i++) {
        others[i] = new Thread(work, "lexscope-checksum-" + i);
        others[i].setDaemon(true);
        others[i].start();
      }
      work.run();
      for (Thread thread : others) {
        thread.join();
      }
      IOException failed = failure.get();
      if (failed != null) {
        throw failed;
      }
      return new ContentKey(size, sums);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static long sum(
      FileChannel channel, long from, long size, ByteBuffer buffer, Checksum checksum)
      throws IOException {
    long end = Math.min(size, from + BLOCK);
    for (long at = from; at < end; ) {
      buffer.clear().limit((int) Math.min(BUFFER, end - at));
      int read = channel.read(buffer, at);
      if (read <= 0) {
        throw new IOException("the file became shorter");
      }
      checksum.update(buffer.flip());
      at += read;
    }
    return checksum.take();
  }

  /// Makes the key of bytes that come one after the other.
  static final class Builder {
    private final LongArrayList sums = new LongArrayList();
    private final Checksum checksum = new Checksum();
    private long size;

    void update(byte[] bytes, int from, int count) {
      int at = from;
      int left = count;
      while (left > 0) {
        int taken = (int) Math.min(left, BLOCK - size % BLOCK);
        checksum.update(bytes, at, taken);
        size += taken;
        at += taken;
        left -= taken;
        if (size % BLOCK == 0) {
          sums.add(checksum.take());
        }
      }
    }

    ContentKey build() {
      if (size % BLOCK != 0) {
        sums.add(checksum.take());
      }
      return new ContentKey(size, sums.toArray());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentKey key && size == key.size && Arrays.equals(sums, key.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
