package lexscope.profiler.format;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lexscope.profiler.graph.AnalysisInterruptedException;
import org.jspecify.annotations.Nullable;

/// The threads that parse blocks, and the buffers that go round between them and the thread that
/// reads. With one thread all is done by the caller.
final class BlockWorkers implements AutoCloseable {
  private final Thread[] threads;
  private final BlockingQueue<byte[]> buffers;
  private final BlockingQueue<NumberBlocks.Job> jobs;
  private final long[] values;
  private final Object lock = new Object();
  private int made;
  private int pending;
  private @Nullable SnapshotFormatException failure;
  private @Nullable Error error;

  BlockWorkers(int count) {
    this.values = new long[NumberBlocks.BLOCK / 2 + 1];
    int capacity = 2 * count + 2;
    this.buffers = new ArrayBlockingQueue<>(capacity);
    this.jobs = new ArrayBlockingQueue<>(capacity);
    this.threads = new Thread[count > 1 ? count : 0];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(this::work, "lexscope-parser-" + i);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /// A buffer to fill, as soon as one is free.
  byte[] buffer(int size) {
    byte[] free = buffers.poll();
    if (free != null) {
      return free;
    }
    if (made < 2 * threads.length + 2) {
      made++;
      return new byte[size];
    }
    try {
      return buffers.take();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /// Parses a block at once or soon, and then takes its buffer back.
  ///
  /// @throws SnapshotFormatException if an earlier block turned out to be wrong
  void submit(NumberBlocks.Job job) throws SnapshotFormatException {
    if (threads.length == 0) {
      run(job, values);
    } else {
      synchronized (lock) {
        pending++;
      }
      try {
        jobs.put(job);
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
    boolean failed;
    synchronized (lock) {
      failed = failure != null || error != null;
    }
    if (failed) {
      await();
    }
  }

  /// Waits until every block has been parsed.
  ///
  /// @throws SnapshotFormatException the first error in the file among all blocks
  void await() throws SnapshotFormatException {
    synchronized (lock) {
      while (pending > 0) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          throw interrupted();
        }
      }
      if (error != null) {
        throw error;
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  /// Of an error of the caller and those of blocks, the one that comes first in the file.
  SnapshotFormatException first(SnapshotFormatException own) {
    try {
      await();
      return own;
    } catch (SnapshotFormatException e) {
      return own.offset() >= 0 && own.offset() < e.offset() ? own : e;
    }
  }

  private void run(NumberBlocks.Job job, long[] into) {
    try {
      job.run(into);
    } catch (SnapshotFormatException e) {
      synchronized (lock) {
        if (failure == null || e.offset() < failure.offset()) {
          failure = e;
        }
      }
    } catch (OutOfMemoryError | RuntimeException e) {
      synchronized (lock) {
        error = e instanceof Error known ? known : new AssertionError(e);
      }
    }
    buffers.add(job.block());
  }

  private void work() {
    long[] into = new long[values.length];
    try {
      while (true) {
        run(jobs.take(), into);
        synchronized (lock) {
          pending--;
          lock.notifyAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static AnalysisInterruptedException interrupted() {
    Thread.currentThread().interrupt();
    return new AnalysisInterruptedException();
  }

  @Override
  public void close() {
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }
}
