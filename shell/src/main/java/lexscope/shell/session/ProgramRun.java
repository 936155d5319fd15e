package lexscope.shell.session;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lexscope.gc.SourcePlace;
import lexscope.js.host.Evaluator;
import lexscope.js.host.Host;
import lexscope.js.host.HostHooks;
import lexscope.js.host.InterruptedRunException;
import lexscope.js.host.RunOutcome;
import lexscope.js.source.SourceText;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import lexscope.js.vm.Stepper;
import lexscope.shell.invocation.Interruption;
import org.jspecify.annotations.Nullable;

/// One run of a program, on a thread of its own, which can stand still in the middle. Whoever lets
/// it go on waits until it stands still again or is idle, so only one of the two threads ever runs,
/// and what stands still may be looked at.
final class ProgramRun implements HostHooks, Stepper {
  private static final long STACK_BYTES = 1L << 30;

  /// Statements of texts with this beginning are stepped over: Node's modules.
  private static final String OWN_TEXTS = "node:";

  private final Host host;
  private final @Nullable Path file;
  private final Interruption interruption;
  private final Breakpoints breakpoints;
  private final boolean stepping;
  private final BiConsumer<ProgramRun, String> onSnapshot;
  private final Evaluator evaluator;
  private final Object lock = new Object();
  private final Thread thread;

  // Guarded by the lock.
  private @Nullable Runnable next;
  private boolean waiting;

  // Written by whoever runs, read by the other after the lock was passed on.
  private @Nullable Standing standing;
  private @Nullable RunOutcome outcome;
  private @Nullable Throwable failure;
  private Pace pace = Pace.CONTINUE;
  private boolean ended;

  private final AtomicBoolean evaluating = new AtomicBoolean();

  /// A run that has not begun.
  ///
  /// @param file the program; null for none, then code is evaluated in an empty realm
  /// @param stepping whether it can stop at statements: it is slower then
  /// @param onSnapshot is told of `lexscope.snapshot(name)`, while the program stands still there
  ProgramRun(
      Host host,
      @Nullable Path file,
      Interruption interruption,
      Breakpoints breakpoints,
      boolean stepping,
      BiConsumer<ProgramRun, String> onSnapshot) {
    this.host = host;
    this.file = file;
    this.interruption = interruption;
    this.breakpoints = breakpoints;
    this.stepping = stepping;
    this.onSnapshot = onSnapshot;
    evaluator = new Evaluator(host, file);
    host.setHooks(this);
    if (stepping) {
      host.machine().setStepper(this);
      host.machine().compileAfter(Integer.MAX_VALUE);
      breakpoints.restart(host.machine().heap());
    }
    thread = new Thread(null, this::work, "program", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  Host host() {
    return host;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /// Where it stands in the middle; null if it is idle, or has not begun.
  @Nullable Standing standing() {
    return standing;
  }

  /// How the program ended; null if it has not.
  @Nullable RunOutcome outcome() {
    return outcome;
  }

  /// Whether it can stop at statements.
  boolean isStepping() {
    return stepping;
  }

  /// Begins, and goes on until it stands still or is idle.
  void begin(Pace first) {
    pace = first;
    Path program = file;
    perform(() -> {
      outcome = program == null ? host.run(new SourceText("shell", "")) : host.run(program);
      pace = Pace.CONTINUE;
    });
  }

  /// Goes on from where it stands until it stands still again or is idle.
  void goOn(Pace until) {
    pace = until;
    perform(() -> {});
  }

  /// Evaluates a text where the program stands.
  RunOutcome evaluate(String text, Consumer<String> shown) {
    Standing at = standing;
    return work(() ->
        at == null
            ? evaluator.evaluate(text, shown)
            : evaluator.evaluateAt(at.frame(), text, shown));
  }

  /// Lets virtual time pass while the program is idle.
  RunOutcome await(double millis) {
    return work(() -> evaluator.await(millis));
  }

  private RunOutcome work(java.util.function.Supplier<RunOutcome> work) {
    var result =
        new Object() {
          @Nullable RunOutcome outcome;
        };
    evaluating.set(true);
    try {
      perform(new Evaluation(() -> result.outcome = work.get()));
    } finally {
      evaluating.set(false);
    }
    RunOutcome done = result.outcome;
    // It stands at a breakpoint that the evaluated code came to: the value comes later.
    return done == null ? new RunOutcome.Completed() : done;
  }

  /// Gives the program up, wherever it is.
  void end() {
    ended = true;
    perform(() -> {});
  }

  // ---- handing over ---------------------------------------------------------------------------

  /// Work that is done where the program stands; what stands does not go on thereby.
  private record Evaluation(Runnable work) implements Runnable {
    @Override
    public void run() {
      work.run();
    }
  }

  /// Has the program's thread do something, and waits until it stands still again.
  private void perform(Runnable work) {
    interruption.during(
        this::interrupt,
        () -> {
          synchronized (lock) {
            awaitGuest();
            next = work;
            waiting = false;
            lock.notifyAll();
            awaitGuest();
          }
        });
    Throwable thrown = failure;
    failure = null;
    switch (thrown) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }

  private void awaitGuest() {
    boolean interrupted = false;
    while (!waiting && thread.isAlive()) {
      try {
        lock.wait(1_000);
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Runnable take() {
    synchronized (lock) {
      waiting = true;
      lock.notifyAll();
      while (true) {
        Runnable taken = next;
        if (taken != null) {
          next = null;
          return taken;
        }
        try {
          lock.wait();
        } catch (InterruptedException _) {
          ended = true;
          return () -> {};
        }
      }
    }
  }

  private void work() {
    while (!ended) {
      run(take());
    }
    synchronized (lock) {
      waiting = true;
      lock.notifyAll();
    }
  }

  private void run(Runnable work) {
    try {
      if (!ended) {
        work.run();
      }
    } catch (RuntimeException | Error e) {
      if (!(ended && e instanceof InterruptedRunException)) {
        failure = e;
      }
    } finally {
      standing = null;
    }
  }

  /// On the program's thread: stands still until it is to go on.
  private void stand(Standing here) {
    Standing before = standing;
    pace = Pace.CONTINUE;
    standing = here;
    while (true) {
      Runnable taken = take();
      if (ended) {
        throw new InterruptedRunException();
      }
      if (!(taken instanceof Evaluation)) {
        standing = before;
        return;
      }
      try {
        taken.run();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      standing = here;
    }
  }

  private void interrupt() {
    host.interrupt();
  }

  // ---- what the program comes to --------------------------------------------------------------

  @Override
  public void interrupted() {
    if (ended || evaluating.get() || interruption.isEnding()) {
      throw new InterruptedRunException();
    }
    Frame frame = host.machine().currentFrame();
    stand(new Standing(frame, frame == null ? null : frame.place(), "interrupted"));
  }

  @Override
  public void statement(Frame frame) {
    if (ended) {
      throw new InterruptedRunException();
    }
    Machine machine = host.machine();
    String reason = breakpoints.all().isEmpty() ? null : breakpoints.reasonAt(machine, frame);
    if (reason == null && pace.endsAt(frame.depth()) && !isOwn(frame.sourceName())) {
      reason = "";
    }
    if (reason != null) {
      stand(new Standing(frame, frame.place(), reason));
    }
  }

  @Override
  public void made(Frame frame) {
    if (ended) {
      throw new InterruptedRunException();
    }
    String reason = breakpoints.allocationReason(host.machine());
    if (reason != null) {
      stand(new Standing(frame, frame.place(), reason));
    }
  }

  private static boolean isOwn(String source) {
    return source.startsWith(OWN_TEXTS);
  }

  @Override
  public void debuggerStatement(Frame frame) {
    stand(new Standing(frame, frame.place(), "debugger statement"));
  }

  @Override
  public void debuggerStatement(SourcePlace place) {
    // The stepper has stood there; without one it is a moment with a name.
    if (!stepping) {
      snapshot(place.file() + ":" + place.line());
    }
  }

  @Override
  public void snapshot(String name) {
    onSnapshot.accept(this, name);
  }
}
