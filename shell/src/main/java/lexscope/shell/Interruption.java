package lexscope.shell;

import java.util.concurrent.atomic.AtomicReference;

/// Lets the user end what runs: Ctrl-C in the interactive shell, SIGINT otherwise. One object
/// serves a whole process; every method may be called from any thread.
public final class Interruption {
  private final AtomicReference<Runnable> running = new AtomicReference<>(() -> {});
  private final Object lock = new Object();
  private volatile boolean ending;
  private volatile boolean analysing;

  /// Runs `work`; meanwhile a request runs `stop`, on another thread.
  public void during(Runnable stop, Runnable work) {
    listen(stop);
    try {
      work.run();
    } finally {
      listen(() -> {});
    }
  }

  private void listen(Runnable stop) {
    synchronized (lock) {
      running.set(stop);
    }
  }

  /// Runs `work` that leaves nothing behind and has nothing to say when it is ended: the process
  /// need not wait for it. A request interrupts the thread, which analyses look at now and then;
  /// once `work` is over the thread is not interrupted any more.
  public void duringAnalysis(Runnable work) {
    analysing = true;
    listen(Thread.currentThread()::interrupt);
    try {
      work.run();
    } finally {
      listen(() -> {});
      Thread.interrupted();
      analysing = false;
    }
  }

  /// Whether what runs can be left as it is.
  public boolean isAnalysing() {
    return analysing;
  }

  /// Asks what runs to end because the process ends. An analysis ends with it, without a word.
  public void endProcess() {
    ending = true;
    if (!analysing) {
      request();
    }
  }

  /// Whether the process ends because it was asked to from outside.
  public boolean isEnding() {
    return ending;
  }

  /// Asks what runs to end. Without anything that runs, nothing happens.
  public void request() {
    synchronized (lock) {
      running.get().run();
    }
  }
}
