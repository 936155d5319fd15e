package lexscope.profiler.index;

import com.carrotsearch.hppc.LongArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lexscope.profiler.graph.AnalysisInterruptedException;
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

  /// Length and a sum of the sums, as text.
  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sums.length);
    bytes.asLongBuffer().put(sums);
    Checksum checksum = new Checksum();
    checksum.update(bytes);
    return size + " " + Long.toHexString(checksum.take());
  }

  /// The key of a file. Reads all of it, on several threads.
  static ContentKey of(Path file) throws IOException {
    return Reading.of(file).key();
  }

  /// A file of which the key is being made, on threads of their own.
  static final class Reading {
    private final FileChannel channel;
    private final long size;
    private final long[] sums;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private Reading(FileChannel channel) throws IOException {
      this.channel = channel;
      this.size = channel.size();
      this.sums = new long[Math.toIntExact((size + BLOCK - 1) / BLOCK)];
    }

    /// Begins.
    static Reading of(Path file) throws IOException {
      Reading reading = new Reading(FileChannel.open(file));
      int most = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
      for (int i = 0; i < Math.min(most, reading.sums.length); i++) {
        Thread thread = new Thread(reading::work, "lexscope-checksum-" + i);
        thread.setDaemon(true);
        reading.threads.add(thread);
        thread.start();
      }
      return reading;
    }

    private void work() {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      Checksum checksum = new Checksum();
      try {
        for (int b = next.getAndIncrement(); b < sums.length; b = next.getAndIncrement()) {
          sums[b] = sum(channel, (long) b * BLOCK, size, buffer, checksum);
        }
      } catch (IOException e) {
        failure.set(e);
      }
    }

    /// Reads no further.
    void end() {
      next.set(sums.length);
      try {
        channel.close();
      } catch (IOException _) {
        // It was only read.
      }
    }

    /// The key; waits for it.
    ///
    /// @throws AnalysisInterruptedException if the thread is interrupted meanwhile
    ContentKey key() throws IOException {
      try {
        for (Thread thread : threads) {
          thread.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end();
        throw new AnalysisInterruptedException();
      }
      end();
      IOException failed = failure.get();
      if (failed != null) {
        throw failed;
      }
      return new ContentKey(size, sums);
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
