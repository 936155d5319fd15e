package lexscope.shell.invocation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets the user end what runs: Ctrl-C in the interactive shell, SIGINT otherwise. One object
/// serves a whole process; every method may be called from any thread.
public final class Interruption {
  private final Object lock = new Object();
  private @Nullable Runnable running;
  private boolean early;
  private volatile boolean ending;
  private volatile boolean analysing;
  private volatile @Nullable ExitCode earned;
  private boolean canBeLeft;
  private boolean outlived;

  /// Runs `work`; meanwhile a request runs `stop`, on the thread that asks. One that came early,
  /// before anything ran, does so at once. What ran around it is asked again afterwards.
  public void during(Runnable stop, Runnable work) {
    @Nullable Runnable around = begin(stop);
    try {
      work.run();
    } finally {
      end(around);
    }
  }

  private @Nullable Runnable begin(Runnable stop) {
    synchronized (lock) {
      @Nullable Runnable around = running;
      running = stop;
      if (early) {
        early = false;
        stop.run();
      }
      return around;
    }
  }

  private void end(@Nullable Runnable around) {
    synchronized (lock) {
      running = around;
    }
  }

  /// Runs `work` that leaves nothing behind and has nothing to say when it is ended: the process
  /// need not wait for it. A request interrupts the thread, which analyses look at now and then;
  /// once `work` is over the thread is not interrupted any more, unless another analysis is around
  /// this one.
  public void duringAnalysis(Runnable work) {
    boolean inAnalysis = analysing;
    analysing = true;
    @Nullable Runnable around = begin(Thread.currentThread()::interrupt);
    try {
      work.run();
    } finally {
      end(around);
      if (!inAnalysis) {
        Thread.interrupted();
      }
      analysing = inAnalysis;
    }
  }

  /// Runs `work` for which nobody waits, since the answer is out. A request interrupts the thread;
  /// if the process is asked to end meanwhile, it ends as if the work were done.
  ///
  /// @param code the exit code that the answer earned; null if it was not the last
  /// @return whether there was no request
  public boolean afterAnswer(@Nullable ExitCode code, Runnable work) {
    synchronized (lock) {
      earned = outlived ? null : code;
      canBeLeft = true;
    }
    @Nullable Runnable around = begin(Thread.currentThread()::interrupt);
    boolean requested = false;
    try {
      work.run();
    } finally {
      end(around);
      finishFirst();
      // What is around shall still see it.
      requested = analysing ? Thread.currentThread().isInterrupted() : Thread.interrupted();
      if (!ending) {
        earned = null;
      }
    }
    return !requested;
  }

  /// Says that the work behind an answer has come to where it must not be left: it writes a file.
  public void finishFirst() {
    synchronized (lock) {
      canBeLeft = false;
    }
  }

  /// Leaves the work behind an answer where it is, if that is possible.
  ///
  /// @param leave ends the process with the exit code that the answer earned
  public void leave(Consumer<ExitCode> leave) {
    synchronized (lock) {
      ExitCode code = earned;
      if (code != null && canBeLeft) {
        leave.accept(code);
      }
    }
  }

  /// Says that the process is there for more than one answer, which then earns no exit code.
  public void outlive() {
    synchronized (lock) {
      outlived = true;
    }
  }

  /// The exit code that the process has earned already, once it was asked to end; or null.
  public @Nullable ExitCode earned() {
    return earned;
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

  /// Asks what runs to end. If nothing does yet, what comes next is meant: a verb takes a moment to
  /// read its words and to prepare what it runs.
  public void request() {
    synchronized (lock) {
      Runnable present = running;
      if (present == null) {
        early = true;
      } else {
        present.run();
      }
    }
  }

  /// Forgets a request that met nothing: what it was for is over.
  public void forget() {
    synchronized (lock) {
      early = false;
    }
  }
}
