package lexscope.shell;

import java.util.concurrent.atomic.AtomicReference;

/// Lets the user end what runs: Ctrl-C in the interactive shell, SIGINT otherwise. One object
/// serves a whole process; every method may be called from any thread.
public final class Interruption {
  private final AtomicReference<Runnable> running = new AtomicReference<>(() -> {});
  private volatile boolean ending;
  private volatile boolean analysing;

  /// Runs `work`; meanwhile a request runs `stop`, on another thread.
  public void during(Runnable stop, Runnable work) {
    running.set(stop);
    try {
      work.run();
    } finally {
      running.set(() -> {});
    }
  }

  /// Runs `work` that leaves nothing behind and has nothing to say when it is ended: the process
  /// need not wait for it.
  public void duringAnalysis(Runnable work) {
    analysing = true;
    try {
      work.run();
    } finally {
      analysing = false;
    }
  }

  /// Whether what runs can be left as it is.
  public boolean isAnalysing() {
    return analysing;
  }

  /// Asks what runs to end because the process ends.
  public void endProcess() {
    ending = true;
    request();
  }

  /// Whether the process ends because it was asked to from outside.
  public boolean isEnding() {
    return ending;
  }

  /// Asks what runs to end. Without anything that runs, nothing happens.
  public void request() {
    running.get().run();
  }
}
