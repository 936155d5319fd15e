package lexscope.profiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs an analysis that is interrupted at each of the moments in which it asks whether it is.
public final class Interruptible {
  /// So much work may lie between an interrupt and the end.
  private static final int MOST_WORK = 100_000;

  private Interruptible() {}

  /// A thread that counts how often it is asked, and says yes from some time on.
  private static final class Asked extends Thread {
    private final int patience;
    private int times;

    Asked(Runnable work, int patience) {
      super(work);
      this.patience = patience;
    }

    @Override
    public boolean isInterrupted() {
      return Thread.currentThread() == this && ++times > patience;
    }
  }

  /// Fails unless an analysis asks whether it was interrupted at least every 100,000 of the `steps`
  /// that it takes, and ends whenever the answer is yes.
  public static void assertEnds(String name, long steps, Runnable analysis) {
    int asked = times(analysis, Integer.MAX_VALUE, null);
    assertThat(asked).as(name + " asks often").isGreaterThanOrEqualTo((int) (steps / MOST_WORK));
    for (int patience = 0; patience < asked; patience += 1 + asked / 6) {
      assertThat(times(analysis, patience, AnalysisInterruptedException.class))
          .as(name + " ends at once")
          .isEqualTo(patience + 1);
    }
  }

  private static int times(
      Runnable analysis, int patience, @Nullable Class<? extends Throwable> expected) {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Asked thread =
        new Asked(
            () -> {
              try {
                analysis.run();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            },
            patience);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Throwable failure = thrown.get();
    assertThat(failure == null ? null : failure.getClass()).isEqualTo(expected);
    return thread.times;
  }
}
