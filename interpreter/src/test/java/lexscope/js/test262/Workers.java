package lexscope.js.test262;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Runs tests on several threads. Which thread runs which test decides nothing: every run has an
/// agent of its own, and results stand at the places of their tests.
///
/// A run beyond the limit is asked to stop at its next safepoint. If it does not, its thread is
/// given up and another one takes its place: none hangs. The limit is of this process's time on the
/// processors, shared evenly by the threads, so that other work on the machine decides nothing.
final class Workers {
  private static final long STACK_BYTES = 512L << 20;
  private static final long LOOK_MILLIS = 100;
  private static final long GRACE_NANOS = 10_000_000_000L;

  /// A machine that does other work, too, gives at least so small a part of its time.
  private static final int MOST_DELAY = 20;

  private final Checkout checkout;
  private final List<String> tests;
  private final CountedTests counted;
  private final List<Regime> regimes;
  private final long limitNanos;
  private final Progress progress;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<Result> results;
  private int threads = 1;

  /// @param regimes under which each test is run, one after the other
  /// @param limitSeconds for each test under each regime
  Workers(
      Checkout checkout,
      List<String> tests,
      CountedTests counted,
      List<Regime> regimes,
      int limitSeconds,
      Progress progress) {
    this.checkout = checkout;
    this.tests = tests;
    this.counted = counted;
    this.regimes = regimes;
    this.progress = progress;
    limitNanos = limitSeconds * 1_000_000_000L;
    results = new AtomicReferenceArray<>(tests.size());
  }

  /// Runs all tests; the results are in their order.
  List<Result> run(int atMost) throws InterruptedException {
    threads = Math.max(1, Math.min(atMost, tests.size()));
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
    while (!workers.isEmpty()) {
      workers.getFirst().thread.join(LOOK_MILLIS);
      for (int i = 0; i < workers.size(); i++) {
        if (workers.get(i).isGivenUp()) {
          workers.set(i, new Worker());
        }
      }
      workers.removeIf(worker -> !worker.thread.isAlive());
      progress.show();
    }
    List<Result> all = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      all.add(results.get(i));
    }
    return all;
  }

  /// The time that one thread has had so far.
  private long busyNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> time.toNanos() / threads)
        .orElseGet(System::nanoTime);
  }

  private void finish(int place, Result result) {
    results.set(place, result);
    progress.finished(result);
  }

  /// Pads the outcomes of a test whose runs ended before all regimes had their turn.
  private List<Outcome> padded(List<Outcome> outcomes, Outcome rest) {
    List<Outcome> all = new ArrayList<>(outcomes);
    while (all.size() < regimes.size()) {
      all.add(rest);
    }
    return all;
  }

  private final class Worker {
    private final Execution execution = new Execution(checkout);
    private final Thread thread = new Thread(null, this::work, "test262", STACK_BYTES);
    private int place;
    private boolean running;
    private boolean abandoned;
    private long started;
    private long startedBusy;
    private List<String> features = List.of();
    private final List<Outcome> outcomes = new ArrayList<>();

    Worker() {
      thread.setDaemon(true);
      thread.start();
    }

    private void work() {
      for (int i = next.getAndIncrement(); i < tests.size(); i = next.getAndIncrement()) {
        try {
          TestFile test = checkout.test(tests.get(i));
          String exclusion = counted.exclusion(test);
          if (!exclusion.isEmpty()) {
            finish(i, Result.excluded(test, exclusion));
          } else if (!runAll(i, test)) {
            return;
          }
        } catch (UncheckedIOException e) {
          var unreadable = new Outcome(Verdict.CRASH, String.valueOf(e.getMessage()));
          finish(i, new Result(tests.get(i), List.of(), "", padded(List.of(), unreadable)));
        }
      }
    }

    /// Runs a test under each regime; false if the worker was given up meanwhile.
    private boolean runAll(int at, TestFile test) {
      begin(at, test);
      for (Regime regime : regimes) {
        Outcome outcome = execution.run(test, regime);
        if (!ended(outcome)) {
          return false;
        }
      }
      return true;
    }

    private synchronized void begin(int at, TestFile test) {
      place = at;
      features = test.features();
      outcomes.clear();
      running = true;
      startLimit();
    }

    private synchronized boolean ended(Outcome outcome) {
      if (abandoned) {
        return false;
      }
      outcomes.add(outcome);
      startLimit();
      if (outcomes.size() == regimes.size()) {
        running = false;
        finish(place, new Result(tests.get(place), features, "", List.copyOf(outcomes)));
      }
      return true;
    }

    private void startLimit() {
      started = System.nanoTime();
      startedBusy = Long.MAX_VALUE;
    }

    /// Looks after the running test; true if it had to be given up.
    private synchronized boolean isGivenUp() {
      long elapsed = System.nanoTime() - started;
      if (!running || elapsed < LOOK_MILLIS * 1_000_000) {
        return false;
      }
      long now = busyNanos();
      startedBusy = Math.min(startedBusy, now);
      long busy = Math.max(now - startedBusy, elapsed / MOST_DELAY);
      if (busy <= limitNanos) {
        return false;
      }
      execution.interrupt();
      if (busy <= limitNanos + GRACE_NANOS) {
        return false;
      }
      abandoned = true;
      var stuck = new Outcome(Verdict.TIMEOUT, "did not stop when asked to");
      finish(place, new Result(tests.get(place), features, "", padded(outcomes, stuck)));
      return true;
    }
  }
}
